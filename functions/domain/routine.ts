import type { Category, LegalBasis, LocalisedText, PartyType, ReplyPart, ResponsibleRole, Role } from './vocabulary.ts';

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
