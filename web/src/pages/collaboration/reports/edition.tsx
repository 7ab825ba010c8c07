import type { ReportEditionView } from '../../../../../functions/contracts/periodic-report.ts';
import { Button } from '../../../components/button/button.tsx';
import { Written } from '../../../components/facts/facts.tsx';
import { Records } from '../../../components/records/records.tsx';
import { csvOf, download } from '../../../components/spreadsheet/csv.ts';
import { BarChart } from '../../statistics/bar-chart.tsx';
import { linesOfSheets, sheetsOf } from './edition-sheet.ts';
import { reportTexts } from './texts.ts';
import '../../statistics/statistics.css';

/** An edition as it left: summary, and each table with its chart, on the page as in print and spreadsheet. */
export function EditionView({ edition, heading: Heading }: { readonly edition: ReportEditionView; readonly heading: 'h2' | 'h3' }) {
  const text = reportTexts();
  const isLines = edition.sections.length === 0;
  return (
    <>
      {edition.summary !== '' && <p><Written>{edition.summary}</Written></p>}
      {isLines && <p>{text.threshold(edition.threshold)}</p>}
      {isLines && edition.lines.length === 0 ? <p>{text.noLines}</p> : sheetsOf(edition).map((sheet) => (
        <section key={sheet.title} class="stack">
          <Heading>{sheet.title}</Heading>
          <BarChart title={sheet.title} hidden="··" nowLabel={text.now} beforeLabel={text.before} bars={sheet.rows.map(({ cells, bar, barBefore }) => ({ name: isLines ? cells.slice(0, 2).join(', ') : cells[0] ?? '', value: bar, before: barBefore }))} />
          <Records caption={sheet.title} rows={sheet.rows} keyOf={({ key }) => key} columns={sheet.columns.map((title, index) => ({ title, cell: ({ cells }: (typeof sheet.rows)[number]) => cells[index] ?? '' }))} />
        </section>
      ))}
      <p class="small">{text.withheld}</p>
      <div class="buttons no-print">
        <Button kind="tertiary" onClick={() => print()}>{text.print}</Button>
        <Button kind="tertiary" onClick={() => download(`${edition.name}.csv`, csvOf(linesOfSheets(edition)))}>{text.spreadsheet}</Button>
      </div>
    </>
  );
}
