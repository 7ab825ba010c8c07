import { useEffect, useState } from 'preact/hooks';
import type { RequestView } from '../../../../functions/contracts/reply.ts';
import { call } from '../../api/call.ts';
import { ApiFailure } from '../../api/failure.ts';
import { Notice } from '../../components/notice/notice.tsx';
import { Failed, Loading, Page } from '../../components/page/page.tsx';
import { language } from '../../language/language.ts';
import { problemTexts } from '../../language/problem-texts.ts';
import { CodeEntry, LinkGone, NoLink, OpenLink } from './opening.tsx';
import { RequestPage } from './request.tsx';
import { secret } from './secret.ts';
import { replyTexts } from './texts.ts';

type Stage =
  | { readonly at: 'looking' | 'opening' | 'request' | 'noLink' | 'gone' | 'expired' | 'left' }
  | { readonly at: 'code'; readonly sentTo: string; readonly againAfterSeconds: number }
  | { readonly at: 'failed'; readonly failure: unknown };

/**
 * The way from the link to the reply (ux.md, the link in the mail): reading the page changes nothing and sends
 * nothing; a button asks for the code; the code opens a session for this one request. When the session ends, the
 * request stays behind the code's page, so that nothing typed into it is lost.
 */
export default function ReplyPage() {
  const [stage, setStage] = useState<Stage>({ at: 'looking' });
  const [request, setRequest] = useState<RequestView | null>(null);
  const link = secret.value;

  const show = async () => {
    try {
      const read = await call('read-request');
      if (read.language) language.value = read.language;
      setRequest(read);
      setStage({ at: 'request' });
    } catch (failure) {
      if (failure instanceof ApiFailure && failure.code === 'session-expired') setStage({ at: secret.value === null ? 'noLink' : 'opening' });
      else setStage({ at: 'failed', failure });
    }
  };
  // With a link in hand its owner decides; without one a session may still be open after a reload.
  useEffect(() => {
    if (link !== null) setStage({ at: 'opening' });
    else void show();
  }, [link]);
  const over = (at: 'gone' | 'left') => {
    setRequest(null);
    setStage({ at });
  };
  return <>
    <Way key="way" stage={stage} link={link} show={show} over={() => over('gone')} to={setStage} />
    {request && (
      <div key="request" hidden={stage.at !== 'request'}>
        <RequestPage key={`${request.number} ${request.unit}`} request={request} shown={stage.at === 'request'} reload={show} expired={() => setStage({ at: 'expired' })}
          leave={() => void call('end-session').catch(() => undefined).then(() => over('left'))} />
      </div>
    )}
  </>;
}

/** The pages before the request, and after it. */
function Way({ stage, link, show, over, to }: {
  readonly stage: Stage; readonly link: string | null; readonly show: () => Promise<void>; readonly over: () => void; readonly to: (stage: Stage) => void;
}) {
  const text = replyTexts();
  switch (stage.at) {
    case 'request': return null;
    case 'looking': return <Loading />;
    case 'noLink': return <NoLink />;
    case 'gone': return <LinkGone />;
    case 'left': return <Page key="left" title={text.doneTitle} lead={text.doneText} />;
    case 'failed': return <Page key="failed" title={text.openTitle}><Failed failure={stage.failure} again={() => void show()} /></Page>;
    case 'opening':
    case 'expired': return (
      <OpenLink
        before={stage.at === 'expired' && <Notice color="warning" title={text.expiredTitle} live="alert"><p>{problemTexts().problem['session-expired']}</p></Notice>}
        sent={({ sentTo, againAfterSeconds }) => to({ at: 'code', sentTo, againAfterSeconds })} gone={() => (link === null ? to({ at: 'noLink' }) : over())}
      />
    );
    case 'code': return <CodeEntry sentTo={stage.sentTo} againAfterSeconds={stage.againAfterSeconds} opened={show} gone={over} />;
  }
}
