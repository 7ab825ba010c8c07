import type { output } from 'zod/mini';
import type { readStatisticsQuery, StatisticsView } from '../contracts/statistics.ts';
import { mayAdministerRegisters, unitsToCount } from '../domain/access.ts';
import { localDate } from '../domain/calendar.ts';
import { NotAllowed } from '../domain/errors.ts';
import { figuresOf, isNothing, sumOf, type Counts, type Figures } from '../domain/statistics/figures.ts';
import { addMonths, monthsBefore, monthsOf, type Months } from '../domain/statistics/months.ts';
import { everyUnit, longestPeriod, viewParts, type StatisticDimension, type StatisticViewName } from '../domain/statistics/words.ts';
import { namesOf } from './names.ts';
import { releaseTables } from './release-tables.ts';
import type { StaffQuery } from './ports.ts';
import type { AggregateStore, StatisticsPorts } from './ports-statistics.ts';
import { signIn } from './staff-access.ts';
import { statisticNamesOf } from './statistic-names.ts';

type Query = output<typeof readStatisticsQuery>;
interface Asked {
  readonly generation: number;
  readonly scope: string;
  readonly by: StatisticViewName;
  readonly direction: Query['direction'];
  /** Of those who do not see every unit: whose figures stand beside each other. */
  readonly ownUnits: readonly string[];
}

const dimensionOf = (by: StatisticViewName): StatisticDimension => (by === 'month' ? 'all' : by === 'contractor' ? 'counterpart' : by);
const figuresBy = (rows: readonly { readonly value: string; readonly counts: Counts }[]): ReadonlyMap<string, Figures> => {
  const values = Map.groupBy(rows, ({ value }) => value);
  return new Map([...values].map(([value, each]) => [value, figuresOf(sumOf(each.map(({ counts }) => counts)))]));
};

/** Figures of a period by value, and of all cases. Months are numbered from the first, so that two periods can be laid side by side. */
const tableOf = async (store: AggregateStore, { generation, scope, by, direction, ownUnits }: Asked, months: Months, isShown: (value: string) => boolean) => {
  const all = await store.figures(generation, months, { scope, direction, dimension: 'all' });
  const total = figuresOf(sumOf(all.map(({ counts }) => counts)));
  if (by === 'month') {
    const byMonth = figuresBy(all.map(({ month, counts }) => ({ value: month, counts })));
    return { total, rows: new Map(monthsOf(months).map((month, index) => [String(index), byMonth.get(month) ?? figuresOf({})])) };
  }
  if (by === 'unit' && scope !== everyUnit) {
    const each = await Promise.all(ownUnits.map(async (unitId) => [unitId, await store.figures(generation, months, { scope: unitId, direction, dimension: 'all' })] as const));
    return { total, rows: figuresBy(each.flatMap(([value, rows]) => rows.map(({ counts }) => ({ value, counts })))) };
  }
  const rows = await store.figures(generation, months, { scope, direction, dimension: dimensionOf(by) });
  return { total, rows: figuresBy(rows.filter(({ value }) => isShown(value))) };
};

/** What leaves stands as it left: of months that are over alone. */
const periodOf = (asked: Query, thisMonth: string): Months => {
  const latest = asked.audience === 'outside' ? addMonths(thisMonth, -1) : null;
  const within = (month: string): string => (latest !== null && month > latest ? latest : month);
  const [from, to] = [asked.from && within(asked.from), asked.to && within(asked.to)];
  if (from !== undefined) {
    const last = to ?? [within(thisMonth), addMonths(from, longestPeriod - 1)].toSorted()[0] ?? from;
    return { from, to: last < from ? from : last };
  }
  const last = to ?? within(thisMonth);
  return { from: addMonths(last, -11), to: last };
};

/**
 * Figures of a period, and of as long a one before it, from what the stream keeps: all units for those who handle cases, else
 * one's own. For outside: the organisation's alone, and no cell below 3, of months that are over (L11). @throws UnknownUser, NotAllowed
 */
