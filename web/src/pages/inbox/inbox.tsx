import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { parseCaseNumber } from '../../../../functions/contracts/case-number.ts';
import { statuses } from '../../../../functions/contracts/words.ts';
import type { CaseSummary } from '../../../../functions/contracts/case.ts';
import { call } from '../../api/call.ts';
import { ApiFailure } from '../../api/failure.ts';
import { errorsOf } from '../../api/field-errors.ts';
import { useReading } from '../../api/use-reading.ts';
import { MoreCases } from '../../case-list/more-cases.tsx';
import { type CaseListRequest, useCaseList } from '../../case-list/use-case-list.ts';
import { Button } from '../../components/button/button.tsx';
import { Select } from '../../components/field/choices.tsx';
import { TextField } from '../../components/field/text-field.tsx';
import { FormFrame } from '../../components/form/form.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { Failed, Loading, Page } from '../../components/page/page.tsx';
import { type Column, Records } from '../../components/records/records.tsx';
import { OverdueTag, StatusTag, StoppedTag } from '../../components/tag/tags.tsx';
import { relativeDay, shortDate } from '../../language/dates.ts';
import { bilingual } from '../../language/language.ts';
import { vocabulary } from '../../language/vocabulary.ts';

const texts = bilingual({
  title: 'Inkorg', lead: 'Ärenden som du ansvarar för. Försenade först.',
  search: 'Sök ärendenummer', find: 'Sök', numberWrong: 'Numret stämmer inte. Skriv det som K7H-4F2K.', notFound: 'Det finns inget sådant ärende som du har behörighet att se.',
  show: 'Visa', mine: 'Mina ärenden', all: 'Alla i min roll', overdue: 'Försenade', units: 'Per enhet', parties: 'Per organisation',
  status: 'Status', open: 'Öppna', closed: 'Avslutade', filters: 'Urval',
  number: 'Ärende', about: 'Gäller', to: 'Motpart', unitMissing: 'enhet saknas', state: 'Status', due: 'Nästa datum', noDue: 'inget', caption: 'Ärenden', none: 'Inga ärenden här.', from: 'från',
}, {
  title: 'Inbox', lead: 'Cases that you are responsible for. Overdue first.',
  search: 'Search case number', find: 'Search', numberWrong: 'The number is not right. Write it as K7H-4F2K.', notFound: 'There is no such case that you are allowed to see.',
  show: 'Show', mine: 'My cases', all: 'All of my role', overdue: 'Overdue', units: 'By unit', parties: 'By organisation',
  status: 'Status', open: 'Open', closed: 'Closed', filters: 'Selection',
  number: 'Case', about: 'Concerns', to: 'Counterpart', unitMissing: 'unit missing', state: 'Status', due: 'Next date', noDue: 'none', caption: 'Cases', none: 'No cases here.', from: 'from',
});

/** `unit:ID` and `party:ID` in the address name whose list is shown. */
function requestOf(query: Readonly<Record<string, string>>): CaseListRequest {
  const [view = 'inbox', key] = (query['show'] ?? 'inbox').split(':');
  const status = query['status'] ?? 'open';
  if ((view === 'unit' || view === 'party') && key) return { view, key, status };
  return { view: view === 'overdue' ? 'overdue' : 'inbox', status };
}

