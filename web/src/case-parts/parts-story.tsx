import type { AnyCaseView, CaseAction } from '../../../functions/contracts/case.ts';
import { Facts, Written } from '../components/facts/facts.tsx';
import { Notice } from '../components/notice/notice.tsx';
import { dateAndTime, longDate } from '../language/dates.ts';
import { incomingVocabulary } from '../language/incoming-vocabulary.ts';
import { DisputePart } from './dispute/dispute-part.tsx';
import { ActionTable } from './follow-up/action-table.tsx';
import { Assessment } from './harm/assessment.tsx';
import { storyTexts } from './story-texts.ts';
import { partTexts } from './texts.ts';

const written = (label: string, value: string | undefined) => value !== undefined && value !== '' && [label, <Written>{value}</Written>] as const;

/** What stands beside the main line of either direction: harm, what the patient was told, support and feedback, the effect. What this user writes in a form that stands open is shown there alone. */
export function PartsStory({ view, writes }: { readonly view: AnyCaseView; readonly writes: (id: CaseAction) => boolean }) {
  const text = storyTexts();
  const more = partTexts().story;
  const words = incomingVocabulary();
  const { seriousHarm, patientInformation: told, effectReviews, staffSupport, feedback } = view;
  return (
    <>
      {view.disputes.length + view.eventDescriptionIds.length > 0 && <DisputePart view={view} />}
      {view.harmAssessment && <Assessment made={view.harmAssessment} />}
      {seriousHarm && !(seriousHarm.decision === null && writes('record-harm-decision')) && (
        <section class="panel">
          <h2>{text.serious}: {words.law[seriousHarm.law]}</h2>
          {seriousHarm.toldAt !== null && <p class="small">{more.told} {dateAndTime(seriousHarm.toldAt)}.{seriousHarm.decision === null && seriousHarm.dueAt !== null && ` ${more.due} ${longDate(seriousHarm.dueAt)}.`}</p>}
          {seriousHarm.decision === null ? <Notice color="warning"><p>{text.seriousOpen(words.law[seriousHarm.law])}</p></Notice> : (
            <Facts facts={[[text.decision, words.harmDecision[seriousHarm.decision]], seriousHarm.notifiedAt !== null && [more.notified, longDate(seriousHarm.notifiedAt)], seriousHarm.decidedAt !== null && [text.decided, longDate(seriousHarm.decidedAt)], written(text.reference, seriousHarm.reference), written(text.reason, seriousHarm.reason)]} />
          )}
        </section>
      )}
      {(told || (view.patientInformationRequired && !writes('record-patient-information'))) && (
        <section class="panel">
          <h2>{text.informed}</h2>
          {told === null ? <Notice color="warning"><p>{text.informedOpen}</p></Notice> : (
            <Facts facts={[
              [text.decision, told.given ? text.given : text.notGiven], written(text.reasonNotGiven, told.reason), told.given && [text.to, words.informed[told.to]], told.at !== null && [text.at, longDate(told.at)], written(text.by, told.byTitle),
              told.points.length > 0 && [text.points, <ul class="ds-list">{told.points.map((point) => <li key={point}>{words.point[point]}</li>)}</ul>],
              [text.noted, told.notedInRecord ? text.yes : text.no], written(text.views, told.patientViews), written(text.support, told.staffSupport),
            ]} />
          )}
        </section>
      )}
      {staffSupport && (
        <section class="panel">
          <h2>{more.supportTitle}</h2>
          <Facts facts={[[text.support, staffSupport.given ? more.supported : more.notSupported], staffSupport.at !== null && [more.since, longDate(staffSupport.at)], written(staffSupport.given ? more.how : more.why, staffSupport.text)]} />
        </section>
      )}
      {effectReviews.length > 0 && (
        <section class="panel">
          <h2>{text.effects}</h2>
          {effectReviews.map(({ number, dueAt, doneAt, wantedResult, note }) => (
            <div key={number}>
              <h3>{text.effectTitle(number)}</h3>
              <p>{doneAt === null ? text.effectDue(longDate(dueAt)) : wantedResult ? text.effectYes(longDate(doneAt)) : text.effectNo(longDate(doneAt))}</p>
              {note && <p><Written>{note}</Written></p>}
            </div>
          ))}
        </section>
      )}
      {feedback.length > 0 && (
        <section class="panel">
          <h2>{more.feedback}</h2>
          {feedback.map((one) => (
            <div key={one.at}>
              <p class="small">{more.feedbackBy(one.by.name, dateAndTime(one.at))}{one.units.length > 0 && ` · ${more.to}: ${one.units.join(', ')}`}</p>
              <p><Written>{one.text}</Written></p>
            </div>
          ))}
        </section>
      )}
    </>
  );
}

/** The actions of a case, where this user does not plan them in a form. */
export function ActionsStory({ view, planning }: { readonly view: AnyCaseView; readonly planning: boolean }) {
  return <div class={planning ? 'print-only' : undefined}><section class="panel"><h2>{storyTexts().actions}</h2><ActionTable view={view} /></section></div>;
}
