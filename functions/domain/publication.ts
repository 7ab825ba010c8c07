import type { LocalDate } from './calendar.ts';
import type { Instant } from './case.ts';

/**
 * That a version of the routine is in force from a date on. Which one is active is read from the date of the request, so
 * that no timer has to switch anything.
 */
export interface Publication {
  readonly id: string;
  readonly version: number;
  /** ISO date in Europe/Stockholm; null: what the organisation began with. */
  readonly validFrom: LocalDate | null;
  /** null: the organisation began with it. */
  readonly publishedAt: Instant | null;
  readonly publishedBy: string | null;
  readonly withdrawn?: { readonly at: Instant; readonly by: string } | undefined;
}

const from = ({ validFrom }: Publication): string => validFrom ?? '';
const inOrder = (one: Publication, other: Publication): number => (from(one) === from(other) ? one.version - other.version : from(one) < from(other) ? -1 : 1);

/** Which stands on a date: the latest that is not withdrawn; of two from the same date the later version. */
export const activeOn = (publications: readonly Publication[], date: LocalDate): Publication | undefined =>
  publications.filter((each) => each.withdrawn === undefined && from(each) <= date).toSorted(inOrder).at(-1);

export type PublicationState = 'active' | 'coming' | 'past' | 'withdrawn';
export const stateOn = (publications: readonly Publication[], one: Publication, date: LocalDate): PublicationState => {
  if (one.withdrawn !== undefined) return 'withdrawn';
  if (one === activeOn(publications, date)) return 'active';
  return from(one) > date ? 'coming' : 'past';
};

/** The first day it no longer stands; null: nothing follows it, or it never stood. */
export const standsUntil = (publications: readonly Publication[], one: Publication): LocalDate | null => {
  if (one.withdrawn !== undefined) return null;
  const next = publications.filter((each) => each.withdrawn === undefined).toSorted(inOrder).find((each) => inOrder(one, each) < 0);
  return next?.validFrom ?? null;
};
