import { classificationFacts } from '../../case-parts/classification/texts.ts';
import { BreachFact } from '../../case-parts/breach/breach-fact.tsx';
import type { CaseAction } from '../../../../functions/contracts/case.ts';
import type { IncomingCaseView } from '../../../../functions/contracts/incoming.ts';
import { ActionsStory, PartsStory } from '../../case-parts/parts-story.tsx';
import { filesOfCase } from '../../components/attachments/attachment-place.ts';
import { Attachments } from '../../components/attachments/attachments.tsx';
import { Facts, Written } from '../../components/facts/facts.tsx';
import { dateAndTime, longDate } from '../../language/dates.ts';
import { incomingVocabulary } from '../../language/incoming-vocabulary.ts';
import { language } from '../../language/language.ts';
import { vocabulary } from '../../language/vocabulary.ts';
import { incomingTexts } from './texts.ts';

type Shown = { readonly view: IncomingCaseView };
const written = (label: string, value: string | undefined) => value !== undefined && value !== '' && [label, <Written>{value}</Written>] as const;

/** How it ended, newest first. */
export function IncomingOutcome({ view }: Shown) {
  const text = incomingTexts();
  const { answer, rejection, closed } = view;
  return (
    <>
      {closed && <section class="panel"><h2>{text.closed}</h2><p>{text.closedAt(dateAndTime(closed.at))}</p></section>}
      {answer && (
        <section class="panel panel-reply">
          <h2>{text.reply}</h2>
          <p class="small">{text.replySent(dateAndTime(answer.sentAt), incomingVocabulary().dispatch[answer.dispatch])}</p>
          <p><Written>{answer.text}</Written></p>
        </section>
      )}
      {rejection && (
        <section class="panel">
          <h2>{text.rejected}</h2>
          <p>{text.rejectedAt(dateAndTime(rejection.at), rejection.reason[language.value] ?? rejection.reasonCode)}</p>
          {rejection.text && <p><Written>{rejection.text}</Written></p>}
        </section>
      )}
    </>
  );
}

/** Before that there is nothing to show of an investigation, and nothing to add to it. */
const hasBegun = ({ clock }: IncomingCaseView) => clock.registeredAt !== null;

/** What was filed and found out, first of all: it is read before anything is written. Whatever this user writes in a form is shown here in print alone. */
export function IncomingReportStory({ view, acting }: Shown & { readonly acting: boolean }) {
  const text = incomingTexts();
  const writing = acting && view.allowed.includes('save-investigation');
  return (
    <>
      <Filed view={view} />
      {view.informationRequest && (
        <section class="panel">
          <h2>{text.question}</h2>
          <p><Written>{view.informationRequest.question}</Written></p>
          <h3>{text.answer}</h3>
          <p>{view.informationRequest.answer === null ? text.noAnswer : <Written>{view.informationRequest.answer}</Written>}</p>
        </section>
      )}
      {view.redirections.length > 0 && (
        <section class="panel">
          <h2>{text.redirections}</h2>
          {view.redirections.map(({ from, to, reason, at }) => <div key={at}><p class="small">{text.redirection(from?.name ?? text.nobody, to.name, dateAndTime(at))}</p><p><Written>{reason}</Written></p></div>)}
        </section>
      )}
      <Attachments place={filesOfCase(view.id)} part="report" title={text.reportFiles} expectsScan={view.source.paper !== null} panel />
      {hasBegun(view) && <>
        <div class={writing ? 'print-only' : undefined}><Findings view={view} /></div>
        {!writing && <Attachments place={filesOfCase(view.id)} part="investigation" title={text.investigationFiles} panel />}
      </>}
    </>
  );
}

/** What has been decided, and what runs beside. */
export function IncomingStory({ view, acting }: Shown & { readonly acting: boolean }) {
  const text = incomingTexts();
  const writes = (id: CaseAction) => acting && view.allowed.includes(id);
  return (
    <>
      {hasBegun(view) && <ActionsStory view={view} planning={writes('add-action') || writes('complete-action')} />}
      {hasBegun(view) && !writes('edit-outgoing-text') && <Attachments place={filesOfCase(view.id)} part="reply" title={text.replyFiles} panel />}
      <Pharmacy view={view} writes={writes} />
      <PartsStory view={view} writes={writes} />
    </>
  );
}

function Filed({ view: { report, breach, classification } }: Shown) {
  const text = incomingTexts();
  const words = vocabulary();
  return (
    <section class="panel">
      <h2>{text.report}</h2>
      <Facts facts={[
        [text.happened, dateAndTime(report.happenedAt)], [text.discovered, dateAndTime(report.discoveredAt)],
        [text.category, words.category[report.category]], [text.legalBasis, words.legalBasis[report.legalBasis]], [text.harm, words.harm[report.harm]],
        report.seriousRisk === true && [text.seriousRisk, text.yes],
        report.filedAs !== undefined && [text.filedAs, report.filedAs.seriousRisk ? text.withSeriousRisk(words.harm[report.filedAs.harm]) : words.harm[report.filedAs.harm]],
        written(text.whatHappened, report.whatHappened), written(text.wishes, report.wishes), written(text.otherReference, report.otherReference),
        ...classificationFacts({ classification, direction: 'incoming' }),
        breach !== null && [text.breach, <BreachFact breach={breach} />],
        report.alreadySolved === true && [text.alreadySolved, text.yes], written(text.unclearResponsibility, report.unclearResponsibility),
      ]} />
    </section>
  );
}

function Findings({ view: { investigation } }: Shown) {
  const text = incomingTexts();
  const words = incomingVocabulary();
  const { courseOfEvents, causes, rootCause, wentWell, patientViews, doneAt } = investigation;
  const parts = [
    written(words.part.courseOfEvents, courseOfEvents),
    causes.length > 0 && [words.part.causes, <ul class="ds-list">{causes.map(({ area, text: cause }) => <li key={area + cause}>{words.causeArea[area]}: <Written>{cause}</Written></li>)}</ul>] as const,
    written(words.part.rootCause, rootCause), written(words.part.wentWell, wentWell), written(words.part.patientViews, patientViews),
  ];
  return (
    <section class="panel">
      <h2>{text.investigation}</h2>
      {doneAt !== null && <p class="small">{text.doneAt(dateAndTime(doneAt))}</p>}
      {parts.some(Boolean) ? <Facts facts={parts} /> : <p>{text.notWritten}</p>}
    </section>
  );
}

/** V12: notified a second time, at the pharmacy. */
function Pharmacy({ view, writes }: Shown & { readonly writes: (id: CaseAction) => boolean }) {
  const text = incomingTexts();
  const { pharmacy } = view;
  return (
    <>
      {pharmacy && !(pharmacy.doneAt === null && writes('record-pharmacy-notification')) && (
        <section class="panel">
          <h2>{text.pharmacy}</h2>
          {pharmacy.doneAt === null ? <p>{text.pharmacyOpen(longDate(pharmacy.dueAt))}</p> : <>
            <p>{text.pharmacyDone(dateAndTime(pharmacy.doneAt))}</p>
            <Facts facts={[written(text.reference, pharmacy.reference), written(text.reason, pharmacy.reason)]} />
          </>}
        </section>
      )}
    </>
  );
}
