import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { parseCaseNumber } from '../../../../functions/contracts/case-number.ts';
import { call } from '../../api/call.ts';
import type { Answer } from '../../api/client.ts';
import { useReading } from '../../api/use-reading.ts';
import { Button } from '../../components/button/button.tsx';
import { Select } from '../../components/field/choices.tsx';
import { TextField } from '../../components/field/text-field.tsx';
import { FormFrame } from '../../components/form/form.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { Notice } from '../../components/notice/notice.tsx';
import { Failed, Loading, Page } from '../../components/page/page.tsx';
import { serverNow } from '../../language/server-time.ts';
import { hasRole } from '../../session/session.ts';
import { Entries } from './entries.tsx';
import { Parts } from './parts.tsx';
import { accessLogTexts } from './texts.ts';

const periods = [7, 30, 90, 365] as const;
const daysAgo = (days: number): string => new Date((serverNow() ?? Date.now()) - days * 86_400_000).toISOString().slice(0, 10);

/** Who looked at what; the address holds what was chosen. */
export default function LogPage() {
  const text = accessLogTexts();
  const { query } = useLocation();
  const { number, user, unit, days = '30' } = query;
  const period = periods.find((one) => String(one) === days);
  const request = { query: { ...(number && { number }), ...(user && { user }), ...(unit && { unit }), ...(period && { from: daysAgo(period) }) } };
  const reading = useReading('list-access', request);
  const [further, setFurther] = useState<readonly Answer<'list-access'>[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => setFurther([]), [JSON.stringify(request)]);
  const last = further.at(-1) ?? reading.data;
  const accesses = [...(reading.data?.accesses ?? []), ...further.flatMap((page) => page.accesses)];
  const more = () => call('list-access', { query: { ...request.query, cursor: last?.cursor ?? undefined } }).then((page) => {
    setFurther([...further, page]);
    setFailure(null);
  }, setFailure);
  return (
    <Page title={text.title} lead={text.lead} wide>
      <Parts />
      {hasRole('systemAdministrator') && !hasRole('mas', 'mar', 'sas', 'unitManager') && <Notice><p>{text.withoutContents}</p></Notice>}
      <Filters key={JSON.stringify(query)} number={number ?? ''} user={user ?? ''} unit={unit ?? ''} days={period ? days : ''} />
      {reading.failure !== null && <Failed failure={reading.failure} again={() => void reading.reload()} />}
      {!reading.data && reading.failure === null && <Loading />}
      {reading.data && <p class="small" role="status">{accesses.length === 0 ? text.none : text.shown(accesses.length)}</p>}
      {accesses.length > 0 && <Entries accesses={accesses} caption={text.caption} />}
      {failure !== null && <Failed failure={failure} />}
      {last?.cursor && <Button kind="secondary" onClick={() => void more()}>{text.more}</Button>}
    </Page>
  );
}

function Filters(given: { readonly number: string; readonly user: string; readonly unit: string; readonly days: string }) {
  const text = accessLogTexts();
  const { route } = useLocation();
  const registers = useReading('read-registers', {});
  const form = useForm({ ...given, days: given.days });
  const own = new Set(registers.data?.organisations.filter((one) => one.own).map(({ id }) => id));
  const show = () => {
    const typed = form.text('number').trim();
    const number = typed === '' ? '' : parseCaseNumber(typed);
    form.fail(number === undefined ? [{ field: 'number', text: text.numberWrong }] : []);
    if (number === undefined) return;
    const chosen = { number, user: form.text('user'), unit: form.text('unit') };
    route(`/access-log?${new URLSearchParams([...Object.entries(chosen).filter(([, value]) => value !== ''), ['days', form.text('days') || 'all']])}`);
  };
  return (
    <FormFrame form={form} onSubmit={show} label={text.filters}>
      <div class="filters">
        <Select form={form} name="days" label={text.period} empty={text.always} options={periods.map((days) => ({ value: String(days), label: text.periods[days] }))} />
        <Select form={form} name="user" label={text.user} empty={text.anyone} options={registers.data?.staff.map(({ id, name }) => ({ value: id, label: name })) ?? []} />
        <Select form={form} name="unit" label={text.unit} empty={text.anyUnit} options={registers.data?.units.filter(({ organisationId }) => own.has(organisationId)).map(({ id, name }) => ({ value: id, label: name })) ?? []} />
        <TextField form={form} name="number" label={text.number} size={12} />
      </div>
      <div class="buttons"><Button type="submit">{text.show}</Button></div>
    </FormFrame>
  );
}
