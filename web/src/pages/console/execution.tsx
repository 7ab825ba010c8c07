import { useEffect } from 'preact/hooks';
import { useRoute } from 'preact-iso/router';
import type { ExecutionHistory, ExecutionView } from '../../../../functions/contracts/execution.ts';
import { errorsOf } from '../../api/field-errors.ts';
import { useReading } from '../../api/use-reading.ts';
import { Button, LinkButton } from '../../components/button/button.tsx';
import { Facts } from '../../components/facts/facts.tsx';
import { TextField } from '../../components/field/text-field.tsx';
import { FormFrame } from '../../components/form/form.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { useSending } from '../../components/form/use-sending.ts';
import { Failed, Loading, Page } from '../../components/page/page.tsx';
import { OverdueTag, StoppedTag } from '../../components/tag/tags.tsx';
import { dateAndTime } from '../../language/dates.ts';
import { StateGraph, stateTitle } from './state-graph.tsx';
import { consoleTexts } from './texts.ts';

const refreshEvery = 5000;
const broken = ['FAILED', 'TIMED_OUT', 'ABORTED'];

/** One execution as it runs: where it stands, where it has been, what it was given (identifiers only). */
export default function ExecutionPage() {
  const text = consoleTexts();
  const { params } = useRoute();
  const path = { executionId: params['executionId'] ?? '' };
  const reading = useReading('read-execution', { path });
  const history = useReading('read-execution-history', { path });
  const running = reading.data?.status === 'RUNNING';
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => {
      if (document.visibilityState !== 'visible') return;
      void reading.reload();
      void history.reload();
    }, refreshEvery);
    return () => clearInterval(timer);
  }, [running, path.executionId]);
  if (!reading.data && reading.failure !== null) return <Page title={text.execution}><Failed failure={reading.failure} again={() => void reading.reload()} /></Page>;
  if (!reading.data) return <Loading />;
  const execution = reading.data;
  const events = history.data?.events ?? [];
  const visited = new Set(events.flatMap(({ state }) => (state === null ? [] : [state])));
  const lastState = events.findLast(({ state }) => state !== null)?.state ?? null;
  const current = running ? execution.currentState ?? lastState : null;
  const failed = broken.includes(execution.status) ? lastState : null;
  return (
    <Page title={text.one(execution.number)} wide>
      <div class="case-bar">
        <div class="tags"><span class="ds-tag" data-color={running ? 'accent' : failed ? 'danger' : 'success'}>{text.statusOf[execution.status]}</span>{execution.overdue && <OverdueTag />}{execution.stopped && <StoppedTag />}</div>
        <div class="buttons">
          <LinkButton href={`/cases/${execution.caseId}`} kind="secondary">{text.toCase}</LinkButton>
          {execution.consoleUrl && <a class="ds-link" href={execution.consoleUrl} target="_blank" rel="noreferrer">{text.aws}</a>}
        </div>
      </div>
      {(failed !== null || execution.stopped) && <Restart execution={execution} done={() => {
        void reading.reload();
        void history.reload();
      }} />}
      <StateGraph current={current} failed={failed} visited={visited} />
      <section class="panel">
        <h2>{text.facts}</h2>
        <Facts facts={[
          [text.waitsFor, execution.waitsFor === null ? text.nothing : text.waits[execution.waitsFor] ?? execution.waitsFor],
          execution.waitsSince !== null && [text.since, dateAndTime(execution.waitsSince)], execution.waitsUntil !== null && [text.until, dateAndTime(execution.waitsUntil)],
          [text.unit, execution.unit], [text.machine, execution.stateMachine], [text.started, dateAndTime(execution.startedAt)],
          execution.stoppedAt !== null && [text.ended2, dateAndTime(execution.stoppedAt)], execution.error !== null && [text.error, <code>{execution.error}</code>],
          [text.input, <code class="written">{execution.input}</code>],
        ]} />
      </section>
      <History events={events} />
    </Page>
  );
}

/** A stopped lifecycle begins its next generation from the case; the watcher need not see the case for that. */
function Restart({ execution, done }: { readonly execution: ExecutionView; readonly done: () => void }) {
  const text = consoleTexts();
  const form = useForm({ reason: '' });
  const { busy, send } = useSending('restart-lifecycle');
  const restart = async () => {
    if (form.text('reason').trim() === '') return form.fail([{ field: 'reason', text: text.reasonMissing }]);
    const outcome = await send({ version: execution.caseVersion, reason: form.text('reason').trim() }, { caseId: execution.caseId });
    if (outcome === null) return;
    if ('failure' in outcome) return form.fail(errorsOf(outcome.failure, { '/reason': 'reason' }));
    done();
  };
  return (
    <section class="panel panel-todo">
      <h2>{text.restart}</h2>
      <p class="small">{text.restartAbout}</p>
      <FormFrame form={form} onSubmit={() => void restart()} label={text.restart}>
        <TextField form={form} name="reason" label={text.reason} />
        <div class="buttons"><Button type="submit" busy={busy}>{text.restart}</Button></div>
      </FormFrame>
    </section>
  );
}

function History({ events }: { readonly events: ExecutionHistory['events'] }) {
  const text = consoleTexts();
  return (
    <section class="stack" aria-labelledby="history-title">
      <h2 id="history-title">{text.history}</h2>
      <ol class="history">
        {events.map(({ id, at, type, state, error }) => (
          <li key={id}>
            <span class="history-id">{id}</span>
            <span>{text.event[type] ?? type}{state !== null && <> <strong>{stateTitle(state)}</strong></>}{error !== null && <> · <code>{error}</code></>}</span>
            <time dateTime={at}>{dateAndTime(at)}</time>
          </li>
        ))}
      </ol>
    </section>
  );
}
