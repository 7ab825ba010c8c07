import type { Instant } from '../case.ts';
import type { LocalisedText, TargetGroup } from '../vocabulary.ts';
import type { Direction } from '../vocabulary.ts';
import type { ReportPeriod } from './period.ts';
import type { ReportRule } from './report-rule.ts';
import type { ReportEventType, ReportSection, ReportStatus, ReportStep } from './words.ts';

/** A recurring shortfall (G2): the same counterpart has not followed the same clause. */
export interface ShortfallLine {
  /** counterpart ~ agreement ~ clause. */
  readonly key: string;
  /** As they read when it was drafted: the register may change, the report does not. */
  readonly counterpart: string;
  readonly clause: LocalisedText;
  /** Sent outgoing cases of the period. Never edited. */
  readonly count: number;
  /** Of excepted target groups, beside these; never leaves. */
  readonly excepted: number;
  /** May not leave (L11), beside what has left already. */
  readonly withheld?: boolean | undefined;
  /** What the function writes about it. */
  readonly text: string;
  /** A fault of the system rather than of the counterpart (G5). */
  readonly systemFault: boolean;
}
/** How many cases of a target group are kept out of the report, and which group they have gone to (G4). Never leaves. */
export interface RoutedAway {
  readonly targetGroup: TargetGroup;
  readonly groupId: string;
  readonly count: number;
}

/** Of `totals`, `actions` and `followUp` a row is a measure; of the others a value, and what is counted is how many came in. */
export interface FigureRow {
  readonly value: string;
  /** null: the page has the word for it. */
  readonly name: LocalisedText | null;
  readonly now: number;
  readonly before: number;
  /** May not leave (L11). */
  readonly withheldNow?: boolean | undefined;
  readonly withheldBefore?: boolean | undefined;
}
export interface FigureSection {
  readonly section: ReportSection;
  readonly direction: Direction;
  readonly rows: readonly FigureRow[];
}
export interface ReportBody {
  readonly summary: string;
  readonly lines: readonly ShortfallLine[];
  readonly sections: readonly FigureSection[];
  readonly routedAway: readonly RoutedAway[];
  /** Cases that a clause's threshold stood at when it was drafted. */
  readonly threshold: number;
  readonly compiledAt: Instant;
  /** Marks of what a person said identifies nobody. */
  readonly resolved: readonly string[];
}

export interface FeedbackAction {
  readonly text: string;
  readonly state: 'done' | 'planned';
  /** Of a planned one. ISO date. */
  readonly due?: string | undefined;
}
/** G5: what became of it, by whoever received it, or written down here on behalf; of a compilation: its follow-up (R8). */
export interface Feedback {
  readonly edition: number;
  readonly at: Instant;
  /** A user's id; `external`: through the link. */
  readonly by: string;
  readonly text: string;
  readonly actions: readonly FeedbackAction[];
}
/** G5: a fault of the system itself, sent on to a county group. */
export interface ForwardedFault {
  readonly at: Instant;
  readonly by: string;
  readonly lineKey: string | null;
  readonly groupId: string;
  readonly text: string;
}
export interface Submission {
  readonly edition: number;
  readonly at: Instant;
  readonly by: string;
  /** null: no feedback is asked for. */
  readonly feedbackBy: Instant | null;
}
export interface ReportEvent {
  readonly id: string;
  readonly at: Instant;
  readonly type: ReportEventType;
  /** A user's id, `clock` or `external`. */
  readonly actor: string;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
}

/** A report of one kind and period, from its opening to its feedback. What was submitted lies beside it, by edition. */
export interface PeriodicReport {
  readonly id: string;
  readonly rule: ReportRule;
  readonly period: ReportPeriod;
  readonly status: ReportStatus;
  readonly openedAt: Instant;
  readonly draftAt: Instant;
  readonly remindAt: Instant;
  readonly dueAt: Instant;
  readonly version: number;
  /** Grows when what the clock waits for changes. */
  readonly clockRevision: number;
  /** Of the execution that is its clock. */
  readonly generation: number;
  readonly stopped: boolean;
  readonly steps: Readonly<Partial<Record<ReportStep, Instant>>>;
  /** null before it is drafted. */
  readonly body: ReportBody | null;
  /** Newest last. */
  readonly submissions: readonly Submission[];
  readonly feedback: readonly Feedback[];
  readonly forwarded: readonly ForwardedFault[];
}
/** A submitted edition: what left, which never changes. Only what may leave is in it. */
export interface ReportEdition {
  readonly reportId: string;
  readonly edition: number;
  readonly title: LocalisedText;
  readonly period: ReportPeriod;
  readonly every: ReportRule['every'];
  readonly sender: string;
  readonly submittedAt: Instant;
  readonly submittedBy: string;
  readonly feedbackBy: Instant | null;
  readonly summary: string;
  readonly threshold: number;
  /** `count` null: kept back. */
  readonly lines: readonly { readonly key: string; readonly counterpart: string; readonly clause: LocalisedText; readonly count: number | null; readonly text: string; readonly systemFault: boolean }[];
  readonly sections: readonly {
    readonly section: ReportSection; readonly direction: Direction;
    readonly rows: readonly { readonly value: string; readonly name: LocalisedText | null; readonly now: number | null; readonly before: number | null }[];
  }[];
}
export const currentSubmission = ({ submissions }: Pick<PeriodicReport, 'submissions'>): Submission | undefined => submissions.at(-1);
