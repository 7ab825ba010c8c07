import { useState } from 'preact/hooks';
import type { IntakeOptions, RequestIntakeCode } from '../../../../functions/contracts/intake.ts';
import { call } from '../../api/call.ts';
import type { Answer } from '../../api/client.ts';
import { ApiFailure } from '../../api/failure.ts';
import { errorsOf, type FieldError } from '../../api/field-errors.ts';
import { Button } from '../../components/button/button.tsx';
import { Select } from '../../components/field/choices.tsx';
import { TextField } from '../../components/field/text-field.tsx';
import { FormFrame } from '../../components/form/form.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { Notice } from '../../components/notice/notice.tsx';
import { Page } from '../../components/page/page.tsx';
import { language } from '../../language/language.ts';
import { intakeTexts } from './texts.ts';

/** Who wants to file, and so where the code goes: a unit's registered mailbox, or one's own. */
export function WhoFiles({ kind, options, expired, sent }: {
  readonly kind: 'party' | 'public'; readonly options: IntakeOptions; readonly expired: boolean; readonly sent: (request: RequestIntakeCode, code: Answer<'request-intake-code'>) => void;
}) {
  const text = intakeTexts();
  const form = useForm({ organisation: '', unit: '', mailbox: '' });
  const [busy, setBusy] = useState(false);
  const party = kind === 'party';
  const check = (): readonly FieldError[] => {
    if (!party) return /^[^@\s]+@[^@\s]+\.[^@\s.]+$/.test(form.text('mailbox').trim()) ? [] : [{ field: 'mailbox', text: text.missing.mailbox }];
    if (form.text('organisation') === '') return [{ field: 'organisation', text: text.missing.organisation }];
    return form.text('unit') === '' ? [{ field: 'unit', text: text.missing.unit }] : [];
  };
  const ask = async () => {
    const errors = check();
    form.fail(errors);
    if (errors.length > 0) return;
    const request: RequestIntakeCode = party ? { kind: 'party', unitId: form.text('unit') } : { kind: 'public', mailbox: form.text('mailbox').trim(), language: language.value };
    setBusy(true);
    try {
      sent(request, await call('request-intake-code', { body: request }));
    } catch (failure) {
      setBusy(false);
      if (!(failure instanceof ApiFailure)) throw failure;
      form.fail(errorsOf(failure, { '/unitId': 'unit', '/mailbox': 'mailbox' }));
    }
  };
  const lead = (party ? text.partyLead : text.publicLead)(options.organisationName);
  return (
    <Page key="who" title={party ? text.partyTitle : text.publicTitle} lead={lead}>
      {expired && <Notice color="warning" title={text.again} live="alert"><p>{text.againText}</p></Notice>}
      {!party && <Notice color="warning"><p>{text.care}</p></Notice>}
      <p>{party ? text.how : text.howPublic}</p>
      <FormFrame form={form} onSubmit={() => void ask()} label={text.sendCode}>
        {party ? <>
          <Select form={form} name="organisation" label={text.organisation} options={options.organisations.map(({ id, name }) => ({ value: id, label: name }))} onChoose={() => form.set('unit', '')} />
          {form.text('organisation') !== '' && <Select form={form} name="unit" label={text.unit} options={options.units.filter(({ organisationId }) => organisationId === form.text('organisation')).map(({ id, name }) => ({ value: id, label: name }))} />}
        </> : <TextField form={form} name="mailbox" label={text.mailbox} autocomplete="email" />}
        <div class="buttons"><Button type="submit" busy={busy}>{text.sendCode}</Button></div>
      </FormFrame>
      {party && <p class="small">{text.notThere} {options.phone ? text.notTherePhone(options.phone) : text.notThereLetter}</p>}
      <p class="small">{party ? text.toPublic : text.toParty} <a class="ds-link" href={party ? '/intake/public' : '/intake/party'}>{text.other}</a></p>
    </Page>
  );
}
