import { textLimit } from '../../../../../functions/contracts/limits.ts';
import { knownAnswers, replyParts } from '../../../../../functions/contracts/words.ts';
import type { AnyCaseView } from '../../../../../functions/contracts/case.ts';
import { Checkbox, Radios, Select } from '../../../components/field/choices.tsx';
import { readMoment, typedMoment } from '../../../components/field/moment.ts';
import { MomentField } from '../../../components/field/moment-field.tsx';
import { markedOnly, TextArea } from '../../../components/field/text-area.tsx';
import { TextField } from '../../../components/field/text-field.tsx';
import type { Form } from '../../../components/form/use-form.ts';
import { replyPartNames } from '../../../case-parts/reply-part-names.ts';
import { type ActionProps, CommandForm, needs } from '../actions/command-form.tsx';
import { careTexts } from './texts.ts';

const answered = ['nurseOnDuty', 'doctorConsulted', 'handoverConfirmed'] as const;
/** What was not known in the night (H2), and a flag that is wrong (H1). */
export function CompleteOnCall(action: ActionProps) {
  const text = careTexts().onCall;
  const { onCall } = action.view;
  const known = (form: Form<string>, name: string) => knownAnswers.find((one) => one === form.text(name)) ?? 'unknown';
  return <>
    {(onCall?.missing.length ?? 0) > 0 && <p class="small">{text.missing}</p>}
    <CommandForm<'complete-on-call', string> id="complete-on-call" action={action} submit={text.submit} said={text.said} pointers={{ '/flagWrong': 'why' }}
      initial={{ nurseOnDuty: onCall?.nurseOnDuty ?? '', doctorConsulted: onCall?.doctorConsulted ?? '', handoverConfirmed: onCall?.handoverConfirmed ?? '', wrong: false, why: '' }}
      check={(form) => [...answered.flatMap((name) => needs(form, name, text.choose)), ...(form.flag('wrong') ? needs(form, 'why', text.whyMissing) : [])]}
      body={(form, version) => ({
        version, nurseOnDuty: known(form, 'nurseOnDuty'), doctorConsulted: known(form, 'doctorConsulted'), handoverConfirmed: known(form, 'handoverConfirmed'),
        ...(form.flag('wrong') && { flagWrong: form.text('why').trim() }),
      })}>
      {(form) => <>
        {answered.map((name) => <Radios key={name} form={form} name={name} label={text.field[name]} options={knownAnswers.map((value) => ({ value, label: text.answer[value] }))} />)}
        <Checkbox form={form} name="wrong" label={text.flagWrong} />
        {form.flag('wrong') && <TextField form={form} name="why" label={text.flagWhy} />}
      </>}
    </CommandForm>
  </>;
}

export function SetNotOurs(action: ActionProps) {
  const text = careTexts().notOurs;
  const { view, registers } = action;
  return (
    <CommandForm id="set-not-ours" action={action} submit={text.submit} said={text.said} pointers={{ '/organisationId': 'organisation', '/description': 'description' }}
      initial={{ organisation: view.notOurs?.organisation.id ?? view.counterpart.id, description: view.notOurs?.description ?? '' }}
      check={(form) => [...needs(form, 'organisation', text.organisationMissing), ...needs(form, 'description', text.missing)]}
      body={(form, version) => ({ version, organisationId: form.text('organisation'), description: form.text('description').trim() })}>
      {(form) => <>
        <Select form={form} name="organisation" label={text.organisation} options={registers.organisations.filter(({ own }) => !own).map(({ id, name }) => ({ value: id, label: name }))} />
        <TextArea form={form} name="description" label={text.field} most={textLimit.medium} marking={markedOnly} />
      </>}
    </CommandForm>
  );
}

const moment = ['day', 'month', 'year', 'time'] as const;
/** The moment typed in a form's four fields. */
export const typedIn = (form: Form<(typeof moment)[number]>) => readMoment({ day: form.text('day'), month: form.text('month'), year: form.text('year'), time: form.text('time') });
export const momentFields = [...moment] as ['day', 'month', 'year', 'time'];

