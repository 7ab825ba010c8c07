import { breachOptions, hasClauses } from '../../case-parts/breach/breach-choice.ts';
import { breachTexts } from '../../case-parts/breach/texts.ts';
import { classificationTexts, targetGroupOptions } from '../../case-parts/classification/texts.ts';
import { eligibleParties, eligibleUnits, openOwnUnits } from '../../case-parts/parties.ts';
import type { RegistersView } from '../../../../functions/contracts/register.ts';
import type { OnCallView } from '../../../../functions/contracts/report.ts';
import { textLimit } from '../../../../functions/contracts/limits.ts';
import { Checkbox, Radios, Select } from '../../components/field/choices.tsx';
import { MomentField } from '../../components/field/moment-field.tsx';
import { type Marking, TextArea } from '../../components/field/text-area.tsx';
import { TextField } from '../../components/field/text-field.tsx';
import { vocabulary } from '../../language/vocabulary.ts';
import { NotOursQuestion, OnCallFlag, OnCallQuestions, PaperQuestion } from './on-call.tsx';
import { reportTexts } from './texts.ts';
import { asksAgreement, asksMedication, dayTyped, type ReportForm, type ReportName, unknownUnit } from './values.ts';

export function ReportSections({ form, registers, finding }: { readonly form: ReportForm; readonly registers: RegistersView; readonly finding: OnCallView | null }) {
  const text = reportTexts();
  const words = vocabulary();
  const category = form.text('category');
  const organisations = eligibleParties(registers, form.text('unitId')).map(({ id, name }) => ({ value: id, label: name }));
  const ownUnits = openOwnUnits(registers).map(({ id, name }) => ({ value: id, label: name }));
  const breaches = breachOptions(registers.agreements, form.text('counterpartId') || null, dayTyped(form));
  const theirUnits = eligibleUnits(registers, form.text('unitId')).filter(({ organisationId }) => organisationId === form.text('counterpartId')).map(({ id, name }) => ({ value: id, label: name }));
  const dismissed = form.text('notPersonalNumbers').split(',').filter(Boolean);
  const markingOf = (name: ReportName): Marking => ({
    dismissed,
    dismiss: (digits) => form.set('notPersonalNumbers', [...dismissed, digits].join(',')),
    move: (finding, rest) => form.setAll({ [name]: rest, reference: finding, hasPatient: 'yes' }),
  });
  const title = (number: number, name: string) => <h2><span class="number">{number}</span> {name}</h2>;
  return (
    <>
      <section class="form-section">
        {title(1, text.sections.when)}
        <MomentField form={form} names={['happenedDay', 'happenedMonth', 'happenedYear', 'happenedTime']} label={text.happened} description={text.happenedAbout} />
        <MomentField form={form} names={['discoveredDay', 'discoveredMonth', 'discoveredYear', 'discoveredTime']} label={text.discovered} />
        <Select form={form} name="unitId" label={text.unit} options={ownUnits} />
        <OnCallFlag form={form} finding={finding} />
        <PaperQuestion form={form} registers={registers} />
      </section>
      <section class="form-section">
        {title(2, text.sections.whom)}
        <Select form={form} name="counterpartId" label={text.counterpart} options={organisations} onChoose={() => form.setAll({ externalUnitId: '', breach: '' })} />
        {form.text('counterpartId') !== '' && (
          <Select form={form} name="externalUnitId" label={text.externalUnit} description={text.externalUnitAbout} options={[...theirUnits, { value: unknownUnit, label: text.unknown }]} />
        )}
        <NotOursQuestion form={form} markingOf={markingOf} />
        <Radios form={form} name="legalBasis" label={text.legalBasis} options={registers.routine.legalBases.map((value) => ({ value, label: words.legalBasis[value] }))} />
      </section>
      <section class="form-section">
        {title(3, text.sections.what)}
        <Select form={form} name="category" label={text.category} options={registers.routine.categories.map((value) => ({ value, label: words.category[value] }))} />
        {asksMedication(category) && <TextArea form={form} name="medication" label={text.medication} optional most={textLimit.medium} rows={2} marking={markingOf('medication')} />}
        {form.text('counterpartId') !== '' && hasClauses(breaches)
          ? <Select form={form} name="breach" label={breachTexts().label} description={registers.routine.breach === 'agreement-and-clause' ? breachTexts().about : undefined} optional options={breaches} empty={breachTexts().none} />
          : asksAgreement(category) && <TextField form={form} name="agreement" label={text.agreement} optional />}
        {registers.routine.targetGroup === 'asked' && (
          <Select form={form} name="targetGroup" label={classificationTexts().targetGroup} optional options={targetGroupOptions()} empty={text.unknown} />
        )}
        <TextArea form={form} name="whatHappened" label={text.whatHappened} description={text.whatHappenedAbout} most={textLimit.long} rows={6} marking={markingOf('whatHappened')} />
        <TextArea form={form} name="immediateAction" label={text.immediateAction} most={textLimit.medium} marking={markingOf('immediateAction')} />
        <Radios form={form} name="harm" label={text.harm} options={registers.routine.harms.map((value) => ({ value, label: words.harm[value] }))} />
        {form.text('harm') !== '' && form.text('harm') !== 'allvarligVardskada' && <Checkbox form={form} name="seriousRisk" label={text.seriousRisk} />}
        {!finding?.ruled && category !== 'outOfHours' && <Checkbox form={form} name="duringOnCall" label={text.onCallTick} />}
        <OnCallQuestions form={form} finding={finding} />
      </section>
      <section class="form-section">
        {title(4, text.sections.patient)}
        <Radios form={form} name="hasPatient" label={text.hasPatient} options={[{ value: 'yes', label: text.yes }, { value: 'no', label: text.no }]} />
        {form.text('hasPatient') === 'yes' && <>
          <TextField form={form} name="reference" label={text.reference} description={text.referenceAbout} />
          <Checkbox form={form} name="protectedIdentity" label={text.protectedIdentity} />
        </>}
      </section>
      <details class="more">
        <summary>{text.sections.more}</summary>
        <div class="stack">
          <Checkbox form={form} name="alreadySolved" label={text.alreadySolved} />
          <TextArea form={form} name="unclearResponsibility" label={text.unclearResponsibility} optional most={textLimit.medium} rows={2} marking={markingOf('unclearResponsibility')} />
          <TextArea form={form} name="suggestion" label={text.suggestion} optional most={textLimit.medium} rows={2} marking={markingOf('suggestion')} />
        </div>
      </details>
    </>
  );
}
