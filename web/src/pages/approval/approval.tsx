import { useEffect, useState } from 'preact/hooks';
import type { ApprovalPage as View } from '../../../../functions/contracts/event-description.ts';
import { textLimit } from '../../../../functions/contracts/limits.ts';
import { call } from '../../api/call.ts';
import { ApiFailure } from '../../api/failure.ts';
import { errorsOf } from '../../api/field-errors.ts';
import { Button } from '../../components/button/button.tsx';
import { Facts, Written } from '../../components/facts/facts.tsx';
import { Radios } from '../../components/field/choices.tsx';
import { leaving, saidHarmless, TextArea } from '../../components/field/text-area.tsx';
import { FormFrame } from '../../components/form/form.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { useSending } from '../../components/form/use-sending.ts';
import { Notice } from '../../components/notice/notice.tsx';
import { Failed, Loading, Page } from '../../components/page/page.tsx';
import { incomingVocabulary } from '../../language/incoming-vocabulary.ts';
import { language } from '../../language/language.ts';
import { problemTexts } from '../../language/problem-texts.ts';
import { vocabulary } from '../../language/vocabulary.ts';
import { CodeEntry, LinkGone, NoLink, OpenLink } from '../reply/opening.tsx';
import { secret } from '../reply/secret.ts';
import { replyTexts } from '../reply/texts.ts';
import { approvalTexts } from './texts.ts';

type Stage =
  | { readonly at: 'looking' | 'opening' | 'noLink' | 'gone' | 'expired' | 'left' }
  | { readonly at: 'code'; readonly sentTo: string; readonly againAfterSeconds: number }
  | { readonly at: 'view'; readonly view: View }
  | { readonly at: 'failed'; readonly failure: unknown };

/** N4: the other party's approval of an event description, by the same way from the link as that of a reply. */
export default function ApprovalPage() {
  const text = approvalTexts();
  const [stage, setStage] = useState<Stage>({ at: 'looking' });
  const link = secret.value;
  const show = async () => {
    try {
      const view = await call('read-approval');
      language.value = view.language;
      setStage({ at: 'view', view });
    } catch (failure) {
      if (failure instanceof ApiFailure && failure.code === 'session-expired') setStage({ at: secret.value === null ? 'noLink' : 'opening' });
      else setStage({ at: 'failed', failure });
    }
  };
  useEffect(() => {
    if (link !== null) setStage({ at: 'opening' });
    else void show();
  }, [link]);
  switch (stage.at) {
    case 'looking': return <Loading />;
    case 'noLink': return <NoLink />;
    case 'gone': return <LinkGone words={text} />;
    case 'left': return <Page key="left" title={replyTexts().doneTitle} lead={replyTexts().doneText} />;
    case 'failed': return <Page key="failed" title={text.openTitle}><Failed failure={stage.failure} again={() => void show()} /></Page>;
    case 'opening':
    case 'expired': return (
      <OpenLink words={text}
        before={stage.at === 'expired' && <Notice color="warning" title={replyTexts().expiredTitle} live="alert"><p>{problemTexts().problem['session-expired']}</p></Notice>}
        sent={({ sentTo, againAfterSeconds }) => setStage({ at: 'code', sentTo, againAfterSeconds })} gone={() => setStage({ at: link === null ? 'noLink' : 'gone' })}
      />
    );
    case 'code': return <CodeEntry sentTo={stage.sentTo} againAfterSeconds={stage.againAfterSeconds} opened={show} gone={() => setStage({ at: 'gone' })} />;
    case 'view': return <Description view={stage.view} shown={(view) => setStage({ at: 'view', view })} expired={() => setStage({ at: 'expired' })} leave={() => void call('end-session').catch(() => undefined).then(() => setStage({ at: 'left' }))} />;
  }
}

