import type { IncomingCaseView } from '../../../../../functions/contracts/incoming.ts';
import { textLimit } from '../../../../../functions/contracts/limits.ts';
import { TextArea } from '../../../components/field/text-area.tsx';
import { TextField } from '../../../components/field/text-field.tsx';
import { type ActionProps, CommandForm } from '../../case/actions/command-form.tsx';
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
