import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { parseCaseNumber } from '../../../../functions/contracts/case-number.ts';
import type { ExecutionSummary } from '../../../../functions/contracts/execution.ts';
import { statuses } from '../../../../functions/contracts/words.ts';
import { call } from '../../api/call.ts';
import type { Answer } from '../../api/client.ts';
import { useReading } from '../../api/use-reading.ts';
import { Button } from '../../components/button/button.tsx';
import { Select } from '../../components/field/choices.tsx';
import { TextField } from '../../components/field/text-field.tsx';
import { FormFrame } from '../../components/form/form.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { Failed, Loading, Page } from '../../components/page/page.tsx';
import { type Column, Records } from '../../components/records/records.tsx';
import { OverdueTag, StatusTag, StoppedTag } from '../../components/tag/tags.tsx';
import { relativeDay, shortDate } from '../../language/dates.ts';
import { hasRole } from '../../session/session.ts';
import './console.css';
import { HealthPanel } from './health.tsx';
import { consoleTexts } from './texts.ts';

const filters = ['open', 'stopped', 'overdue', 'ended'] as const;

/** All executions, from the case store: what each waits for, since when, until when. */
export default function ConsolePage() {
  const text = consoleTexts();
  const { query } = useLocation();
  const filter = filters.find((one) => one === query['filter']) ?? 'open';
  const number = query['number'];
  const unit = query['unit'];
  const request = { query: number ? { number } : { filter, ...(unit && { unit }) } };
  const reading = useReading('list-executions', request);
  const [further, setFurther] = useState<readonly Answer<'list-executions'>[]>([]);
  useEffect(() => setFurther([]), [JSON.stringify(request)]);
  const last = further.at(-1) ?? reading.data;
  const rows = [...(reading.data?.executions ?? []), ...further.flatMap(({ executions }) => executions)];
  const now = last?.now ?? '';
  const moment = (at: string | null) => at && <><time dateTime={at}>{shortDate(at)}</time><span class="small">{relativeDay(at, now)}</span></>;
  const columns: readonly Column<ExecutionSummary>[] = [
    { title: text.case, cell: (one) => <><a class="ds-link case-number" href={`/console/${one.id}`}>{one.number}</a></> },
    { title: text.unit, cell: ({ unit }) => unit || '–' },
    { title: text.waitsFor, cell: ({ waitsFor }) => (waitsFor === null ? text.nothing : text.waits[waitsFor] ?? waitsFor) },
    { title: text.since, cell: ({ waitsSince }) => moment(waitsSince) ?? '–' },
    { title: text.until, cell: ({ waitsUntil }) => moment(waitsUntil) ?? '–' },
    { title: text.flags, cell: (one) => <Flags execution={one} /> },
  ];
  return (
    <Page title={text.title} lead={text.lead} wide>
      <HealthPanel />
      <Find filter={filter} number={number ?? ''} unit={unit ?? ''} />
      {reading.failure !== null && <Failed failure={reading.failure} again={() => void reading.reload()} />}
      {!reading.data && reading.failure === null && <Loading />}
      {reading.data && rows.length === 0 && <p role="status">{text.none}</p>}
      {rows.length > 0 && <Records caption={text.caption} columns={columns} rows={rows} keyOf={({ id }) => id} mark={({ stopped, overdue }) => stopped || overdue} />}
      {last?.cursor && <Button kind="secondary" onClick={() => {
        void call('list-executions', { query: { ...request.query, cursor: last.cursor ?? undefined } }).then((page) => setFurther([...further, page]), () => undefined);
      }}>{text.more}</Button>}
      {hasRole('systemAdministrator') && <p class="small">{text.imports} <a class="ds-link" href="/administration/import">{text.toImports}</a></p>}
    </Page>
  );
}

function Flags({ execution: { caseStatus, overdue, stopped } }: { readonly execution: ExecutionSummary }) {
  const status = statuses.find((one) => one === caseStatus);
  return <span class="tags">{status && <StatusTag status={status} />}{overdue && <OverdueTag />}{stopped && <StoppedTag />}</span>;
}

function Find({ filter, number, unit }: { readonly filter: string; readonly number: string; readonly unit: string }) {
  const text = consoleTexts();
  const { route } = useLocation();
  const registers = useReading('read-registers', {});
  const form = useForm({ filter, number, unit });
  // The address decides; the fields follow it and keep their focus.
  useEffect(() => form.setAll({ filter, number, unit }), [filter, number, unit]);
  const own = new Set(registers.data?.organisations.filter((one) => one.own).map(({ id }) => id));
  const show = (chosen: { readonly filter?: string; readonly unit?: string }) => {
    const query = new URLSearchParams({ filter: (chosen.filter ?? form.text('filter')) || 'open' });
    const within = chosen.unit ?? form.text('unit');
    if (within !== '') query.set('unit', within);
    route(`/console?${query}`);
  };
  const find = () => {
    const typed = form.text('number').trim();
    if (typed === '') return show({});
    const found = parseCaseNumber(typed);
    if (!found) return form.fail([{ field: 'number', text: text.numberWrong }]);
    form.fail([]);
    route(`/console?number=${encodeURIComponent(found)}`);
  };
  return (
    <FormFrame form={form} onSubmit={find}>
      <div class="filters">
        <Select form={form} name="filter" label={text.filter} options={filters.map((value) => ({ value, label: text[value] }))} onChoose={(value) => show({ filter: value })} />
        <Select form={form} name="unit" label={text.unit} empty={text.allUnits} options={(registers.data?.units ?? []).filter(({ organisationId }) => own.has(organisationId)).map(({ id, name }) => ({ value: id, label: name }))} onChoose={(value) => show({ unit: value })} />
        <TextField form={form} name="number" label={text.number} />
        <Button type="submit" kind="secondary">{text.find}</Button>
      </div>
    </FormFrame>
  );
}
