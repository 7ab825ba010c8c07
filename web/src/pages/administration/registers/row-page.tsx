import { useLocation } from 'preact-iso/router';
import { useState } from 'preact/hooks';
import type { RegisterRowView, RegisterWarning } from '../../../../../functions/contracts/register-administration.ts';
import { call } from '../../../api/call.ts';
import { ApiFailure } from '../../../api/failure.ts';
import { errorsOf, type FieldError } from '../../../api/field-errors.ts';
import { useReading } from '../../../api/use-reading.ts';
import { Button, LinkButton } from '../../../components/button/button.tsx';
import { Checkbox } from '../../../components/field/choices.tsx';
import { TextField } from '../../../components/field/text-field.tsx';
import { FormFrame } from '../../../components/form/form.tsx';
import { useForm } from '../../../components/form/use-form.ts';
import { Notice } from '../../../components/notice/notice.tsx';
import { Failed, Loading, Page } from '../../../components/page/page.tsx';
import { registerFaultTexts } from '../register-fault-texts.ts';
import { ChangeLog } from './change-log.tsx';
import { fieldTexts } from './field-texts.ts';
import { type Field, fieldsOf, type Surroundings } from './fields.ts';
import { rowAddress } from './row-address.ts';
import { titleOf } from './row-words.ts';
import { RowFields } from './row-form.tsx';
import { fieldAt, formOf, type RowForm, valueOf } from './row-values.ts';
import type { ShownRegister } from './shown-registers.ts';
import { registerTexts } from './texts.ts';

type Row = RegisterRowView['row'];
const dated: readonly ShownRegister[] = ['roles', 'suppliers', 'agreements'];

/** One row: new, changed or ended, and what was changed in it before. `from`: a row that a new one begins as, such as the next version of an agreement. */
export default function RowPage({ register, rowKey, from }: { readonly register: ShownRegister; readonly rowKey: string | null; readonly from: string | null }) {
  const text = registerTexts();
  const key = rowKey ?? from;
  const registers = useReading('read-registers', {});
  const areas = useReading('list-register', { body: { register: 'areas', show: 'all', limit: 100 } });
  const reading = useReading('read-register-row', key === null ? null : { body: { register, key } });
  const failure = registers.failure ?? areas.failure ?? reading.failure;
  if (failure !== null) return <Page title={text.register[register]}><Failed failure={failure} again={() => void Promise.all([registers.reload(), areas.reload(), reading.reload()])} /></Page>;
  if (!registers.data || !areas.data || (key !== null && !reading.data)) return <Loading />;
  const around = { registers: registers.data, areas: areas.data.rows.flatMap(({ entry }) => (entry.register === 'areas' ? [{ id: entry.value.id, name: entry.value.name, closed: entry.value.active === false }] : [])) };
  const row = rowKey === null ? null : reading.data?.row ?? null;
  return (
    <Page title={row ? titleOf(row.entry, around) : text.add[register]}>
      <p><a class="ds-link" href={`/administration/registers/${register}`}>{text.back(text.register[register])}</a></p>
      <RowEditor key={row?.version ?? 0} register={register} row={row} begin={row ?? nextOf(reading.data?.row ?? null)} around={around} reload={reading.reload} />
      {row && <ChangeLog changes={reading.data?.changes ?? []} around={around} />}
    </Page>
  );
}

/** The next version begins as the last one, without its end. */
function nextOf(row: Row | null): Pick<Row, 'entry'> | null {
  if (row?.entry.register !== 'agreements') return row;
  const { validTo: _, ...value } = row.entry.value;
  return { entry: { register: 'agreements', value: { ...value, version: value.version + 1, validFrom: '' } } };
}

