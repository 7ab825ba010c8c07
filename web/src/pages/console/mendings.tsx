import type { ExecutionView, Mending } from '../../../../functions/contracts/execution.ts';
import { errorsOf } from '../../api/field-errors.ts';
import { Button } from '../../components/button/button.tsx';
import { TextField } from '../../components/field/text-field.tsx';
import { FormFrame } from '../../components/form/form.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { useSending } from '../../components/form/use-sending.ts';
import { dateAndTime } from '../../language/dates.ts';
import { problemTexts } from '../../language/problem-texts.ts';
import { consoleTexts } from './texts.ts';

interface MendingsProps {
  readonly execution: ExecutionView;
  readonly done: (mended: { readonly id: Mending; readonly on: string; readonly done: boolean }) => void;
  /** Somebody else was faster: reads anew what is shown. */
  readonly again: () => void;
}
/** What this user may do about the execution now, each with its reason; the watcher need not see the case for that. */
export function Mendings({ execution, done, again }: MendingsProps) {
  const text = consoleTexts();
  const { redriveBlockedBy, redriveUntil } = execution;
  if (execution.mendings.length === 0) return null;
  return (
    <section class="stack">
      <h2>{execution.status === 'RUNNING' ? text.intervene : text.mend}</h2>
      {redriveBlockedBy !== null && redriveBlockedBy !== 'execution-running' && <p>{text.blocked} {problemTexts().problem[redriveBlockedBy]}</p>}
      {redriveUntil !== null && redriveBlockedBy === null && <p class="small">{text.redriveUntil} {dateAndTime(redriveUntil)}.</p>}
      <div>{execution.mendings.map((id) => <Mend key={id} id={id} execution={execution} done={done} again={again} />)}</div>
    </section>
  );
}

function Mend({ id, execution, done, again }: MendingsProps & { readonly id: Mending }) {
  const text = consoleTexts();
  const form = useForm({ reason: '' });
  const { busy, send } = useSending<Mending>(id);
  const mend = async () => {
    const reason = form.text('reason').trim();
    if (reason === '') return form.fail([{ field: 'reason', text: text.reasonMissing }]);
    const outcome = await send({ version: execution.caseVersion, reason, ...(id === 'restart-lifecycle' && execution.track && { track: execution.track }) }, { caseId: execution.caseId, executionId: execution.id });
    if (outcome === null) return;
    if ('failure' in outcome) {
      form.fail(errorsOf(outcome.failure, { '/reason': 'reason' }));
      // What was typed stays.
      if (outcome.failure.code === 'stale-version') again();
      return;
    }
    form.fail([]);
    form.set('reason', '');
    done({ id, on: execution.id, done: false });
    again();
  };
  return (
    <details class="more">
      <summary>{text.mending[id]}</summary>
      <div class="stack">
        <p class="small">{text.mendingAbout[id]}</p>
        <FormFrame form={form} onSubmit={() => void mend()} label={text.mending[id]}>
          <TextField form={form} name="reason" label={text.reason} />
          <div class="buttons"><Button type="submit" kind={id === 'stop-execution' ? 'danger' : 'primary'} busy={busy}>{text.mending[id]}</Button></div>
        </FormFrame>
      </div>
    </details>
  );
}
