import { useState } from 'preact/hooks';
import type { CaseKeeping as View } from '../../../../functions/contracts/keeping.ts';
import { textLimit } from '../../../../functions/contracts/limits.ts';
import { errorsOf } from '../../api/field-errors.ts';
import { useReading } from '../../api/use-reading.ts';
import { Button } from '../../components/button/button.tsx';
import { TextArea } from '../../components/field/text-area.tsx';
import { FormFrame } from '../../components/form/form.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { useSending } from '../../components/form/use-sending.ts';
import { Notice } from '../../components/notice/notice.tsx';
import { Failed, Loading } from '../../components/page/page.tsx';
import { longDate } from '../../language/dates.ts';
import { keepingWords } from '../../language/keeping-words.ts';
import { keepingTexts } from '../../pages/collaboration/keeping/texts.ts';
import { HoldList } from './hold-list.tsx';

/** When what of a case goes, and what holds it (L9); read when somebody asks. */
export default function CaseKeeping({ caseId }: { readonly caseId: string }) {
  const text = keepingTexts();
  const [open, setOpen] = useState(false);
  return (
    <section class="panel stack" aria-labelledby="keeping-title">
      <h2 id="keeping-title">{text.casePart}</h2>
      {open ? <Details caseId={caseId} /> : <div class="buttons"><Button kind="secondary" onClick={() => setOpen(true)}>{text.open}</Button></div>}
    </section>
  );
}

function Details({ caseId }: { readonly caseId: string }) {
  const text = keepingTexts();
  const words = keepingWords();
  const { data, failure, reload } = useReading('read-case-keeping', { path: { caseId } });
  const [said, setSaid] = useState('');
  const done = (sentence: string) => void reload().then(() => setSaid(sentence));
  if (!data) return failure === null ? <Loading /> : <Failed failure={failure} again={() => void reload()} />;
  return (
    <>
      <div role="status">{said && <Notice color="success"><p>{said}</p></Notice>}</div>
      {data.parts.length === 0 ? <p>{text.caseNone}</p> : (
        <ul>{data.parts.map(({ documentType, dueOn, ending, ground }) => <li key={documentType}>{text.goes(words.documentType[documentType], dueOn === null ? text.afterClosing : `${words.ending[ending].toLowerCase()} ${longDate(dueOn)}`, ground)}</li>)}</ul>
      )}
      {data.holds.length > 0 && <HoldList holds={data.holds} done={done} />}
      {data.mayHold && !data.holds.some(({ scope, inForce }) => scope === 'case' && inForce) && <Hold view={data} done={done} />}
    </>
  );
}

function Hold({ view, done }: { readonly view: View; readonly done: (said: string) => void }) {
  const text = keepingTexts();
  const form = useForm({ reason: '' });
  const { busy, send } = useSending('place-legal-hold');
  const place = async () => {
    const reason = form.text('reason').trim();
    form.fail(reason === '' ? [{ field: 'reason', text: text.reasonMissing }] : []);
    if (reason === '') return;
    const sent = await send({ scope: 'case', number: view.number, reason, until: null });
    if (sent === null) return;
    if ('failure' in sent) return form.fail(errorsOf(sent.failure, { '/reason': 'reason' }));
    done(text.placed);
  };
  return (
    <FormFrame form={form} onSubmit={() => void place()} label={text.place} command="place-legal-hold">
      <TextArea form={form} name="reason" most={textLimit.medium} rows={2} label={text.reason} />
      <div class="buttons"><Button type="submit" kind="secondary" busy={busy}>{text.place}</Button></div>
    </FormFrame>
  );
}
