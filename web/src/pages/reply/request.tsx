import { useState } from 'preact/hooks';
import type { RequestView } from '../../../../functions/contracts/reply.ts';
import { replyParts } from '../../../../functions/contracts/words.ts';
import { Button } from '../../components/button/button.tsx';
import { Clock } from '../../components/clock/clock.tsx';
import { Written } from '../../components/facts/facts.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { Page } from '../../components/page/page.tsx';
import { dateAndTime } from '../../language/dates.ts';
import { replyPartNames } from '../../case-parts/reply-part-names.ts';
import { vocabulary } from '../../language/vocabulary.ts';
import { AskHandOver, AskMoreTime, ReportWrongRecipient } from './asking.tsx';
import { ReplyForm } from './reply-form.tsx';
import { replyTexts } from './texts.ts';

export interface RequestProps {
  readonly request: RequestView;
  readonly reload: () => Promise<void>;
  readonly expired: () => void;
}
/** What was done, with what the unit needs to keep of it. */
export type Done = { readonly number: string; readonly at: string } & ({ readonly what: 'answered'; readonly answer: Answer } | { readonly what: 'asked' | 'wrong' });
type Answer = Pick<NonNullable<RequestView['answer']>, 'parts' | 'respondentTitle'>;

export function RequestPage({ request, shown = true, reload, expired, leave }: RequestProps & { readonly shown?: boolean; readonly leave: () => void }) {
  const text = replyTexts();
  const [done, setDone] = useState<Done | null>(null);
  const { phone, open } = { phone: request.sender.callBackPhone, open: request.state === 'open' || request.state === 'returned' };
  if (done) return <Receipt done={done} shown={shown} request={request} back={() => {
    setDone(null);
    void reload();
  }} />;
  const inquiry = { request, expired, done: setDone };
  return (
    <Page key="request" shown={shown} title={text.title(request.number)} lead={text.lead(request.sender.organisation, request.unit)} wide>
      {request.state === 'returned' && (
        <Notice color="warning" title={text.returned}>
          <p><Written>{request.returnReason ?? ''}</Written></p>
          {request.lacking.length > 0 && <p>{text.lacking(request.lacking.map((part) => replyPartNames(request.requiredParts.includes('rootCause'))[part]).join(', '))}</p>}
          <p>{text.returnedAbout}</p>
        </Notice>
      )}
      {request.state === 'closed' && <Notice title={text.closedTitle}><p>{text.closedText}</p></Notice>}
      {request.state === 'answered' && request.answer && <Notice color="success" title={text.answeredTitle}><p>{text.answeredText(dateAndTime(request.answer.receivedAt))}</p></Notice>}
      <div class="case-columns">
        <Clock clock={request.clock} over={!open} />
        <div class="case-main">
          <section class="panel"><h2>{text.whatHappened}</h2><p><Written>{request.text}</Written></p></section>
          <section class="panel"><h2>{text.whoIsIt}</h2><p>{phone ? text.whoIsItText(phone) : text.whoIsItNoPhone}</p></section>
          <Asks request={request} />
          {request.answer && <OwnAnswer answer={request.answer} />}
          {open && <ReplyForm {...inquiry} />}
          {open && (
            <section class="stack no-print">
              <h2>{text.other}</h2>
              <div>
                {request.moreTimeAtMostDays > 0 && <AskMoreTime {...inquiry} />}
                {request.handOverUnits.length > 0 && <AskHandOver {...inquiry} />}
                <ReportWrongRecipient {...inquiry} />
              </div>
            </section>
          )}
          <div class="buttons"><Button kind="tertiary" onClick={leave}>{text.done}</Button><Button kind="tertiary" onClick={() => print()}>{text.print}</Button></div>
        </div>
      </div>
    </Page>
  );
}

function Asks({ request: { asks } }: { readonly request: RequestView }) {
  const text = replyTexts();
  if (asks.length === 0) return null;
  return (
    <section class="panel">
      <h2>{text.asks}</h2>
      {asks.map(({ id, kind, decision }) => (
        <div key={id}>
          <h3>{vocabulary().ask[kind]}</h3>
          <p>{decision === null ? text.waiting : decision.approved ? text.approved(dateAndTime(decision.at)) : text.refused(dateAndTime(decision.at))}</p>
          {decision?.reason && <p><Written>{decision.reason}</Written></p>}
        </div>
      ))}
    </section>
  );
}

function OwnAnswer({ answer }: { readonly answer: Answer }) {
  const names = replyPartNames(Boolean(answer.parts.rootCause));
  return (
    <section class="panel panel-reply reply-parts">
      <h2>{replyTexts().replyTitle}</h2>
      <p class="small">{answer.respondentTitle}</p>
      {replyParts.map((part) => answer.parts[part] && <div key={part}><h3>{names[part]}</h3><p><Written>{answer.parts[part]}</Written></p></div>)}
    </section>
  );
}

/** What the unit keeps: printed, it is its own copy of the reply. */
export function Receipt({ done, shown, request, back }: { readonly done: Done; readonly shown: boolean; readonly request: RequestView; readonly back: () => void }) {
  const text = replyTexts();
  const when = dateAndTime(done.at);
  const words = {
    answered: [text.receiptTitle, text.receiptText(done.number, when)], asked: [text.askedTitle, text.askedText(done.number, when)], wrong: [text.wrongTitle, text.wrongText(done.number, when)],
  } as const;
  const [title, said] = words[done.what];
  return (
    <Page key="receipt" shown={shown} title={title} lead={said}>
      {done.what === 'answered' && <><p>{text.receiptNext}</p><p>{text.receiptKeep}</p></>}
      <section class="panel print-only"><h2>{text.whatHappened}</h2><p><Written>{request.text}</Written></p></section>
      {done.what === 'answered' && <OwnAnswer answer={done.answer} />}
      {done.what !== 'wrong' && <div class="buttons">
        <Button onClick={back}>{text.back}</Button>
        <Button kind="secondary" onClick={() => print()}>{text.print}</Button>
      </div>}
    </Page>
  );
}
