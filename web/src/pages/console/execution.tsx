import { useEffect, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso/router';
import type { ExecutionHistory, ExecutionView } from '../../../../functions/contracts/execution.ts';
import { call } from '../../api/call.ts';
import { useReading } from '../../api/use-reading.ts';
import { Button, LinkButton } from '../../components/button/button.tsx';
import { Facts } from '../../components/facts/facts.tsx';
import { Failed, Loading, Page } from '../../components/page/page.tsx';
import { OverdueTag, StoppedTag } from '../../components/tag/tags.tsx';
import { dateAndTime } from '../../language/dates.ts';
import { Mendings } from './mendings.tsx';
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
  const [older, setOlder] = useState<readonly ExecutionHistory[]>([]);
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
  const events = [...(history.data?.events ?? []), ...older.flatMap((page) => page.events)].toSorted((a, b) => b.id - a.id);
  const further = (older.at(-1) ?? history.data)?.cursor ?? null;
  const visited = new Set(events.flatMap(({ state }) => (state === null ? [] : [state])));
  const lastState = events.find(({ state }) => state !== null)?.state ?? null;
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
      {execution.mendings.length > 0 && <Mendings execution={execution} done={() => {
        void reading.reload();
        void history.reload();
      }} />}
      <Generations execution={execution} />
      <History events={events} />
      {further !== null && <Button kind="secondary" onClick={() => {
        void call('read-execution-history', { path, query: { cursor: further } }).then((page) => setOlder([...older, page]), () => undefined);
      }}>{text.more}</Button>}
    </Page>
  );
}

/** A long case runs through several executions; each stays readable as long as the service keeps it. */
function Generations({ execution }: { readonly execution: ExecutionView }) {
  const text = consoleTexts();
  if (execution.generations.length < 2) return null;
  return (
    <section class="panel">
      <h2>{text.generations}</h2>
      <ul class="ds-list">
        {execution.generations.map(({ id, generation, status, startedAt }) => (
          <li key={id}>
            {id === execution.id ? <strong>{text.generation(generation)}</strong> : <a class="ds-link" href={`/console/${id}`}>{text.generation(generation)}</a>}
            {' · '}{status === null ? text.noLongerKept : text.statusOf[status]}{startedAt !== null && ` · ${dateAndTime(startedAt)}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Newest first: what matters now is at the top. */
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
