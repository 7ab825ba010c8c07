import { useReading } from '../../api/use-reading.ts';
import { LinkButton } from '../../components/button/button.tsx';
import { Failed, Loading, Page } from '../../components/page/page.tsx';
import { OverdueTag, StatusTag } from '../../components/tag/tags.tsx';
import { useCaseList } from '../../case-list/use-case-list.ts';
import { MoreCases } from '../../case-list/more-cases.tsx';
import { isOfIncoming } from '../../drafts/kinds.ts';
import { dateAndTime, shortDate } from '../../language/dates.ts';
import { bilingual } from '../../language/language.ts';
import { vocabulary } from '../../language/vocabulary.ts';
import { profile } from '../../session/session.ts';
import type { Status } from '../../../../functions/contracts/words.ts';

const texts = bilingual({
  title: 'Mina rapporter', lead: 'Var är ärendet nu, och vad ledde det till?', none: 'Du har inte rapporterat något än.', report: 'Rapportera en avvikelse',
  drafts: 'Påbörjade', draft: (when: string) => `Utkast från ${when}`, reports: 'Rapporterade',
  where: {
    draft: 'Inte skickad än.', received: 'Hos den som ansvarar.', registered: 'Hos den som ansvarar.', needsInfo: 'Väntar på ditt svar på en fråga.',
    sent: 'Skickad till den externa enheten, inte öppnad än.', acknowledged: 'Öppnad av den externa enheten, som utreder.', investigating: 'Den externa enheten utreder.',
    investigationDone: 'Utredningen är klar.', answered: 'Svaret har kommit och granskas.', replyReturned: 'Svaret var inte komplett och har gått tillbaka.',
    handedOver: 'Överlämnad till en annan enhet.', rejected: 'Avvisad.', withdrawn: 'Återkallad.', closed: 'Avslutad. Läs vad det ledde till.', reopened: 'Återöppnad.',
  } satisfies Record<Status, string>,
  at: (place: string, when: string) => `${place} · rapporterad ${when}`, reported: (when: string) => `Rapporterad ${when}`, hidden: 'Skyddade uppgifter',
}, {
  title: 'My reports', lead: 'Where is the case now, and what came of it?', none: 'You have not reported anything yet.', report: 'Report a deviation',
  drafts: 'Unfinished', draft: (when: string) => `Draft from ${when}`, reports: 'Reported',
  where: {
    draft: 'Not sent yet.', received: 'With whoever is responsible.', registered: 'With whoever is responsible.', needsInfo: 'Waits for your answer to a question.',
    sent: 'Sent to the external unit, not opened yet.', acknowledged: 'Opened by the external unit, which investigates.', investigating: 'The external unit investigates.',
    investigationDone: 'The investigation is done.', answered: 'The answer has come and is being reviewed.', replyReturned: 'The answer was not complete and has gone back.',
    handedOver: 'Handed over to another unit.', rejected: 'Rejected.', withdrawn: 'Withdrawn.', closed: 'Closed. Read what came of it.', reopened: 'Reopened.',
  },
  at: (place: string, when: string) => `${place} · reported ${when}`, reported: (when: string) => `Reported ${when}`, hidden: 'Protected details',
});

export default function MyReportsPage() {
  const text = texts();
  const words = vocabulary();
  const list = useCaseList({ view: 'mine' });
  const drafts = useReading('list-drafts', {});
  if (list.failure !== null && !list.cases) return <Page title={text.title}><Failed failure={list.failure} again={list.reload} /></Page>;
  if (!list.cases) return <Loading />;
  const unfinished = drafts.data?.drafts.filter((draft) => !isOfIncoming(draft)) ?? [];
  return (
    <Page title={text.title} lead={text.lead}>
      {unfinished.length > 0 && <>
        <h2>{text.drafts}</h2>
        <ul class="ds-list">{unfinished.map(({ id, savedAt }) => <li key={id}><a class="ds-link" href={`/report?draft=${encodeURIComponent(id)}`}>{text.draft(dateAndTime(savedAt))}</a></li>)}</ul>
      </>}
      {list.cases.length === 0 ? <p>{text.none}</p> : <>
        {unfinished.length > 0 && <h2>{text.reports}</h2>}
        <ul class="report-list">
          {list.cases.map((one) => (
            <li key={one.id} class="card report-card">
              <h2><a class="ds-link" href={`/cases/${one.id}`}><span class="case-number">{one.number}</span> {one.category === null ? text.hidden : words.category[one.category]}</a></h2>
              <p>{text.where[one.status]}</p>
              <p class="small">{one.category === null ? text.reported(shortDate(one.createdAt)) : text.at([one.counterpart, one.externalUnit].filter(Boolean).join(', '), shortDate(one.createdAt))}</p>
              <div class="tags"><StatusTag status={one.status} />{one.overdue && <OverdueTag />}</div>
            </li>
          ))}
        </ul>
        <MoreCases list={list} />
      </>}
      {profile.value?.mayReport && <div class="buttons"><LinkButton href="/report" kind="secondary">{text.report}</LinkButton></div>}
    </Page>
  );
}
