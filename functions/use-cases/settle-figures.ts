import { Conflict } from '../domain/errors.ts';
import type { Counts } from '../domain/statistics/figures.ts';
import type { Contribution } from '../domain/statistics/contribution.ts';
import { generationsOf } from '../domain/statistics/recomputation.ts';
import { rowsPerWrite, settledGeneration, type KeepingPorts } from './ports-statistics.ts';

const attempts = 8;
const negated = (counts: Counts): Counts => Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, -count]));

/**
 * What an erased case has added to the figures goes over to those that belong to no case: they stand under a generation of
 * their own, which no recomputation touches and every reading adds. Nothing is left that says what this case was.
 * @throws Conflict, Throttled
 */
export async function settleFigures({ aggregates }: Pick<KeepingPorts, 'aggregates'>, caseId: string): Promise<void> {
  for (let attempt = 0; attempt < attempts;) {
    const seen = await aggregates.contribution(caseId);
    const recomputation = await aggregates.recomputation();
    if (seen.revision === 0 || recomputation === undefined) return;
    const generations = generationsOf(recomputation).toSorted((one) => (one === recomputation.current ? -1 : 1));
    const keys = [...new Set(generations.flatMap((generation) => [...(seen.generations.get(generation)?.keys() ?? [])]))];
    if (keys.length === 0 && seen.likeCases.length === 0) return;
    const some = keys.slice(0, Math.floor(rowsPerWrite / (generations.length + 1)));
    const countsOf = (generation: number, key: string): Counts | undefined => seen.generations.get(generation)?.get(key);
    const changes = new Map<number, Contribution>(generations.map((generation) => [generation, new Map(some.flatMap((key) => {
      const counts = countsOf(generation, key);
      return counts ? [[key, negated(counts)] as const] : [];
    }))]));
    // As it is in force; a row that only the one being made has, as it is there.
    changes.set(settledGeneration, new Map(some.flatMap((key) => {
      const counts = generations.map((generation) => countsOf(generation, key)).find((each) => each !== undefined);
      return counts ? [[key, counts] as const] : [];
    })));
    const left = new Map(generations.map((generation) => [generation, new Map([...(seen.generations.get(generation) ?? [])].filter(([key]) => !some.includes(key)))]));
    if (!(await aggregates.write({ caseId, seen, generations: left, likeCases: [], changes }))) attempt += 1;
  }
  throw new Conflict();
}
