import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { ActionList } from '../../../../functions/contracts/follow-up.ts';
import { call } from '../../api/call.ts';
import { useReading } from '../../api/use-reading.ts';
import { Button } from '../../components/button/button.tsx';
import { Written } from '../../components/facts/facts.tsx';
import { Select } from '../../components/field/choices.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { Failed, Loading, Page } from '../../components/page/page.tsx';
import { type Column, Records } from '../../components/records/records.tsx';
import { OverdueTag } from '../../components/tag/tags.tsx';
import { longDate, relativeDay } from '../../language/dates.ts';
import { incomingVocabulary } from '../../language/incoming-vocabulary.ts';
import { bilingual } from '../../language/language.ts';
import { profile } from '../../session/session.ts';

const texts = bilingual({
  title: 'Åtgärder', lead: 'Vad som ska göras, i alla ärenden.', show: 'Visa', mine: 'Mina åtgärder', overdue: 'Försenade i mina ärenden', units: 'Per enhet', state: 'Läge', open: 'Att göra', done: 'Gjorda', filters: 'Urval',
  hidden: 'Skyddade uppgifter', caption: 'Åtgärder', none: 'Inga åtgärder här.', action: 'Åtgärd', case: 'Ärende', who: 'Ansvarig', date: 'Datum', doneOn: (date: string) => `gjord ${date}`, noDate: 'inget', effect: 'Effekt', shown: (count: number) => (count === 1 ? 'Visar 1 åtgärd.' : `Visar ${count} åtgärder.`), more: 'Visa fler',
}, {
  title: 'Actions', lead: 'What is to be done, in all cases.', show: 'Show', mine: 'My actions', overdue: 'Overdue in my cases', units: 'By unit', state: 'State', open: 'To do', done: 'Done', filters: 'Selection',
  hidden: 'Protected details', caption: 'Actions', none: 'No actions here.', action: 'Action', case: 'Case', who: 'Responsible', date: 'Date', doneOn: (date: string) => `done ${date}`, noDate: 'none', effect: 'Effect', shown: (count: number) => (count === 1 ? 'Showing 1 action.' : `Showing ${count} actions.`), more: 'Show more',
});
type Row = ActionList['actions'][number];

/** `show` in the address: `mine`, `overdue`, or `unit:ID` of a unit this user manages. */
export default function ActionRegisterPage() {
  const text = texts();
  const words = incomingVocabulary();
  const { query, route } = useLocation();
  const [view, key] = (query['show'] ?? 'mine').split(':');
  const show = view === 'unit' && key ? `unit:${key}` : view === 'overdue' ? 'overdue' : 'mine';
  const state = query['state'] === 'done' && show !== 'overdue' ? 'done' : 'open';
  const list = useActionList(show, state);
  const columns: readonly Column<Row>[] = [
    { title: text.action, cell: (one) => <>{one.hidden ? text.hidden : <Written>{one.text}</Written>}<span class="small">{words.actionKind[one.kind]}</span>{one.effect && <span class="small">{text.effect}: {one.effect}</span>}</> },
    { title: text.case, cell: (one) => <a class="ds-link case-number" href={`/cases/${one.caseId}`}>{one.caseNumber}</a> },
    { title: text.who, cell: (one) => <>{one.responsible.name}<span class="small">{one.unit.name}</span></> },
    { title: text.date, cell: (one) => (one.doneAt !== null ? text.doneOn(longDate(one.doneAt)) : one.due === null ? text.noDate : <>{longDate(one.due)}<span class="small">{relativeDay(`${one.due}T12:00:00Z`, list.now)}</span>{one.overdue && <span class="tags"><OverdueTag /></span>}</>) },
  ];
  return (
    <Page title={text.title} lead={text.lead} wide>
      <Filters key={`${show} ${state}`} show={show} state={state} choose={(chosen, which) => route(`/actions?${new URLSearchParams({ show: chosen, state: which })}`)} />
      {list.rows === null && (list.failure !== null ? <Failed failure={list.failure} again={list.again} /> : <Loading />)}
      {list.rows?.length === 0 && <p>{text.none}</p>}
      {list.rows !== null && list.rows.length > 0 && <>
        <Records caption={text.caption} columns={columns} rows={list.rows} keyOf={({ id, caseId }) => `${caseId} ${id}`} mark={({ overdue }) => overdue} />
        {list.failure !== null && <Failed failure={list.failure} again={list.again} />}
        <p class="small" role="status">{text.shown(list.rows.length)}</p>
        {list.more && <Button kind="secondary" busy={list.loading} onClick={list.again}>{text.more}</Button>}
      </>}
    </Page>
  );
}

function Filters({ show, state, choose }: { readonly show: string; readonly state: string; readonly choose: (show: string, state: string) => void }) {
  const text = texts();
  const form = useForm({ show, state });
  const registers = useReading('read-registers', {});
  const managed = new Set(profile.value?.roles.filter(({ role }) => role === 'unitManager').map(({ unitId }) => unitId));
  const units = registers.data?.units.filter(({ id }) => managed.has(id)).map(({ id, name }) => ({ value: `unit:${id}`, label: name, group: text.units })) ?? [];
  return (
    <div class="filters" role="group" aria-label={text.filters}>
      <Select form={form} name="show" label={text.show} onChoose={(chosen) => choose(chosen || 'mine', form.text('state'))} options={[{ value: 'mine', label: text.mine }, { value: 'overdue', label: text.overdue }, ...units]} />
      {show !== 'overdue' && <Select form={form} name="state" label={text.state} onChoose={(chosen) => choose(form.text('show'), chosen || 'open')} options={[{ value: 'open', label: text.open }, { value: 'done', label: text.done }]} />}
    </div>
  );
}

/** Pages of one list, read on demand. */
function useActionList(show: string, state: 'open' | 'done') {
  const [pages, setPages] = useState<readonly ActionList[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  const [loading, setLoading] = useState(true);
  const turn = useRef(0);
  const read = async (before: readonly ActionList[]) => {
    const mine = ++turn.current;
    const [view, key] = show.split(':');
    setLoading(true);
    try {
      const page = await call('list-actions', { query: { view, key, state, cursor: before.at(-1)?.cursor ?? undefined, limit: '50' } });
      if (mine !== turn.current) return;
      setPages([...before, page]);
      setFailure(null);
    } catch (error) {
      if (mine === turn.current) setFailure(error);
    }
    if (mine === turn.current) setLoading(false);
  };
  useEffect(() => {
    setPages([]);
    setFailure(null);
    void read([]);
    return () => {
      turn.current += 1;
    };
  }, [show, state]);
  const last = pages.at(-1);
  return { rows: last ? pages.flatMap(({ actions }) => actions) : null, now: last?.now ?? '', failure, loading, more: last !== undefined && last.cursor !== null, again: () => void read(pages) };
}
