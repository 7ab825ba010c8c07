import { useState } from 'preact/hooks';
import { textLimit } from '../../../functions/contracts/limits.ts';
import type { RegistersView } from '../../../functions/contracts/register.ts';
import { errorsOf } from '../api/field-errors.ts';
import { useReading } from '../api/use-reading.ts';
import { Button } from '../components/button/button.tsx';
import { leaving, namesIn, saidHarmless, TextArea } from '../components/field/text-area.tsx';
import { FormFrame } from '../components/form/form.tsx';
import { useForm } from '../components/form/use-form.ts';
import { useSending } from '../components/form/use-sending.ts';
import { Notice } from '../components/notice/notice.tsx';
import { Failed, Loading } from '../components/page/page.tsx';
import { needs } from '../pages/case/actions/command-form.tsx';
import { Analysis } from '../pages/collaboration/deep-analyses/analysis.tsx';
import { analysisTexts } from '../pages/collaboration/deep-analyses/texts.ts';

interface OfCase {
  readonly caseId: string;
  readonly registers: RegistersView;
}
/** V13c: deep analyses of a case, and the way to propose one; read when it is opened. */
export default function DeepAnalysisPart(of: OfCase) {
  const text = analysisTexts();
  const [open, setOpen] = useState(false);
  return (
    <details class="more" id="deep-analysis" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{text.part}</summary>
      {open && <Opened {...of} />}
    </details>
  );
}

function Opened({ caseId, registers }: OfCase) {
  const text = analysisTexts();
  const { data, failure, reload } = useReading('list-deep-analyses', { query: { caseId } });
  const [said, setSaid] = useState('');
  if (!data) return failure === null ? <Loading /> : <Failed failure={failure} again={() => void reload()} />;
  const done = (words: string) => void reload().then(() => setSaid(words));
  return (
    <div class="stack">
      <div role="status">{said && <Notice color="success"><p>{said}</p></Notice>}</div>
      {data.analyses.map((analysis) => <div key={`${analysis.id}-${analysis.version}`} class="panel"><h3>{text.states[analysis.state]}</h3><Analysis analysis={analysis} going={{ registers, now: data.now, done }} linked={false} /></div>)}
      {data.mayPropose && <Propose caseId={caseId} registers={registers} done={() => done(text.proposedNow)} />}
      <p><a class="ds-link" href="/collaboration/deep-analyses">{text.all}</a></p>
    </div>
  );
}

function Propose({ caseId, registers, done }: OfCase & { readonly done: () => void }) {
  const text = analysisTexts();
  const form = useForm<'reason' | 'dismissed'>({ reason: '', dismissed: '' });
  const { busy, send } = useSending('propose-deep-analysis');
  const propose = async () => {
    const found = needs(form, 'reason', text.whyMissing);
    form.fail(found);
    if (found.length > 0) return;
    const sent = await send({ caseId, reason: form.text('reason').trim(), notIdentifying: saidHarmless(form) });
    if (sent === null) return;
    if ('answer' in sent) return done();
    form.fail(sent.failure.code === 'already-there' || sent.failure.code === 'conflict' ? [{ field: null, text: text.underWay }] : errorsOf(sent.failure, { '/reason': 'reason' }));
  };
  return (
    <FormFrame form={form} onSubmit={() => void propose()} label={text.propose} command="propose-deep-analysis">
      <p class="small">{text.proposeAbout}</p>
      <TextArea form={form} name="reason" label={text.why} description={text.noIdentity} most={textLimit.medium} rows={3} marking={leaving(form, namesIn(registers))} />
      <div class="buttons"><Button type="submit" kind="secondary" busy={busy}>{text.propose}</Button></div>
    </FormFrame>
  );
}
