import type { ActionView, FollowUpView } from '../contracts/follow-up.ts';
import type { DisputeView } from '../contracts/dispute.ts';
import type { HarmView } from '../contracts/harm.ts';
import type { CaseInsight } from '../domain/access.ts';
import { localDate } from '../domain/calendar.ts';
import type { Action } from '../domain/case-parts.ts';
import type { Case, Instant } from '../domain/case.ts';
import { awaitsReview, endingBlocksOf, harmLawOf, mustInformPatient } from '../domain/harm/serious-harm.ts';
import type { Routine } from '../domain/routine.ts';
import { disputeViewsOf } from './dispute-view.ts';
import type { Names } from './names.ts';

/** Past its date from the next day on. */
const isActionOverdue = ({ due, doneAt }: Pick<Action, 'due' | 'doneAt'>, now: Instant): boolean => doneAt === null && due !== null && due < localDate(now);
export const actionViewOf = (action: Action, names: Names, now: Instant): ActionView => ({
  id: action.id, kind: action.kind, text: action.text, responsible: names.person(action.responsibleUserId), unit: names.unit(action.unitId),
  due: action.due, doneAt: action.doneAt, effect: action.effect, overdue: isActionOverdue(action, now),
});

/** Actions and their effect; a reporter sees neither. `only`: of a protected identity whoever has an action reads what it is, and nothing else (L8). */
export const followUpViewOf = (concerned: Case, insight: CaseInsight, names: Names, now: Instant, only: readonly string[] | null): FollowUpView => (insight === 'reporter' ? { actions: [], effectReviews: [] } : {
  actions: concerned.actions.filter(({ responsibleUserId }) => only?.includes(responsibleUserId) ?? true).map((action) => actionViewOf(action, names, now)),
  effectReviews: concerned.effectReviews.map((review) => ({ number: review.number, dueAt: review.dueAt, doneAt: review.doneAt ?? null, wantedResult: review.wantedResult ?? null, note: only === null ? review.note : '' })),
});

const seriousHarmOf = (concerned: Case, hidden: boolean): HarmView['seriousHarm'] => {
  const law = harmLawOf(concerned);
  const { harmDecision, harmTrack } = concerned;
  return law && {
    law, toldAt: harmTrack?.toldAt ?? null, dueAt: harmTrack?.dueAt ?? null, notifiedAt: harmDecision?.notifiedAt ?? null,
    decision: harmDecision?.decision ?? null, reference: harmDecision?.reference ?? '', reason: hidden ? '' : harmDecision?.reason ?? '', decidedAt: harmDecision?.decidedAt ?? null,
  };
};
const assessmentOf = (concerned: Case, names: Names, routine: Routine, hidden: boolean): HarmView['harmAssessment'] => {
  const { harmAssessment: made } = concerned;
  return made === undefined ? null : {
    harm: made.harm, seriousRisk: made.seriousRisk, consequence: made.consequence, probability: made.probability, nccMerp: made.nccMerp ?? null, note: hidden ? '' : made.note, by: names.person(made.by), at: made.at,
    awaitsReview: awaitsReview(concerned, routine),
    review: made.review === undefined ? null : { by: names.person(made.review.by), at: made.review.at, note: hidden ? '' : made.review.note },
  };
};
/**
 * What concerns one patient is for those who handle and investigate; on an outgoing case also for the unit that informs the patient
 * (H9). `hidden`: of a protected identity, that it is done and when, but nothing anybody wrote (L8).
 */
export const harmViewOf = (concerned: Case, insight: CaseInsight, names: Names, routine: Routine, hidden: boolean): HarmView => {
  const { patientInformation, staffSupport, feedback = [] } = concerned;
  const informs = insight === 'full' || (insight === 'unit' && concerned.direction === 'outgoing');
  return {
    seriousHarm: insight === 'full' ? seriousHarmOf(concerned, hidden) : null,
    patientInformation: informs && patientInformation
      ? { ...patientInformation, points: [...patientInformation.points], ...(hidden && { reason: '', patientViews: '', staffSupport: '', byTitle: '' }) } : null,
    harmAssessment: insight === 'reporter' ? null : assessmentOf(concerned, names, routine, hidden),
    staffSupport: insight === 'reporter' || !staffSupport ? null : { given: staffSupport.given, text: hidden ? '' : staffSupport.text, at: staffSupport.at },
    // H9: the reporter among them.
    feedback: hidden ? [] : feedback.map(({ text, unitIds, at, by }) => ({ text, units: unitIds.map((unitId) => names.unit(unitId).name), at, by: names.person(by) })),
    patientInformationRequired: insight !== 'reporter' && mustInformPatient(concerned),
    endingBlockedBy: insight === 'full' ? [...endingBlocksOf(concerned, routine)] : [],
  };
};
/** G7, N4: beside the case; a reporter sees neither. */
export const disputePartsOf = (concerned: Case, insight: CaseInsight, names: Names, routine: Routine, now: Instant, hidden: boolean): { disputes: DisputeView[]; eventDescriptionIds: string[] } => ({
  disputes: insight === 'reporter' || insight === 'none' ? [] : disputeViewsOf(concerned, names, routine, now, hidden),
  eventDescriptionIds: insight === 'full' ? [...concerned.eventDescriptionIds ?? []] : [],
});
