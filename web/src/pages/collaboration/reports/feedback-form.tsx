import { textLimit } from '../../../../../functions/contracts/limits.ts';
import type { ApiFailure } from '../../../api/failure.ts';
import { errorsOf } from '../../../api/field-errors.ts';
import { Button } from '../../../components/button/button.tsx';
import { Radios } from '../../../components/field/choices.tsx';
import { leaving, saidHarmless, TextArea } from '../../../components/field/text-area.tsx';
import { TextField } from '../../../components/field/text-field.tsx';
import { FormFrame } from '../../../components/form/form.tsx';
import { useForm } from '../../../components/form/use-form.ts';
import { reportTexts } from './texts.ts';

export interface GivenFeedback {
  readonly text: string;
  readonly actions: { text: string; state: 'done' | 'planned'; due?: string }[];
  readonly notIdentifying: string[];
}
/** G5: what was done or is planned; more may be given later. `send` says what came of it: null, all is well. */
export function FeedbackForm({ command, label, busy, send }: {
  readonly command: string; readonly label: string; readonly busy: boolean; readonly send: (given: GivenFeedback) => Promise<ApiFailure | null>;
}) {
  const text = reportTexts();
  const form = useForm<'text' | 'action' | 'state' | 'due' | 'dismissed'>({ text: '', action: '', state: 'done', due: '', dismissed: '' });
  const give = async () => {
    const missing = form.text('text').trim() === '' ? [{ field: 'text', text: text.missing }] : [];
    form.fail(missing);
    if (missing.length > 0) return;
    const action = form.text('action').trim();
    const state = form.text('state') === 'planned' ? 'planned' : 'done';
    const due = form.text('due').trim();
    const failure = await send({ text: form.text('text').trim(), notIdentifying: saidHarmless(form), actions: action === '' ? [] : [{ text: action, state, ...(due !== '' && { due }) }] });
    if (failure) form.fail(errorsOf(failure, { '/text': 'text', '/actions/0/text': 'action', '/actions/0/due': 'due' }));
    else form.setAll({ text: '', action: '', due: '' });
  };
  return (
    <FormFrame form={form} onSubmit={() => void give()} label={label} command={command}>
      <TextArea form={form} name="text" most={textLimit.long} label={text.feedbackText} marking={leaving(form)} />
      <TextField form={form} name="action" label={text.action} optional />
      <Radios form={form} name="state" label={text.state} options={[{ value: 'done', label: text.done }, { value: 'planned', label: text.planned }]} />
      {form.text('state') === 'planned' && <TextField form={form} name="due" label={text.actionDue} size={12} />}
      <div class="buttons"><Button type="submit" busy={busy}>{label}</Button></div>
    </FormFrame>
  );
}
