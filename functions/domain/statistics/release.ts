import { hiddenCells, type Sum } from './disclosure.ts';
import { statisticMeasures, type StatisticMeasure } from './words.ts';
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
