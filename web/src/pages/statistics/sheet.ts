import type { StatisticsView } from '../../../../functions/contracts/statistics.ts';
import { statisticMeasures, type StatisticMeasure } from '../../../../functions/contracts/words.ts';
import type { Workbook, WorkbookCell } from '../../components/spreadsheet/workbook.ts';
import { incomingVocabulary } from '../../language/incoming-vocabulary.ts';
import { language } from '../../language/language.ts';
import { vocabulary } from '../../language/vocabulary.ts';
import { statisticsTexts } from './texts.ts';

export interface SheetRow {
  readonly key: string;
  readonly name: string;
  readonly cells: readonly WorkbookCell[];
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
    category: vocabulary().category, harm: vocabulary().harm, legalBasis: vocabulary().legalBasis, causeArea: incomingVocabulary().causeArea, targetGroup: { ...incomingVocabulary().targetGroup, unknown: statisticsTexts().unknownGroup }, circumstance: statisticsTexts().circumstance, ladder: statisticsTexts().ladder,
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

/** What is reckoned from the counts: per cent and days. */
const derivedMeasures = ['shareInTime', 'medianToAcknowledge', 'medianToAnswer'] as const;
export type Shown = StatisticMeasure | (typeof derivedMeasures)[number];
/** What a chart can show. */
export const shownOf = (direction: StatisticsView['direction']): readonly Shown[] => [...measuresOf(direction), ...derivedMeasures];
export const shownName = (direction: StatisticsView['direction'], shown: Shown): string => {
  const text = statisticsTexts();
  switch (shown) {
    case 'shareInTime': return text.shareInTime;
    case 'medianToAcknowledge': return text.medianToAcknowledge[direction];
    case 'medianToAnswer': return text.medianToAnswer;
    default: return text.measure[direction][shown];
  }
};
const valueOf = ({ counts, medianDaysToAcknowledge, medianDaysToAnswer }: Row['now'], shown: Shown): number | null => {
  switch (shown) {
    case 'shareInTime': return share(counts.answeredInTime, counts.answered);
    case 'medianToAcknowledge': return medianDaysToAcknowledge;
    case 'medianToAnswer': return medianDaysToAnswer;
    default: return counts[shown] ?? null;
  }
};

export const periodName = ({ from, to }: StatisticsView['period']): string => (from === to ? monthName(from) : `${monthName(from)} – ${monthName(to)}`);

/** `measure`: what the chart shows. The one table behind chart, page, print and spreadsheet. */
export const sheetOf = (view: StatisticsView, measure: Shown): Sheet => {
  const text = statisticsTexts();
  const shown = shownOf(view.direction);
  const cellsOf = ({ now, before }: Pick<Row, 'now' | 'before'>): readonly WorkbookCell[] => [...shown.map((each) => valueOf(now, each)), valueOf(before, measure)];
  const rowOf = (key: string, name: string, row: Pick<Row, 'now' | 'before'>): SheetRow =>
    ({ key, name, cells: cellsOf(row), bar: valueOf(row.now, measure), barBefore: valueOf(row.before, measure) });
  return {
    title: `${text.direction[view.direction]}, ${text.by[view.by].toLocaleLowerCase(language.value)}, ${periodName(view.period)}`,
    first: text.by[view.by],
    columns: [...shown.map((each) => shownName(view.direction, each)), text.before(shownName(view.direction, measure))],
    rows: view.rows.map((row) => rowOf(row.value, nameOf(view, row), row)),
    total: rowOf('total', text.total, view.total),
  };
};

/** What is kept back, and what there is nothing of, look different. */
export const hiddenMark = (audience: StatisticsView['audience']): string => (audience === 'outside' ? '··' : '–');
export const shownCell = (cell: WorkbookCell, audience: StatisticsView['audience']): string => (cell === null ? hiddenMark(audience) : String(cell));
/** What is kept back says so in a spreadsheet as well; numbers stay numbers. */
export const workbookOf = (sheet: Sheet, audience: StatisticsView['audience']): Workbook => ({
  name: sheet.first, title: sheet.title, head: [sheet.first, ...sheet.columns],
  rows: [...sheet.rows, sheet.total].map(({ name, cells }) => [name, ...cells.map((cell) => (cell === null && audience === 'outside' ? hiddenMark(audience) : cell))]),
});
