import type { DisputeView } from '../contracts/dispute.ts';
import type { Case, Instant } from '../domain/case.ts';
import { visitOf, type Dispute } from '../domain/dispute/dispute.ts';
import { stepOf } from '../domain/dispute/opening.ts';
import type { Routine } from '../domain/routine.ts';
import type { DisputeStage } from '../domain/vocabulary.ts';
import type { Names } from './names.ts';

/** `hidden`: of a protected identity, where it is and since when, but nothing anybody wrote (L8). */
export const disputeViewOf = (dispute: Dispute, names: Names, routine: Routine, now: Instant, hidden: boolean): DisputeView => {
  const said = (text: string): string => (hidden ? '' : text);
  // A step that a later version of the routine has not keeps its code as its name.
  const nameOf = (stage: DisputeStage) => stepOf(routine, stage)?.name ?? { sv: stage, en: stage };
  const { stage, dueAt } = visitOf(dispute);
  const { owner, ended } = dispute;
  return {
    number: dispute.number, subject: dispute.subject, about: said(dispute.about), counterpart: names.organisation(dispute.counterpartId), amount: dispute.amount,
    owner: owner.kind === 'user' ? { kind: 'user', user: names.person(owner.userId), role: null } : { kind: 'role', user: null, role: owner.role },
    stage, stageName: nameOf(stage), dueAt, overdue: ended === undefined && dueAt < now, openedAt: dispute.openedAt, openedBy: names.person(dispute.openedBy),
    visits: dispute.visits.map((visit) => ({ number: visit.number, stage: visit.stage, name: nameOf(visit.stage), enteredAt: visit.enteredAt, dueAt: visit.dueAt, by: names.person(visit.by), reason: said(visit.reason) })),
    ended: ended === undefined ? null : { outcome: ended.outcome, decidedAt: ended.decidedAt, note: said(ended.note), reference: said(ended.reference), at: ended.at, by: names.person(ended.by) },
  };
};
export const disputeViewsOf = ({ disputes = [] }: Pick<Case, 'disputes'>, names: Names, routine: Routine, now: Instant, hidden: boolean): DisputeView[] =>
  disputes.map((dispute) => disputeViewOf(dispute, names, routine, now, hidden));
