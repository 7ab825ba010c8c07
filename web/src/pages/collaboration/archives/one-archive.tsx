import { useEffect, useState } from 'preact/hooks';
import type { ArchiveView } from '../../../../../functions/contracts/archive.ts';
import { call } from '../../../api/call.ts';
import { useReading } from '../../../api/use-reading.ts';
import { Button, LinkButton } from '../../../components/button/button.tsx';
import { Facts } from '../../../components/facts/facts.tsx';
import { Notice } from '../../../components/notice/notice.tsx';
import { Failed, Loading, Page } from '../../../components/page/page.tsx';
import { type Column, Records } from '../../../components/records/records.tsx';
import { dateAndTime } from '../../../language/dates.ts';
import { archiveTexts } from './texts.ts';

const refreshEvery = 1000;
const colors = { running: 'info', done: 'success', failed: 'danger', expired: 'warning' } as const;

/** One package: how far it is, what is in it, its parts to fetch. It goes on when nobody looks. */
export function OneArchive({ archiveId }: { readonly archiveId: string }) {
  const text = archiveTexts();
  const reading = useReading('read-archive', { path: { archiveId } });
  const [failure, setFailure] = useState<unknown>(null);
  const running = reading.data?.status === 'running';
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => document.visibilityState === 'visible' && void reading.reload(), refreshEvery);
    return () => clearInterval(timer);
  }, [running, archiveId]);
  if (!reading.data) return reading.failure === null ? <Loading /> : <Page title={text.title}><Failed failure={reading.failure} again={() => void reading.reload()} /></Page>;
  const view = reading.data;
  const { progress: { written, total } } = view;
  const fetchPart = async (part: string): Promise<void> => {
    setFailure(null);
    try {
      location.assign((await call('download-archive', { path: { archiveId, part } })).url);
    } catch (error) {
      setFailure(error);
      await reading.reload();
    }
  };
  const columns: readonly Column<ArchiveView['volumes'][number]>[] = [
    { title: text.part, cell: ({ number }) => text.partOf(number) },
    { title: text.cases, cell: ({ cases }) => String(cases) },
    { title: text.files, cell: ({ files }) => String(files) },
    { title: text.bytes, cell: ({ bytes }) => text.kilobytes(String(Math.ceil(bytes / 1024))) },
    { title: text.sum, cell: ({ sha256 }) => <code class="written">{sha256}</code> },
    ...(view.status === 'done' ? [{ title: text.fetch, cell: ({ number }: { readonly number: number }) => <Button kind="secondary" label={text.fetchPart(number)} onClick={() => void fetchPart(String(number))}>{text.fetch}</Button> }] : []),
  ];
  return (
    <Page title={text.one(dateAndTime(view.at))} wide>
      <Notice color={colors[view.status]} title={text.status[view.status]} live="status"><p>{text.about[view.status]}</p></Notice>
      {running && (
        <div class="stack">
          <p id="archive-progress">{view.phase === 'choosing' ? text.choosing : text.progress(written, total)}</p>
          <progress class="archive-progress" max={Math.max(total, 1)} value={written} aria-labelledby="archive-progress" />
        </div>
      )}
      {failure !== null && <Failed failure={failure} />}
      <Facts facts={[
        [text.by, view.byName], [text.cases, String(total)], [text.references, view.withPatientReferences ? text.yes : text.no], view.reason !== '' && [text.reason, view.reason],
        view.endedAt !== null && [text.ended, dateAndTime(view.endedAt)], view.expiresAt !== null && [text.until, dateAndTime(view.expiresAt)],
        view.manifestSha256 !== null && [text.manifestSum, <code class="written">{view.manifestSha256}</code>],
      ]} />
      {view.volumes.length > 0 && (
        <section class="stack">
          <h2>{text.parts}</h2>
          {view.status !== 'running' && <p>{text.last}</p>}
          <Records caption={text.parts} columns={columns} rows={view.volumes} keyOf={({ number }) => String(number)} />
        </section>
      )}
      <div class="buttons no-print">
        {view.status === 'done' && <Button kind="secondary" onClick={() => void fetchPart('manifest')}>{text.manifest}</Button>}
        <LinkButton href="/collaboration/archives" kind="tertiary">{text.back}</LinkButton>
      </div>
    </Page>
  );
}
