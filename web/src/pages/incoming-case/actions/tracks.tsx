import type { IncomingCaseView } from '../../../../../functions/contracts/incoming.ts';
import { textLimit } from '../../../../../functions/contracts/limits.ts';
import { harmDecisions, informationPoints } from '../../../../../functions/contracts/words.ts';
import { Checkbox, Group, Radios } from '../../../components/field/choices.tsx';
import { DateField } from '../../../components/field/date-field.tsx';
import { TextArea } from '../../../components/field/text-area.tsx';
import { TextField } from '../../../components/field/text-field.tsx';
import type { Form } from '../../../components/form/use-form.ts';
import { incomingVocabulary } from '../../../language/incoming-vocabulary.ts';
import { type ActionProps, CommandForm, needs } from '../../case/actions/command-form.tsx';
import { plainTexts } from '../../case/actions/plain-texts.ts';
import { dateNames, dateOf, needsDate, noDate, StaffSelect, typedDate } from './fields.tsx';
import { incomingActionTexts } from './texts.ts';

type Incoming = ActionProps<IncomingCaseView>;

/** V12: registered a second time, at the pharmacy. */
export function NotifyPharmacy(action: Incoming) {
  const text = incomingActionTexts().pharmacy;
  const { pharmacy } = action.view;
  return <>
    <p class="small">{text.about}</p>
    {pharmacy?.link && <p><a class="ds-link" href={pharmacy.link} target="_blank" rel="noopener noreferrer">{text.link}</a></p>}
    <CommandForm<'record-pharmacy-notification', 'reference' | 'reason'> id="record-pharmacy-notification" action={action} initial={{ reference: '', reason: '' }} submit={text.submit} said={text.said}
      pointers={{ '/reference': 'reference', '/reason': 'reason' }}
      check={(form) => ((form.text('reference').trim() === '') === (form.text('reason').trim() === '') ? [{ field: 'reference', text: text.either }] : [])}
      body={(form, version) => ({ version, reference: form.text('reference').trim(), reason: form.text('reason').trim() })}>
      {(form) => <>
        <TextField form={form} name="reference" label={text.reference} size={24} />
        <TextArea form={form} name="reason" label={text.reason} most={textLimit.medium} rows={2} />
      </>}
    </CommandForm>
  </>;
}

/** L3: the decision is recorded here, and taken elsewhere; nothing is ever filed by the system. */
export function RecordHarmDecision(action: Incoming) {
  const text = incomingActionTexts().harm;
  const words = incomingVocabulary();
  const { seriousHarm, clock } = action.view;
  return (
    <CommandForm<'record-harm-decision', string> id="record-harm-decision" action={action} initial={{ decision: seriousHarm?.decision ?? '', reference: seriousHarm?.reference ?? '', reason: seriousHarm?.reason ?? '', ...dateOf(clock.now) }} submit={text.submit} said={text.said} keeps
      pointers={{ '/decision': 'decision', '/reference': 'reference', '/reason': 'reason', '/decidedAt': 'day' }}
      check={(form) => [
        ...needs(form, 'decision', text.missing),
        ...(form.text('decision') === 'notNotified' ? needs(form, 'reason', plainTexts().reasonMissing) : form.text('decision') === '' ? [] : needs(form, 'reference', text.referenceMissing)),
        ...needsDate(form),
      ]}
      body={(form, version) => ({ version, decision: harmDecisions.find((one) => one === form.text('decision')) ?? 'notNotified', reference: form.text('reference').trim(), reason: form.text('reason').trim(), decidedAt: typedDate(form) ?? '' })}>
      {(form) => <>
        <Radios form={form} name="decision" label={text.decision} options={harmDecisions.map((value) => ({ value, label: words.harmDecision[value] }))} />
        {form.text('decision') !== 'notNotified' && <TextField form={form} name="reference" label={text.reference} description={text.referenceAbout} size={24} />}
        <TextArea form={form} name="reason" label={text.reason} optional={form.text('decision') !== 'notNotified'} most={textLimit.medium} rows={2} />
        <DateField form={form} names={dateNames} label={text.date} />
      </>}
    </CommandForm>
  );
}