/** Another paper that left (H3). */
export function RecordDispatch(action: ActionProps) {
  const text = careTexts().dispatch;
  return <>
    <p class="small">{text.moreAbout}</p>
    <CommandForm<'record-dispatch', string> id="record-dispatch" action={action} submit={text.submit} said={text.said} kind="secondary" pointers={{ '/at': 'day', '/note': 'note' }}
      initial={{ how: 'post', note: '', ...typedMoment(action.view.clock.now) }}
      check={(form) => ('fault' in typedIn(form) ? [{ field: 'day', text: text.atWrong }] : [])}
      body={(form, version) => {
        const at = typedIn(form);
        return { version, how: form.text('how') === 'hand' ? 'hand' : 'post', at: 'at' in at ? at.at : '', note: form.text('note').trim() };
      }}>
      {(form) => <>
        <Radios form={form} name="how" label={text.column.how} options={[{ value: 'post', label: text.way.post }, { value: 'hand', label: text.way.hand }]} />
        <MomentField form={form} names={momentFields} label={text.at} />
        <TextField form={form} name="note" label={text.note} optional />
      </>}
    </CommandForm>
  </>;
}

/** A reply that came on paper, with the same parts as one through the link. */
export function RegisterReply(action: ActionProps) {
  const text = careTexts().reply;
  const { requiredParts, clock } = action.view;
  const rootCauseApart = requiredParts.includes('rootCause');
  const names = replyPartNames(rootCauseApart);
  const asked = replyParts.filter((part) => part !== 'rootCause' || rootCauseApart);
  const parts = (form: Form<string>) => ({
    deviationReceived: form.text('deviationReceived').trim(), investigation: form.text('investigation').trim(), acuteActions: form.text('acuteActions').trim(),
    systematicActions: form.text('systematicActions').trim(), ...(form.text('rootCause').trim() !== '' && { rootCause: form.text('rootCause').trim() }),
  });
  return <>
    <p class="small">{text.about}</p>
    <CommandForm<'register-reply', string> id="register-reply" action={action} submit={text.submit} said={text.said}
      pointers={{ '/receivedAt': 'day', '/respondentTitle': 'respondent', ...Object.fromEntries(replyParts.map((part) => [`/parts/${part}`, part])) }}
      initial={{ deviationReceived: '', investigation: '', rootCause: '', acuteActions: '', systematicActions: '', respondent: '', how: 'post', ...typedMoment(clock.now) }}
      check={(form) => [
        ...('fault' in typedIn(form) ? [{ field: 'day', text: text.receivedWrong }] : []),
        ...requiredParts.flatMap((part) => needs(form, part, `${names[part]}: ${text.required}`)),
        ...needs(form, 'respondent', text.respondentMissing),
      ]}
      body={(form, version) => {
        const received = typedIn(form);
        return { version, parts: parts(form), respondentTitle: form.text('respondent').trim(), receivedAt: 'at' in received ? received.at : '', how: form.text('how') === 'hand' ? 'hand' : 'post' };
      }}>
      {(form) => <>
        <Radios form={form} name="how" label={text.how} options={[{ value: 'post', label: text.post }, { value: 'hand', label: text.hand }]} />
        <MomentField form={form} names={momentFields} label={text.received} />
        {asked.map((part) => <TextArea key={part} form={form} name={part} label={names[part]} optional={!requiredParts.includes(part)} most={textLimit.long} rows={3} marking={markedOnly} />)}
        <TextField form={form} name="respondent" label={text.respondent} />
      </>}
    </CommandForm>
  </>;
}

/** The tick that the number stands in the patient's record (H4). */
export function NoteInRecord(action: ActionProps<AnyCaseView>) {
  const text = careTexts().record;
  return <>
    <p class="small">{text.about}</p>
    <CommandForm id="note-in-record" action={action} initial={{}} submit={text.submit} said={text.said} kind="secondary" body={(_, version) => ({ version })} />
  </>;
}