export const readStatistics = async (ports: StatisticsPorts, { caller, query }: StaffQuery<Query>): Promise<StatisticsView> => {
  const { register, member } = await signIn(ports, caller);
  const own = unitsToCount(member);
  const [firstOwn] = own === 'all' ? [null] : own;
  if (firstOwn === undefined) throw new NotAllowed('no-need-to-know');
  const unitId = query.unitId ?? firstOwn;
  if (own !== 'all' && (unitId === null || !own.includes(unitId) || query.audience === 'outside')) throw new NotAllowed('no-need-to-know');
  // A unit's table beside the organisation's would give away by subtraction what neither does alone.
  const chosen = query.audience === 'outside' ? null : unitId;
  const [{ outgoing, incoming }, recomputation] = await Promise.all([ports.registers.activeRoutine(register, caller.now), ports.aggregates.recomputation()]);
  const period = periodOf(query, localDate(caller.now).slice(0, 7));
  const before = monthsBefore(period);
  const contractors = new Set(register.organisations.filter(({ type }) => type === 'contractorWithAgreement' || type === 'contractorWithoutAgreement').map(({ id }) => id));
  const asked: Asked = { generation: recomputation?.current ?? 0, scope: chosen ?? everyUnit, by: query.by, direction: query.direction, ownUnits: own === 'all' ? (chosen === null ? [] : [chosen]) : own };
  const isShown = (value: string): boolean => query.by !== 'contractor' || contractors.has(value);
  const [now, earlier] = await Promise.all([tableOf(ports.aggregates, asked, period, isShown), tableOf(ports.aggregates, asked, before, isShown)]);
  const nothing = figuresOf({});
  const values = [...new Set([...now.rows.keys(), ...earlier.rows.keys()])].filter((value) => query.by === 'month' || !isNothing(now.rows.get(value) ?? nothing) || !isNothing(earlier.rows.get(value) ?? nothing));
  const table = ({ rows, total }: typeof now) => ({ rows: values.map((value) => ({ value, figures: rows.get(value) ?? nothing })), total, parts: viewParts[query.by] });
  const [shownBefore, shown] = query.audience === 'outside'
    ? await releaseTables(ports.releases, [{ table: table(earlier), months: before }, { table: table(now), months: period }], query)
    : [table(earlier), table(now)];
  const names = statisticNamesOf(register, query.by, monthsOf(period));
  const known = namesOf(register);
  const isFirst = recomputation === undefined || recomputation.building === recomputation.current;
  return {
    now: caller.now, period, before, direction: query.direction, by: query.by, audience: query.audience, unitId: chosen,
    units: (own === 'all' ? register.units.filter(({ organisationId }) => register.organisations.some(({ id, own: ours }) => ours && id === organisationId)).map(({ id }) => id) : own)
      .map((id) => ({ id, name: known.unit(id).name })).toSorted((one, other) => one.name.localeCompare(other.name, 'sv')),
    everyUnit: own === 'all',
    rows: values.map((value, index) => ({ value, name: names(value), now: shown.rows[index]?.figures ?? nothing, before: shownBefore.rows[index]?.figures ?? nothing }))
      .toSorted((one, other) => (query.by === 'month' ? Number(one.value) - Number(other.value) : (other.now.counts.submitted ?? 0) - (one.now.counts.submitted ?? 0) || one.value.localeCompare(other.value))),
    total: { now: shown.total, before: shownBefore.total },
    limits: query.direction === 'outgoing'
      ? { acknowledge: outgoing.deadlines.acknowledgeWorkingDays, answer: outgoing.deadlines.replyDays } : { acknowledge: incoming.deadlines.registerWorkingDays, answer: incoming.deadlines.replyDays },
    incomplete: isFirst,
    recomputing: recomputation === undefined || recomputation.building === null ? null : { done: recomputation.done, startedAt: recomputation.startedAt },
    recomputedAt: recomputation?.finishedAt ?? null,
    mayRecompute: mayAdministerRegisters(member),
  };
};
