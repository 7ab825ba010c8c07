import { addDays, endOfDay, localDate } from '../calendar.ts';
import type { Case, Instant } from '../case.ts';
import type { CommandContext, MailDraft, Outcome } from '../command.ts';
import { carryOutOnEither, demandPossible } from '../either-direction.ts';
import { InvalidInput, WrongStatus } from '../errors.ts';
import { isInUse, mayBeNamed } from '../in-use.ts';
import { otherPartyOf } from '../parties.ts';
import { toPeople } from '../recipients.ts';
import type { Register } from '../register.ts';
import { holdersOf, isUnitBound, responsibleHolders } from '../role-holders.ts';
import type { DisputeStep, Routine } from '../routine.ts';
import { responsibleRoles, type ClockStep, type DisputeStage, type DisputeSubject, type ResponsibleRole, type Role } from '../vocabulary.ts';
import { disputeUnitsOf } from './access.ts';
import { openDisputeOf, type Dispute, type DisputeOwner, type DisputeVisit } from './dispute.ts';

const disputeSteps: readonly ClockStep[] = ['disputeRemind', 'disputeOverdue', 'disputeEscalate'];
/** A new step of the dispute has reminders of its own. */
export const withoutDisputeSteps = (steps: Case['steps']): Case['steps'] =>
  Object.fromEntries(Object.entries(steps).filter(([step]) => !disputeSteps.some((each) => each === step)));

export const stepOf = ({ dispute }: Pick<Routine, 'dispute'>, stage: DisputeStage): DisputeStep | undefined => dispute.steps.find((step) => step.stage === stage);
/** Kept all of its last day. */
export const dueOf = (step: Pick<DisputeStep, 'days'>, from: Instant): Instant => endOfDay(addDays(localDate(from), step.days));
export const nextVisitNumber = ({ disputes = [] }: Pick<Case, 'disputes'>): number => disputes.reduce((count, { visits }) => count + visits.length, 0) + 1;

const isResponsible = (role: Role): role is ResponsibleRole => responsibleRoles.some((each) => each === role);
/** Users who have the dispute on a day; of a role bound to units: for our units that the case is about. */
export const ownersOf = (owner: DisputeOwner, concerned: Case, { register, now }: { readonly register: Register; readonly now: Instant }): readonly string[] => {
  if (owner.kind === 'user') return [owner.userId];
  const { role } = owner;
  return isUnitBound(role) && isResponsible(role)
    ? [...new Set(disputeUnitsOf(concerned).flatMap((owningUnitId) => responsibleHolders(register, { responsible: role, owningUnitId }, localDate(now))))]
    : holdersOf(register, role, localDate(now));
};
export const tellOwners = (owner: DisputeOwner, concerned: Case, context: CommandContext, draft: Omit<MailDraft, 'to'>): readonly MailDraft[] =>
  toPeople(ownersOf(owner, concerned, context), context, draft, context.actor);
/** A dispute has somebody who owns it, from the first day. @throws InvalidInput */
export const demandOwner = (owner: DisputeOwner, concerned: Case, context: Pick<CommandContext, 'register' | 'now'>, pointer = '/owner'): void => {
  if (owner.kind === 'user' && !mayBeNamed(context.register, owner.userId)) throw new InvalidInput({ pointer: `${pointer}/userId`, code: 'user-unknown' });
  if (owner.kind === 'role' && ownersOf(owner, concerned, context).length === 0) throw new InvalidInput({ pointer, code: 'user-unknown' });
};
/** For the timeline: identifiers, never words. */
export const ownerDetail = (owner: DisputeOwner) => (owner.kind === 'user' ? { userId: owner.userId } : { role: owner.role });

export interface NewDispute {
  readonly subject: DisputeSubject;
  readonly about: string;
  readonly amount: number | null;
  /** Absent: the case's other party. Named where the public filed. */
  readonly counterpartId?: string | undefined;
  /** null: the role that the routine names for its first step. */
  readonly owner: DisputeOwner | null;
}

/** G7: beside the case, also after it has closed; one at a time. @throws InvalidInput, WrongStatus */
export const openDispute = <Of extends Case>(concerned: Of, command: NewDispute, context: CommandContext): Outcome<Of> => {
  demandPossible(concerned, 'open-dispute');
  if (openDisputeOf(concerned) !== undefined) throw new WrongStatus('open-dispute', concerned.status);
  const counterpartId = command.counterpartId ?? otherPartyOf(concerned);
  if (counterpartId === null || !context.register.organisations.some((one) => one.id === counterpartId && !one.own && (isInUse(one) || counterpartId === otherPartyOf(concerned)))) {
    throw new InvalidInput({ pointer: '/counterpartId', code: 'party-unknown' });
  }
  const [first] = context.routine.dispute.steps;
  if (first === undefined) throw new RangeError('A routine without steps of a dispute');
  const owner = command.owner ?? { kind: 'role', role: first.role };
  demandOwner(owner, concerned, context);
  const { now, actor } = context;
  const visit: DisputeVisit = { number: nextVisitNumber(concerned), stage: first.stage, enteredAt: now, dueAt: dueOf(first, now), by: actor, reason: '' };
  const { subject, about, amount } = command;
  const disputes = concerned.disputes ?? [];
  const dispute: Dispute = { number: disputes.length + 1, subject, about, counterpartId, amount, owner, visits: [visit], openedAt: now, openedBy: actor };
  return carryOutOnEither(concerned, 'open-dispute', context, {
    changes: { disputes: [...disputes, dispute], steps: withoutDisputeSteps(concerned.steps) },
    events: [{ type: 'disputeOpened', detail: { dispute: dispute.number, subject, message: about, counterpartId, stage: visit.stage, dueAt: visit.dueAt, ...ownerDetail(owner) } }],
    mails: tellOwners(owner, concerned, context, { mail: 'disputeAssigned' }),
  });
};
