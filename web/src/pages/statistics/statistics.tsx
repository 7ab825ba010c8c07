import { useEffect, useRef, useState } from 'preact/hooks';
import type { StatisticsView } from '../../../../functions/contracts/statistics.ts';
import { longestPeriod, statisticViews } from '../../../../functions/contracts/words.ts';
import { useReading } from '../../api/use-reading.ts';
import { Button } from '../../components/button/button.tsx';
import { Select } from '../../components/field/choices.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { Notice } from '../../components/notice/notice.tsx';
import { Failed, Loading, Page } from '../../components/page/page.tsx';
import { Records } from '../../components/records/records.tsx';
import { save, workbookFile } from '../../components/spreadsheet/workbook.ts';
import { BarChart } from './bar-chart.tsx';
import { Recomputing } from './recomputing.tsx';
import { hiddenMark, monthName, periodName, sheetOf, shownCell, shownName, shownOf, workbookOf } from './sheet.ts';
import { statisticsTexts } from './texts.ts';
import './statistics.css';

/** How many months back the page offers. */
const monthsBack = 72;
const monthBefore = (month: string, count: number): string => {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 - count;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
};
const monthOf = (instant: string): string => new Intl.DateTimeFormat('sv-SE', { year: 'numeric', month: '2-digit', timeZone: 'Europe/Stockholm' }).format(new Date(instant)).slice(0, 7);

interface Asked { readonly from?: string; readonly to?: string; readonly direction: StatisticsView['direction']; readonly by: StatisticsView['by']; readonly unitId?: string; readonly audience: StatisticsView['audience'] }
const some = (name: 'from' | 'to' | 'unitId', value: string): Partial<Asked> => (value === '' ? {} : { [name]: value });

