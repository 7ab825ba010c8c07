import { releasedBeside, type Release, type ReleasedCell } from '../statistics/release-history.ts';
import { figureKey, pairSums, restKey } from '../statistics/release.ts';
import { monthsBefore, type Months } from '../statistics/months.ts';
import { viewParts } from '../statistics/words.ts';
import { dimensionOf } from './compile-figures.ts';
import type { FigureSection, PeriodicReport, ReportBody, ShortfallLine } from './periodic-report.ts';

/** A line counts sent cases but for excepted target groups: beside the table of counterpart and clause, the difference is the excepted ones. */
const wholeKey = ({ key }: Pick<ShortfallLine, 'key'>): string => figureKey('outgoing', 'counterpartClause', key, 'sent');
const lineKey = (line: Pick<ShortfallLine, 'key' | 'excepted'>): string => (line.excepted === 0 ? wholeKey(line) : figureKey('outgoing', 'reported', line.key, 'sent'));
const exceptedKey = (line: Pick<ShortfallLine, 'key'>): string => figureKey('outgoing', 'excepted', line.key, 'sent');
const releaseOfLines = (months: Months, lines: readonly ShortfallLine[]): Release => ({
  months,
  cells: lines.map((line) => ({ key: lineKey(line), count: line.count })),
  sums: lines.filter(({ excepted }) => excepted > 0).map((line) => ({ total: wholeKey(line), parts: [lineKey(line), exceptedKey(line)] })),
});

const isTotals = ({ section }: Pick<FigureSection, 'section'>): boolean => section === 'totals' || section === 'actions' || section === 'followUp';
const cellKey = ({ section, direction }: FigureSection, value: string): string =>
  (isTotals({ section }) ? figureKey(direction, 'all', '', value) : figureKey(direction, dimensionOf(section), value, 'submitted'));
/** One release of all tables, so that none gives away what another keeps back. */
const releaseOfSections = (months: Months, sections: readonly FigureSection[], of: 'now' | 'before'): Release => {
  const parts = sections.map((section): Release => {
    const cells = section.rows.map((row) => ({ key: cellKey(section, row.value), count: row[of] }));
    if (isTotals(section)) return { months, cells, sums: pairSums(section.direction, 'all', '') };
    const { section: by } = section;
    const kind = by === 'totals' || by === 'actions' || by === 'followUp' ? 'several' : viewParts[by];
    const total = figureKey(section.direction, 'all', '', 'submitted');
    const keys = cells.map(({ key }) => key);
    return { months, cells, sums: kind === 'several' ? [] : [{ total, parts: kind === 'partly' ? [...keys, restKey(section.direction, by, 'submitted')] : keys }] };
  });
  return { months, cells: parts.flatMap(({ cells }) => cells), sums: parts.flatMap(({ sums }) => sums) };
};
const hiddenOf = (release: Release): ReadonlySet<string> => new Set(release.cells.filter(({ count }) => count === null).map(({ key }) => key));
const shown = (cells: readonly ReleasedCell[]): ReadonlyMap<string, number> => new Map(cells.flatMap(({ key, count }) => (count === null ? [] : [[key, count] as const])));

/** The body with what may not leave marked, and the releases that submitting it would be. Of what has left before, the figure that left stands. */
export const withWithheld = ({ period }: Pick<PeriodicReport, 'period'>, body: ReportBody, earlier: readonly Release[]): { readonly body: ReportBody; readonly releases: readonly Release[] } => {
  if (body.sections.length === 0) {
    const release = releasedBeside(releaseOfLines(period, body.lines), earlier);
    const hidden = hiddenOf(release);
    return { body: { ...body, lines: body.lines.map((line) => ({ ...line, withheld: hidden.has(lineKey(line)) })) }, releases: [release] };
  }
  const before = releasedBeside(releaseOfSections(monthsBefore(period), body.sections, 'before'), earlier);
  const now = releasedBeside(releaseOfSections(period, body.sections, 'now'), [...earlier, before]);
  const [hiddenNow, hiddenBefore] = [hiddenOf(now), hiddenOf(before)];
  const [leftNow, leftBefore] = [shown(now.cells), shown(before.cells)];
  return {
    body: {
      ...body,
      sections: body.sections.map((section) => ({
        ...section,
        rows: section.rows.map((row) => {
          const key = cellKey(section, row.value);
          return { ...row, now: leftNow.get(key) ?? row.now, before: leftBefore.get(key) ?? row.before, withheldNow: hiddenNow.has(key), withheldBefore: hiddenBefore.has(key) };
        }),
      })),
    },
    releases: [before, now],
  };
};
