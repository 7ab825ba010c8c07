import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { MeetingView } from '../../../../../functions/contracts/meeting.ts';
import type { RegistersView } from '../../../../../functions/contracts/register.ts';
import type { BodyOf } from '../../../api/client.ts';
import { errorsOf, type FieldError } from '../../../api/field-errors.ts';
import { Button } from '../../../components/button/button.tsx';
import { FormFrame } from '../../../components/form/form.tsx';
import { type Form, type FormValue, useForm } from '../../../components/form/use-form.ts';
import { useSending } from '../../../components/form/use-sending.ts';
import { Notice } from '../../../components/notice/notice.tsx';
import { meetingTexts } from './texts.ts';

/** A meeting as it is shown, and what is done with it. */
export interface Going {
  readonly meeting: MeetingView;
  /** null: not read yet, or not to be had. */
  readonly registers: RegistersView | null;
  /** Says what was done and reads the meeting anew. */
  readonly done: (said: string) => void;
  readonly reload: () => Promise<void>;
}
type Command = 'change-meeting' | 'record-meeting-outcome';

interface MeetingFormProps<Id extends Command> {
  readonly id: Id;
  readonly going: Going;
  readonly initial: Readonly<Record<string, FormValue>>;
  readonly label: string;
  readonly submit?: string;
  readonly said: string;
  readonly kind?: 'primary' | 'secondary' | 'danger';
  readonly check?: (form: Form<string>) => readonly FieldError[];
  readonly body: (form: Form<string>, version: number) => BodyOf<Id>;
  readonly pointers?: Readonly<Record<string, string>>;
  /** Own words for a code. */
  readonly words?: Readonly<Record<string, FieldError>>;
  readonly keeps?: boolean;
  readonly children?: (form: Form<string>) => ComponentChildren;
}
/** One command on the meeting. When somebody else was faster nothing typed is lost. */
export function MeetingForm<Id extends Command>({ id, going, initial, label, submit = label, said, kind = 'primary', check, body, pointers = {}, words = {}, keeps = false, children }: MeetingFormProps<Id>) {
  const text = meetingTexts();
  const form = useForm<string>(initial);
  const { busy, send } = useSending(id);
  const [stale, setStale] = useState(false);
  const run = async () => {
    const found = check?.(form) ?? [];
    form.fail(found);
    if (found.length > 0) return;
    const sent = await send(body(form, going.meeting.version), { meetingId: going.meeting.id });
    if (sent === null) return;
    if ('answer' in sent) {
      setStale(false);
      if (!keeps) form.setAll(initial);
      return going.done(said);
    }
    const { failure } = sent;
    if (failure.code === 'stale-version' || failure.code === 'conflict') return setStale(true);
    const own = words[failure.code];
    form.fail(own ? [own] : failure.code === 'wrong-status' || failure.code === 'already-there' ? [{ field: null, text: failure.code === 'already-there' ? text.already : text.wrongState }] : errorsOf(failure, pointers));
  };
  return (
    <FormFrame form={form} onSubmit={() => void run()} label={label} command={id}>
      {stale && <Notice color="warning" live="alert"><p>{text.stale}</p><Button kind="secondary" onClick={() => void going.reload().then(() => setStale(false))}>{text.reread}</Button></Notice>}
      {children?.(form)}
      <div class="buttons"><Button type="submit" kind={kind} busy={busy}>{submit}</Button></div>
    </FormFrame>
  );
}
