import type { Tally } from '../../../functions/domain/counters.ts';

type Counters = Map<string, number>;
/** As the store does it: every change added to the counter of its month, unit and thing. */
export const count = (counters: Counters, changes: readonly Tally[]): Counters => {
  for (const { month, unitId, counts } of changes) for (const [name, change] of Object.entries(counts)) {
    const key = `${month} ${unitId} ${name}`;
    counters.set(key, (counters.get(key) ?? 0) + change);
  }
  return counters;
};
export const withoutNought = (counters: Counters): Record<string, number> => Object.fromEntries([...counters].filter(([, value]) => value !== 0).toSorted());
