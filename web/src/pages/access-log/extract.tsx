import { useState } from 'preact/hooks';
import type { AccessView } from '../../../../functions/contracts/access-log.ts';
import { call } from '../../api/call.ts';
import { ApiFailure } from '../../api/failure.ts';
import { errorsOf } from '../../api/field-errors.ts';
import { Button } from '../../components/button/button.tsx';
import { TextField } from '../../components/field/text-field.tsx';
import { Facts } from '../../components/facts/facts.tsx';
import { FormFrame } from '../../components/form/form.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { Page } from '../../components/page/page.tsx';
import { dateAndTime } from '../../language/dates.ts';
import { profile } from '../../session/session.ts';
import { csvOf, download } from '../../components/spreadsheet/csv.ts';
import { Entries } from './entries.tsx';
import { type Extract, patientOf, spanOf, tableOf } from './extract-table.ts';
import { Parts } from './parts.tsx';
import { accessLogTexts } from './texts.ts';

/** All accesses to one patient's cases; the reference stays in the field and goes nowhere but into the request's body. */
export default function ExtractPage() {
  const text = accessLogTexts();
  const form = useForm({ reference: '', reason: '' });
  const [busy, setBusy] = useState(false);
  const [extract, setExtract] = useState<Extract | null>(null);
  const take = async () => {
    const missing = [['reference', text.referenceMissing], ['reason', text.whyMissing]] as const;
    const errors = missing.filter(([name]) => form.text(name).trim() === '').map(([field, words]) => ({ field, text: words }));
    form.fail(errors);
    if (errors.length > 0) return;
    setBusy(true);
    try {
      setExtract(await wholeExtract({ reference: form.text('reference').trim(), reason: form.text('reason').trim() }));
    } catch (failure) {
      if (!(failure instanceof ApiFailure)) throw failure;
      form.fail(errorsOf(failure, { '/reference': 'reference', '/reason': 'reason' }));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Page title={text.extractTitle} lead={text.extractLead} wide>
      <Parts />
      {extract === null ? (
        <FormFrame form={form} onSubmit={() => void take()} label={text.extractTitle} command="extract-patient-access">
          <TextField form={form} name="reference" label={text.reference} description={text.referenceHelp} size={20} />
          <TextField form={form} name="reason" label={text.why} />
          <div class="buttons"><Button type="submit" busy={busy}>{text.take}</Button></div>
        </FormFrame>
      ) : (
        <>
          <p class="print-only">{text.printed(dateAndTime(extract.now))}</p>
          <p role="status">{extract.accesses.length === 0 ? text.noneOfPatient : text.extracted(extract.accesses.length)}</p>
          <Head extract={extract} />
          {extract.accesses.length > 0 && <Entries accesses={extract.accesses} caption={text.extractTitle} />}
          <div class="buttons no-print">
            {extract.accesses.length > 0 && <>
              <Button onClick={() => print()}>{text.print}</Button>
              <Button kind="secondary" onClick={() => download(text.fileName, csvOf(tableOf(extract)))}>{text.download}</Button>
            </>}
            <Button kind="tertiary" onClick={() => {
              form.setAll({ reference: '', reason: '' });
              setExtract(null);
            }}>{text.another}</Button>
          </div>
        </>
      )}
    </Page>
  );
}

/** What it is an extract of, on paper too. */
function Head({ extract }: { readonly extract: Extract }) {
  const { extractOf } = accessLogTexts();
  const patient = patientOf(extract);
  const span = spanOf(extract);
  return <Facts facts={[
    patient !== '' && [extractOf.patient, <code>{patient}</code>], [extractOf.reason, extract.reason], extract.takenBy !== '' && [extractOf.takenBy, extract.takenBy], [extractOf.taken, dateAndTime(extract.now)],
    span && [extractOf.span, `${dateAndTime(span[0])} ${extractOf.to} ${dateAndTime(span[1])}`],
  ]} />;
}

async function wholeExtract(body: { readonly reference: string; readonly reason: string }): Promise<Extract> {
  const accesses: AccessView[] = [];
  let cursor: string | undefined;
  let now = '';
  do {
    const page = await call('extract-patient-access', { body: { ...body, ...(cursor !== undefined && { cursor }) } });
    now = page.now;
    accesses.push(...page.accesses);
    cursor = page.cursor ?? undefined;
  } while (cursor !== undefined);
  return { now, reason: body.reason, takenBy: profile.value ? `${profile.value.name}, ${profile.value.title}` : '', accesses };
}