/** Whether some of what a harmed patient is to be told was not. */
const left = (form: Form<string>) => informationPoints.some((point) => !form.flag(point));
const listeners = ['patient', 'relative'] as const;
/** L4, R5, H9: the checklist of what a harmed patient is told, or why nobody was. */
export function InformPatient(action: Incoming) {
  const text = incomingActionTexts().informed;
  const words = incomingVocabulary();
  const { patientInformation: told, clock } = action.view;
  const initial = {
    given: told === null ? '' : told.given ? 'yes' : 'no', reason: told?.reason ?? '', to: told?.to ?? '', by: told?.byTitle ?? '', noted: told?.notedInRecord ?? false, views: told?.patientViews ?? '', support: told?.staffSupport ?? '',
    ...dateOf(told?.at ? `${told.at}T12:00:00Z` : clock.now), ...Object.fromEntries(informationPoints.map((point) => [point, told?.points.includes(point) ?? false])),
  };
  return (
    <CommandForm<'record-patient-information', string> id="record-patient-information" action={action} initial={initial} submit={text.submit} said={text.said} keeps
      pointers={{ '/given': 'given', '/reason': 'reason', '/at': 'day', '/to': 'to', '/byTitle': 'by', '/points': informationPoints[0], '/patientViews': 'views', '/staffSupport': 'support' }}
      check={(form) => [
        ...needs(form, 'given', text.missing),
        ...(form.text('given') === 'no' ? needs(form, 'reason', plainTexts().reasonMissing) : []),
        ...(form.text('given') === 'yes' ? [
          ...needs(form, 'to', text.toMissing), ...needsDate(form), ...needs(form, 'by', text.byMissing),
          ...(left(form) ? needs(form, 'reason', text.pointsMissing) : []),
        ] : []),
      ]}
      body={(form, version) => {
        const given = form.text('given') === 'yes';
        return {
          version, given, reason: !given || left(form) ? form.text('reason').trim() : '', at: given ? typedDate(form) : null, to: given ? listeners.find((one) => one === form.text('to')) ?? 'patient' : 'nobody',
          byTitle: given ? form.text('by').trim() : '', points: given ? informationPoints.filter((point) => form.flag(point)) : [], notedInRecord: form.flag('noted'),
          patientViews: form.text('views').trim(), staffSupport: form.text('support').trim(),
        };
      }}>
      {(form) => <>
        <Radios form={form} name="given" label={text.given} options={[{ value: 'yes', label: text.yes }, { value: 'no', label: text.no }]} />
        {form.text('given') === 'no' && <TextArea form={form} name="reason" label={text.reason} most={textLimit.medium} rows={2} />}
        {form.text('given') === 'yes' && <>
          <Radios form={form} name="to" label={text.to} options={listeners.map((value) => ({ value, label: words.informed[value] }))} />
          <DateField form={form} names={dateNames} label={text.at} />
          <TextField form={form} name="by" label={text.by} />
          <Group label={text.points}>{informationPoints.map((point) => <Checkbox key={point} form={form} name={point} label={words.point[point]} />)}</Group>
          {left(form) && <TextArea form={form} name="reason" label={text.pointsReason} most={textLimit.medium} rows={2} />}
        </>}
        <Checkbox form={form} name="noted" label={text.noted} />
        <TextArea form={form} name="views" label={text.views} optional most={textLimit.long} rows={2} />
        <TextArea form={form} name="support" label={text.support} optional most={textLimit.medium} rows={2} />
      </>}
    </CommandForm>
  );
}

/** H8, R2: without the wanted result a new action is planned, and reviewed in its turn. */
export function ReviewEffect(action: Incoming) {
  const texts = incomingActionTexts();
  const text = texts.effect;
  const { view, registers } = action;
  return <>
    <p class="small">{text.about}</p>
    <CommandForm<'record-effect-review', string> id="record-effect-review" action={action} initial={{ wanted: '', note: '', text: '', who: '', ...noDate(view.clock.now) }} submit={text.submit} said={text.said}
      pointers={{ '/wantedResult': 'wanted', '/note': 'note', '/action/text': 'text', '/action/responsibleUserId': 'who', '/action/due': 'day', '/action': 'text' }}
      check={(form) => [
        ...needs(form, 'wanted', text.missing),
        ...(form.text('wanted') === 'no' ? [...needs(form, 'text', text.newActionMissing), ...needs(form, 'who', texts.staffMissing), ...needsDate(form)] : []),
      ]}
      body={(form, version) => ({
        version, wantedResult: form.text('wanted') === 'yes', note: form.text('note').trim(),
        ...(form.text('wanted') === 'no' && { action: { text: form.text('text').trim(), responsibleUserId: form.text('who'), due: typedDate(form) ?? '' } }),
      })}>
      {(form) => <>
        <Radios form={form} name="wanted" label={text.wanted} options={[{ value: 'yes', label: text.yes }, { value: 'no', label: text.no }]} />
        <TextArea form={form} name="note" label={text.note} optional most={textLimit.medium} />
        {form.text('wanted') === 'no' && <>
          <TextArea form={form} name="text" label={text.newAction} most={textLimit.medium} rows={2} />
          <StaffSelect form={form} name="who" label={text.who} registers={registers} first={[view.owningUnit.id]} />
          <DateField form={form} names={dateNames} label={text.due} />
        </>}
      </>}
    </CommandForm>
  </>;
}
