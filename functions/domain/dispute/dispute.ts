import type { Instant } from '../case.ts';
import type { AwaitedEvent, DisputeOutcome, DisputeStage, DisputeSubject, Role } from '../vocabulary.ts';

/** G7: who has the dispute, whoever handles the case: a person, or those who hold a role (one bound to units: for the unit that owns the case). */
export type DisputeOwner = { readonly kind: 'user'; readonly userId: string } | { readonly kind: 'role'; readonly role: Role };

/** A step that the dispute was taken to; the last one is where it is. */
export interface DisputeVisit {
  /** From 1, over all disputes of the case: execution `{caseId}-dispute-{number}`. */
  readonly number: number;
  readonly stage: DisputeStage;
  readonly enteredAt: Instant;
  readonly dueAt: Instant;
  readonly by: string;
  /** Why it was opened, moved on, or given more time. */
  readonly reason: string;
}

/**
 * G7: a dispute on responsibility or cost beside the case: it has its own owner, steps and dates, never stands in the way of closing, and
 * lives on after it.
 */
export interface Dispute {
  /** From 1; a case has at most one that is not settled. */
  readonly number: number;
  readonly subject: DisputeSubject;
  /** What is disputed. For our own eyes. */
  readonly about: string;
  readonly counterpartId: string;
  /** Whole kronor; null: not about an amount, or not known. */
  readonly amount: number | null;
  readonly owner: DisputeOwner;
  /** Never empty. */
  readonly visits: readonly DisputeVisit[];
  readonly openedAt: Instant;
  readonly openedBy: string;
  readonly ended?: DisputeEnd | undefined;
}
export interface DisputeEnd {
  readonly outcome: DisputeOutcome;
  /** ISO date. */
  readonly decidedAt: string;
  /** What was agreed, or why it was given up; of a court its ruling. */
  readonly note: string;
  /** The court's case number; empty otherwise. */
  readonly reference: string;
  readonly at: Instant;
  readonly by: string;
}

export const openDisputeOf = ({ disputes = [] }: { readonly disputes?: readonly Dispute[] | undefined }): Dispute | undefined => disputes.find(({ ended }) => ended === undefined);
/** Where it is now. @throws RangeError where there is no visit, which cannot be */
export const visitOf = ({ visits }: Pick<Dispute, 'visits'>): DisputeVisit => {
  const last = visits.at(-1);
  if (last === undefined) throw new RangeError('A dispute without a step');
  return last;
};
/** What is waited for at each step. */
export const awaitedAt: Readonly<Record<DisputeStage, AwaitedEvent>> = { lineManagers: 'disputeLineManagers', administrationHeads: 'disputeHeads', court: 'disputeCourt' };
