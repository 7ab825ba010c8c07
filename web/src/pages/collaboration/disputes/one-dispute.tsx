import { useState } from 'preact/hooks';
import type { DisputePage, DisputeView } from '../../../../../functions/contracts/dispute.ts';
import { useReading } from '../../../api/use-reading.ts';
import { DisputeFacts } from '../../../case-parts/dispute/dispute-facts.tsx';
import { Written } from '../../../components/facts/facts.tsx';
import { Notice } from '../../../components/notice/notice.tsx';
import { Failed, Loading, Page } from '../../../components/page/page.tsx';
import { dateAndTime, longDate } from '../../../language/dates.ts';
import { language } from '../../../language/language.ts';
import { vocabulary } from '../../../language/vocabulary.ts';
import { DisputeForms } from './dispute-forms.tsx';
import { disputePageTexts } from './texts.ts';

/** The disputes of a case: for their owner, whether or not it has a part in the case, and for those who may read it. */
export default function OneDispute({ caseId }: { readonly caseId: string }) {
  const text = disputePageTexts();
  const reading = useReading('read-dispute', { path: { caseId } });
  const [said, setSaid] = useState<{ readonly text: string; readonly stale: boolean } | null>(null);
  if (!reading.data) return reading.failure === null ? <Loading /> : <Page title={text.title}><Failed failure={reading.failure} again={() => void reading.reload()} /></Page>;
  const page: DisputePage = reading.data;
  const done = (words: string, stale = false) => void reading.reload().then(() => setSaid({ text: words, stale }));
  return (
    <Page title={text.ofCase(page.case.number)} lead={text.caseState(vocabulary().status[page.case.status])}>
      <div role="status" class="confirmation">{said && <Notice color={said.stale ? 'warning' : 'success'}><p>{said.text}</p></Notice>}</div>
      {page.case.mayRead ? <p class="no-print"><a class="ds-link" href={`/cases/${caseId}`}>{text.toCase}</a></p> : <p class="small">{text.noCase}</p>}
      {page.disputes.length === 0 && <p>{text.noneYet}</p>}
      {page.disputes.toReversed().map((dispute) => <Dispute key={dispute.number} dispute={dispute} />)}
      {(page.mayOpen || page.mayChange) && <DisputeForms key={page.version} page={page} done={done} />}
      <p class="no-print"><a class="ds-link" href="/collaboration/disputes">{text.back}</a></p>
    </Page>
  );
}

function Dispute({ dispute }: { readonly dispute: DisputeView }) {
  const text = disputePageTexts();
  return (
    <section class="panel stack">
      <h2>{text.number(dispute.number)}</h2>
      <DisputeFacts dispute={dispute} />
      <h3>{text.history}</h3>
      <ol class="ds-list">{dispute.visits.map((visit) => (
        <li key={visit.number}>
          {visit.name[language.value]} <span class="small">({text.historyAbout(dateAndTime(visit.enteredAt), visit.by.name)}. {text.dueBy(longDate(visit.dueAt))})</span>
          {visit.reason && <p><Written>{visit.reason}</Written></p>}
        </li>
      ))}</ol>
    </section>
  );
}