/** Figures of a period, as a chart and as a table of the same; printed and downloaded as they are shown. */
export default function StatisticsPage() {
  const text = statisticsTexts();
  const form = useForm<'from' | 'to' | 'direction' | 'by' | 'unitId' | 'audience' | 'of'>({ from: '', to: '', direction: '', by: '', unitId: '', audience: '', of: '' });
  const [asked, setAsked] = useState<Asked>({ direction: 'outgoing', by: 'month', audience: 'inside' });
  const { data, failure, reload } = useReading('read-statistics', { query: { ...asked } });
  const [fault, setFault] = useState<unknown>(null);
  // A phone shows the chart first; on paper both stand.
  const [open, setOpen] = useState(() => matchMedia('(min-width: 60rem)').matches);
  useEffect(() => {
    const show = () => setOpen(true);
    addEventListener('beforeprint', show);
    return () => removeEventListener('beforeprint', show);
  }, []);
  const last = useRef<StatisticsView | null>(null);
  if (data) last.current = data;
  const view = data ?? last.current;
  if (!view) return failure === null ? <Loading /> : <Page title={text.title}><Failed failure={failure} again={() => void reload()} /></Page>;
  const months = Array.from({ length: monthsBack }, (_, back) => monthBefore(monthOf(view.now), back));
  /** A period that ends before it begins, or is too long, is bent by the end that was not chosen. */
  const choosePeriod = (name: 'from' | 'to', value: string): void => setAsked(({ from: oldFrom, to: oldTo, ...rest }) => {
    const [from, to] = name === 'from' ? [value, oldTo ?? ''] : [oldFrom ?? '', value];
    const fits = from === '' || to === '' || (from <= to && monthBefore(to, longestPeriod - 1) <= from);
    const [first, end] = fits ? [from, to] : name === 'from' ? [from, from] : [to, to];
    form.set('from', first);
    form.set('to', end);
    return { ...rest, ...some('from', first), ...some('to', end) };
  });
  const measures = shownOf(view.direction);
  const of = measures.find((one) => one === form.text('of')) ?? 'submitted';
  const sheet = sheetOf(view, of);
  const options = <Value extends string>(values: readonly Value[], words: Readonly<Record<Value, string>>, without: string) => values.filter((value) => value !== without).map((value) => ({ value, label: words[value] }));
  // The month under way does not leave.
  const monthOptions = (view.audience === 'outside' ? months.slice(1) : months).map((value) => ({ value, label: monthName(value) }));
  const unit = view.units.find(({ id }) => id === view.unitId)?.name ?? text.allUnits;
  return (
    <Page title={text.title} lead={text.lead} wide>
      <Notice><p>{view.audience === 'outside' ? text.outside : text.internal}</p></Notice>
      {view.incomplete && view.recomputing && <Notice color="warning"><p>{text.incomplete}</p></Notice>}
      <div class="figure-choices no-print" role="group" aria-label={text.choices}>
        <Select form={form} name="direction" label={text.whichDirection} empty={text.direction.outgoing} options={[{ value: 'incoming', label: text.direction.incoming }]} onChoose={(value) => setAsked((before) => ({ ...before, direction: value === 'incoming' ? 'incoming' : 'outgoing' }))} />
        <Select form={form} name="by" label={text.whichBy} empty={text.by.month} options={options(statisticViews, text.by, 'month')} onChoose={(value) => setAsked((before) => ({ ...before, by: statisticViews.find((one) => one === value) ?? 'month' }))} />
        <Select form={form} name="from" label={text.from} empty={monthName(view.period.from)} options={monthOptions} onChoose={(value) => choosePeriod('from', value)} />
        <Select form={form} name="to" label={text.to} empty={monthName(view.period.to)} options={monthOptions} onChoose={(value) => choosePeriod('to', value)} />
        {view.audience === 'inside' && (view.everyUnit || view.units.length > 1) && (
          <Select form={form} name="unitId" label={text.unit} empty={view.everyUnit ? text.allUnits : unit} options={view.units.map(({ id, name }) => ({ value: id, label: name }))} onChoose={(value) => setAsked(({ unitId: _old, ...before }) => ({ ...before, ...some('unitId', value) }))} />
        )}
        <Select form={form} name="of" label={text.ofWhat} empty={text.measure[view.direction].submitted} options={measures.filter((one) => one !== 'submitted').map((value) => ({ value, label: shownName(view.direction, value) }))} />
        {view.everyUnit && (
          <Select form={form} name="audience" label={text.audience} empty={text.inside} options={[{ value: 'outside', label: text.toOutside }]} onChoose={(value) => {
            form.set('unitId', '');
            form.set('from', '');
            form.set('to', '');
            setAsked(({ unitId: _unit, from: _from, to: _to, ...before }) => ({ ...before, audience: value === 'outside' ? 'outside' : 'inside' }));
          }} />
        )}
      </div>
      <div class="buttons">
        <Button kind="secondary" onClick={() => print()}>{text.print}</Button>
        <Button kind="secondary" onClick={() => void workbookFile(workbookOf(sheet, view.audience)).then((file) => save(`${text.title.toLowerCase()}-${view.by}-${view.period.from}-${view.period.to}.xlsx`, file), setFault)}>{text.spreadsheet}</Button>
      </div>
      {fault !== null && <Failed failure={fault} />}
      {failure !== null && <Failed failure={failure} again={() => void reload()} />}
      <h2>{sheet.title}</h2>
      <p>{unit}. {text.comparedWith(periodName(view.before))} {text.limits(view.direction, view.limits)}</p>
      {sheet.rows.length === 0 ? <p>{text.none}</p> : <>
        <h3>{shownName(view.direction, of)}</h3>
        <BarChart title={`${shownName(view.direction, of)}, ${sheet.title}`} nowLabel={text.now} beforeLabel={text.earlier} hidden={hiddenMark(view.audience)} unit={of === 'shareInTime' ? ' %' : ''}
          bars={sheet.rows.map(({ name, bar, barBefore }) => ({ name, value: bar, before: barBefore }))} />
        <details class="more figures" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}><summary>{text.table}</summary><div class="figure-table" role="region" aria-label={text.table} tabIndex={0}><Records caption={text.table} keyOf={({ key }) => key} rows={[...sheet.rows, sheet.total]} columns={[
          { title: sheet.first, cell: ({ name }) => name },
          ...sheet.columns.map((title, index) => ({ title, cell: ({ cells }: (typeof sheet.rows)[number]) => shownCell(cells[index] ?? null, view.audience) })),
        ]} /></div></details>
      </>}
      {view.mayRecompute && <div class="no-print"><Recomputing view={view} reload={reload} /></div>}
    </Page>
  );
}
