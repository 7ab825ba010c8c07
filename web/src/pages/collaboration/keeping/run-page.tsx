import { useEffect, useState } from 'preact/hooks';
import type { RetentionItemView, RetentionRunView } from '../../../../../functions/contracts/keeping.ts';
import { textLimit } from '../../../../../functions/contracts/limits.ts';
import { retentionOutcomes, type RetentionOutcome } from '../../../../../functions/contracts/words.ts';
import { call } from '../../../api/call.ts';
import type { ApiFailure } from '../../../api/failure.ts';
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
import { type Column, Records } from '../../../components/records/records.tsx';
import { dateAndTime, longDate, shortDate } from '../../../language/dates.ts';
import { keepingWords } from '../../../language/keeping-words.ts';
import { vocabulary } from '../../../language/vocabulary.ts';
import { keepingTexts } from './texts.ts';

type Tally = RetentionRunView['tallies'][number];
interface Going {
  readonly run: RetentionRunView;
  readonly done: (said: string) => void;
  readonly stale: () => void;
}
const isStale = ({ code }: ApiFailure): boolean => code === 'stale-version' || code === 'conflict' || code === 'retention-not-awaiting' || code === 'exemption-refused';
const outcomeOf = (chosen: string): RetentionOutcome | undefined => retentionOutcomes.find((one) => one === chosen);

/** One report: what goes by type, each case of it, exemptions, the signature. */
export function RunPage({ id }: { readonly id: string }) {
  const text = keepingTexts();
  const words = keepingWords();
  const form = useForm({ outcome: '' });
  const outcome = outcomeOf(form.text('outcome'));
  const reading = useReading('read-retention-run', { path: { runId: id }, query: outcome ? { outcome } : {} });
  const [further, setFurther] = useState<readonly RetentionRunView[]>([]);
  const [said, setSaid] = useState('');
  useEffect(() => setFurther([]), [reading.data]);
  const run = reading.data;
  if (!run) return <Page title={text.runTitle(id)}>{reading.failure === null ? <Loading /> : <Failed failure={reading.failure} again={() => void reading.reload()} />}</Page>;
  const after = (sentence: string) => void reading.reload().then(() => setSaid(sentence));
  const going: Going = { run, done: after, stale: () => after(text.stale) };
  const last = further.at(-1) ?? run;
  const items = [...run.items, ...further.flatMap((page) => page.items)];
  const due = run.tallies.reduce((sum, tally) => sum + tally.due, 0);
  const columns: readonly Column<Tally>[] = [
    { title: text.documentType, cell: ({ documentType }) => words.documentType[documentType] },
    { title: text.due, cell: (tally) => String(tally.due) }, { title: text.held, cell: ({ held }) => String(held) }, { title: text.blocked, cell: ({ blocked }) => String(blocked) },
    { title: text.exempted, cell: ({ exempted }) => String(exempted) }, { title: text.erased, cell: ({ erased }) => String(erased) }, { title: text.spared, cell: ({ spared }) => String(spared) },
    { title: text.oldest, cell: ({ oldest }) => shortDate(oldest) }, { title: text.newest, cell: ({ newest }) => shortDate(newest) },
  ];
  return (
    <Page title={text.runTitle(run.id)} lead={text.runLead} wide>
      <p><a class="ds-link" href="/collaboration/keeping">{text.back}</a></p>
      <div role="status">{said && <Notice color="success"><p>{said}</p></Notice>}</div>
      <p><strong>{words.state[run.state]}.</strong> {run.state === 'awaiting' && text.waits(vocabulary().role[run.signOffRole])} {run.finishedAt !== null && text.finished(longDate(run.finishedAt))}</p>
      {run.signedOff && <Notice><p>{text.signed(run.signedOff.by.name, dateAndTime(run.signedOff.at))} {run.state === 'waiting' && text.eraseFrom(longDate(run.signedOff.eraseFrom))}</p>{run.signedOff.note && <p>{run.signedOff.note}</p>}</Notice>}
      <section class="stack" aria-labelledby="run-summary">
        <h2 id="run-summary">{text.summary}</h2>
        {run.tallies.length === 0 ? <p>{text.noRows}</p> : <Records caption={text.summary} columns={columns} rows={run.tallies} keyOf={({ documentType }) => documentType} />}
      </section>
      <section class="stack" aria-labelledby="run-items">
        <h2 id="run-items">{text.cases}</h2>
        <Select form={form} name="outcome" label={text.show} empty={text.all} options={retentionOutcomes.map((value) => ({ value, label: words.outcome[value] }))} />
        {items.some(({ obstacle }) => obstacle === 'not-archived') && <p><a class="ds-link" href={`/collaboration/archives?run=${run.id}`}>{text.toPackage}</a></p>}
        {items.length === 0 && <p role="status">{text.noRows}</p>}
        {items.length > 0 && <Items going={going} items={items} />}
        {last.cursor && <Button kind="secondary" onClick={() => void call('read-retention-run', { path: { runId: id }, query: { cursor: last.cursor ?? undefined, ...(outcome && { outcome }) } }).then((page) => setFurther([...further, page]), () => undefined)}>{text.more}</Button>}
      </section>
      {run.maySignOff && <SignOff going={going} due={due} />}
      {run.mayWithdraw && <Withdraw going={going} />}
    </Page>
  );
}

