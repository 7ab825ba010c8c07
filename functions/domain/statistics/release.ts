import type { Direction } from '../vocabulary.ts';
import { hiddenCells, type Sum } from './disclosure.ts';
import { monthsOf, type Months } from './months.ts';
import { releasedBeside, type Release, type ReleasedCell } from './release-history.ts';
import { statisticMeasures, valueSeparator, type StatisticMeasure, type StatisticViewName } from './words.ts';
import type { Figures } from './figures.ts';

/** A table of one release: its rows, and the row of all cases. `whole`: every case is in exactly one row; `partly`: in at most one; `several`: in any number. */
export interface FigureTable {
  readonly rows: readonly { readonly value: string; readonly figures: Figures }[];
  readonly total: Figures;
  readonly parts: 'whole' | 'partly' | 'several';
}
/** null: kept back. */
export interface ReleasedFigures {
  readonly counts: Readonly<Record<StatisticMeasure, number | null>>;
  readonly medianDaysToAcknowledge: number | null;
  readonly medianDaysToAnswer: number | null;
}
export interface ReleasedTable {
  readonly rows: readonly { readonly value: string; readonly figures: ReleasedFigures }[];
  readonly total: ReleasedFigures;
}

const pairs = [['acknowledged', 'acknowledgedInTime'], ['answered', 'answeredInTime']] as const;

/** What a figure counts, by name: the same in every table and report. */
export const figureKey = (direction: Direction, dimension: string, value: string, measure: string): string => [direction, dimension, value, measure].join('|');
/** Those in no row of a table: nobody prints them, anybody can reckon them. */
export const restKey = (direction: Direction, by: string, measure: string): string => figureKey(direction, `rest of ${by}`, '', measure);
/** What was late can be reckoned from what was in time. */
export const pairSums = (direction: Direction, dimension: string, value: string): readonly Sum[] => pairs.map(([all, inTime]) => ({
  total: figureKey(direction, dimension, value, all), parts: [figureKey(direction, dimension, value, inTime), figureKey(direction, dimension, value, `${all} late`)],
}));

export interface ReleaseOf {
  readonly direction: Direction;
  readonly by: StatisticViewName;
  readonly months: Months;
}
const dimensionOf = (by: StatisticViewName): string => (by === 'month' ? 'all' : by === 'contractor' ? 'counterpart' : by);
const measured = [...statisticMeasures, ...pairs.map(([all]) => `${all} late`)];
const cellsOf = (direction: Direction, dimension: string, value: string, { counts }: ReleasedFigures): readonly ReleasedCell[] =>
  statisticMeasures.map((measure) => ({ key: figureKey(direction, dimension, value, measure), count: counts[measure] }));

/** How a table of counterpart and clause hangs together with those of each alone. */
const crossSums = (direction: Direction, values: readonly string[], measure: string): readonly Sum[] => {
  const by = (dimension: string, nameOf: (value: string) => string): readonly Sum[] => [...Map.groupBy(values, nameOf)].map(([name, parts]) => ({
    total: figureKey(direction, dimension, name, measure), parts: [...parts.map((value) => figureKey(direction, 'counterpartClause', value, measure)), restKey(direction, `${dimension} ${name}`, measure)],
  }));
  const separated = (value: string): readonly string[] => value.split(valueSeparator);
  return [...by('counterpart', (value) => separated(value)[0] ?? ''), ...by('clause', (value) => separated(value).slice(1).join(valueSeparator))];
};
/** A table as what leaves. Of months each is a release of its own. */
const releasesOf = ({ rows, total }: ReleasedTable, parts: FigureTable['parts'], { direction, by, months }: ReleaseOf): readonly Release[] => {
  const whole: Release = { months, cells: cellsOf(direction, 'all', '', total), sums: pairSums(direction, 'all', '') };
  if (by === 'month') {
    const names = monthsOf(months);
    return [whole, ...rows.flatMap(({ value, figures }) => {
      const month = names[Number(value)];
      return month === undefined ? [] : [{ months: { from: month, to: month }, cells: cellsOf(direction, 'all', '', figures), sums: pairSums(direction, 'all', '') }];
    })];
  }
  const dimension = dimensionOf(by);
  const values = rows.map(({ value }) => value);
  const sums = measured.flatMap((measure): readonly Sum[] => [
    ...(parts === 'several' ? [] : [{ total: figureKey(direction, 'all', '', measure), parts: [...values.map((value) => figureKey(direction, dimension, value, measure)), ...(parts === 'partly' ? [restKey(direction, by, measure)] : [])] }]),
    ...(by === 'counterpartClause' ? crossSums(direction, values, measure) : []),
  ]);
  return [{
    months, cells: [...whole.cells, ...rows.flatMap(({ value, figures }) => cellsOf(direction, dimension, value, figures))],
    sums: [...whole.sums, ...values.flatMap((value) => pairSums(direction, dimension, value)), ...sums],
  }];
};