interface Seen {
  readonly view: View;
  readonly shown: (view: View) => void;
  readonly expired: () => void;
}
function Description({ view, leave, ...seen }: Seen & { readonly leave: () => void }) {
  const text = approvalTexts();
  const [again, setAgain] = useState(false);
  const done = <div class="buttons"><Button kind="tertiary" onClick={leave}>{text.done}</Button><Button kind="tertiary" onClick={() => print()}>{replyTexts().print}</Button></div>;
  if (view.withdrawn) return <Page key="withdrawn" title={text.withdrawnTitle} lead={text.withdrawnText}>{done}</Page>;
  const published = view.publishedAt !== null;
  return (
    <Page key="view" title={text.title(view.number)} lead={published ? text.published : text.lead(view.sender)}>
      {view.answered && !again && <Notice color="success" live="status"><p>{text.answered[view.answered.kind]} {!published && text.waits}</p>{view.answered.text && <p><Written>{view.answered.text}</Written></p>}</Notice>}
      {published && <p><a class="ds-link" href={`/event-descriptions/${view.number}`}>{text.toPage}</a></p>}
      <section class="panel">
        <h2>{view.title}</h2>
        <Facts facts={[
          [text.category, vocabulary().category[view.category]], view.targetGroup !== null && [text.targetGroup, incomingVocabulary().targetGroup[view.targetGroup]],
          ...(['event', 'action', 'followUp'] as const).map((part) => [text.parts[part], <Written>{view.texts[part]}</Written>] as const),
        ]} />
      </section>
      {!published && (view.answered === null || again) && <Answer view={view} {...seen} shown={(next) => {
        setAgain(false);
        seen.shown(next);
      }} />}
      {!published && view.answered !== null && !again && <Button kind="secondary" onClick={() => setAgain(true)}>{text.again}</Button>}
      {published && <Answer view={view} {...seen} withdrawing />}
      {done}
    </Page>
  );
}

const choices = ['approve', 'change', 'refuse'] as const;
function Answer({ view, shown, expired, withdrawing = false }: Seen & { readonly withdrawing?: boolean }) {
  const text = approvalTexts();
  const form = useForm({ answer: withdrawing ? 'withdraw' : '', text: '', dismissed: '' });
  const { busy, send } = useSending('answer-approval');
  const choice = form.text('answer');
  const submit = async () => {
    const said = form.text('text').trim();
    const answer = withdrawing ? 'withdraw' as const : choices.find((one) => one === choice);
    if (answer === undefined) return form.fail([{ field: 'answer', text: text.choiceMissing }]);
    if (answer !== 'approve' && said === '') return form.fail([{ field: 'text', text: text.textMissing }]);
    form.fail([]);
    const sent = await send({ answer, text: answer === 'approve' ? '' : said, revision: view.revision, notIdentifying: saidHarmless(form) });
    if (sent === null) return;
    if ('answer' in sent) return shown(sent.answer);
    if (sent.failure.code === 'session-expired') return expired();
    form.fail(sent.failure.code === 'link-not-valid' ? [{ field: null, text: text.edited }] : errorsOf(sent.failure, { '/text': 'text', '/answer': 'answer' }));
  };
  const fields = <FormFrame form={form} onSubmit={() => void submit()} label={withdrawing ? text.withdraw : text.answer} command="answer-approval">
    {!withdrawing && <Radios form={form} name="answer" label={text.choice} options={choices.map((value) => ({ value, label: text.choices[value] }))} />}
    {(withdrawing || choice === 'change' || choice === 'refuse') && (
      <TextArea form={form} name="text" label={withdrawing ? text.reason : choice === 'change' ? text.change : text.refuse} description={text.text} most={textLimit.medium} rows={3} marking={leaving(form)} />
    )}
    <div class="buttons"><Button type="submit" kind={withdrawing ? 'danger' : 'primary'} busy={busy}>{withdrawing ? text.withdraw : text.submit}</Button></div>
  </FormFrame>;
  return withdrawing
    ? <details class="more no-print"><summary>{text.withdraw}</summary><div class="stack"><p>{text.withdrawAbout}</p>{fields}</div></details>
    : <section class="panel panel-todo no-print"><h2>{text.answer}</h2>{fields}</section>;
}
