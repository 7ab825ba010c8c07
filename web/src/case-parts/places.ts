import type { AnyCaseView, CaseAction } from '../../../functions/contracts/case.ts';

/** Whether an allowed action on a part is what the case waits for now: it stands open and first; otherwise it is folded away below. */
export function isPartAwaited(id: CaseAction, view: AnyCaseView): boolean {
  switch (id) {
    case 'record-harm-decision': return view.seriousHarm !== null && view.seriousHarm.decision === null;
    case 'review-harm': return view.harmAssessment?.awaitsReview === true;
    case 'record-patient-information': return view.patientInformationRequired && view.patientInformation === null;
    case 'record-effect-review': return view.effectReviews.some(({ doneAt, dueAt }) => doneAt === null && dueAt <= view.clock.now);
    default: return false;
  }
}
