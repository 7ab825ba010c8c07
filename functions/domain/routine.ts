import type { Category, InvestigationPart, LegalBasis, LocalisedText, PartyType, ReplyPart, ResponsibleRole, Role } from './vocabulary.ts';

/**
 * A routine is data: who registers, owns, sends and closes, and by when. A case keeps the version
 * it was opened under. The zod schema in contracts/routine.ts validates the same shape.
 */
export interface Routine {
  readonly id: string;
  readonly version: number;
  /** The written routine this document implements; stored on each case (R8). */
  readonly documentId: string;
  /** ISO date; every routine text is dated (V14). */
  readonly validFrom: string;
  readonly title: LocalisedText;
  readonly outgoing: OutgoingRoutine;
  readonly incoming: IncomingRoutine;
}

export interface OutgoingRoutine {
  readonly categories: readonly Category[];
  /** First rule that matches decides who is responsible and which unit owns (V9). */
  readonly responsibility: readonly ResponsibilityRule[];
  readonly maySend: readonly Role[];
  readonly mayShare: readonly Role[];
  readonly mayClose: readonly Role[];
  readonly mayReopen: readonly Role[];
  /** MAS approves hand-over and more time. */
  readonly mayDecide: readonly Role[];
  readonly reply: { readonly requiredParts: readonly ReplyPart[] };
  readonly deadlines: OutgoingDeadlines;
}

export interface ResponsibilityRule {
  /** Absent: any. */
  readonly partyTypes?: readonly PartyType[] | undefined;
  readonly categories?: readonly Category[] | undefined;
  readonly legalBases?: readonly LegalBasis[] | undefined;
  readonly responsible: ResponsibleRole;
  /** `responsible`: the unit of the responsible function; `concerned`: the reporting unit. */
  readonly owningUnit: 'responsible' | 'concerned';
}

/** Days are calendar days in Europe/Stockholm unless the name says working days. */
export interface OutgoingDeadlines {
  /** From received to sent; passing it flags the case as overdue and tells the handler. */
  readonly handleWorkingDays: number;
  readonly acknowledgeWorkingDays: number;
  /** 14–90. */
  readonly replyDays: number;
  /** Reminder offsets from the reply deadline T: before, on, after. */
  readonly remindBeforeDays: number;
  readonly remindAfterDays: number;
  readonly escalateAfterDays: number;
  readonly linkExpiresAfterDays: number;
  /** The most that "more time" may add to the reply deadline, in all. */
  readonly moreTimeAtMostDays: number;
}

/** Incoming deviations: who registers, investigates, answers; which tracks a case gets. */
export interface IncomingRoutine {
  readonly categories: readonly Category[];
  /** First rule that matches decides who is responsible, who registers, and which unit owns until the case is closed (V3, V4). */
  readonly responsibility: readonly IncomingRule[];
  readonly mayRegister: readonly Role[];
  readonly mayAssign: readonly Role[];
  /** Sending the reply closes the case (V8). */
  readonly maySend: readonly Role[];
  readonly mayReject: readonly Role[];
  readonly mayReopen: readonly Role[];
  /** The owner once the reply is sent (V8). */
  readonly ownerAfterReply: 'concerned' | 'unchanged';
  readonly rejectionReasons: readonly { readonly code: string; readonly text: LocalisedText }[];
  readonly investigation: { readonly requiredParts: readonly InvestigationPart[] };
  /** Cases of these categories must be notified to the dose pharmacy as well (V12); null: never. `link`: where. */
  readonly pharmacy: { readonly categories: readonly Category[]; readonly link: string | null } | null;
  /** Whether closing starts a review of the effect (R2). */
  readonly effectReview: 'always' | 'with-actions' | 'never';
  /** Roles whose holders are told at once of (possible) serious harm, by legal basis (L3). */
  readonly seriousHarm: { readonly lexMaria: ResponsibleRole; readonly lexSarah: ResponsibleRole };
  readonly deadlines: IncomingDeadlines;
}
export interface IncomingRule {
  /** Absent: any. `none` is a report without a party: the public. */
  readonly partyTypes?: readonly (PartyType | 'none')[] | undefined;
  readonly categories?: readonly Category[] | undefined;
  readonly legalBases?: readonly LegalBasis[] | undefined;
  readonly responsible: ResponsibleRole;
  /** Absent: any of `mayRegister`. */
  readonly registeredBy?: readonly ResponsibleRole[] | undefined;
  /** `responsible`: the unit of the responsible function; `concerned`: the most concerned unit, at once. */
  readonly owningUnit: 'responsible' | 'concerned';
}
export interface IncomingDeadlines {
  readonly registerWorkingDays: number;
  /** From received. 14–90. */
  readonly replyDays: number;
  readonly remindBeforeDays: number;
  readonly remindAfterDays: number;
  readonly escalateAfterDays: number;
  /** The filer's link lives so long after the case has ended. */
  readonly linkExpiresAfterDays: number;
  readonly pharmacyWorkingDays: number;
  readonly effectReviewDays: number;
  /** Days after the review was due. */
  readonly effectReviewRemindAfterDays: number;
  readonly effectReviewEscalateAfterDays: number;
}
