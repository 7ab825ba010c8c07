import type { ActionKind, HarmDecision, InformationPoint } from './vocabulary.ts';
import type { Instant } from './case.ts';

/** Parts that a case of either direction has beside its main line. Titles, never names (N2). */
export interface CaseParts {
  readonly actions: readonly Action[];
  /** R2, H8. A new one starts when the last did not find the wanted result. */
  readonly effectReviews: readonly EffectReview[];
  readonly harmDecision?: RecordedHarmDecision | undefined;
  readonly patientInformation?: PatientInformation | undefined;
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

/** L3. */
export interface RecordedHarmDecision {
  readonly decision: HarmDecision;
  /** IVO's number where notified; the responsible care provider's own where assessed there. */
  readonly reference: string;
  readonly reason: string;
  /** ISO date. */
  readonly decidedAt: string;
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
