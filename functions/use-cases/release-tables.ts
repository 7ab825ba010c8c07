import { Conflict } from '../domain/errors.ts';
import type { Months } from '../domain/statistics/months.ts';
import { releasedBesideEarlier, type FigureTable, type ReleasedTable, type ReleaseOf } from '../domain/statistics/release.ts';
import type { Release } from '../domain/statistics/release-history.ts';
import type { ReleaseLedger } from './ports-release.ts';

const attempts = 5;
/** What a release lets anybody know: a figure that was kept back is not known, and may be shown another time. */
const told = ({ months, cells }: Release): readonly string[] => cells.flatMap(({ key, count }) => (count === null ? [] : [`${key} ${months.from} ${months.to} ${count}`]));

/**
 * L11: tables of a release as they may leave beside all that has left before, in the order given; what leaves is written
 * down, once. @throws Conflict where others release at the same time; Throttled
 */
export const releaseTables = async (
  ledger: ReleaseLedger, tables: readonly [FigureOf, FigureOf], { direction, by }: Pick<ReleaseOf, 'direction' | 'by'>,
): Promise<readonly [ReleasedTable, ReleasedTable]> => {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const { releases: earlier, next } = await ledger.read();
    const [first, second] = tables;
    const one = releasedBesideEarlier(first.table, { direction, by, months: first.months }, earlier);
    const other = releasedBesideEarlier(second.table, { direction, by, months: second.months }, [...earlier, ...one.releases]);
    const known = new Set(earlier.flatMap(told));
    const fresh = [...one.releases, ...other.releases].filter((release) => told(release).some((each) => !known.has(each)));
    let number = next;
    let taken = false;
    for (const release of fresh) {
      if (!taken) taken = (await ledger.record(release, number)) === 'taken';
      number += 1;
    }
    if (!taken) return [one.table, other.table];
  }
  throw new Conflict('Somebody else releases figures in the same moment');
};
interface FigureOf {
  readonly table: FigureTable;
  readonly months: Months;
}
