import { useState } from 'preact/hooks';
import type { SpotCheckView } from '../../../../functions/contracts/spot-check.ts';
import { textLimit } from '../../../../functions/contracts/limits.ts';
import type { ApiFailure } from '../../api/failure.ts';
import { errorsOf } from '../../api/field-errors.ts';
import { useReading } from '../../api/use-reading.ts';
import { Button } from '../../components/button/button.tsx';
import { Facts } from '../../components/facts/facts.tsx';
import { Radios } from '../../components/field/choices.tsx';
import { TextArea } from '../../components/field/text-area.tsx';
import { TextField } from '../../components/field/text-field.tsx';
import { FormFrame } from '../../components/form/form.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { useSending } from '../../components/form/use-sending.ts';
import { Notice } from '../../components/notice/notice.tsx';
import { Failed, Loading, Page } from '../../components/page/page.tsx';
import { dateAndTime, longDate } from '../../language/dates.ts';
import { vocabulary } from '../../language/vocabulary.ts';
import { CaseOf, whatOf, whoOf } from './entries.tsx';
import { Parts } from './parts.tsx';
import { accessLogTexts } from './texts.ts';

type Checked = SpotCheckView['accesses'][number];
interface Going {
  readonly check: SpotCheckView;
  /** The check as it is after what was done, with the words that say so. */
  readonly done: (next: SpotCheckView, said: string) => void;
  /** Reads it anew after somebody else was faster. */
  readonly stale: () => void;
}

/** One spot check: each access with what is known of it, to be judged; then the signature. */
export default function SpotCheckPage({ id }: { readonly id: string }) {
  const text = accessLogTexts();
  const reading = useReading('read-spot-check', { path: { spotCheckId: id } });
  const [changed, setChanged] = useState<SpotCheckView | null>(null);
  const [said, setSaid] = useState('');
  const check = changed ?? reading.data;
  if (!check) return <Page title={text.checksTitle}>{reading.failure === null ? <Loading /> : <Failed failure={reading.failure} again={() => void reading.reload()} />}</Page>;
  const going: Going = {
    check,
    done: (next, words) => {
      setChanged(next);
      setSaid(words);
    },
    stale: () => void reading.reload().then(() => {
      setChanged(null);
      setSaid(text.stale);
    }),
  };
  return (
    <Page title={text.check(check.unit)} lead={`${longDate(check.from)} – ${longDate(check.to)}`} wide>
      <Parts />
      <p><a class="ds-link" href="/access-log/spot-checks">{text.back}</a></p>
      <p>{text.about(check.drawn, check.total)} {check.signedOff === null && <strong>{text.due}: {longDate(check.dueAt)}</strong>}</p>
      {check.waitsFor.length > 0 && <p>{text.waitsFor(check.waitsFor.map(({ name }) => name).join(', '))}</p>}
      <div role="status">{said && <Notice color="success"><p>{said}</p></Notice>}</div>
      <ol class="stack">{check.accesses.map((access) => <li key={access.id} class="panel"><Access going={going} access={access} /></li>)}</ol>
      {check.signedOff && <Notice color="success"><p>{text.signedBy(check.signedOff.by.name, dateAndTime(check.signedOff.at))}</p>{check.note && <p>{check.note}</p>}</Notice>}
      {check.maySignOff && (check.judged === check.drawn ? <SignOff going={going} /> : <p>{text.notAll} {text.progress}: {text.of(check.judged, check.drawn)}.</p>)}
    </Page>
  );
}

function Access({ going, access }: { readonly going: Going; readonly access: Checked }) {
  const text = accessLogTexts();
  const words = vocabulary();
  const [changing, setChanging] = useState(false);
  const { judgement } = access;
  return (
    <>
      <h2>{whatOf(access)}, {whoOf(access)}</h2>
      <Facts facts={[
        [text.when, dateAndTime(access.at)], access.principal !== null && [text.columns.role, words.role[access.principal]], [text.case, <CaseOf access={access} />],
        access.patient !== null && [text.patient, access.patient], access.reason !== null && [text.reason, access.reason],
        judgement !== null && [text.judgement, `${text[judgement.outcome]}${judgement.note === '' ? '' : `: ${judgement.note}`} (${judgement.by.name}, ${dateAndTime(judgement.at)})`],
      ]} />
      {going.check.maySignOff && !access.mayJudge && judgement === null && <p class="small">{text.own}</p>}
      {access.mayJudge && (judgement === null || changing
        ? <Judge going={going} access={access} done={() => setChanging(false)} />
        : <Button kind="tertiary" onClick={() => setChanging(true)}>{text.change}</Button>)}
    </>
  );
}

const isStale = ({ code }: ApiFailure): boolean => code === 'stale-version' || code === 'conflict';

function Judge({ going, access, done }: { readonly going: Going; readonly access: Checked; readonly done: () => void }) {
  const text = accessLogTexts();
  const form = useForm<'outcome' | 'note'>({ outcome: access.judgement?.outcome ?? '', note: access.judgement?.note ?? '' });
  const { busy, send } = useSending('judge-access');
  const judge = async () => {
    const outcome = form.text('outcome');
    const errors = outcome === '' ? [{ field: 'outcome', text: text.judgementMissing }] : outcome === 'toInvestigate' && form.text('note').trim() === '' ? [{ field: 'note', text: text.noteMissing }] : [];
    form.fail(errors);
    if (errors.length > 0) return;
    const sent = await send({ version: going.check.version, accessId: access.id, outcome: outcome === 'toInvestigate' ? 'toInvestigate' : 'justified', note: form.text('note').trim() }, { spotCheckId: going.check.id });
    if (sent === null) return;
    if ('failure' in sent) return isStale(sent.failure) ? going.stale() : form.fail(errorsOf(sent.failure, { '/outcome': 'outcome', '/note': 'note' }));
    done();
    going.done(sent.answer, text.saved);
  };
  return (
    <FormFrame form={form} onSubmit={() => void judge()} label={text.judgeNext(`${whatOf(access)}, ${whoOf(access)}, ${dateAndTime(access.at)}`)} command="judge-access">
      <Radios form={form} name="outcome" label={text.judgement} options={[{ value: 'justified', label: text.justified }, { value: 'toInvestigate', label: text.toInvestigate }]} />
      <TextField form={form} name="note" label={text.note} description={text.noteHelp} optional />
      <div class="buttons"><Button type="submit" kind="secondary" busy={busy}>{text.judge}</Button></div>
    </FormFrame>
  );
}

function SignOff({ going }: { readonly going: Going }) {
  const text = accessLogTexts();
  const form = useForm({ note: '' });
  const { busy, send } = useSending('sign-off-spot-check');
  const sign = async () => {
    const sent = await send({ version: going.check.version, note: form.text('note').trim() }, { spotCheckId: going.check.id });
    if (sent === null) return;
    if ('failure' in sent) return isStale(sent.failure) ? going.stale() : form.fail(errorsOf(sent.failure, { '/note': 'note' }));
    going.done(sent.answer, text.signedNow);
  };
  return (
    <FormFrame form={form} onSubmit={() => void sign()} label={text.signOff} command="sign-off-spot-check">
      <TextArea form={form} name="note" most={textLimit.medium} label={text.signNote} optional />
      <div class="buttons"><Button type="submit" busy={busy}>{text.signOff}</Button></div>
    </FormFrame>
  );
}
