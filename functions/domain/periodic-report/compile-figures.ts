import type { Counts } from '../statistics/figures.ts';
import { followUpMeasures } from '../statistics/words.ts';
import { statisticMeasures, type StatisticDimension } from '../statistics/words.ts';
import { directions, type Direction, type LocalisedText } from '../vocabulary.ts';
import type { FigureRow, FigureSection } from './periodic-report.ts';
import type { ReportSection } from './words.ts';

/** Figures of the period and of the one before it, by value. */
export interface FiguresOfPeriod {
  readonly now: ReadonlyMap<string, Counts>;
  readonly before: ReadonlyMap<string, Counts>;
}
/** Of every case: what a row of these sections counts. */
const measuresOf: Readonly<Partial<Record<ReportSection, readonly string[]>>> = {
  totals: statisticMeasures.filter((measure) => measure !== 'overdue'), actions: followUpMeasures.slice(0, 2), followUp: followUpMeasures.slice(2),
};
export const dimensionOf = (section: ReportSection): StatisticDimension => (section === 'totals' || section === 'actions' || section === 'followUp' ? 'all' : section);

const rowsOf = (section: ReportSection, { now, before }: FiguresOfPeriod, nameOf: (value: string) => LocalisedText | null): readonly FigureRow[] => {
  const measures = measuresOf[section];
  if (measures !== undefined) {
    const [all, allBefore] = [now.get('') ?? {}, before.get('') ?? {}];
    return measures.map((value) => ({ value, name: null, now: all[value] ?? 0, before: allBefore[value] ?? 0 }));
  }
  const count = (counts: Counts | undefined): number => counts?.['submitted'] ?? 0;
  return [...new Set([...now.keys(), ...before.keys()])]
    .map((value) => ({ value, name: nameOf(value), now: count(now.get(value)), before: count(before.get(value)) }))
    .filter((row) => row.now > 0 || row.before > 0)
    .toSorted((one, other) => other.now - one.now || one.value.localeCompare(other.value));
};

/** V13: totals, subjects, actions and follow-up, each direction by itself; what there is nothing of is left out, but for the totals. */
export const figureSections = (
  sections: readonly ReportSection[], figures: (direction: Direction, dimension: StatisticDimension) => FiguresOfPeriod | undefined, nameOf: (section: ReportSection, value: string) => LocalisedText | null,
): readonly FigureSection[] => sections.flatMap((section) => directions.flatMap((direction): FigureSection[] => {
  const found = figures(direction, dimensionOf(section));
  const rows = found === undefined ? [] : rowsOf(section, found, (value) => nameOf(section, value));
  return rows.some(({ now, before }) => now > 0 || before > 0) || section === 'totals' ? [{ section, direction, rows }] : [];
}));
