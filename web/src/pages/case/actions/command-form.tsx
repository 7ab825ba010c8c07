import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { AnyCaseView, CaseAction, CaseView } from '../../../../../functions/contracts/case.ts';
import type { LadderAction } from '../../../../../functions/contracts/words.ts';
import type { RegistersView } from '../../../../../functions/contracts/register.ts';
import type { BodyOf } from '../../../api/client.ts';
import { errorsOf, type FieldError } from '../../../api/field-errors.ts';
import { Button } from '../../../components/button/button.tsx';
import { FormFrame } from '../../../components/form/form.tsx';
import { type Form, type FormValue, useForm } from '../../../components/form/use-form.ts';
import { useSending } from '../../../components/form/use-sending.ts';
import { Notice } from '../../../components/notice/notice.tsx';
import { componentTexts } from '../../../components/texts.ts';

export interface ActionProps<View extends AnyCaseView = CaseView> {
  readonly view: View;
  readonly registers: RegistersView;
  readonly reload: () => Promise<void>;
  /** Says what was done and reads the case anew. */
  readonly done: (said: string) => void;
}
export type CommandId = Exclude<CaseAction, 'read-case' | 'read-patient-reference'> | LadderCommandId;
type LadderCommandId = Exclude<LadderAction, 'read-folder'>;
/** What a form sends its command to: a case, or its folder. */
export interface OnVersion {
  readonly view: { readonly id: string; readonly version: number };
  readonly reload: () => Promise<void>;
  readonly done: (said: string) => void;
}

interface CommandFormProps<Id extends CommandId, Name extends string> {
  readonly id: Id;
  readonly action: OnVersion;
  readonly initial: Readonly<Record<Name, FormValue>>;
  readonly submit: string;
  readonly said: string;
  readonly kind?: 'primary' | 'secondary' | 'danger';
  readonly check?: (form: Form<Name>) => readonly FieldError[];
  readonly body: (form: Form<Name>, version: number) => BodyOf<Id>;
  readonly pointers?: Readonly<Record<string, NoInfer<Name>>>;
  readonly watch?: (form: Form<Name>) => void;
  /** What was sent stays in the fields: it is what the case holds from now on. */
  readonly keeps?: boolean;
  readonly children?: (form: Form<Name>) => ComponentChildren;
}

/**
 * One command on the case. When somebody else was faster nothing typed is lost: the newest case is read
 * on request, and the same words can be sent against it.
 */
export function CommandForm<Id extends CommandId, Name extends string>({ id, action, initial, submit, said, kind = 'primary', check, body, pointers = {}, watch, keeps = false, children }: CommandFormProps<Id, Name>) {
  const form = useForm(initial);
  const { busy, send } = useSending(id);
  const [stale, setStale] = useState<'no' | 'yes' | 'reloaded'>('no');
  const text = componentTexts();
  useEffect(() => watch?.(form), [form.values]);
  const run = async () => {
    const found = check?.(form) ?? [];
    form.fail(found);
    if (found.length > 0) return;
    const outcome = await send(body(form, action.view.version), { caseId: action.view.id });
    if (outcome === null) return;
    if ('answer' in outcome) {
      setStale('no');
      if (!keeps) form.setAll(initial);
      return action.done(said);
    }
    const { failure } = outcome;
    if (failure.code === 'stale-version' || failure.code === 'conflict') return setStale('yes');
    form.fail(errorsOf(failure, pointers));
  };
  return (
    <FormFrame form={form} onSubmit={() => void run()} label={submit} command={id}>
      {stale === 'yes' && (
        <Notice color="warning" title={text.staleTitle} live="alert">
          <p>{text.staleText}</p>
          <Button kind="secondary" onClick={() => void action.reload().then(() => setStale('reloaded'))}>{text.reloadChanges}</Button>
        </Notice>
      )}
      {stale === 'reloaded' && <Notice live="status"><p>{text.changesLoaded}</p></Notice>}
      {children?.(form)}
      <div class="buttons"><Button type="submit" kind={kind} busy={busy}>{submit}</Button></div>
    </FormFrame>
  );
}

/** A required text, or the words that say so. */
export const needs = <Name extends string>(form: Form<Name>, name: Name, text: string): readonly FieldError[] => (form.text(name).trim() === '' ? [{ field: name, text }] : []);
