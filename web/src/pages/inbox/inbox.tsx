import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { parseCaseNumber } from '../../../../functions/contracts/case-number.ts';
import { statuses } from '../../../../functions/contracts/words.ts';
import { call } from '../../api/call.ts';
import { ApiFailure } from '../../api/failure.ts';
import { errorsOf } from '../../api/field-errors.ts';
import { useReading } from '../../api/use-reading.ts';
import { caseColumns } from '../../case-list/case-columns.tsx';
import { MoreCases } from '../../case-list/more-cases.tsx';
import { type CaseListRequest, useCaseList } from '../../case-list/use-case-list.ts';
import { Button, LinkButton } from '../../components/button/button.tsx';
import { Select } from '../../components/field/choices.tsx';
import { TextField } from '../../components/field/text-field.tsx';
import { FormFrame } from '../../components/form/form.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { Failed, Loading, Page } from '../../components/page/page.tsx';
import { Records } from '../../components/records/records.tsx';
import { bilingual } from '../../language/language.ts';
import { vocabulary } from '../../language/vocabulary.ts';
import { profile } from '../../session/session.ts';
import { listsOf } from './lists.ts';

const texts = bilingual({
  title: 'Inkorg', lead: 'Ärenden som du ansvarar för. Försenade först.',
  search: 'Sök ärendenummer', find: 'Sök', numberWrong: 'Numret stämmer inte. Skriv det som K7H-4F2K.', notFound: 'Det finns inget sådant ärende som du har behörighet att se.',
  show: 'Visa', mine: 'Mina ärenden', all: 'Alla i min roll', overdue: 'Försenade', units: 'Per enhet', parties: 'Per organisation',
  status: 'Status', open: 'Öppna', closed: 'Avslutade', filters: 'Urval',
  direction: 'Riktning', both: 'Båda', outgoing: 'Utgående', incoming: 'Inkommande', register: 'Registrera en inkommen avvikelse', notMine: 'Öppna ett ärende som inte är ditt', caption: 'Ärenden', none: 'Inga ärenden här.',
}, {
  title: 'Inbox', lead: 'Cases that you are responsible for. Overdue first.',
  search: 'Search case number', find: 'Search', numberWrong: 'The number is not right. Write it as K7H-4F2K.', notFound: 'There is no such case that you are allowed to see.',
  show: 'Show', mine: 'My cases', all: 'All of my role', overdue: 'Overdue', units: 'By unit', parties: 'By organisation',
  status: 'Status', open: 'Open', closed: 'Closed', filters: 'Selection',
  direction: 'Direction', both: 'Both', outgoing: 'Outgoing', incoming: 'Incoming', register: 'Register an incoming deviation', notMine: 'Open a case that is not yours', caption: 'Cases', none: 'No cases here.',
});

/** `unit:ID` and `party:ID` in the address name whose list is shown. */
function requestOf(query: Readonly<Record<string, string>>): CaseListRequest {
  const [view = 'inbox', key] = (query['show'] ?? 'inbox').split(':');
  const selection = { status: query['status'] ?? 'open', ...(query['direction'] === 'incoming' || query['direction'] === 'outgoing' ? { direction: query['direction'] } : {}) };
  if ((view === 'unit' || view === 'party') && key) return { view, key, ...selection };
  return { view: view === 'overdue' ? 'overdue' : 'inbox', ...selection };
}

export default function InboxPage() {
  const text = texts();
  const { query, route } = useLocation();
  const registers = useReading('read-registers', {});
  const list = useCaseList(requestOf(query));
  const columns = caseColumns(list.now);
  return (
    <Page title={text.title} lead={text.lead} wide>
      <NumberSearch />
      {profile.value?.mayRegister && <div class="buttons"><LinkButton href="/register" kind="secondary">{text.register}</LinkButton></div>}
      {registers.data?.routine.withoutNeed === 'with-reason' && <p><a class="ds-link" href="/open-case">{text.notMine}</a></p>}
      <Filters key={JSON.stringify(query)} query={query} registers={registers.data} choose={(show, status, direction) => route(`/inbox?${new URLSearchParams({ show, status, direction })}`)} />
      {list.cases === null && list.failure !== null && <Failed failure={list.failure} again={list.reload} />}
      {list.cases === null && list.failure === null && <Loading />}
      {list.cases?.length === 0 && <p>{text.none}</p>}
      {list.cases !== null && list.cases.length > 0 && <Records caption={text.caption} columns={columns} rows={list.cases} keyOf={({ id }) => id} mark={({ overdue }) => overdue} />}
      {list.cases !== null && <MoreCases list={list} />}
    </Page>
  );
}

function Filters({ query, registers, choose }: {
  readonly query: Readonly<Record<string, string>>; readonly registers: ReturnType<typeof useReading<'read-registers'>>['data']; readonly choose: (show: string, status: string, direction: string) => void;
}) {
  const text = texts();
  const words = vocabulary();
  const form = useForm({ show: query['show'] ?? 'inbox', status: query['status'] ?? 'open', direction: query['direction'] ?? 'both' });
  const lists = registers && profile.value ? listsOf(profile.value, registers) : null;
  return (
    <div class="filters" role="group" aria-label={text.filters}>
      <Select form={form} name="show" label={text.show} onChoose={(show) => choose(show || 'inbox', form.text('status'), form.text('direction'))} options={[
        { value: 'inbox', label: text.all, group: text.mine }, { value: 'overdue', label: text.overdue, group: text.mine },
        ...(lists?.units.map(({ id, name }) => ({ value: `unit:${id}`, label: name, group: text.units })) ?? []),
        ...(lists?.organisations.map(({ id, name }) => ({ value: `party:${id}`, label: name, group: text.parties })) ?? []),
      ]} />
      <Select form={form} name="status" label={text.status} onChoose={(status) => choose(form.text('show'), status || 'open', form.text('direction'))} options={[
        { value: 'open', label: text.open }, { value: 'closed', label: text.closed },
        ...statuses.filter((status) => status !== 'draft' && status !== 'closed').map((status) => ({ value: status, label: words.status[status] })),
      ]} />
      <Select form={form} name="direction" label={text.direction} onChoose={(direction) => choose(form.text('show'), form.text('status'), direction || 'both')} options={[
        { value: 'both', label: text.both }, { value: 'incoming', label: text.incoming }, { value: 'outgoing', label: text.outgoing },
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
