import { textLimit } from '../../../../../functions/contracts/limits.ts';
import { Checkbox, Group, Radios, Select } from '../../../components/field/choices.tsx';
import { readMoment, typedMoment } from '../../../components/field/moment.ts';
import { MomentField } from '../../../components/field/moment-field.tsx';
import { TextArea } from '../../../components/field/text-area.tsx';
import { TextField } from '../../../components/field/text-field.tsx';
import type { Form, FormValue } from '../../../components/form/use-form.ts';
import { ownUnits, staffInUse } from '../../../case-parts/fields.tsx';
import { type ActionProps, CommandForm, needs } from './command-form.tsx';
import { timelineTexts } from '../timeline-texts.ts';
import { actionTexts } from './texts.ts';

const chosen = (form: Form<string>, ids: readonly string[], prefix: string) => ids.filter((id) => form.flag(prefix + id));

export function AssignCase(action: ActionProps) {
  const text = actionTexts().assign;
  const { view, registers } = action;
  const staff = staffInUse(registers, [view.leadInvestigator?.id ?? '', ...view.coInvestigators.map(({ id }) => id)]);
  const ids = staff.map(({ id }) => id);
  const initial: Record<string, FormValue> = { lead: view.leadInvestigator?.id ?? '' };
  for (const id of ids) initial[`co-${id}`] = view.coInvestigators.some((one) => one.id === id);
  return (
    <CommandForm<'assign-case', string> id="assign-case" action={action} initial={initial} submit={text.submit} said={text.said} pointers={{ '/leadInvestigatorId': 'lead' }}
      check={(form) => needs(form, 'lead', text.leadMissing)}
      body={(form, version) => ({ version, leadInvestigatorId: form.text('lead'), coInvestigatorIds: chosen(form, ids, 'co-').filter((id) => id !== form.text('lead')) })}>
      {(form) => <>
        <Select form={form} name="lead" label={text.lead} options={staff.map(({ id, name, title }) => ({ value: id, label: `${name}, ${title}` }))} />
        <Group label={text.co}>{staff.filter(({ id }) => id !== form.text('lead')).map(({ id, name, title }) => <Checkbox key={id} form={form} name={`co-${id}`} label={`${name}, ${title}`} />)}</Group>
      </>}
    </CommandForm>
  );
}

export function ShareReply(action: ActionProps) {
  const text = actionTexts();
  const { registers } = action;
  const units = ownUnits(registers);
  const staff = staffInUse(registers);
  const initial: Record<string, FormValue> = { message: '' };
  for (const { id } of units) initial[`unit-${id}`] = id === action.view.reportingUnit.id;
  for (const { id } of staff) initial[`user-${id}`] = false;
  return <>
    <p class="small">{text.share.about}</p>
    <CommandForm<'share-reply', string> id="share-reply" action={action} initial={initial} submit={text.share.submit} said={text.share.said} pointers={{ '/message': 'message' }}
      body={(form, version) => ({
        version, unitIds: chosen(form, units.map(({ id }) => id), 'unit-'), userIds: chosen(form, staff.map(({ id }) => id), 'user-'), message: form.text('message').trim(),
      })}>
      {(form) => <>
        <Group label={text.share.units}>{units.map(({ id, name }) => <Checkbox key={id} form={form} name={`unit-${id}`} label={name} />)}</Group>
        <details class="more"><summary>{text.share.people}</summary><div class="choices">{staff.map(({ id, name, title }) => <Checkbox key={id} form={form} name={`user-${id}`} label={`${name}, ${title}`} />)}</div></details>
        <TextArea form={form} name="message" label={text.message} optional most={textLimit.medium} rows={2} />
      </>}
    </CommandForm>
  </>;
}

const ways = ['phone', 'secureVideo', 'inPerson', 'recordSystem'] as const;
/** How, when and by whom the external unit learnt whom it concerns (level A: never in the page or the mail). */
export function RecordIdentityCall(action: ActionProps) {
  const text = actionTexts().identity;
  const now = typedMoment(action.view.clock.now);
  type Name = 'how' | 'day' | 'month' | 'year' | 'time' | 'receiver';
  const at = (form: Form<Name>) => readMoment({ day: form.text('day'), month: form.text('month'), year: form.text('year'), time: form.text('time') });
  const how = (form: Form<Name>) => ways.find((way) => way === form.text('how'));
  const labels = actionTextsOfWays();
  return <>
    <p class="small">{text.about}</p>
    <CommandForm<'record-identity-call', Name> id="record-identity-call" action={action} initial={{ how: '', ...now, receiver: '' }} submit={text.submit} said={text.said} pointers={{ '/how': 'how', '/at': 'day', '/receiverTitle': 'receiver' }}
      check={(form) => [
        ...(how(form) ? [] : [{ field: 'how', text: text.howMissing }]), ...('at' in at(form) ? [] : [{ field: 'day', text: text.atWrong }]), ...needs(form, 'receiver', text.receiverMissing),
      ]}
      body={(form, version) => {
        const moment = at(form);
        return { version, how: how(form) ?? 'phone', at: 'at' in moment ? moment.at : '', receiverTitle: form.text('receiver').trim() };
      }}>
      {(form) => <>
        <Radios form={form} name="how" label={text.how} options={ways.map((value) => ({ value, label: labels[value] }))} />
        <MomentField form={form} names={['day', 'month', 'year', 'time']} label={text.at} />
        <TextField form={form} name="receiver" label={text.receiver} />
      </>}
    </CommandForm>
  </>;
}

function actionTextsOfWays() {
  const { how } = timelineTexts();
  const upper = (word: string) => (word[0]?.toUpperCase() ?? '') + word.slice(1);
  return { phone: upper(how.phone), secureVideo: upper(how.secureVideo), inPerson: upper(how.inPerson), recordSystem: upper(how.recordSystem) };
}
