import { useEffect, useState } from 'preact/hooks';
import type { ImportView } from '../../../../../functions/contracts/import.ts';
import { useReading } from '../../../api/use-reading.ts';
import { Button, LinkButton } from '../../../components/button/button.tsx';
import { Facts } from '../../../components/facts/facts.tsx';
import { useSending } from '../../../components/form/use-sending.ts';
import { Notice } from '../../../components/notice/notice.tsx';
import { Failed, Loading, Page } from '../../../components/page/page.tsx';
import { type Column, Records } from '../../../components/records/records.tsx';
import { dateAndTime } from '../../../language/dates.ts';
import './import.css';
import { faultText, importTexts, wantedOf } from './texts.ts';

const refreshEvery = 1000;
const colors = { refused: 'danger', unchanged: 'info', ready: 'info', running: 'info', done: 'success', outdated: 'warning', failed: 'danger' } as const;

/** One import: what it would change, how far it is, what came of it. It goes on when nobody looks. */
export function OneImport({ importId }: { readonly importId: string }) {
  const text = importTexts();
  const path = { importId };
  const reading = useReading('read-import', { path });
  const apply = useSending('apply-import');
  const [failure, setFailure] = useState<unknown>(null);
  const running = reading.data?.status === 'running';
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => document.visibilityState === 'visible' && void reading.reload(), refreshEvery);
    return () => clearInterval(timer);
  }, [running, importId]);
  if (!reading.data) return reading.failure === null ? <Loading /> : <Page title={text.one}><Failed failure={reading.failure} again={() => void reading.reload()} /></Page>;
  const view = reading.data;
  const send = async (): Promise<void> => {
    setFailure(null);
    const sent = await apply.send({}, path);
    if (sent !== null && 'failure' in sent) setFailure(sent.failure);
    await reading.reload();
  };
  const { counts } = view;
  return (
    <Page title={text.oneOf(text.registers[view.register])} wide>
      <Notice color={colors[view.status]} title={text.status[view.status]} live="status"><p>{text.statusAbout[view.status]}</p></Notice>
      {running && <Progress view={view} />}
      {failure !== null && <Failed failure={failure} />}
      <Facts facts={[
        [text.file, <span class="written">{view.fileName}</span>], [text.by, view.byName], [text.when, dateAndTime(view.at)], view.endedAt !== null && [text.ended, dateAndTime(view.endedAt)],
        counts.faults > 0 && [text.faults, String(counts.faults)],
        counts.faults === 0 && [text.kind.added, String(counts.added)], counts.faults === 0 && [text.kind.changed, String(counts.changed)],
        counts.faults === 0 && [text.kind.ended, String(counts.ended)], counts.faults === 0 && [text.untouched, String(counts.untouched)],
      ]} />
      {view.status === 'ready' && <div class="buttons"><Button busy={apply.busy} onClick={() => void send()}>{text.apply(counts.added + counts.changed + counts.ended)}</Button></div>}
      {view.faults.length > 0 && <Faults view={view} />}
      {view.changes.length > 0 && <Changes view={view} />}
      <div class="buttons no-print">
        <LinkButton href="/administration/import" kind="secondary">{text.back}</LinkButton>
        {view.executionId !== null && <LinkButton href={`/console/${view.executionId}`} kind="tertiary">{text.execution}</LinkButton>}
      </div>
    </Page>
  );
}

function Progress({ view: { progress: { written, total } } }: { readonly view: ImportView }) {
  const text = importTexts();
  return (
    <div class="stack">
      <p id="import-progress">{total === 0 ? text.beginning : text.progress(written, total)}</p>
      <progress class="import-progress" max={Math.max(total, 1)} value={written} aria-labelledby="import-progress" />
    </div>
  );
}

type Fault = ImportView['faults'][number];
function Faults({ view }: { readonly view: ImportView }) {
  const text = importTexts();
  const { faults, counts } = view;
  const columns: readonly Column<Fault & { readonly place: string }>[] = [
    { title: text.line, cell: ({ line }) => (line === 0 ? text.whole : String(line)) },
    { title: text.column, cell: ({ column }) => (column === null ? '–' : <><code>{column}</code> <span class="small">{text.columns[column] ?? ''}</span></>) },
    { title: text.faultTitle, cell: ({ code, column }) => <>{faultText(code)} {wantedOf(view.register, column, code)}</> },
  ];
  return (
    <section class="stack">
      <h2>{text.faultsTitle}</h2>
      {counts.faults > faults.length && <p>{text.first(faults.length, counts.faults)}</p>}
      <Records caption={text.faultsTitle} columns={columns} rows={faults.map((fault, index) => ({ ...fault, place: `${index}` }))} keyOf={({ place }) => place} />
    </section>
  );
}

type Change = ImportView['changes'][number];
function Changes({ view: { changes, counts, status } }: { readonly view: ImportView }) {
  const text = importTexts();
  const all = counts.added + counts.changed + counts.ended;
  const columns: readonly Column<Change>[] = [
    { title: text.row, cell: ({ key }) => <span class="written">{key}</span> },
    { title: text.what, cell: ({ kind }) => text.kind[kind] },
    { title: text.line, cell: ({ line }) => String(line) },
    { title: text.fromTo, cell: ({ cells, kind }) => <ul class="ds-list">{cells.map(({ column, from, to }) => <li key={column}><code>{column}</code>: {kind === 'added' ? <span class="written">{to}</span> : text.changedCell(from || text.empty, to || text.empty)}</li>)}</ul> },
  ];
  return (
    <section class="stack">
      <h2>{status === 'done' ? text.changesDone : text.changesTitle}</h2>
      {all > changes.length && <p>{text.first(changes.length, all)}</p>}
      <Records caption={text.changesTitle} columns={columns} rows={changes} keyOf={({ key }) => key} />
    </section>
  );
}
