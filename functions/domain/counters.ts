import { localDate } from './calendar.ts';
import type { Case } from './case.ts';
import { ourUnitOf } from './parties.ts';
import type { Counted } from './vocabulary.ts';

/** Changes to what is counted for a unit in a month. */
export interface Tally {
  /** ISO month, Europe/Stockholm: when the case was registered. */
  readonly month: string;
  readonly unitId: string;
  readonly counts: Readonly<Partial<Record<Counted, number>>>;
}

/** What one case counts for. The counters are the sum of this over all cases, and can be made anew from them. */
export const tallyOf = (concerned: Case): Tally => ({
  month: localDate(concerned.createdAt).slice(0, 7),
  unitId: ourUnitOf(concerned),
  counts: concerned.direction === 'outgoing'
    ? {
      outgoing: 1,
      ...(concerned.onCall?.applies && { onCall: 1 }),
      ...(concerned.notOurs && { notOurs: 1 }),
      ...(concerned.paper && { downtime: 1 }),
    }
    : { incoming: 1, ...(concerned.source.paper?.downtime && { downtime: 1 }) },
});

const differences = (before: Tally['counts'], after: Tally['counts']): Tally['counts'] => {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])] as readonly string[];
  return Object.fromEntries(names.flatMap((name) => {
    const change = (countAt(after, name)) - (countAt(before, name));
    return change === 0 ? [] : [[name, change]];
  }));
};
const countAt = (counts: Tally['counts'], name: string): number => Object.entries(counts).find(([each]) => each === name)?.[1] ?? 0;

/** What a write of a case changes in the counters; empty where nothing. `before` null: a new case. */
export const tallyChanges = (before: Case | null, after: Case): readonly Tally[] => {
  const now = tallyOf(after);
  if (before === null) return [now];
  const earlier = tallyOf(before);
  if (earlier.unitId !== now.unitId) return [{ ...earlier, counts: differences(earlier.counts, {}) }, now];
  const counts = differences(earlier.counts, now.counts);
  return Object.keys(counts).length === 0 ? [] : [{ ...now, counts }];
};
