import { useEffect, useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso/router';
import type { ExecutionHistory, ExecutionView, Mending } from '../../../../functions/contracts/execution.ts';
import { call } from '../../api/call.ts';
import { useReading } from '../../api/use-reading.ts';
import { Button, LinkButton } from '../../components/button/button.tsx';
import { Facts } from '../../components/facts/facts.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { Failed, Loading, Page } from '../../components/page/page.tsx';
import { OverdueTag, StoppedTag } from '../../components/tag/tags.tsx';
import { dateAndTime } from '../../language/dates.ts';
import './console.css';
import { History } from './history.tsx';
import { MachineGraph } from './machine-graph.tsx';
import { Mendings } from './mendings.tsx';
import { consoleTexts } from './texts.ts';

const refreshEvery = 5000;
/** The relay does within a second or two what was asked for. */
const refreshSoon = 1000;
const expectedWithin = 20_000;
const broken = ['FAILED', 'TIMED_OUT', 'ABORTED'];

/** One execution as it runs: where it stands, where it has been, what it was given (identifiers only). */
export default function ExecutionPage() {
  const text = consoleTexts();
  const { params } = useRoute();
  const { route } = useLocation();
  const path = { executionId: params['executionId'] ?? '' };
  const reading = useReading('read-execution', { path });
  const history = useReading('read-execution-history', { path });
  const [older, setOlder] = useState<readonly ExecutionHistory[]>([]);
  const [mended, setMended] = useState<{ readonly id: Mending; readonly on: string; readonly done: boolean } | null>(null);
  const newest = reading.data?.generations[0];
  const moves = reading.data !== null && newest?.id === reading.data.id && reading.data.status !== 'SUCCEEDED';
  const expecting = mended !== null && !mended.done;
  const again = () => {
    void reading.reload();
    void history.reload();
  };
  useEffect(() => setOlder([]), [path.executionId]);
  useEffect(() => {
    if (!moves && !expecting) return;
    const timer = setInterval(() => document.visibilityState === 'visible' && again(), expecting ? refreshSoon : refreshEvery);
    return () => clearInterval(timer);
  }, [moves, expecting, path.executionId]);
  useEffect(() => {
    if (!expecting) return;
    const timer = setTimeout(() => setMended(null), expectedWithin);
    return () => clearTimeout(timer);
  }, [expecting]);
  useEffect(() => {
    if (!expecting || !reading.data || !isDone(mended.id, reading.data)) return;
    const goesOnAs = newest && mended.id === 'restart-lifecycle' ? newest.id : mended.on;
    setMended({ id: mended.id, on: goesOnAs, done: true });
    if (goesOnAs !== mended.on) route(`/console/${goesOnAs}`);
  }, [expecting, reading.data]);
  if (!reading.data && reading.failure !== null) return <Page title={text.execution}><Failed failure={reading.failure} again={() => void reading.reload()} /></Page>;
  if (!reading.data) return <Loading />;
  const execution = reading.data;
  const running = execution.status === 'RUNNING';
  // Pages overlap, since new events push older ones along.
  const events = [...new Map([...(history.data?.events ?? []), ...older.flatMap((page) => page.events)].map((event) => [event.id, event])).values()].toSorted((a, b) => b.id - a.id);
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
          {execution.mayReadCase && <LinkButton href={`/cases/${execution.caseId}`} kind="secondary">{text.toCase}</LinkButton>}
          {execution.machine === 'register-import' && <LinkButton href={`/administration/import/${execution.caseId}`} kind="secondary">{text.toImport}</LinkButton>}
          {execution.consoleUrl && <a class="ds-link" href={execution.consoleUrl} target="_blank" rel="noreferrer">{text.aws}</a>}
        </div>
      </div>
      {mended?.on === execution.id && <Notice color={mended.done ? 'success' : 'info'} live="status"><p>{mended.done ? text.mended[mended.id] : text.mending2}</p></Notice>}
      {newest && newest.generation > execution.generation && <Notice><p>{text.superseded} <a class="ds-link" href={`/console/${newest.id}`}>{text.toNewest}</a></p></Notice>}
      {broken.includes(execution.status) && <Mendings execution={execution} done={setMended} again={again} />}
      <MachineGraph key={execution.machine} machine={execution.machine} current={current} failed={failed} visited={visited} />
      <section class="panel">
        <h2>{text.facts}</h2>
        <Facts facts={[
          execution.waitsFor !== null && [text.waitsFor, text.waits[execution.waitsFor] ?? execution.waitsFor],
          execution.waitsSince !== null && [text.since, dateAndTime(execution.waitsSince)], execution.waitsUntil !== null && [text.until, dateAndTime(execution.waitsUntil)],
          execution.unit !== '' && [text.unit, execution.unit], [text.machine, <>{text.machines[execution.machine]} <code>{execution.stateMachine}</code></>], [text.started, dateAndTime(execution.startedAt)],
          execution.stoppedAt !== null && [text.ended2, dateAndTime(execution.stoppedAt)], execution.error !== null && [text.error, text.errorOf[execution.error] ?? <code>{execution.error}</code>],
          [text.input, <code class="written">{execution.input}</code>],
        ]} />
      </section>
      {!broken.includes(execution.status) && <Mendings execution={execution} done={setMended} again={again} />}
      <Generations execution={execution} />
      <History events={events} />
      {further !== null && <Button kind="secondary" onClick={() => {
        void call('read-execution-history', { path, query: { cursor: further } }).then((page) => setOlder([...older, ...(history.data ? [history.data] : []), page]), () => undefined);
      }}>{text.more}</Button>}
    </Page>
  );
}

/** Whether the execution shows what was asked for. */
function isDone(id: Mending, { status, generation, generations: [newest] }: ExecutionView): boolean {
  switch (id) {
    case 'redrive-execution':
      return status === 'RUNNING';
    case 'stop-execution':
      return status !== 'RUNNING';
    case 'restart-lifecycle':
      return newest !== undefined && newest.generation > generation && newest.status !== null;
  }
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