function RowEditor({ register, row, begin, around, reload }: { readonly register: ShownRegister; readonly row: Row | null; readonly begin: Pick<Row, 'entry'> | null; readonly around: Surroundings; readonly reload: () => Promise<void> }) {
  const text = registerTexts();
  const { route } = useLocation();
  const fields = fieldsOf[register];
  const choicesOf = (field: Field) => (field.options?.(around) ?? []).map(({ value }) => value);
  const fresh = register === 'agreements' ? { version: 1 } : {};
  const form = useForm<string>({ ...formOf(fields, begin?.entry.value ?? fresh, choicesOf), again: false });
  const [busy, setBusy] = useState(false);
  const [stale, setStale] = useState(false);
  const [said, setSaid] = useState<readonly RegisterWarning[] | null>(null);
  const published = row?.entry.register === 'agreements';
  const save = async () => {
    setBusy(true);
    setSaid(null);
    try {
      const value = valueOf(fields, form, begin?.entry.value, choicesOf);
      if (form.flag('again')) delete value['active'];
      const answer = await call('put-register-row', { unchecked: { entry: { register, value }, version: row?.version ?? null } });
      form.fail([]);
      setSaid(answer.warnings.map(({ code }) => code));
      if (row === null) route(rowAddress(register, answer.row.key));
      else await reload();
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error;
      if (error.code === 'stale-version') setStale(true);
      else form.fail(errorsAt(error, fields, form));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {stale && <Notice color="warning" title={text.staleTitle} live="alert"><p>{text.stale}</p><Button kind="secondary" onClick={() => void reload().then(() => setStale(false))}>{text.reload}</Button></Notice>}
      {said !== null && <Notice color={said.length > 0 ? 'warning' : 'success'} live="status"><p>{text.saved}</p>{said.map((code) => <p key={code}>{text.warning[code]}</p>)}</Notice>}
      {row?.ended && <Notice><p>{text.ended}</p></Notice>}
      {published ? (
        <><Notice><p>{text.published}</p></Notice><LinkButton kind="secondary" href={`/administration/registers/agreements/new?from=${encodeURIComponent(row.key)}`}>{text.newVersion}</LinkButton></>
      ) : (
        <FormFrame form={form} onSubmit={() => void save()} label={text.register[register]} command="put-register-row">
          <RowFields form={form} fields={fields} around={around} isNew={row === null} />
          {row?.ended && !dated.includes(register) && <Checkbox form={form} name="again" label={text.again} />}
          <div class="buttons"><Button type="submit" busy={busy}>{text.save}</Button></div>
        </FormFrame>
      )}
      {row && !row.ended && register !== 'settings' && <EndRow register={register} row={row} reload={reload} />}
    </>
  );
}

/** Nothing is deleted: cases that name the row go on. */
function EndRow({ register, row, reload }: { readonly register: ShownRegister; readonly row: Row; readonly reload: () => Promise<void> }) {
  const text = registerTexts();
  const form = useForm<string>({ on: '', sure: false });
  const hasDate = dated.includes(register);
  const [busy, setBusy] = useState(false);
  const end = async () => {
    if (!hasDate && !form.flag('sure')) return form.fail([{ field: 'sure', text: text.sureMissing }]);
    setBusy(true);
    try {
      const on = form.text('on').trim();
      await call('end-register-row', { body: { register, key: row.key, version: row.version, ...(on !== '' && { on }) } });
      await reload();
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error;
      form.fail(error.code === 'stale-version' ? [{ field: null, text: text.stale }] : errorsAt(error, [], form).map((fault) => ({ ...fault, field: hasDate ? 'on' : null })));
    } finally {
      setBusy(false);
    }
  };
  return (
    <details class="more"><summary>{text.end}</summary>
      <FormFrame form={form} onSubmit={() => void end()} label={text.end} command="end-register-row">
        <p class="small">{text.endAbout}</p>
        {!hasDate && <><p>{text.endsNow}</p><Checkbox form={form} name="sure" label={text.sure} /></>}
        {hasDate && <TextField form={form} name="on" label={text.lastDay} description={fieldTexts().about.date} optional size={12} />}
        <div class="buttons"><Button type="submit" kind="danger" busy={busy}>{text.end}</Button></div>
      </FormFrame>
    </details>
  );
}

/** Faults of the registers in their own words, all else as everywhere; each names its field. */
function errorsAt(failure: ApiFailure, fields: readonly Field[], form: RowForm): readonly FieldError[] {
  const { problem } = failure;
  if (problem?.code !== 'register-refused' && problem?.code !== 'invalid-body') return errorsOf(failure, {});
  const words: Readonly<Partial<Record<string, string>>> = registerFaultTexts();
  const found = (problem.errors ?? []).map(({ pointer, code }): FieldError => {
    const name = fieldAt(pointer);
    const at = labelAt(fields, name);
    // Groups of boxes and of rows have no field of their own to lead to.
    const shown = at === null || at.field.kind === 'rows' || at.field.kind === 'choices' ? null : at.name;
    const empty = at !== null && !['flag', 'choices', 'rows'].includes(at.field.kind) && form.text(at.name).trim() === '';
    const [general] = errorsOf(new ApiFailure({ ...problem, errors: [{ pointer, code: empty ? 'required' : code }] }), { [pointer]: name });
    const said = words[code] ?? general?.text ?? '';
    return { field: shown, text: at === null ? said : `${at.label}: ${said}` };
  });
  return found.filter((one, index) => found.findIndex(({ field, text }) => field === one.field && text === one.text) === index);
}

/** The field of a name, and what it is called: of a part of rows with the row's number. */
function labelAt(fields: readonly Field[], name: string): { readonly field: Field; readonly name: string; readonly label: string } | null {
  const words = fieldTexts();
  for (const field of fields) {
    const label = words.label[field.label];
    if (field.path === name || (field.kind === 'choices' && name.startsWith(`${field.path}.`))) return { field, name: field.path, label };
    if (field.kind !== 'rows' || !name.startsWith(`${field.path}.`)) continue;
    const [index = '', ...rest] = name.slice(field.path.length + 1).split('.');
    const inner = labelAt(field.fields ?? [], rest.join('.'));
    const row = registerTexts().rowOf(label, Number(index) + 1);
    return inner === null ? { field, name: field.path, label: row } : { field: inner.field, name: `${field.path}.${index}.${inner.name}`, label: `${row}, ${inner.label.toLowerCase()}` };
  }
  return null;
}
