import type { AnyCaseView } from '../../../../functions/contracts/case.ts';
import { consentScopes, consentStatuses } from '../../../../functions/contracts/words.ts';
import { Checkbox, Group, Radios } from '../../components/field/choices.tsx';
import { readMoment, typedMoment } from '../../components/field/moment.ts';
import { MomentField } from '../../components/field/moment-field.tsx';
import { TextField } from '../../components/field/text-field.tsx';
import type { Form } from '../../components/form/use-form.ts';
import { Notice } from '../../components/notice/notice.tsx';
import { dateAndTime } from '../../language/dates.ts';
import { type ActionProps, CommandForm, needs } from '../../pages/case/actions/command-form.tsx';
import { secrecyTexts } from './texts.ts';

/** The form's word for whoever filed, who is no organisation. */
const filer = '-';

function typedAt(form: Form<string>): string | null {
  const read = readMoment({ day: form.text('day'), month: form.text('month'), year: form.text('year'), time: form.text('time') });
  return 'at' in read ? read.at : null;
}

export function RecordConsent(action: ActionProps<AnyCaseView>) {
  const text = secrecyTexts();
  const words = text.record;
  const recipients = action.view.consentRecipients.map(({ id, name }) => ({ value: id ?? filer, label: name || text.consents.filer }));
  const [only] = recipients;
  const initial = {
    recipient: recipients.length === 1 && only ? only.value : '', status: '', by: '', ...Object.fromEntries(consentScopes.map((scope) => [scope, false])), ...typedMoment(action.view.clock.now),
  };
  return (
    <CommandForm<'record-consent', string> id="record-consent" action={action} initial={initial} submit={words.submit} said={words.said} kind="secondary"
      pointers={{ '/recipientId': 'recipient', '/status': 'status', '/scope': consentScopes[0], '/byTitle': 'by', '/at': 'day' }}
      check={(form) => [
        ...needs(form, 'recipient', words.recipientMissing), ...needs(form, 'status', words.statusMissing), ...needs(form, 'by', words.byMissing),
        ...(typedAt(form) === null ? [{ field: 'day', text: words.atWrong }] : []),
      ]}
      body={(form, version) => ({
        version, status: consentStatuses.find((one) => one === form.text('status')) ?? 'notAsked', scope: consentScopes.filter((scope) => form.text('status') === 'given' && form.flag(scope)),
        recipientId: form.text('recipient') === filer ? null : form.text('recipient'), byTitle: form.text('by').trim(), at: typedAt(form) ?? '',
      })}>
      {(form) => <>
        {recipients.length > 1 && <Radios form={form} name="recipient" label={words.recipient} options={recipients} />}
        {recipients.length === 1 && only && <p>{words.recipient}: <strong>{only.label}</strong></p>}
        <Radios form={form} name="status" label={words.status} options={consentStatuses.map((value) => ({ value, label: text.consents.status[value] }))} />
        {form.text('status') === 'given' && <Group label={words.scope}>{consentScopes.map((scope) => <Checkbox key={scope} form={form} name={scope} label={text.consents.scope[scope]} />)}</Group>}
        <TextField form={form} name="by" label={words.by} />
        <MomentField form={form} names={['day', 'month', 'year', 'time']} label={words.at} />
      </>}
    </CommandForm>
  );
}

export function WithdrawConsent(action: ActionProps<AnyCaseView>) {
  const text = secrecyTexts();
  const words = text.withdraw;
  const open = action.view.consents.filter(({ status, withdrawnAt }) => status === 'given' && withdrawnAt === null);
  return <>
    <Notice color="info"><p>{words.about}</p></Notice>
    <CommandForm id="withdraw-consent" action={action} initial={{ consent: open.length === 1 ? open[0]?.id ?? '' : '' }} submit={words.submit} said={words.said} kind="danger" pointers={{ '/consentId': 'consent' }}
      check={(form) => needs(form, 'consent', words.missing)} body={(form, version) => ({ version, consentId: form.text('consent') })}>
      {(form) => <Radios form={form} name="consent" label={words.which} options={open.map(({ id, recipient, at }) => ({ value: id, label: `${recipient.name || text.consents.filer}, ${dateAndTime(at)}` }))} />}
    </CommandForm>
  </>;
}

