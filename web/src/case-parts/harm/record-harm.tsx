import type { AnyCaseView } from '../../../../functions/contracts/case.ts';
import { textLimit } from '../../../../functions/contracts/limits.ts';
import { harmDecisions, informationPoints } from '../../../../functions/contracts/words.ts';
import { Checkbox, Group, Radios } from '../../components/field/choices.tsx';
import { DateField } from '../../components/field/date-field.tsx';
import { readDate } from '../../components/field/moment.ts';
import { TextArea } from '../../components/field/text-area.tsx';
import { TextField } from '../../components/field/text-field.tsx';
import type { Form } from '../../components/form/use-form.ts';
import { dateAndTime, longDate } from '../../language/dates.ts';
import { incomingVocabulary } from '../../language/incoming-vocabulary.ts';
import { type ActionProps, CommandForm, needs } from '../../pages/case/actions/command-form.tsx';
import { plainTexts } from '../../pages/case/actions/plain-texts.ts';
import { dateNames, dateOf, needsDate, typedDate } from '../fields.tsx';
import { partTexts } from '../texts.ts';

type OnCase = ActionProps<AnyCaseView>;
const notifiedNames = ['notifiedDay', 'notifiedMonth', 'notifiedYear'] as const;
const notifiedOf = (form: Form<string>) => readDate({ day: form.text('notifiedDay'), month: form.text('notifiedMonth'), year: form.text('notifiedYear') });
const notifiedDate = (form: Form<string>): string | null => {
  const read = notifiedOf(form);
  return 'date' in read ? read.date : null;
};

/** L3: the decision is recorded here, and taken elsewhere; nothing is ever filed by the system. */
export function RecordHarmDecision(action: OnCase) {
  const text = partTexts().harm;
  const words = incomingVocabulary();
  const { seriousHarm, clock } = action.view;
  const today = dateOf(clock.now);
  const notifiedToday = { notifiedDay: today.day, notifiedMonth: today.month, notifiedYear: today.year };
  return <>
    {seriousHarm?.toldAt && <p class="small">{text.toldOn(dateAndTime(seriousHarm.toldAt))}{seriousHarm.dueAt && seriousHarm.decision === null && ` ${text.dueOn(longDate(seriousHarm.dueAt))}`}</p>}
    <CommandForm<'record-harm-decision', string> id="record-harm-decision" action={action} initial={{ decision: seriousHarm?.decision ?? '', reference: seriousHarm?.reference ?? '', reason: seriousHarm?.reason ?? '', ...dateOf(clock.now), ...notifiedToday }} submit={text.submit} said={text.said} keeps
      pointers={{ '/decision': 'decision', '/reference': 'reference', '/reason': 'reason', '/decidedAt': 'day', '/notifiedAt': 'notifiedDay' }}
      check={(form) => [
        ...needs(form, 'decision', text.missing),
        ...(form.text('decision') === 'notNotified' ? needs(form, 'reason', plainTexts().reasonMissing) : form.text('decision') === '' ? [] : needs(form, 'reference', text.referenceMissing)),
        ...needsDate(form),
        ...(form.text('decision') === 'notified' && !('date' in notifiedOf(form)) ? [{ field: 'notifiedDay', text: partTexts().dateMissing }] : []),
      ]}
      body={(form, version) => ({ version, decision: harmDecisions.find((one) => one === form.text('decision')) ?? 'notNotified', reference: form.text('reference').trim(), reason: form.text('reason').trim(), decidedAt: typedDate(form) ?? '', notifiedAt: form.text('decision') === 'notified' ? notifiedDate(form) : null })}>
      {(form) => <>
        <Radios form={form} name="decision" label={text.decision} options={harmDecisions.map((value) => ({ value, label: words.harmDecision[value] }))} />
        {form.text('decision') !== 'notNotified' && <TextField form={form} name="reference" label={text.reference} description={text.referenceAbout} size={24} />}
        <TextArea form={form} name="reason" label={text.reason} optional={form.text('decision') !== 'notNotified'} most={textLimit.medium} rows={2} />
        <DateField form={form} names={dateNames} label={text.date} />
        {form.text('decision') === 'notified' && <DateField form={form} names={notifiedNames} label={text.notified} />}
      </>}
    </CommandForm>
  </>;
}

/** Whether some of what a harmed patient is to be told was not. */
const left = (form: Form<string>) => informationPoints.some((point) => !form.flag(point));
const listeners = ['patient', 'relative'] as const;
/** L4, R5, H9: the checklist of what a harmed patient is told, or why nobody was. */
export function InformPatient(action: OnCase) {
  const text = partTexts().informed;
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
