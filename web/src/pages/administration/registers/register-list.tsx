import { useEffect, useState } from 'preact/hooks';
import { call } from '../../../api/call.ts';
import type { Answer } from '../../../api/client.ts';
import { useReading } from '../../../api/use-reading.ts';
import { Button, LinkButton } from '../../../components/button/button.tsx';
import { Select } from '../../../components/field/choices.tsx';
import { TextField } from '../../../components/field/text-field.tsx';
import { FormFrame } from '../../../components/form/form.tsx';
import { useForm } from '../../../components/form/use-form.ts';
import { Failed, Loading } from '../../../components/page/page.tsx';
import { Records } from '../../../components/records/records.tsx';
import { roles } from '../../../../../functions/contracts/words.ts';
import { isoDay } from '../../../case-parts/breach/breach-choice.ts';
import { dateAndTime } from '../../../language/dates.ts';
import { vocabulary } from '../../../language/vocabulary.ts';
import { fieldTexts } from './field-texts.ts';
import { OnCallWeek } from './on-call-week.tsx';
import { rowAddress } from './row-address.ts';
import { aboutOf, titleOf } from './row-words.ts';
import type { ShownRegister } from './shown-registers.ts';
import { registerTexts } from './texts.ts';

type PageOfRows = Answer<'list-register'>;
const perPage = 25;
const shows = ['current', 'ended', 'all'] as const;

/** Rows of a register: searched, filtered, a page at a time. */
export function RegisterList({ register }: { readonly register: ShownRegister }) {
  const text = registerTexts();
  const form = useForm<'search' | 'show' | 'belongsTo'>({ search: '', show: 'current', belongsTo: '' });
  const [asked, setAsked] = useState({ search: '', show: 'current', belongsTo: '' });
  const registers = useReading('read-registers', {});
  const show = shows.find((one) => one === asked.show) ?? 'current';
  const request = { register, show, limit: perPage, ...(asked.search && { search: asked.search }), ...(asked.belongsTo && { belongsTo: asked.belongsTo }) };
  const reading = useReading('list-register', { body: request });
  const [further, setFurther] = useState<readonly PageOfRows[]>([]);
  const [more, setMore] = useState<{ readonly busy: boolean; readonly failure: unknown }>({ busy: false, failure: null });
  useEffect(() => setFurther([]), [JSON.stringify(request)]);
  const failure = registers.failure ?? reading.failure;
  const last = further.at(-1) ?? reading.data;
  const next = async () => {
    if (!last?.cursor) return;
    setMore({ busy: true, failure: null });
    try {
      const page = await call('list-register', { body: { ...request, cursor: last.cursor } });
      setFurther((before) => [...before, page]);
      setMore({ busy: false, failure: null });
    } catch (error) {
      setMore({ busy: false, failure: error });
    }
  };
  const groups = register === 'roles' ? roles.map((role) => ({ value: role, label: vocabulary().role[role] }))
    : register === 'units' ? (registers.data?.organisations ?? []).map(({ id, name }) => ({ value: id, label: name })) : [];
  return (
    <>
      <FormFrame form={form} onSubmit={() => setAsked({ search: form.text('search').trim(), show: form.text('show'), belongsTo: form.text('belongsTo') })} label={text.search}>
        <div class="filters">
          <TextField form={form} name="search" label={text.searchLabel} inputMode="search" />
          {groups.length > 0 && <Select form={form} name="belongsTo" label={register === 'roles' ? fieldTexts().label.role : fieldTexts().label.organisation} options={groups} empty={text.any} />}
          <Select form={form} name="show" label={text.show} options={shows.map((value) => ({ value, label: text.shows[value] }))} />
        </div>
        <div class="buttons"><Button type="submit" kind="secondary">{text.search}</Button>{(register !== 'settings' || reading.data?.matching === 0) && <LinkButton href={`/administration/registers/${register}/new`}>{text.add[register]}</LinkButton>}</div>
      </FormFrame>
      {failure !== null && <Failed failure={failure} again={() => void Promise.all([registers.reload(), reading.reload()])} />}
      {failure === null && (!reading.data || !registers.data) && <Loading />}
      {reading.data && registers.data && <Rows register={register} rows={[reading.data, ...further].flatMap(({ rows }) => rows)} matching={reading.data.matching} registers={registers.data} now={reading.data.now} />}
      {more.failure !== null && <Failed failure={more.failure} />}
      {last?.cursor && <Button kind="secondary" busy={more.busy} onClick={() => void next()}>{text.more}</Button>}
    </>
  );
}

function Rows({ register, rows, matching, registers, now }: { readonly register: ShownRegister; readonly rows: PageOfRows['rows']; readonly matching: number; readonly registers: Answer<'read-registers'>; readonly now: string }) {
  const text = registerTexts();
  const today = isoDay(now);
  return (
    <>
      {register === 'onCallTimes' && <OnCallWeek rows={rows} />}
      <p class="small" role="status">{text.matching(matching)}</p>
      <Records caption={text.register[register]} rows={rows} keyOf={({ key }) => key} columns={[
        { title: fieldTexts().label.name, cell: ({ entry, key }) => <a class="ds-link" href={rowAddress(register, key)}>{titleOf(entry, { registers })}</a> },
        { title: text.about, cell: ({ entry }) => aboutOf(entry, { registers }, today).map((line) => <div key={line}>{line}</div>) },
        { title: text.changedAt, cell: ({ changedAt, changedBy }) => (changedAt === null ? '–' : `${dateAndTime(changedAt)}, ${changedBy ?? ''}`) },
      ]} />
    </>
  );
}
