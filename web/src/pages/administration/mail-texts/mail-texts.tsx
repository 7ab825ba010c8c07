import { useEffect, useState } from 'preact/hooks';
import type { MailTextPreview } from '../../../../../functions/contracts/mail-text.ts';
import type { RegisterRowShape } from '../../../../../functions/contracts/register-administration.ts';
import { languages, mailKinds, type Language, type MailKind } from '../../../../../functions/contracts/words.ts';
import { call } from '../../../api/call.ts';
import { errorsOf } from '../../../api/field-errors.ts';
import { useReading } from '../../../api/use-reading.ts';
import { Button } from '../../../components/button/button.tsx';
import { Select } from '../../../components/field/choices.tsx';
import { TextArea } from '../../../components/field/text-area.tsx';
import { FormFrame } from '../../../components/form/form.tsx';
import { useForm } from '../../../components/form/use-form.ts';
import { useSending } from '../../../components/form/use-sending.ts';
import { Notice } from '../../../components/notice/notice.tsx';
import { Failed, Loading, Page } from '../../../components/page/page.tsx';
import { timelineTexts } from '../../case/timeline-texts.ts';
import { mailTextTexts } from './texts.ts';

const previewAfter = 400;
type Row = Extract<RegisterRowShape['entry'], { register: 'mailTexts' }>['value'] & { readonly version: number };

/** The organisation's own beginning of each kind of mail, shown as the mail will be sent. */
export default function MailTextsPage() {
  const text = mailTextTexts();
  const reading = useReading('list-register', { body: { register: 'mailTexts', show: 'all', limit: 100 } });
  const form = useForm({ kind: '' });
  const kind = mailKinds.find((one) => one === form.text('kind'));
  if (!reading.data) return reading.failure === null ? <Loading /> : <Page title={text.title}><Failed failure={reading.failure} again={() => void reading.reload()} /></Page>;
  const rows = reading.data.rows.flatMap(({ entry, version }): Row[] => (entry.register === 'mailTexts' ? [{ ...entry.value, version }] : []));
  const own = new Set(rows.filter(({ active }) => active !== false).map((row) => row.kind));
  const options = mailKinds.map((value) => ({ value, label: `${timelineTexts().mail[value]}${own.has(value) ? ` (${text.own})` : ''}` }));
  return (
    <Page title={text.title} lead={text.lead} wide>
      <Select form={form} name="kind" label={text.kind} options={options} />
      {kind && <OneKind key={kind} kind={kind} rows={rows.filter((row) => row.kind === kind)} saved={() => void reading.reload()} />}
    </Page>
  );
}

function OneKind({ kind, rows, saved }: { readonly kind: MailKind; readonly rows: readonly Row[]; readonly saved: () => void }) {
  const text = mailTextTexts();
  const introOf = (one: Language) => rows.find((row) => row.language === one && row.active !== false)?.intro ?? '';
  const form = useForm({ sv: introOf('sv'), en: introOf('en') });
  const [preview, setPreview] = useState<MailTextPreview | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [said, setSaid] = useState('');
  const put = useSending('put-register-row');
  const end = useSending('end-register-row');
  const typed = { sv: form.text('sv'), en: form.text('en') };
  useEffect(() => {
    const asked = new AbortController();
    const timer = setTimeout(() => {
      call('preview-mail-text', { body: { kind, intros: typed }, signal: asked.signal }).then((shown) => {
        setPreview(shown);
        setFailure(null);
      }, (error: unknown) => asked.signal.aborted || setFailure(error));
    }, preview === null ? 0 : previewAfter);
    return () => {
      clearTimeout(timer);
      asked.abort();
    };
  }, [kind, typed.sv, typed.en]);

  const change = async (one: Language): Promise<void> => {
    setSaid('');
    const row = rows.find((each) => each.language === one);
    const intro = form.text(one).trim();
    const faults = preview?.faults.filter((fault) => fault.language === one) ?? [];
    form.fail(faults.map(({ code }) => ({ field: one, text: text.fault[code] })));
    if (faults.length > 0) return;
    if (intro === '' && (row === undefined || row.active === false)) return setSaid(text.nothing);
    const sent = intro === '' && row !== undefined
      ? await end.send({ register: 'mailTexts', key: `${kind}#${one}`, version: row.version })
      : await put.send({ entry: { register: 'mailTexts', value: { kind, language: one, intro } }, version: row?.version ?? null });
    if (sent === null) return;
    if ('failure' in sent) return form.fail(errorsOf(sent.failure, { '/entry/value/intro': one, '/intro': one }));
    setSaid(intro === '' ? text.reset[one] : text.saved[one]);
    saved();
  };
  const most = preview?.most ?? 400;
  return (
    <>
      <FormFrame form={form} onSubmit={() => void change('sv')} label={text.title}>
        {languages.map((one) => (
          <div class="stack" key={one}>
            <TextArea marking={null} form={form} name={one} label={text.intro[one]} description={preview?.namesCase === false ? text.aboutWithoutNumber(most) : text.about(most)} optional most={most} rows={3} />
            <div class="buttons">
              <Button busy={put.busy || end.busy} onClick={() => void change(one)}>{text.save[one]}</Button>
              {introOf(one) !== '' && <Button kind="tertiary" onClick={() => form.set(one, '')}>{text.clear[one]}</Button>}
            </div>
          </div>
        ))}
      </FormFrame>
      {said !== '' && <Notice color="success" live="status"><p>{said}</p></Notice>}
      {failure !== null && <Failed failure={failure} />}
      {preview && <Previews preview={preview} />}
    </>
  );
}

function Previews({ preview }: { readonly preview: MailTextPreview }) {
  const text = mailTextTexts();
  return (
    <section class="stack">
      <h2>{text.preview}</h2>
      {preview.faults.length > 0 && (
        <Notice color="warning" title={text.cannotBeSaved} live="status">
          <ul class="ds-list">{preview.faults.map(({ language, code }) => <li key={`${language} ${code}`}>{text.in[language]}: {text.fault[code]}</li>)}</ul>
        </Notice>
      )}
      {languages.map((one) => preview.mails.filter(({ language }) => language === one).map(({ audience, subject, text: body }) => (
        <article key={`${one} ${audience}`} class="panel">
          <h3>{text.mailOf(text.in[one], text.audience[audience])}</h3>
          <p><strong>{text.subject}:</strong> <span lang={one}>{subject}</span></p>
          <p class="written mail-preview" lang={one}>{body}</p>
        </article>
      )))}
    </section>
  );
}
