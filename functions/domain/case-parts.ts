import type { ActionKind, Harm, HarmDecision, InformationPoint, MatrixGrade, NccMerpIndex } from './vocabulary.ts';
import type { Instant } from './case.ts';
import type { Dispute } from './dispute/dispute.ts';
import type { Escalation } from './escalation/escalation.ts';

/** Parts that a case of either direction has beside its main line. Titles, never names (N2). */
export interface CaseParts {
  readonly actions: readonly Action[];
  /** R2, H8. A new one starts when the last did not find the wanted result. */
  readonly effectReviews: readonly EffectReview[];
  readonly harmAssessment?: HarmAssessment | undefined;
  /** Present once those who decide on serious harm have been told (L3). */
  readonly harmTrack?: HarmTrack | undefined;
  readonly harmDecision?: RecordedHarmDecision | undefined;
  readonly patientInformation?: PatientInformation | undefined;
  readonly staffSupport?: StaffSupport | undefined;
  /** Absent: none yet. */
  readonly feedback?: readonly Feedback[] | undefined;
  /** G7, in the order they were opened; absent: none yet. */
  readonly disputes?: readonly Dispute[] | undefined;
  /** N4: event descriptions that were drafted from it; absent: none yet. */
  readonly eventDescriptionIds?: readonly string[] | undefined;
  /** R6; absent: never on the ladder. */
  readonly escalation?: Escalation | undefined;
}

export interface Action {
  readonly id: string;
  readonly kind: ActionKind;
  readonly text: string;
  readonly responsibleUserId: string;
  /** The responsible person's unit when it was set: whose list it is in. */
  readonly unitId: string;
  /** ISO date; null only where it was done at once. */
  readonly due: string | null;
  /** ISO date. */
  readonly doneAt: string | null;
  readonly effect: string;
}

export interface EffectReview {
  /** From 1: execution `{caseId}-effect-{number}`. */
  readonly number: number;
  readonly dueAt: Instant;
  readonly doneAt?: Instant | undefined;
  readonly wantedResult?: boolean | undefined;
  readonly note: string;
}

/** What a person at our side finds, beside what was reported: the report is never rewritten. */
export interface HarmAssessment {
  readonly harm: Harm;
  /** It could have caused serious harm (L3). */
  readonly seriousRisk: boolean;
  readonly consequence: MatrixGrade;
  readonly probability: MatrixGrade;
  /** Of medication alone. */
  readonly nccMerp?: NccMerpIndex | undefined;
  readonly note: string;
  readonly by: string;
  readonly at: Instant;
  readonly review?: { readonly by: string; readonly at: Instant; readonly note: string } | undefined;
}

/** L3: the decision's own clock. */
export interface HarmTrack {
  readonly toldAt: Instant;
  readonly dueAt: Instant;
  /** Users who decide. Absent: a case of before. */
  readonly told?: readonly string[] | undefined;
}

/** L3. */
export interface RecordedHarmDecision {
  readonly decision: HarmDecision;
  /** IVO's number where notified; the responsible care provider's own where assessed there. */
  readonly reference: string;
  readonly reason: string;
  /** ISO date. */
  readonly decidedAt: string;
  /** ISO date; of what was notified. Absent on what was recorded before it was asked for. */
  readonly notifiedAt?: string | undefined;
  readonly by: string;
}

/** L4, R5, H9. */
export interface PatientInformation {
  readonly given: boolean;
  readonly reason: string;
  /** ISO date. */
  readonly at: string | null;
  readonly to: 'patient' | 'relative' | 'nobody';
  readonly byTitle: string;
  readonly points: readonly InformationPoint[];
  readonly notedInRecord: boolean;
  readonly patientViews: string;
  readonly staffSupport: string;
}

/** H9: whether and how staff get support. */
export interface StaffSupport {
  readonly given: boolean;
  /** How; or why not. */
  readonly text: string;
  /** ISO date; null where none is given. */
  readonly at: string | null;
  readonly by: string;
}

/** H9: what was done, told to the staff concerned. */
export interface Feedback {
  readonly text: string;
  readonly unitIds: readonly string[];
  readonly at: Instant;
  readonly by: string;
}
