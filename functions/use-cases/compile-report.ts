import type { Instant } from '../domain/case.ts';
import { Throttled } from '../domain/errors.ts';
import { shortfallLines, type SentShortfalls } from '../domain/periodic-report/compile-shortfalls.ts';
import { figureSections } from '../domain/periodic-report/compile-figures.ts';
import type { PeriodicReport, ReportBody } from '../domain/periodic-report/periodic-report.ts';
import { withWithheld } from '../domain/periodic-report/report-release.ts';
import type { Register } from '../domain/register.ts';
import { isOutdated } from '../domain/statistics/recomputation.ts';
import { sumOf, type Counts } from '../domain/statistics/figures.ts';
import { monthsBefore, type Months } from '../domain/statistics/months.ts';
import { everyUnit, groupCounted, type StatisticDimension } from '../domain/statistics/words.ts';
import { directions, type Direction } from '../domain/vocabulary.ts';
import { namesOf } from './names.ts';
import type { CompilePorts } from './ports-report.ts';
import { clauseNameOf, statisticNamesOf } from './statistic-names.ts';

type FiguresOf = (months: Months, direction: Direction, dimension: StatisticDimension) => Promise<ReadonlyMap<string, Counts>>;
/** Sums over the months of a period, by value: from what the stream keeps, whatever number of cases there are. */
const reader = async (ports: CompilePorts): Promise<FiguresOf> => {
  const recomputation = await ports.aggregates.recomputation();
  // What is being made anew may still lack a dimension, or most of the cases: the machine asks again.
  if (recomputation !== undefined && (recomputation.building !== null || isOutdated(recomputation))) throw new Throttled();
  const generation = recomputation?.current ?? 0;
  return async (months, direction, dimension) => {
    const rows = await ports.aggregates.figures(generation, months, { scope: everyUnit, direction, dimension });
    return new Map([...Map.groupBy(rows, ({ value }) => value)].map(([value, each]) => [value, sumOf(each.map(({ counts }) => counts))]));
  };
};

const shortfallsOf = async (read: FiguresOf, { rule, period }: PeriodicReport, register: Register, threshold: number): Promise<Pick<ReportBody, 'lines' | 'routedAway'>> => {
  const sent = [...await read(period, 'outgoing', 'shortfall')].flatMap(([key, counts]) => Object.entries(counts).map(([group, count]): SentShortfalls => ({ key, targetGroup: groupCounted(group), sent: count })));
  const names = namesOf(register);
  return shortfallLines(sent, rule, threshold, { counterpart: (id) => names.organisation(id).name, clause: (value) => clauseNameOf(register, value) });
};

const sectionsOf = async (read: FiguresOf, { rule, period }: PeriodicReport, register: Register): Promise<ReportBody['sections']> => {
  const before = monthsBefore(period);
  const dimensions = [...new Set(rule.sections.map((section): StatisticDimension => (section === 'totals' || section === 'actions' || section === 'followUp' ? 'all' : section)))];
  const tables = new Map(await Promise.all(directions.flatMap((direction) => dimensions.map(async (dimension) =>
    [`${direction} ${dimension}`, { now: await read(period, direction, dimension), before: await read(before, direction, dimension) }] as const))));
  return figureSections(rule.sections, (direction, dimension) => tables.get(`${direction} ${dimension}`), (section, value) => (section === 'totals' || section === 'actions' || section === 'followUp' ? null : statisticNamesOf(register, section, [])(value)));
};

/** The body of a report as the figures stand, with what may not leave beside all that has left already (G2, V13, L11). Reads no case. */
export const compileReport = async (ports: CompilePorts, report: PeriodicReport, register: Register, threshold: number, now: Instant): Promise<ReportBody> => {
  const read = await reader(ports);
  const { releases } = await ports.releases.read();
  const nothing = { summary: '', threshold, compiledAt: now, resolved: [], lines: [], routedAway: [], sections: [] };
  const body: ReportBody = report.rule.content === 'shortfalls'
    ? { ...nothing, ...(await shortfallsOf(read, report, register, threshold)) }
    : { ...nothing, sections: await sectionsOf(read, report, register) };
  return withWithheld(report, body, releases).body;
};
