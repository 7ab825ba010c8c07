import type { Case, Instant } from './case.ts';
import { isOpen } from './transitions.ts';
import type { AwaitedEvent, Machine } from './vocabulary.ts';

/** A wait beside the lifecycle, by its machine and number. */
export interface TrackOfCase {
  readonly machine: Machine;
  readonly generation: number;
  readonly awaits: AwaitedEvent;
  readonly dueAt: Instant;
}

/** The tracks of a case that still wait for somebody: each has an execution of its own (V12, R2). */
export const tracksOf = (concerned: Case): readonly TrackOfCase[] => {
  if (concerned.direction === 'outgoing') return [];
  const { pharmacy, effectReviews, status } = concerned;
  return [
    ...(pharmacy !== null && pharmacy.doneAt === undefined && isOpen(status) ? [{ machine: 'dose-pharmacy', generation: 1, awaits: 'pharmacyNotification', dueAt: pharmacy.dueAt } as const] : []),
    ...effectReviews.filter(({ doneAt }) => doneAt === undefined).map(({ number, dueAt }) => ({ machine: 'effect-review', generation: number, awaits: 'effectReview', dueAt }) as const),
  ];
};
/** An ended case whose effect is still to be reviewed. */
export const isFollowed = (concerned: Case): boolean => !isOpen(concerned.status) && tracksOf(concerned).length > 0;
