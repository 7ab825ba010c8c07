import type { output } from 'zod/mini';
import type { readStatisticsQuery, StatisticsView } from '../contracts/statistics.ts';
import { unitsToCount } from '../domain/access.ts';
import { localDate } from '../domain/calendar.ts';
import { NotAllowed } from '../domain/errors.ts';
import type { Counted } from '../domain/vocabulary.ts';
import { namesOf } from './names.ts';
import type { StaffQuery } from './ports.ts';
import type { StatisticsPorts } from './ports-statistics.ts';
import { signIn } from './staff-access.ts';

/** How many years back the page offers. */
const yearsBack = 5;
const nothing = (): Record<Counted, number> => ({ outgoing: 0, incoming: 0, onCall: 0, notOurs: 0, downtime: 0 });

const atLeastNothing = ({ outgoing, incoming, onCall, notOurs, downtime }: Record<Counted, number>): Record<Counted, number> =>
  ({ outgoing: Math.max(0, outgoing), incoming: Math.max(0, incoming), onCall: Math.max(0, onCall), notOurs: Math.max(0, notOurs), downtime: Math.max(0, downtime) });

/** What has been counted in a year, by month and unit: all units for those who handle cases, else one's own. @throws UnknownUser, NotAllowed */
export const readStatistics = async (ports: StatisticsPorts, { caller, query }: StaffQuery<output<typeof readStatisticsQuery>>): Promise<StatisticsView> => {
  const { register, member } = await signIn(ports, caller);
  const own = unitsToCount(member);
  if (own !== 'all' && own.length === 0) throw new NotAllowed('no-need-to-know');
  const thisYear = Number(localDate(caller.now).slice(0, 4));
  const year = query.year ?? String(thisYear);
  const rows = new Map<string, StatisticsView['rows'][number]>();
  for (const { month, unitId, counts } of await ports.counters.ofYear(year)) {
    if (own !== 'all' && !own.includes(unitId)) continue;
    const row = rows.get(`${month}#${unitId}`) ?? { month, unitId, counts: nothing() };
    for (const name of Object.keys(row.counts) as Counted[]) row.counts[name] += counts[name] ?? 0;
    rows.set(`${month}#${unitId}`, row);
  }
  const names = namesOf(register);
  const unitIds = [...new Set([...rows.values()].map(({ unitId }) => unitId))];
  return {
    now: caller.now, year, years: Array.from({ length: yearsBack }, (_, back) => String(thisYear - back)),
    units: unitIds.map((id) => ({ id, name: names.unit(id).name })).toSorted((one, other) => one.name.localeCompare(other.name, 'sv')),
    // What was stored before anything was counted never brings a counter below nothing.
    rows: [...rows.values()].map((row) => ({ ...row, counts: atLeastNothing(row.counts) })).toSorted((one, other) => one.month.localeCompare(other.month) || one.unitId.localeCompare(other.unitId)),
  };
};
