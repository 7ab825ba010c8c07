import { useEffect, useState } from 'preact/hooks';
import type { StatusView } from '../../../../functions/contracts/intake.ts';
import { textLimit } from '../../../../functions/contracts/limits.ts';
import { call } from '../../api/call.ts';
import { ApiFailure } from '../../api/failure.ts';
import { errorsOf } from '../../api/field-errors.ts';
import { Button } from '../../components/button/button.tsx';
import { FilingClock } from '../../components/clock/filing-clock.tsx';
import { Facts, Written } from '../../components/facts/facts.tsx';
import { TextArea } from '../../components/field/text-area.tsx';
import { FormFrame } from '../../components/form/form.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { useSending } from '../../components/form/use-sending.ts';
import { Notice } from '../../components/notice/notice.tsx';
import { Failed, Loading, Page } from '../../components/page/page.tsx';
import { dateAndTime } from '../../language/dates.ts';
import { language } from '../../language/language.ts';
import { problemTexts } from '../../language/problem-texts.ts';
import { CodeEntry, LinkGone, NoLink, OpenLink } from '../reply/opening.tsx';
import { secret } from '../reply/secret.ts';
import { replyTexts } from '../reply/texts.ts';
import { statusTexts } from './texts.ts';

type Stage =
  | { readonly at: 'looking' | 'opening' | 'noLink' | 'gone' | 'expired' | 'left' }
  | { readonly at: 'code'; readonly sentTo: string; readonly againAfterSeconds: number }
  | { readonly at: 'status'; readonly status: StatusView }
  | { readonly at: 'failed'; readonly failure: unknown };

/** Where a filed deviation is, for whoever filed it: the same way from the link as that of a reply. */
export default function StatusPage() {
  const text = statusTexts();
  const [stage, setStage] = useState<Stage>({ at: 'looking' });
  const link = secret.value;
  const show = async () => {
    try {
      const status = await call('read-status');
      language.value = status.language;
      setStage({ at: 'status', status });
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
    case 'status': return <Status status={stage.status} reload={show} expired={() => setStage({ at: 'expired' })} leave={() => void call('end-session').catch(() => undefined).then(() => setStage({ at: 'left' }))} />;
  }
}

function Status({ status, reload, expired, leave }: { readonly status: StatusView; readonly reload: () => Promise<void>; readonly expired: () => void; readonly leave: () => void }) {
  const text = statusTexts();
  const { report, reply, rejection, question, clock } = status;
  const over = ['answered', 'closed', 'rejected'].includes(status.state);
  return (
    <Page key="status" title={text.title(status.number)} lead={text.lead(status.organisationName)} wide>
      <Notice color={over ? 'success' : 'info'} title={text.state[status.state]}>{status.owner !== null && <p>{text.owner(status.owner)}</p>}</Notice>
      <div class="case-columns">
        <FilingClock clock={clock} receivedAt={status.receivedAt} over={over} />
        <div class="case-main">
          {question?.answer === null && <AnswerQuestion question={question.text} reload={reload} expired={expired} />}
          {reply && <section class="panel panel-reply"><h2>{text.reply}</h2><p class="small">{text.sentAt(dateAndTime(reply.sentAt))}</p><p><Written>{reply.text}</Written></p></section>}
          {rejection && (
            <section class="panel">
              <h2>{text.rejection}</h2>
              <p>{rejection.reason[language.value]}</p>
              {rejection.text && <p><Written>{rejection.text}</Written></p>}
            </section>
          )}
          {question && question.answer !== null && <section class="panel"><h2>{text.question}</h2><p><Written>{question.text}</Written></p><h3>{text.answered}</h3><p><Written>{question.answer}</Written></p></section>}
          <section class="panel">
            <h2>{text.report}</h2>
            <Facts facts={[[text.happened, dateAndTime(report.happenedAt)], [text.whatHappened, <Written>{report.whatHappened}</Written>], report.wishes !== '' && [text.wishes, <Written>{report.wishes}</Written>]]} />
          </section>
          {status.phone && <p class="small">{replyTexts().phone(status.phone)}</p>}
          <div class="buttons"><Button kind="tertiary" onClick={leave}>{replyTexts().done}</Button><Button kind="tertiary" onClick={() => print()}>{replyTexts().print}</Button></div>
        </div>
      </div>
    </Page>
  );
}

function AnswerQuestion({ question, reload, expired }: { readonly question: string; readonly reload: () => Promise<void>; readonly expired: () => void }) {
  const text = statusTexts();
  const form = useForm({ answer: '', dismissed: '' });
  const { busy, send } = useSending('provide-filer-information');
  const submit = async () => {
    const answer = form.text('answer').trim();
    if (answer === '' || answer.length > textLimit.long) return form.fail([{ field: 'answer', text: answer === '' ? text.answerMissing : text.tooLong }]);
    const outcome = await send({ answer });
    if (outcome === null) return;
    if ('answer' in outcome) return reload();
    if (outcome.failure.code === 'session-expired') return expired();
    form.fail(errorsOf(outcome.failure, { '/answer': 'answer' }));
  };
  return (
    <section class="panel panel-todo">
      <h2>{text.asked}</h2>
      <p><Written>{question}</Written></p>
      <FormFrame form={form} onSubmit={() => void submit()} label={text.asked}>
        <TextArea form={form} name="answer" label={text.answer} description={text.answerAbout} most={textLimit.long} marking={{
          dismissed: form.text('dismissed').split(','), dismiss: (digits) => form.set('dismissed', [form.text('dismissed'), digits].filter(Boolean).join(',')),
        }} />
        <div class="buttons"><Button type="submit" busy={busy}>{text.submit}</Button></div>
      </FormFrame>
    </section>
  );
}
