import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { SpotCheckSummary } from '../../../../functions/contracts/spot-check.ts';
import { call } from '../../api/call.ts';
import type { Answer } from '../../api/client.ts';
import { useReading } from '../../api/use-reading.ts';
import { Button } from '../../components/button/button.tsx';
import { Select } from '../../components/field/choices.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { Failed, Loading, Page } from '../../components/page/page.tsx';
import { type Column, Records } from '../../components/records/records.tsx';
import { OverdueTag } from '../../components/tag/tags.tsx';
import { dateAndTime, longDate } from '../../language/dates.ts';
import { hasRole } from '../../session/session.ts';
import { Parts } from './parts.tsx';
import { accessLogTexts } from './texts.ts';

/** Spot checks that wait, those past their date first; or the history of those signed off. */
export default function SpotChecksPage() {
  const text = accessLogTexts();
  const { query, route } = useLocation();
  const state = query['state'] === 'done' ? 'done' : 'open';
  const reading = useReading('list-spot-checks', { query: { state } });
  const [further, setFurther] = useState<readonly Answer<'list-spot-checks'>[]>([]);
  useEffect(() => setFurther([]), [state]);
  const form = useForm({ state });
  const last = further.at(-1) ?? reading.data;
  const checks = [...(reading.data?.checks ?? []), ...further.flatMap((page) => page.checks)];
  const reviews = hasRole('mas', 'mar', 'sas', 'unitManager');
  const columns: readonly Column<SpotCheckSummary>[] = [
    { title: text.unit, cell: (one) => (reviews ? <a class="ds-link" href={`/access-log/spot-checks/${one.id}`}>{one.unit}</a> : one.unit) },
    { title: text.period2, cell: ({ from, to }) => `${longDate(from)} – ${longDate(to)}` },
    { title: text.progress, cell: (one) => <>{text.of(one.judged, one.drawn)}{one.toInvestigate > 0 && <span class="small">{text.toLookInto(one.toInvestigate)}</span>}</> },
    { title: state === 'open' ? text.due : text.signed, cell: (one) => (one.signedOff ? <>{dateAndTime(one.signedOff.at)}<span class="small">{one.signedOff.by.name}</span></> : <>{longDate(one.dueAt)}{one.overdue && <span class="tags"><OverdueTag /></span>}</>) },
  ];
  return (
    <Page title={text.checksTitle} lead={text.checksLead} wide>
      <Parts />
      <div class="filters" role="group" aria-label={text.filters}>
        <Select form={form} name="state" label={text.state} onChoose={(chosen) => route(`/access-log/spot-checks?state=${chosen === 'done' ? 'done' : 'open'}`)} options={[{ value: 'open', label: text.open }, { value: 'done', label: text.done }]} />
      </div>
      {reading.failure !== null && <Failed failure={reading.failure} again={() => void reading.reload()} />}
      {!reading.data && reading.failure === null && <Loading />}
      {reading.data && checks.length === 0 && <p role="status">{text.checksNone}</p>}
      {checks.length > 0 && <Records caption={text.checksTitle} columns={columns} rows={checks} keyOf={({ id }) => id} mark={({ overdue }) => overdue} />}
      {last?.cursor && <Button kind="secondary" onClick={() => void call('list-spot-checks', { query: { state, cursor: last.cursor ?? undefined } }).then((page) => setFurther([...further, page]), () => undefined)}>{text.more}</Button>}
    </Page>
  );
}
