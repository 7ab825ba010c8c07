import { BreachFact } from '../../case-parts/breach/breach-fact.tsx';
import { breachTexts } from '../../case-parts/breach/texts.ts';
import { classificationFacts } from '../../case-parts/classification/texts.ts';
import type { CaseView, ReplyView } from '../../../../functions/contracts/case.ts';
import { replyParts } from '../../../../functions/contracts/words.ts';
import { filesOfCase } from '../../components/attachments/attachment-place.ts';
import { Attachments } from '../../components/attachments/attachments.tsx';
import { Facts, Written } from '../../components/facts/facts.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { part } from '../../components/page/part.tsx';
import { dateAndTime } from '../../language/dates.ts';
import { replyPartNames } from '../../case-parts/reply-part-names.ts';
import { vocabulary } from '../../language/vocabulary.ts';
import { caseTexts } from './texts.ts';

const CareParts = part(() => import('./care/care-parts.tsx'));

/** What came of it, newest first. */
export function Replies({ view }: { readonly view: CaseView }) {
  const text = caseTexts();
  return (
    <>
      {view.closed && <section class="panel"><h2>{text.closed}</h2><p>{text.closedAt(dateAndTime(view.closed.at))}</p>{view.closed.note && <p><Written>{view.closed.note}</Written></p>}</section>}
      {view.withdrawnReason !== null && <section class="panel"><h2>{text.withdrawn}</h2><p><Written>{view.withdrawnReason}</Written></p></section>}
      {view.replies.toReversed().map((reply) => <Reply key={reply.number} reply={reply} shared={view.shared} />)}
      {view.replies.length > 0 && <Attachments place={filesOfCase(view.id)} part="reply" title={text.replyFiles} panel />}
    </>
  );
}

/** What it was about. Parts the user has no need to know are absent. */
export function CaseStory({ view }: { readonly view: CaseView }) {
  const text = caseTexts();
  return (
    <>
      {view.informationRequest && (
        <section class="panel">
          <h2>{text.question}</h2>
          <p><Written>{view.informationRequest.question}</Written></p>
          <h3>{text.answer}</h3>
          <p>{view.informationRequest.answer === null ? text.noAnswer : <Written>{view.informationRequest.answer}</Written>}</p>
        </section>
      )}
      {view.asks.some(({ decision }) => decision !== null) && <Decisions view={view} />}
      {view.request && (
        <section class="panel">
          <h2>{text.snapshot}</h2>
          <p class="small">{text.snapshotAbout(view.request.unit.name, dateAndTime(view.request.sentAt))}</p>
          {view.request.bounced && <Notice color="danger"><p>{text.bounced}</p></Notice>}
          <p><Written>{view.request.snapshot}</Written></p>
        </section>
      )}
      <CareParts view={view} />
      <ReportPanel view={view} />
      <Attachments place={filesOfCase(view.id)} part="report" title={text.reportFiles} expectsScan={view.paper !== null} panel />
    </>
  );
}

function Reply({ reply, shared }: { readonly reply: ReplyView; readonly shared: CaseView['shared'] }) {
  const text = caseTexts();
  const names = replyPartNames(Boolean(reply.parts.rootCause));
  return (
    <section class="panel panel-reply reply-parts">
      <h2>{text.reply(reply.number)}</h2>
      <p class="small">{text.replyBy(reply.respondentTitle, dateAndTime(reply.receivedAt))}</p>
      {reply.returnedAt && <Notice color="warning" title={text.returned(dateAndTime(reply.returnedAt))}><p><Written>{reply.returnReason ?? ''}</Written></p>{(reply.lacking?.length ?? 0) > 0 && <p>{text.lacking((reply.lacking ?? []).map((each) => names[each]).join(', '))}</p>}</Notice>}
      {reply.registered && <p class="small">{text.byHand(reply.registered.how === 'post', reply.registered.by.name, dateAndTime(reply.registered.at))}</p>}
      {replyParts.map((each) => reply.parts[each] && <div key={each}><h3>{names[each]}</h3><p><Written>{reply.parts[each]}</Written></p></div>)}
      {shared && !reply.returnedAt && shared.with.length > 0 && <p class="small">{text.shared(shared.with.map(({ name }) => name).join(', '))}</p>}
    </section>
  );
}

function Decisions({ view }: { readonly view: CaseView }) {
  const text = caseTexts();
  const words = vocabulary();
  return (
    <section class="panel">
      <h2>{text.asks}</h2>
      {view.asks.map(({ id, kind, reason, decision, toUnit, days }) => decision && (
        <div key={id}>
          <h3>{words.ask[kind]}{toUnit && `: ${toUnit.name}`}{days !== null && `: ${text.days(days)}`}</h3>
          <p><Written>{reason}</Written></p>
          <p class="small">{text.decidedBy(decision.approved, decision.by.name, dateAndTime(decision.at))}</p>
          {decision.reason && <p><Written>{decision.reason}</Written></p>}
        </div>
      ))}
    </section>
  );
}

function ReportPanel({ view: { report, breach, classification } }: { readonly view: CaseView }) {
  const text = caseTexts();
  const words = vocabulary();
  const written = (label: string, value: string | undefined) => value !== undefined && value !== '' && [label, <Written>{value}</Written>] as const;
  return (
    <section class="panel">
      <h2>{text.report}</h2>
      <Facts facts={[
        [text.happened, dateAndTime(report.happenedAt)], [text.discovered, dateAndTime(report.discoveredAt)],
        [text.category, words.category[report.category]], [text.legalBasis, words.legalBasis[report.legalBasis]], [text.harm, words.harm[report.harm]], report.seriousRisk === true && [text.seriousRisk, text.yes],
        written(text.whatHappened, report.whatHappened), written(text.immediateAction, report.immediateAction), written(text.medication, report.medication),
        ...classificationFacts({ classification, direction: 'outgoing' }),
        breach !== null && [breachTexts().title, <BreachFact breach={breach} />],
        written(text.agreement, report.agreement), written(text.suggestion, report.suggestion), written(text.unclearResponsibility, report.unclearResponsibility),
        report.alreadySolved === true && [text.alreadySolved, text.yes],
      ]} />
    </section>
  );
}
