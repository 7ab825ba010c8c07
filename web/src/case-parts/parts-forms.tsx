import type { AnyCaseView, CaseAction } from '../../../functions/contracts/case.ts';
import { incomingVocabulary } from '../language/incoming-vocabulary.ts';
import type { ActionProps } from '../pages/case/actions/command-form.tsx';
import { More, Todo } from '../pages/case/actions/plain-actions.tsx';
import { PlannedActions } from './follow-up/planning.tsx';
import { ReviewEffect } from './follow-up/review-effect.tsx';
import { AssessHarm, ReviewHarm } from './harm/assess-harm.tsx';
import { InformPatient, RecordHarmDecision } from './harm/record-harm.tsx';
import { FeedBack, SupportStaff } from './harm/staff.tsx';
import { isPartAwaited } from './places.ts';
import { partTexts } from './texts.ts';
import './away.css';

type OnCase = ActionProps<AnyCaseView>;
const plans = ['add-action', 'change-action', 'complete-action'] as const satisfies readonly CaseAction[];
export const mayPlan = ({ allowed }: Pick<AnyCaseView, 'allowed'>): boolean => plans.some((id) => allowed.includes(id));

/** What of harm waits for this user. */
export function HarmWaiting(action: OnCase) {
  const { view } = action;
  const text = partTexts();
  const waits = (id: CaseAction) => view.allowed.includes(id) && isPartAwaited(id, view);
  return <>
    {waits('review-harm') && <Todo id="harm-review" title={text.review.title}><ReviewHarm {...action} /></Todo>}
    {waits('record-harm-decision') && view.seriousHarm && <Todo id="serious-harm" title={text.harm.title(incomingVocabulary().law[view.seriousHarm.law])}><p>{text.harm.about}</p><More title={text.harm.record}><RecordHarmDecision {...action} /></More></Todo>}
  </>;
}
export function PatientWaiting(action: OnCase) {
  const { view } = action;
  const text = partTexts().informed;
  return view.allowed.includes('record-patient-information') && isPartAwaited('record-patient-information', view)
    ? <Todo id="patient-information" title={text.title}><p>{text.about}</p><More title={text.record}><InformPatient {...action} /></More></Todo> : null;
}
export function ActionsWaiting(action: OnCase) {
  return mayPlan(action.view) ? <Todo title={partTexts().actions}><PlannedActions {...action} /></Todo> : null;
}
export function EffectWaiting(action: OnCase) {
  const { view } = action;
  return view.allowed.includes('record-effect-review') && isPartAwaited('record-effect-review', view) ? <Todo title={partTexts().effect.title}><ReviewEffect {...action} /></Todo> : null;
}

/** What else is allowed on the parts, folded away: entries of a list of further actions. */
export function furtherParts(action: OnCase) {
  const { view } = action;
  const text = partTexts();
  const law = view.seriousHarm?.law ?? (view.report.legalBasis === 'sol' || view.report.legalBasis === 'lss' ? 'lexSarah' : 'lexMaria');
  const also = (id: CaseAction) => view.allowed.includes(id) && !isPartAwaited(id, view);
  return [
    also('assess-harm') && <More key="assess" id="assess-harm" title={view.harmAssessment === null ? text.assess.title : text.assess.again}><AssessHarm key={view.harmAssessment?.at} {...action} /></More>,
    also('review-harm') && <More key="review" title={text.review.title}><ReviewHarm {...action} /></More>,
    also('record-harm-decision') && <More key="harm" id="serious-harm" title={text.harm.title(incomingVocabulary().law[law])}><RecordHarmDecision {...action} /></More>,
    also('record-patient-information') && <More key="informed" id="patient-information" title={text.informed.title}><InformPatient {...action} /></More>,
    also('record-staff-support') && <More key="support" title={text.support.title}><SupportStaff {...action} /></More>,
    also('record-feedback') && <More key="feedback" title={text.feedback.title}><FeedBack {...action} /></More>,
    also('open-dispute') && <Away key="dispute" command="open-dispute" href={`/collaboration/disputes/${view.id}`}>{text.away.openDispute}</Away>,
    also('change-dispute') && <Away key="change-dispute" command="change-dispute" href={`/collaboration/disputes/${view.id}`}>{text.away.changeDispute}</Away>,
    also('draft-event-description') && <Away key="description" command="draft-event-description" href={`/collaboration/event-descriptions/draft-${view.id}`}>{text.away.description}</Away>,
    also('record-effect-review') && <More key="effect" title={text.effect.title}><ReviewEffect {...action} /></More>,
  ];
}

/** What is done on a page of its own. */
const Away = ({ command, href, children }: { readonly command: CaseAction; readonly href: string; readonly children: string }) => <p class="away"><a data-command={command} href={href}>{children}</a></p>;
