import type { StatisticsView } from '../../../../functions/contracts/statistics.ts';
import { statisticMeasures, type StatisticMeasure } from '../../../../functions/contracts/words.ts';
import { incomingVocabulary } from '../../language/incoming-vocabulary.ts';
import { language } from '../../language/language.ts';
import { vocabulary } from '../../language/vocabulary.ts';
import { statisticsTexts } from './texts.ts';

/** A cell: a text, a number, or nothing to show. */
export type Cell = string | number | null;
export interface SheetRow {
  readonly key: string;
  readonly name: string;
  readonly cells: readonly Cell[];
  /** Of the measure chosen: now, and in the period before. */
  readonly bar: number | null;
  readonly barBefore: number | null;
}
/** One table behind chart, page, print and spreadsheet. */
export interface Sheet {
  readonly title: string;
  readonly first: string;
  readonly columns: readonly string[];
  readonly rows: readonly SheetRow[];
  readonly total: SheetRow;
}

type Row = StatisticsView['rows'][number];
export const monthName = (month: string): string =>
  new Intl.DateTimeFormat(language.value === 'sv' ? 'sv-SE' : 'en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`));

const wordFor = (by: StatisticsView['by'], value: string): string => {
  const words: Readonly<Partial<Record<StatisticsView['by'], Readonly<Record<string, string>>>>> = {
    category: vocabulary().category, harm: vocabulary().harm, legalBasis: vocabulary().legalBasis, causeArea: incomingVocabulary().causeArea, targetGroup: { ...incomingVocabulary().targetGroup, unknown: statisticsTexts().unknownGroup }, circumstance: statisticsTexts().circumstance,
  };
  return words[by]?.[value] ?? value;
};
const nameOf = (view: StatisticsView, { value, name }: Row): string => {
  const named = name?.[language.value] ?? wordFor(view.by, value);
  return view.by === 'month' ? monthName(named) : named;
};

/** Nothing is sent of what is ours to answer. */
export const measuresOf = (direction: StatisticsView['direction']): readonly StatisticMeasure[] => statisticMeasures.filter((measure) => direction === 'outgoing' || measure !== 'sent');
const share = (part: number | null | undefined, all: number | null | undefined): number | null => (part === null || part === undefined || all === null || all === undefined || all === 0 ? null : Math.round((part / all) * 100));

/** `measure`: what the chart shows. */
export const sheetOf = (view: StatisticsView, measure: StatisticMeasure): Sheet => {
  const text = statisticsTexts();
  const measures = measuresOf(view.direction);
  const cellsOf = ({ now, before }: Pick<Row, 'now' | 'before'>): readonly Cell[] => [
    ...measures.map((each) => now.counts[each] ?? null), now.medianDaysToAcknowledge, now.medianDaysToAnswer, share(now.counts.answeredInTime, now.counts.answered), before.counts[measure] ?? null,
  ];
  const rowOf = (key: string, name: string, row: Pick<Row, 'now' | 'before'>): SheetRow =>
    ({ key, name, cells: cellsOf(row), bar: row.now.counts[measure] ?? null, barBefore: row.before.counts[measure] ?? null });
  const period = ({ from, to }: StatisticsView['period']): string => (from === to ? monthName(from) : `${monthName(from)} – ${monthName(to)}`);
  const words = text.measure[view.direction];
  return {
    title: `${text.direction[view.direction]}, ${text.by[view.by].toLocaleLowerCase(language.value)}, ${period(view.period)}`,
    first: text.by[view.by],
    columns: [...measures.map((each) => words[each]), text.medianToAcknowledge[view.direction], text.medianToAnswer, text.shareInTime, text.before(words[measure], period(view.before))],
    rows: view.rows.map((row) => rowOf(row.value, nameOf(view, row), row)),
    total: rowOf('total', text.total, view.total),
  };
};

/** What is kept back, and what there is nothing of, look different. */
export const shownCell = (cell: Cell, audience: StatisticsView['audience']): string => (cell === null ? (audience === 'outside' ? '··' : '–') : String(cell));
export const linesOf = (sheet: Sheet, audience: StatisticsView['audience']): readonly (readonly string[])[] => [
  [sheet.title], [sheet.first, ...sheet.columns],
  ...[...sheet.rows, sheet.total].map(({ name, cells }) => [name, ...cells.map((cell) => (cell === null && audience === 'inside' ? '' : shownCell(cell, audience)))]),
];