const subjectOf = ({ number, entries, documentType }: RetentionItemView): string => number ?? (entries === null ? keepingWords().documentType[documentType] : keepingTexts().logged(String(entries)));

function Items({ going, items }: { readonly going: Going; readonly items: readonly RetentionItemView[] }) {
  const text = keepingTexts();
  const words = keepingWords();
  const [exempting, setExempting] = useState<string | null>(null);
  const include = useSending('exempt-from-retention');
  const takeBack = async (item: RetentionItemView) => {
    const sent = await include.send({ version: going.run.version, itemId: item.id, stays: false, reason: '' }, { runId: going.run.id });
    if (sent !== null) going.done('failure' in sent ? text.stale : text.includedNow);
  };
  const columns: readonly Column<RetentionItemView>[] = [
    { title: text.number, cell: subjectOf },
    { title: text.documentType, cell: ({ documentType }) => words.documentType[documentType] },
    { title: text.since, cell: ({ since }) => shortDate(since) },
    { title: text.dueOn, cell: ({ dueOn }) => shortDate(dueOn) },
    { title: text.outcome, cell: (item) => (
      <>
        {words.outcome[item.outcome]}
        {item.obstacle !== null && <span class="small"> {words.obstacle[item.obstacle]}</span>}
        {item.exemption && <span class="small"> {item.exemption.reason} ({item.exemption.by.name}, {shortDate(item.exemption.at)})</span>}
        {going.run.mayExempt && item.outcome === 'due' && exempting !== item.id && <Button kind="tertiary" label={text.exemptTitle(subjectOf(item))} onClick={() => setExempting(item.id)}>{text.exempt}</Button>}
        {going.run.mayExempt && item.outcome === 'exempted' && <Button kind="tertiary" busy={include.busy} label={`${text.include}: ${subjectOf(item)}`} onClick={() => void takeBack(item)}>{text.include}</Button>}
      </>
    ) },
  ];
  const chosen = items.find(({ id }) => id === exempting);
  return (
    <>
      <Records caption={text.cases} columns={columns} rows={items} keyOf={({ id }) => id} />
      {chosen && <Exempt key={chosen.id} going={going} item={chosen} close={() => setExempting(null)} />}
    </>
  );
}

function Exempt({ going, item, close }: { readonly going: Going; readonly item: RetentionItemView; readonly close: () => void }) {
  const text = keepingTexts();
  const form = useForm({ reason: '' });
  const { busy, send } = useSending('exempt-from-retention');
  useEffect(() => document.getElementById(form.idOf('reason'))?.focus(), []);
  const exempt = async () => {
    const reason = form.text('reason').trim();
    form.fail(reason === '' ? [{ field: 'reason', text: text.reasonMissing }] : []);
    if (reason === '') return;
    const sent = await send({ version: going.run.version, itemId: item.id, stays: true, reason }, { runId: going.run.id });
    if (sent === null) return;
    if ('failure' in sent) return isStale(sent.failure) ? going.stale() : form.fail(errorsOf(sent.failure, { '/reason': 'reason' }));
    close();
    going.done(text.exemptedNow);
  };
  return (
    <FormFrame form={form} onSubmit={() => void exempt()} label={text.exemptTitle(subjectOf(item))} command="exempt-from-retention">
      <p>{text.exemptAbout}</p>
      <TextArea form={form} name="reason" most={textLimit.medium} rows={2} label={text.reason} />
      <div class="buttons"><Button type="submit" busy={busy}>{text.exempt}</Button><Button kind="tertiary" onClick={close}>{text.cancel}</Button></div>
    </FormFrame>
  );
}

function SignOff({ going, due }: { readonly going: Going; readonly due: number }) {
  const text = keepingTexts();
  const form = useForm({ note: '' });
  const { busy, send } = useSending('sign-off-retention');
  const sign = async () => {
    const sent = await send({ version: going.run.version, kind: 'sign', note: form.text('note').trim() }, { runId: going.run.id });
    if (sent === null) return;
    if ('failure' in sent) return isStale(sent.failure) ? going.stale() : form.fail(errorsOf(sent.failure, { '/note': 'note' }));
    going.done(text.signedNow);
  };
  return (
    <FormFrame form={form} onSubmit={() => void sign()} label={text.signTitle} command="sign-off-retention">
      <p>{text.signAbout(due, going.run.graceDays)}</p>
      <TextArea form={form} name="note" most={textLimit.medium} rows={2} label={text.note} optional />
      <div class="buttons"><Button type="submit" kind="danger" busy={busy}>{text.sign}</Button></div>
    </FormFrame>
  );
}

function Withdraw({ going }: { readonly going: Going }) {
  const text = keepingTexts();
  const { busy, send } = useSending('sign-off-retention');
  const withdraw = async () => {
    const sent = await send({ version: going.run.version, kind: 'withdraw', note: '' }, { runId: going.run.id });
    if (sent !== null) going.done('failure' in sent ? text.stale : text.withdrawn);
  };
  return <div class="buttons"><Button kind="secondary" busy={busy} onClick={() => void withdraw()}>{text.withdraw}</Button></div>;
}
