import { useState } from 'preact/hooks';
import type { RoutineList } from '../../../../../functions/contracts/routine-administration.ts';
import { call } from '../../../api/call.ts';
import { Button, LinkButton } from '../../../components/button/button.tsx';
import { useSending } from '../../../components/form/use-sending.ts';
import { Notice } from '../../../components/notice/notice.tsx';
import { Failed, Page } from '../../../components/page/page.tsx';
import { type Column, Records } from '../../../components/records/records.tsx';
import { dateAndTime, longDate } from '../../../language/dates.ts';
import { language } from '../../../language/language.ts';
import { Log } from './log.tsx';
import { routineTexts } from './texts.ts';
import { YearlyReview } from './yearly-review.tsx';

type Version = RoutineList['versions'][number];

/** The versions of the routine, its draft, its yearly review, and what has been done to it. */
export default function Versions({ list, reload }: { readonly list: RoutineList; readonly reload: () => Promise<void> }) {
  const text = routineTexts();
  const withdrawing = useSending('withdraw-routine');
  const [discarding, setDiscarding] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const withdraw = async ({ routineId, version }: Version) => {
    const outcome = await withdrawing.send({}, { routineId, version: String(version) });
    if (outcome === null) return;
    setFailure('failure' in outcome ? outcome.failure : null);
    setSaid('answer' in outcome ? text.withdrawn(version) : null);
    await reload();
  };
  const discard = async (revision: number) => {
    setDiscarding(true);
    try {
      await call('discard-routine-draft', { path: { routineId: list.routineId }, query: { revision: String(revision) } });
      setFailure(null);
      setSaid(text.discarded);
    } catch (error) {
      setFailure(error);
      setSaid(null);
    }
    setDiscarding(false);
    await reload();
  };
  const columns: readonly Column<Version>[] = [
    { title: text.version, cell: ({ routineId, version, title }) => <><a class="ds-link" href={`/administration/routines/${routineId}/${version}`} aria-label={text.read(version)}>{text.version} {version}</a><span class="small">{title[language.value]}</span></> },
    { title: text.state, cell: (one) => text.states[one.state] },
    { title: text.from, cell: ({ validFrom, standsUntil }) => <>{validFrom === null ? text.beginning : longDate(validFrom)}{standsUntil !== null && <span class="small">{text.until(longDate(standsUntil))}</span>}</> },
    { title: text.publishedBy, cell: ({ publishedBy, publishedAt }) => <>{publishedBy?.name ?? text.nobody}{publishedAt !== null && <span class="small">{dateAndTime(publishedAt)}</span>}</> },
    { title: text.open, cell: ({ openCases }) => openCases },
    ...(list.mayPublish && list.versions.some(({ state }) => state === 'coming') ? [{ title: text.withdraw, cell: (one: Version) => one.state === 'coming' && <Button kind="tertiary" busy={withdrawing.busy} label={text.withdrawVersion(one.version)} onClick={() => void withdraw(one)}>{text.withdraw}</Button> }] : []),
  ];
  return (
    <Page title={text.title} lead={text.lead} wide>
      {said !== null && <Notice color="success" live="status"><p>{said}</p></Notice>}
      {failure !== null && <Failed failure={failure} />}
      {list.mayPublish && (
        <div class="panel">
          {list.draft !== null && <p>{text.draftBy(list.draft.savedBy.name, dateAndTime(list.draft.savedAt))}</p>}
          <div class="buttons">
            <LinkButton href="/administration/routines/draft">{list.draft === null ? text.begin : text.goOn}</LinkButton>
            {list.draft !== null && <LinkButton href="/administration/routines/publish" kind="secondary">{text.reviewDraft}</LinkButton>}
          </div>
          {list.draft !== null && (
            <details class="more">
              <summary>{text.discard}</summary>
              <p>{text.discardLead}</p>
              <div class="buttons"><Button kind="secondary" busy={discarding} onClick={() => void discard(list.draft?.revision ?? 0)}>{text.discardNow}</Button></div>
            </details>
          )}
        </div>
      )}
      <h2>{text.versions}</h2>
      <Records caption={text.versions} columns={columns} rows={list.versions} keyOf={({ routineId, version }) => `${routineId} ${version}`} />
      {list.more && <p class="small">{text.more}</p>}
      <YearlyReview list={list} reload={reload} />
      <Log list={list} />
    </Page>
  );
}
