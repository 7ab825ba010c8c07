import type { ComponentChildren } from 'preact';
import { textLimit } from '../../../functions/contracts/limits.ts';
import { filerRelations, legalBases } from '../../../functions/contracts/words.ts';
import { breachOptions, isoDay } from '../case-parts/breach/breach-choice.ts';
import { classificationTexts, targetGroupOptions } from '../case-parts/classification/texts.ts';
import { Checkbox, Radios, Select } from '../components/field/choices.tsx';
import { MomentField } from '../components/field/moment-field.tsx';
import { type Marking, TextArea } from '../components/field/text-area.tsx';
import { TextField } from '../components/field/text-field.tsx';
import { incomingVocabulary } from '../language/incoming-vocabulary.ts';
import { vocabulary } from '../language/vocabulary.ts';
import { incomingReportTexts } from './texts.ts';
import { type Audience, type IncomingForm, momentIn, momentNames, type ReportChoices, unknownUnit } from './values.ts';

export function FormSection({ number, title, children }: { readonly number: number; readonly title: string; readonly children: ComponentChildren }) {
  return <section class="form-section"><h2><span class="number">{number}</span> {title}</h2>{children}</section>;
}

/** What happened, whom of us it concerns and which patient: asked of everyone who reports something to us. */
export function IncomingFields({ form, audience, choices, from = 1 }: { readonly form: IncomingForm; readonly audience: Audience; readonly choices: ReportChoices; readonly from?: number }) {
  const text = incomingReportTexts();
  const words = vocabulary();
  const incoming = incomingVocabulary();
  const staff = audience === 'staff';
  const dismissed = form.text('notPersonalNumbers').split(',').filter(Boolean);
  const marking = (name: string): Marking => ({
    dismissed, dismiss: (digits) => form.set('notPersonalNumbers', [...dismissed, digits].join(',')),
    move: (finding, rest) => form.setAll({ [name]: rest, reference: finding, hasPatient: 'yes' }),
  });
  const happened = momentIn(form, 'happened');
  const breaches = breachOptions(choices.agreements, choices.partyId, 'at' in happened ? isoDay(happened.at) : null);
  const units = choices.ownUnits.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <FormSection number={from} title={text.sections.when}>
        <MomentField form={form} names={momentNames('happened')} label={text.happened} description={text.happenedAbout} />
        <MomentField form={form} names={momentNames('discovered')} label={text.discovered} />
      </FormSection>
      <FormSection number={from + 1} title={text.sections.where}>
        <Select form={form} name="unit" label={staff ? text.unitStaff : text.unit} description={staff ? text.unitStaffAbout : text.unitAbout} options={staff ? units : [...units, { value: unknownUnit, label: text.unknown }]} />
        {staff && <details class="more"><summary>{text.others}</summary><div class="choices">{choices.ownUnits.filter(({ id }) => id !== form.text('unit')).map(({ id, name }) => <Checkbox key={id} form={form} name={`also-${id}`} label={name} />)}</div></details>}
        {audience !== 'public' && <Radios form={form} name="legalBasis" label={text.legalBasis} options={legalBases.filter((basis) => !staff || basis !== 'unknown').map((value) => ({ value, label: words.legalBasis[value] }))} />}
      </FormSection>
      <FormSection number={from + 2} title={text.sections.what}>
        <Select form={form} name="category" label={text.category} options={choices.categories.map((value) => ({ value, label: words.category[value] }))} />
        {choices.asksTargetGroup && <Select form={form} name="targetGroup" label={classificationTexts().targetGroup} optional options={targetGroupOptions()} empty={text.unknown} />}
        <TextArea form={form} name="whatHappened" label={text.whatHappened} description={text.whatHappenedAbout} most={textLimit.long} rows={6} marking={marking('whatHappened')} />
        <TextArea form={form} name="wishes" label={text.wishes} optional most={textLimit.medium} rows={2} marking={marking('wishes')} />
        <Radios form={form} name="harm" label={text.harm} options={choices.harms.map((value) => ({ value, label: words.harm[value] }))} />
        <Checkbox form={form} name="seriousRisk" label={text.seriousRisk} />
      </FormSection>
      <FormSection number={from + 3} title={text.sections.patient}>
        {audience === 'public' && <Radios form={form} name="relation" label={text.relation} options={filerRelations.map((value) => ({ value, label: incoming.relation[value] }))} />}
        <Radios form={form} name="hasPatient" label={text.hasPatient} options={[{ value: 'yes', label: text.yes }, { value: 'no', label: text.no }]} />
        {form.text('hasPatient') === 'yes' && <>
          <TextField form={form} name="reference" label={text.reference} description={text.referenceAbout} />
          <Checkbox form={form} name="protectedIdentity" label={text.protectedIdentity} />
        </>}
      </FormSection>
      {audience !== 'public' && (
        <details class="more">
          <summary>{text.sections.more}</summary>
          <div class="stack">
            <TextField form={form} name="otherReference" label={staff ? text.otherReferenceStaff : text.otherReference} optional size={24} />
            <Select form={form} name="breachKind" label={text.breach} optional options={breaches} empty={text.breachNone} />
            {form.text('breachKind') !== '' && <TextField form={form} name="breachText" label={text.breachText} optional />}
            <Checkbox form={form} name="alreadySolved" label={text.alreadySolved} />
            <TextArea form={form} name="unclearResponsibility" label={text.unclearResponsibility} optional most={textLimit.medium} rows={2} marking={marking('unclearResponsibility')} />
          </div>
        </details>
      )}
    </>
  );
}
