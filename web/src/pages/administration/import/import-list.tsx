import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { fileColumns, fileLimits, fileRegisters, type FileColumn } from '../../../../../functions/contracts/file-columns.ts';
import type { ImportSummary } from '../../../../../functions/contracts/import.ts';
import { call } from '../../../api/call.ts';
import { errorsOf } from '../../../api/field-errors.ts';
import { useReading } from '../../../api/use-reading.ts';
import { Button } from '../../../components/button/button.tsx';
import { Select } from '../../../components/field/choices.tsx';
import { describedBy, FieldFrame } from '../../../components/field/field-frame.tsx';
import { FormFrame } from '../../../components/form/form.tsx';
import { type Form, useForm } from '../../../components/form/use-form.ts';
import { useSending } from '../../../components/form/use-sending.ts';
import { Failed, Loading, Page } from '../../../components/page/page.tsx';
import { type Column, Records } from '../../../components/records/records.tsx';
import { dateAndTime } from '../../../language/dates.ts';
import { importTexts } from './texts.ts';

export function ImportList() {
  const text = importTexts();
  const reading = useReading('list-imports', {});
  const form = useForm({ register: '', file: '' });
  const register = fileRegisters.find((one) => one === form.text('register'));
  const columns: readonly Column<ImportSummary>[] = [
    { title: text.when, cell: ({ id, at }) => <a class="ds-link" href={`/administration/import/${id}`}>{dateAndTime(at)}</a> },
    { title: text.register, cell: (one) => text.registers[one.register] },
    { title: text.file, cell: ({ fileName }) => <span class="written">{fileName}</span> },
    { title: text.by, cell: ({ byName }) => byName },
    { title: text.state, cell: ({ status }) => text.status[status] },
  ];
  return (
    <Page title={text.title} lead={text.lead}>
      <ImportForm form={form} />
      {register && <FileForm columns={fileColumns[register]} />}
      <section class="stack">
        <h2>{text.earlier}</h2>
        {reading.failure !== null && <Failed failure={reading.failure} again={() => void reading.reload()} />}
        {!reading.data && reading.failure === null && <Loading />}
        {reading.data && (reading.data.imports.length === 0 ? <p>{text.none}</p> : <Records caption={text.earlier} columns={columns} rows={reading.data.imports} keyOf={({ id }) => id} />)}
      </section>
    </Page>
  );
}

function ImportForm({ form }: { readonly form: Form<'register' | 'file'> }) {
  const text = importTexts();
  const { route } = useLocation();
  const [file, setFile] = useState<File | null>(null);
  const [fetching, setFetching] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const preview = useSending('preview-import');
  const register = fileRegisters.find((one) => one === form.text('register'));
  const options = fileRegisters.map((value) => ({ value, label: text.registers[value] }));
  const fileId = form.idOf('file');
  const fileError = form.errorAt('file');

  const send = async (): Promise<void> => {
    const missing = [
      ...(register === undefined ? [{ field: 'register', text: text.registerMissing }] : []),
      ...(file === null ? [{ field: 'file', text: text.fileMissing }] : file.size === 0 ? [{ field: 'file', text: text.fault['empty-file'] }] : file.size > fileLimits.bytes ? [{ field: 'file', text: text.fault['too-large'] }] : []),
    ];
    form.fail(missing);
    if (register === undefined || file === null || missing.length > 0) return;
    const content = await contentOf(file).catch(() => null);
    if (content === null) return form.fail([{ field: 'file', text: text.fileUnreadable }]);
    const sent = await preview.send({ register, fileName: file.name.slice(0, 200), content });
    if (sent === null) return;
    if ('failure' in sent) return form.fail(errorsOf(sent.failure, { '/register': 'register', '/content': 'file', '/fileName': 'file' }));
    route(`/administration/import/${sent.answer.id}`);
  };
  const fetchFile = async (): Promise<void> => {
    form.fail(register === undefined ? [{ field: 'register', text: text.registerMissing }] : []);
    if (register === undefined || fetching) return;
    setFetching(true);
    setFailure(null);
    try {
      const { fileName, text: content } = await call('export-register', { query: { register } });
      save(fileName, content);
    } catch (error) {
      setFailure(error);
    } finally {
      setFetching(false);
    }
  };
  return (
    <FormFrame form={form} onSubmit={() => void send()} label={text.title} command="preview-import">
      {failure !== null && <Failed failure={failure} />}
      <Select form={form} name="register" label={text.register} options={options} />
      <div class="buttons"><Button kind="secondary" busy={fetching} onClick={() => void fetchFile()}>{text.export}</Button></div>
      <FieldFrame id={fileId} label={text.file} description={text.fileAbout(fileLimits.rows)} error={fileError}>
        <input
          id={fileId} class="ds-input" type="file" accept=".csv,.txt,text/csv,text/plain" aria-invalid={fileError ? 'true' : undefined}
          aria-describedby={describedBy(fileId, 'description', fileError && 'error')} onChange={({ currentTarget }) => setFile(currentTarget.files?.[0] ?? null)}
        />
      </FieldFrame>
      <div class="buttons"><Button type="submit" busy={preview.busy}>{text.preview}</Button></div>
      <p class="small">{text.promise}</p>
    </FormFrame>
  );
}

/** The file's bytes in base64: what they say is judged where the rest is. */
const contentOf = (file: File): Promise<string> => new Promise((resolve, reject) => {
  const reader = new FileReader();
  reader.addEventListener('error', () => reject(new Error('unreadable')));
  reader.addEventListener('load', () => resolve(String(reader.result).replace(/^[^,]*,/, '')));
  reader.readAsDataURL(file);
});

function save(name: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

function FileForm({ columns }: { readonly columns: readonly FileColumn[] }) {
  const text = importTexts();
  const rows: readonly Column<FileColumn>[] = [
    { title: text.column, cell: ({ key }) => <code>{key}</code> },
    { title: text.means, cell: ({ key }) => text.columns[key] ?? key },
    { title: text.written, cell: ({ form, choices }) => <>{text.form[form]}{choices && <span class="small">{choices.join(', ')}</span>}</> },
    { title: text.needed, cell: ({ required }) => (required ? text.yes : text.no) },
  ];
  return (
    <details class="more">
      <summary>{text.formTitle}</summary>
      <p>{text.formAbout}</p>
      <Records caption={text.formTitle} columns={rows} rows={columns} keyOf={({ key }) => key} />
    </details>
  );
}
