import { useEffect, useState } from 'preact/hooks';
import type { ReleaseMask, ReleaseView } from '../../../../../functions/contracts/release.ts';
import { call } from '../../../api/call.ts';
import { useReading } from '../../../api/use-reading.ts';
import { Button, LinkButton } from '../../../components/button/button.tsx';
import { Facts } from '../../../components/facts/facts.tsx';
import { Select } from '../../../components/field/choices.tsx';
import { useForm } from '../../../components/form/use-form.ts';
import { useSending } from '../../../components/form/use-sending.ts';
import { Failed, Loading, Page } from '../../../components/page/page.tsx';
import { dateAndTime } from '../../../language/dates.ts';
import { language } from '../../../language/language.ts';
import { Block } from './block.tsx';
import { Deciding } from './deciding.tsx';
import { releaseTexts } from './texts.ts';

/** The working copy of one request: span by span until it is decided, then what leaves. */
export function OneRelease({ releaseId }: { readonly releaseId: string }) {
  const text = releaseTexts();
  const reading = useReading('read-release', { path: { releaseId } });
  const [changed, setChanged] = useState<ReleaseView | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const change = useSending('change-release');
  const form = useForm({ ground: '' });
  const view = changed ?? reading.data;
  const known = view?.grounds.some(({ code }) => code === 'OSL 25:1') === true;
  useEffect(() => {
    if (known) form.set('ground', 'OSL 25:1');
  }, [known]);
  if (!view) return reading.failure === null ? <Loading /> : <Page title={text.title}><Failed failure={reading.failure} again={() => void reading.reload()} /></Page>;

  const again = async (): Promise<void> => {
    setChanged(null);
    await reading.reload();
  };
  const put = async (caseId: string, blockId: string, masks: readonly ReleaseMask[]): Promise<void> => {
    setFailure(null);
    const sent = await change.send({ kind: 'mask', version: view.version, caseId, blockId, masks: [...masks] }, { releaseId });
    if (sent === null) return;
    if ('failure' in sent) {
      setFailure(sent.failure);
      return again();
    }
    setChanged(sent.answer);
  };
  const all = view.cases.flatMap(({ blocks }) => blocks).flatMap(({ masks }) => masks);
  const masked = all.filter((mask) => mask.masked).length;
  const { decision } = view;
  const ground = form.text('ground') === '' ? null : form.text('ground');
  return (
    <Page title={text.one(view.numbers.join(', '))} wide>
      {failure !== null && <Failed failure={failure} again={() => void again()} />}
      <Facts facts={[
        [text.when, dateAndTime(view.at)], [text.by, view.by.name], [text.receiver, text.receivers[view.receiver]], view.reference !== '' && [text.reference, view.reference],
        [text.state, decision === null ? text.undecided : text.outcomes[decision.outcome]],
        decision !== null && [text.decidedBy, `${decision.by.name}, ${dateAndTime(decision.at)}`], decision?.ground !== null && decision?.ground !== undefined && [text.groundFor, decision.ground],
        decision !== null && decision.note !== '' && [text.note, decision.note],
      ]} />
      {decision === null ? (
        <section class="stack no-print">
          <h2>{text.how}</h2>
          <p>{text.howAbout}</p>
          <Select form={form} name="ground" label={text.ground} options={view.grounds.map(({ code, text: words }) => ({ value: code, label: `${code}: ${words[language.value]}` }))} />
          <p role="status">{text.counts(masked, all.length - masked)}</p>
        </section>
      ) : <Documents releaseId={releaseId} outcome={decision.outcome} fail={setFailure} />}
      {decision === null && <p class="print-only">{text.notInPrint}</p>}
      {view.cases.filter(({ blocks }) => blocks.length > 0 || decision?.outcome !== 'refused').map(({ caseId, number, blocks }) => (
        <section key={caseId} class={decision === null ? 'stack no-print' : 'stack'}>
          <h2>{number}</h2>
          {blocks.length === 0 && <p>{text.erased}</p>}
          {blocks.map((block) => <Block key={block.id} block={block} ground={ground} closed={decision !== null} put={(masks) => void put(caseId, block.id, masks)} />)}
        </section>
      ))}
      {decision === null && <Deciding view={view} done={setChanged} again={again} />}
      <section class="stack no-print">
        <h2>{text.history}</h2>
        <ul class="ds-list">{view.events.map(({ at, by, type, count }) => <li key={at + type}>{dateAndTime(at)}: {text.did[type]}{type !== 'erased' && ` (${text.didCount(count)}) – ${by.name}`}</li>)}</ul>
        <div class="buttons"><LinkButton href="/collaboration/releases" kind="tertiary">{text.back}</LinkButton></div>
      </section>
    </Page>
  );
}

function Documents({ releaseId, outcome, fail }: { readonly releaseId: string; readonly outcome: 'released' | 'partly' | 'refused'; readonly fail: (failure: unknown) => void }) {
  const text = releaseTexts();
  const [busy, setBusy] = useState(false);
  const fetchAs = async (kind: 'html' | 'text'): Promise<void> => {
    setBusy(true);
    try {
      const document = await call('read-release-document', { path: { releaseId } });
      if (kind === 'html') save(`${document.fileName}.html`, document.html, 'text/html');
      else save(`${document.fileName}.txt`, document.text, 'text/plain');
    } catch (error) {
      fail(error);
    } finally {
      setBusy(false);
    }
  };
  if (outcome === 'refused') return <p>{text.noDocument}</p>;
  return (
    <div class="buttons no-print">
      <Button onClick={() => print()}>{text.print}</Button>
      <Button kind="secondary" busy={busy} onClick={() => void fetchAs('html')}>{text.html}</Button>
      <Button kind="secondary" busy={busy} onClick={() => void fetchAs('text')}>{text.plain}</Button>
    </div>
  );
}

function save(name: string, content: string, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
