import { useState } from 'preact/hooks';
import type { StatisticsView } from '../../../../functions/contracts/statistics.ts';
import { countedThings, type Counted } from '../../../../functions/contracts/words.ts';
import { useReading } from '../../api/use-reading.ts';
import { Button } from '../../components/button/button.tsx';
import { Select } from '../../components/field/choices.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { Notice } from '../../components/notice/notice.tsx';
import { Failed, Loading, Page } from '../../components/page/page.tsx';
import { Records } from '../../components/records/records.tsx';
import { language } from '../../language/language.ts';
import { BarChart } from './bar-chart.tsx';
import { statisticsTexts } from './texts.ts';
import './statistics.css';

interface Month { readonly name: string; readonly counts: Readonly<Record<Counted, number>> }
const monthName = (year: string, month: number): string => new Intl.DateTimeFormat(language.value, { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(Number(year), month, 1)));
const sum = (rows: StatisticsView['rows'], what: Counted): number => rows.reduce((total, { counts }) => total + counts[what], 0);
const countsOf = (rows: StatisticsView['rows']): Month['counts'] =>
  ({ outgoing: sum(rows, 'outgoing'), incoming: sum(rows, 'incoming'), onCall: sum(rows, 'onCall'), notOurs: sum(rows, 'notOurs'), downtime: sum(rows, 'downtime') });

/** What has been counted, by month: as a chart, and as a table of the same figures. Internal (L11). */
export default function StatisticsPage() {
  const text = statisticsTexts();
  const [year, setYear] = useState<string>();
  const { data, failure, reload } = useReading('read-statistics', { query: { year } });
  const form = useForm<'year' | 'unit' | 'of'>({ year: '', unit: '', of: 'outgoing' });
  if (failure !== null) return <Page title={text.title}><Failed failure={failure} again={() => void reload()} /></Page>;
  if (!data) return <Loading />;
  const shown = data.rows.filter(({ unitId }) => form.text('unit') === '' || unitId === form.text('unit'));
  const months: Month[] = Array.from({ length: 12 }, (_, month) => ({
    name: monthName(data.year, month), counts: countsOf(shown.filter((row) => row.month === `${data.year}-${String(month + 1).padStart(2, '0')}`)),
  }));
  const of = countedThings.find((one) => one === form.text('of')) ?? 'outgoing';
  const unit = data.units.find(({ id }) => id === form.text('unit'))?.name ?? text.allUnits;
  return (
    <Page title={text.title} lead={text.lead} wide>
      <Notice><p>{text.internal}</p></Notice>
      <div class="case-bar no-print">
        <Select form={form} name="year" label={text.year} empty={data.year} options={data.years.filter((one) => one !== data.year).map((one) => ({ value: one, label: one }))} onChoose={(chosen) => chosen !== '' && setYear(chosen)} />
        <Select form={form} name="unit" label={text.unit} empty={text.allUnits} options={data.units.map(({ id, name }) => ({ value: id, label: name }))} />
        <Select form={form} name="of" label={text.of} options={countedThings.map((one) => ({ value: one, label: text.counted[one] }))} />
        <Button kind="tertiary" onClick={() => print()}>{text.print}</Button>
      </div>
      <p class="print-only">{data.year}, {unit}</p>
      {shown.length === 0 ? <p>{text.none}</p> : <>
        <BarChart title={text.chart(text.counted[of], data.year)} bars={months.map(({ name, counts }) => ({ name, count: counts[of] }))} />
        <Records caption={text.table} keyOf={({ name }) => name} rows={[...months, { name: text.total, counts: countsOf(shown) }]} columns={[
          { title: text.month, cell: ({ name }) => name },
          ...countedThings.map((one) => ({ title: text.counted[one], cell: ({ counts }: Month) => counts[one] })),
        ]} />
      </>}
    </Page>
  );
}