export default function InboxPage() {
  const text = texts();
  const { query, route } = useLocation();
  const registers = useReading('read-registers', {});
  const list = useCaseList(requestOf(query));
  const words = vocabulary();
  const columns: readonly Column<CaseSummary>[] = [
    { title: text.number, cell: (one) => <a class="ds-link case-number" href={`/cases/${one.id}`}>{one.number}</a> },
    { title: text.about, cell: (one) => <>{words.category[one.category]}<span class="small">{words.harm[one.harm]} · {text.from} {one.reportingUnit}</span></> },
    { title: text.to, cell: (one) => <>{one.counterpart}<span class="small">{one.externalUnit ?? text.unitMissing}</span></> },
    { title: text.state, cell: (one) => <span class="tags"><StatusTag status={one.status} />{one.overdue && <OverdueTag />}{one.stopped && <StoppedTag />}</span> },
    { title: text.due, cell: (one) => (one.dueAt === null ? text.noDue : <><time dateTime={one.dueAt}>{shortDate(one.dueAt)}</time><span class="small">{relativeDay(one.dueAt, list.now)}</span></>) },
  ];
  return (
    <Page title={text.title} lead={text.lead} wide>
      <NumberSearch />
      <Filters key={JSON.stringify(query)} query={query} registers={registers.data} choose={(show, status) => route(`/inbox?${new URLSearchParams({ show, status })}`)} />
      {list.cases === null && list.failure !== null && <Failed failure={list.failure} again={list.reload} />}
      {list.cases === null && list.failure === null && <Loading />}
      {list.cases?.length === 0 && <p>{text.none}</p>}
      {list.cases !== null && list.cases.length > 0 && <Records caption={text.caption} columns={columns} rows={list.cases} keyOf={({ id }) => id} mark={({ overdue }) => overdue} />}
      {list.cases !== null && <MoreCases list={list} />}
    </Page>
  );
}

function Filters({ query, registers, choose }: {
  readonly query: Readonly<Record<string, string>>; readonly registers: ReturnType<typeof useReading<'read-registers'>>['data']; readonly choose: (show: string, status: string) => void;
}) {
  const text = texts();
  const words = vocabulary();
  const form = useForm({ show: query['show'] ?? 'inbox', status: query['status'] ?? 'open' });
  const own = new Set(registers?.organisations.filter((one) => one.own).map(({ id }) => id));
  return (
    <div class="filters" role="group" aria-label={text.filters}>
      <Select form={form} name="show" label={text.show} onChoose={(show) => choose(show || 'inbox', form.text('status'))} options={[
        { value: 'inbox', label: text.all, group: text.mine }, { value: 'overdue', label: text.overdue, group: text.mine },
        ...(registers?.units.filter(({ organisationId }) => own.has(organisationId)).map(({ id, name }) => ({ value: `unit:${id}`, label: name, group: text.units })) ?? []),
        ...(registers?.organisations.filter((one) => !one.own).map(({ id, name }) => ({ value: `party:${id}`, label: name, group: text.parties })) ?? []),
      ]} />
      <Select form={form} name="status" label={text.status} onChoose={(status) => choose(form.text('show'), status || 'open')} options={[
        { value: 'open', label: text.open }, { value: 'closed', label: text.closed },
        ...statuses.filter((status) => status !== 'draft' && status !== 'closed').map((status) => ({ value: status, label: words.status[status] })),
      ]} />
    </div>
  );
}

/** Checked by the number's own check digit before anything is asked. */
function NumberSearch() {
  const text = texts();
  const { route } = useLocation();
  const form = useForm({ number: '' });
  const [busy, setBusy] = useState(false);
  const find = async () => {
    const number = parseCaseNumber(form.text('number'));
    if (!number) return form.fail([{ field: 'number', text: text.numberWrong }]);
    setBusy(true);
    try {
      const [found] = (await call('list-cases', { query: { view: 'inbox', number } })).cases;
      if (found) route(`/cases/${found.id}`);
      else form.fail([{ field: 'number', text: text.notFound }]);
    } catch (failure) {
      if (failure instanceof ApiFailure) form.fail(errorsOf(failure, {}));
    }
    setBusy(false);
  };
  return (
    <FormFrame form={form} onSubmit={() => void find()}>
      <div class="search-row">
        <TextField form={form} name="number" label={text.search} size={12} />
        <Button type="submit" kind="secondary" busy={busy}>{text.find}</Button>
      </div>
    </FormFrame>
  );
}
