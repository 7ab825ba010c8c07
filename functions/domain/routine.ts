import type { RetentionRoutine } from './keeping/retention.ts';
import type { VotingRule } from './deep-analysis/words.ts';
import type { Forwarder, GroupChoice } from './escalation/words.ts';
import type { AgendaRule } from './meeting/words.ts';
import type { RecurrenceRoutine } from './statistics/recurrence.ts';
import type { Category, GroupKind, DisputeStage, InvestigationPart, LegalBasis, LocalisedText, OnCallField, PartyType, ReplyPart, ReplyReceiver, ResponsibleRole, Role } from './vocabulary.ts';
import type { ReportRule } from './periodic-report/report-rule.ts';

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
  /** What the routine rests on: law and agreements, as text that an administrator may change. */
  readonly law: readonly LawReference[];
  /** When in the year the routine itself is gone through, and who is reminded (R8). */
  readonly review: { readonly month: number; readonly day: number; readonly role: Role };
  readonly access: AccessRoutine;
  /**
   * `gate`: an identified text leaves only under a consent in force for its receiver, else a de-identified one does (R4);
   * `none`: the routine asks for no consent.
   */
  readonly consent: 'gate' | 'none';
  /** What a report from on call must say (H1, H2); null: on call is not told apart. */
  readonly onCall: { readonly requiredFields: readonly OnCallField[] } | null;
  /** `agreement-and-clause`: a report names the agreement and the clause that were not followed (G1). */
  readonly breach: 'optional' | 'agreement-and-clause';
  /** Whether forms ask for the target group; the handler can settle it either way. */
  readonly targetGroup: 'asked' | 'not-asked';
  readonly recurrence: RecurrenceRoutine;
  readonly harm: HarmRoutine;
  /** Whom the routine is for, by area and party type (N3): a party that matches one rule takes part; null: every party of the register. */
  readonly eligibility: readonly EligibilityRule[] | null;
  /** The paper form in force, and who enters what was written on it (H6). */
  readonly downtime: { readonly paperFormVersion: number; readonly enteredBy: readonly Role[] };
  /** How long what is kept (L9); null: everything, for good. There is no default. */
  readonly retention: RetentionRoutine | null;
  readonly dispute: DisputeRoutine;
  readonly eventDescriptions: DescriptionRoutine;
  readonly outgoing: OutgoingRoutine;
  readonly incoming: IncomingRoutine;
  /** The ladder (R6); null: none. */
  readonly escalation: EscalationRoutine | null;
  readonly meetings: MeetingsRoutine;
  /** Which reports are compiled of the figures, and when (V13, R8, G2, L11). */
  readonly reports: readonly ReportRule[];
}

/** What the groups above single cases do at their meetings, and how a case gets a deep analysis (H8, N5, V13). */
export interface MeetingsRoutine {
  /** One of each kind of group that meets. */
  readonly groups: readonly MeetingRule[];
  /** null: no deep analyses. */
  readonly deepAnalysis: DeepAnalysisRule | null;
}
export interface MeetingRule {
  readonly kind: GroupKind;
  /** From one meeting to the next: its convener is told when none is planned. */
  readonly intervalMonths: number;
  /** What builds the agenda, in this order. */
  readonly agenda: readonly AgendaRule[];
  /** Calendar days before a meeting that members are invited, and after it that its notes are to be approved. */
  readonly inviteDays: number;
  readonly notesDueDays: number;
}
/** V13d: who decides on a proposal, how many of them it takes, and days until the analysis is due where nothing else is said. */
export interface DeepAnalysisRule {
  readonly decidedBy: readonly ResponsibleRole[];
  readonly voting: VotingRule;
  readonly dueDays: number;
}

/** R6, R7: levels as data. The staff concerned are level 1; `levels` begins with 2, the nearest managers. The highest decides. */
export interface EscalationRoutine {
  readonly first: Pick<LadderLevel, 'name' | 'decides'> & { readonly forwardedBy: readonly Forwarder[] };
  readonly levels: readonly LadderLevel[];
  /** Calendar days from the decision until those concerned are to have been told. */
  readonly informDays: number;
}
export interface LadderLevel {
  readonly name: LocalisedText;
  /** What is decided there. */
  readonly decides: LocalisedText;
  /** Kinds of groups that have the case there, in parallel; absent: no group, but our managers. */
  readonly groups?: readonly GroupKind[] | undefined;
  readonly choice: GroupChoice;
  /** Which of them writes the basis of the decision, consults the others and tells of the decision (R7). */
  readonly prepares?: GroupKind | undefined;
  /** Absent: nobody; the highest. */
  readonly forwardedBy?: readonly Forwarder[] | undefined;
  /** Calendar days at the level; a reminder so many before, and the next convener and administrators are told so many after. */
  readonly deadlineDays: number;
  readonly remindBeforeDays: number;
  readonly escalateAfterDays: number;
}

