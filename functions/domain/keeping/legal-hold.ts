import type { LocalDate } from '../calendar.ts';
import { localDate } from '../calendar.ts';
import type { Instant } from '../case.ts';
import { HoldReleased } from '../errors.ts';
import type { HoldScope } from './words.ts';

/** L9b: nothing that it covers is erased while it is in force. Whoever holds all of a patient's cases names one of them. */
export interface LegalHold {
  readonly id: string;
  readonly scope: HoldScope;
  /** Case id, pseudonym of the patient, or organisation id. */
  readonly target: string;
  /** The case it was placed on, or by which the patient was named; null: a party. */
  readonly caseId: string | null;
  readonly caseNumber: string | null;
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
  /** Last day; null: until somebody releases it. */
  readonly until: LocalDate | null;
  readonly released?: { readonly by: string; readonly at: Instant; readonly reason: string } | undefined;
}
/** What a case is to a hold. */
export interface Holdable {
  readonly id: string;
  readonly patientKey: string | null;
  readonly counterpartId: string | null;
}

export const isInForce = ({ released, until }: Pick<LegalHold, 'released' | 'until'>, now: Instant): boolean =>
  released === undefined && (until === null || localDate(now) <= until);
export const covers = ({ scope, target }: Pick<LegalHold, 'scope' | 'target'>, concerned: Holdable): boolean => {
  switch (scope) {
    case 'case': return concerned.id === target;
    case 'patient': return concerned.patientKey === target;
    case 'party': return concerned.counterpartId === target;
  }
};
/** Holds in force on a case. */
export const holdsOn = (holds: readonly LegalHold[], concerned: Holdable, now: Instant): readonly LegalHold[] =>
  holds.filter((hold) => isInForce(hold, now) && covers(hold, concerned));

/** @throws HoldReleased */
export const releaseHold = (hold: LegalHold, by: string, reason: string, at: Instant): LegalHold => {
  if (hold.released) throw new HoldReleased();
  return { ...hold, released: { by, at, reason } };
};
