import { useState } from 'preact/hooks';
import type { AnyCaseView } from '../../../../../functions/contracts/case.ts';
import { call } from '../../../api/call.ts';
import type { Answer } from '../../../api/client.ts';
import { ApiFailure } from '../../../api/failure.ts';
import { errorsOf } from '../../../api/field-errors.ts';
import { Button } from '../../../components/button/button.tsx';
import { TextField } from '../../../components/field/text-field.tsx';
import { FormFrame } from '../../../components/form/form.tsx';
import { useForm } from '../../../components/form/use-form.ts';
import { type ActionProps, needs } from './command-form.tsx';
import { plainTexts } from './plain-texts.ts';

/** Shown against a reason, logged, and hidden again as soon as it is no longer needed. */
export function PatientReference({ view }: Pick<ActionProps<AnyCaseView>, 'view'>) {
  const text = plainTexts().patient;
  const form = useForm({ reason: '' });
  const [shown, setShown] = useState<Answer<'read-patient-reference'> | null>(null);
  const [busy, setBusy] = useState(false);
  const show = async () => {
    const errors = needs(form, 'reason', text.missing);
    form.fail(errors);
    if (errors.length > 0) return;
    setBusy(true);
    try {
      setShown(await call('read-patient-reference', { path: { caseId: view.id }, body: { reason: form.text('reason').trim() } }));
    } catch (failure) {
      if (failure instanceof ApiFailure) form.fail(errorsOf(failure, { '/reason': 'reason' }));
    }
    setBusy(false);
  };
  if (shown) {
    return (
      <div class="stack" role="status">
        <p>{text.shown}: <strong>{shown.reference}</strong>{shown.protectedIdentity && ` (${text.protectedIdentity})`}</p>
        <Button kind="secondary" onClick={() => setShown(null)}>{text.hide}</Button>
      </div>
    );
  }
  return <>
    <p class="small">{text.about}</p>
    <FormFrame form={form} onSubmit={() => void show()} label={text.title} command="read-patient-reference">
      <TextField form={form} name="reason" label={text.field} />
      <div class="buttons"><Button type="submit" kind="secondary" busy={busy}>{text.submit}</Button></div>
    </FormFrame>
  </>;
}