/** L11: the table as it may leave beside all that has left before, and what then will have left. */
export const releasedBesideEarlier = (table: FigureTable, of: ReleaseOf, earlier: readonly Release[]): { readonly table: ReleasedTable; readonly releases: readonly Release[] } => {
  const alone = released(table);
  const releases = releasesOf(alone, table.parts, of).reduce<readonly Release[]>((left, release) => [...left, releasedBeside(release, [...earlier, ...left])], []);
  const shown = new Map(releases.flatMap(({ months, cells }) => cells.map(({ key, count }) => [`${key} ${months.from} ${months.to}`, count] as const)));
  const months = monthsOf(of.months);
  const again = (dimension: string, value: string, figures: ReleasedFigures, { from, to }: Months): ReleasedFigures => {
    const count = (measure: StatisticMeasure): number | null => (figures.counts[measure] === null ? null : shown.get(`${figureKey(of.direction, dimension, value, measure)} ${from} ${to}`) ?? null);
    const counts = {
      submitted: count('submitted'), sent: count('sent'), acknowledged: count('acknowledged'), acknowledgedInTime: count('acknowledgedInTime'),
      answered: count('answered'), answeredInTime: count('answeredInTime'), overdue: count('overdue'), closed: count('closed'),
    };
    return {
      counts, medianDaysToAcknowledge: counts.acknowledged === null ? null : figures.medianDaysToAcknowledge, medianDaysToAnswer: counts.answered === null ? null : figures.medianDaysToAnswer,
    };
  };
  const monthOf = (value: string): Months => ({ from: months[Number(value)] ?? '', to: months[Number(value)] ?? '' });
  return {
    table: {
      rows: alone.rows.map(({ value, figures }) => ({ value, figures: of.by === 'month' ? again('all', '', figures, monthOf(value)) : again(dimensionOf(of.by), value, figures, of.months) })),
      total: again('all', '', alone.total, of.months),
    },
    releases,
  };
};

const cellId = (row: number | 'total' | 'rest', what: string): string => `${row} ${what}`;

/** L11: the table as it may leave. What was late can be reckoned from what was in time, and is guarded as well. */
export const released = ({ rows, total, parts }: FigureTable): ReleasedTable => {
  const cells = new Map<string, number>();
  const sums: Sum[] = [];
  const put = (row: number | 'total' | 'rest', counts: Figures['counts']): void => {
    for (const measure of statisticMeasures) cells.set(cellId(row, measure), counts[measure]);
    for (const [all, inTime] of pairs) {
      cells.set(cellId(row, `${all} late`), counts[all] - counts[inTime]);
      sums.push({ total: cellId(row, all), parts: [cellId(row, inTime), cellId(row, `${all} late`)] });
    }
  };
  rows.forEach(({ figures }, index) => put(index, figures.counts));
  put('total', total.counts);
  if (parts === 'partly') {
    // Those in no row: nobody prints them, anybody can reckon them.
    put('rest', restOf(total, rows.map(({ figures }) => figures)));
  }
  if (parts !== 'several') {
    for (const what of [...statisticMeasures, ...pairs.map(([all]) => `${all} late`)]) {
      sums.push({ total: cellId('total', what), parts: [...rows.map((_, index) => cellId(index, what)), ...(parts === 'partly' ? [cellId('rest', what)] : [])] });
    }
  }
  const hidden = hiddenCells(cells, sums);
  const show = (row: number | 'total', figures: Figures): ReleasedFigures => {
    const shown = (measure: StatisticMeasure): number | null => (hidden.has(cellId(row, measure)) ? null : figures.counts[measure]);
    return {
      counts: {
        submitted: shown('submitted'), sent: shown('sent'), acknowledged: shown('acknowledged'), acknowledgedInTime: shown('acknowledgedInTime'),
        answered: shown('answered'), answeredInTime: shown('answeredInTime'), overdue: shown('overdue'), closed: shown('closed'),
      },
      // Of few cases a median is the days that one of them took.
      medianDaysToAcknowledge: shown('acknowledged') === null ? null : figures.medianDaysToAcknowledge,
      medianDaysToAnswer: shown('answered') === null ? null : figures.medianDaysToAnswer,
    };
  };
  return { rows: rows.map(({ value, figures }, index) => ({ value, figures: show(index, figures) })), total: show('total', total) };
};

const restOf = (total: Figures, rows: readonly Figures[]): Figures['counts'] => {
  const left = (measure: StatisticMeasure): number => rows.reduce((sum, { counts }) => sum - counts[measure], total.counts[measure]);
  return {
    submitted: left('submitted'), sent: left('sent'), acknowledged: left('acknowledged'), acknowledgedInTime: left('acknowledgedInTime'),
    answered: left('answered'), answeredInTime: left('answeredInTime'), overdue: left('overdue'), closed: left('closed'),
  };
};
