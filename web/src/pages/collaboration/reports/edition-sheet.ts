import type { ReportEditionView } from '../../../../../functions/contracts/periodic-report.ts';
import { incomingVocabulary } from '../../../language/incoming-vocabulary.ts';
import { language } from '../../../language/language.ts';
import { vocabulary } from '../../../language/vocabulary.ts';
import { statisticsTexts } from '../../statistics/texts.ts';
import { reportTexts } from './texts.ts';

/** One table behind chart, page, print and spreadsheet. Cells as they are shown. */
export interface EditionSheet {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[]; readonly bar: number | null; readonly barBefore: number | null }[];
}
type Section = ReportEditionView['sections'][number];
const keptBack = '··';
const shown = (count: number | null): string => (count === null ? keptBack : String(count));

const wordOf = ({ section }: Section, { value, name }: Section['rows'][number]): string => {
  const text = reportTexts();
  const words: Readonly<Partial<Record<Section['section'], Readonly<Record<string, string>>>>> = {
    totals: text.measures, actions: text.measures, followUp: text.measures, category: vocabulary().category, harm: vocabulary().harm, legalBasis: vocabulary().legalBasis,
    causeArea: incomingVocabulary().causeArea, circumstance: statisticsTexts().circumstance,
  };
  return name?.[language.value] ?? words[section]?.[value] ?? value;
};

/** The tables of an edition: lines of shortfalls, or each section of figures. */
export const sheetsOf = (edition: ReportEditionView): readonly EditionSheet[] => {
  const text = reportTexts();
  if (edition.sections.length === 0) {
    return [{
      title: `${edition.title[language.value]} ${edition.name}`, columns: [text.counterpart, text.clause, text.count, text.comment, text.isSystemFault],
      rows: edition.lines.map((line) => ({
        key: line.key, bar: line.count, barBefore: null,
        cells: [line.counterpart, line.clause[language.value], line.count === null ? text.atLeast(edition.threshold) : String(line.count), line.text, line.systemFault ? 'X' : ''],
      })),
    }];
  }
  return edition.sections.map((section) => ({
    title: `${text.sections[section.section]}, ${text.directions[section.direction]}`, columns: [text.sections[section.section], text.now, text.before],
    rows: section.rows.map((row) => ({ key: row.value, cells: [wordOf(section, row), shown(row.now), shown(row.before)], bar: row.now, barBefore: row.before })),
  }));
};
export const linesOfSheets = (edition: ReportEditionView): readonly (readonly string[])[] => [
  [`${edition.title[language.value]} ${edition.name}`, edition.sender], [edition.summary],
  ...sheetsOf(edition).flatMap(({ title, columns, rows }) => [[title], columns, ...rows.map(({ cells }) => cells)]),
];
