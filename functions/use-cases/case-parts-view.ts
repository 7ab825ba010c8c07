import type { ActionView, FollowUpView } from '../contracts/follow-up.ts';
import type { HarmView } from '../contracts/harm.ts';
import type { CaseInsight } from '../domain/access.ts';
import { localDate } from '../domain/calendar.ts';
import type { Action } from '../domain/case-parts.ts';
import type { Case, Instant } from '../domain/case.ts';
import { harmLawOf, mustInformPatient } from '../domain/harm/serious-harm.ts';
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

const seriousHarmOf = (concerned: Case): HarmView['seriousHarm'] => {
  const law = harmLawOf(concerned);
  const { harmDecision } = concerned;
  return law && {
    law, decision: harmDecision?.decision ?? null, reference: harmDecision?.reference ?? '', reason: harmDecision?.reason ?? '', decidedAt: harmDecision?.decidedAt ?? null,
  };
};
/** What concerns one patient is for those who handle and investigate; on an outgoing case also for the unit that informs the patient (H9). */
export const harmViewOf = (concerned: Case, insight: CaseInsight): HarmView => {
  const { patientInformation } = concerned;
  const informs = insight === 'full' || (insight === 'unit' && concerned.direction === 'outgoing');
  return {
    seriousHarm: insight === 'full' ? seriousHarmOf(concerned) : null,
    patientInformation: informs && patientInformation ? { ...patientInformation, points: [...patientInformation.points] } : null,
    patientInformationRequired: insight !== 'reporter' && mustInformPatient(concerned),
  };
};