export interface LawReference {
  readonly code: string;
  readonly text: LocalisedText;
  readonly url?: string | undefined;
}

/** Who may read without a need to know, and how reading is checked afterwards (L5). */
export interface AccessRoutine {
  /** `with-reason`: a colleague of the field may open a case when it says why. */
  readonly withoutNeed: 'refused' | 'with-reason';
  /** Months between two spot checks, how many entries each draws, and days until a check left open is reminded of. */
  readonly spotCheckMonths: number;
  readonly spotCheckSample: number;
  readonly spotCheckRemindDays: number;
}

export interface HarmRoutine {
  /** Consequence (2–4) from which an assessment is always reviewed by another person; 4 always is. */
  readonly reviewFromConsequence: number;
  /** Roles whose holders are told at once of (possible) serious harm and decide, by law (L3). */
  readonly seriousHarm: { readonly lexMaria: ResponsibleRole; readonly lexSarah: ResponsibleRole };
  /** From when it was told until the decision is due; then a reminder, and calendar days later managers are told. */
  readonly decideWorkingDays: number;
  readonly escalateAfterDays: number;
}

/** Disputes on responsibility or cost beside the case (G7). */
export interface DisputeRoutine {
  /** Roles that open one, on a case they handle, manage or lead. */
  readonly mayOpen: readonly Role[];
  /** In order; the first is where a dispute begins. */
  readonly steps: readonly DisputeStep[];
  readonly remindBeforeDays: number;
  readonly escalateAfterDays: number;
}
export interface DisputeStep {
  readonly stage: DisputeStage;
  readonly name: LocalisedText;
  /** Calendar days from when it was taken there. */
  readonly days: number;
  /** Who has it there, where nobody is named. */
  readonly role: Role;
}

/** Published event descriptions (N4). */
export interface DescriptionRoutine {
  readonly mayDraft: readonly Role[];
  /** Roles that approve for our side, and withdraw. */
  readonly mayApprove: readonly Role[];
  /** From when the other party was asked until it is reminded, and from reminder to reminder. */
  readonly remindAfterDays: number;
  /** So many reminders; after the last whoever asked is told that no answer came. */
  readonly reminders: number;
  /** From when the other party was asked. Once published its link lives for good: it may withdraw. */
  readonly linkDays: number;
}

export interface EligibilityRule {
  /** Area ids of the register; absent: wherever. */
  readonly areas?: readonly string[] | undefined;
  readonly partyTypes: readonly PartyType[];
}

export interface OutgoingRoutine {
  readonly categories: readonly Category[];
  /** Roles that register a report (V9, R3); `reporter`: any staff member. */
  readonly mayReport: readonly Role[];
  /** First rule that matches decides who is responsible and which unit owns (V9). */
  readonly responsibility: readonly ResponsibilityRule[];
  readonly maySend: readonly Role[];
  readonly mayShare: readonly Role[];
  readonly mayClose: readonly Role[];
  readonly mayReopen: readonly Role[];
  /** MAS approves hand-over and more time. */
  readonly mayDecide: readonly Role[];
  readonly reply: { readonly requiredParts: readonly ReplyPart[] };
  /** Who besides the handler hears that a reply has come (H7). */
  readonly replyTo: readonly ReplyReceiver[];
  /** Whether closing starts a review of the effect (R2, H8). */
  readonly effectReview: 'always' | 'with-actions' | 'never';
  readonly deadlines: OutgoingDeadlines;
}

/** A rule that makes the unit manager responsible matches only where the unit has a manager on the day (H): what follows it says who is responsible for the rest. */
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
  readonly effectReviewDays: number;
  /** Days after the review was due. */
  readonly effectReviewRemindAfterDays: number;
  readonly effectReviewEscalateAfterDays: number;
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
  readonly deadlines: IncomingDeadlines;
}
/** As `ResponsibilityRule`; the unit is the most concerned one, which a report from outside need not name. */
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
