import { useEffect, useState } from 'preact/hooks';
import type { RequestView } from '../../../../functions/contracts/reply.ts';
import { call } from '../../api/call.ts';
import { ApiFailure } from '../../api/failure.ts';
import { Notice } from '../../components/notice/notice.tsx';
import { Failed, Loading, Page } from '../../components/page/page.tsx';
import { language } from '../../language/language.ts';
import { problemTexts } from '../../language/problem-texts.ts';
import { CodeEntry, LinkGone, OpenLink } from './opening.tsx';
import { RequestPage } from './request.tsx';
import { secret } from './secret.ts';
import { replyTexts } from './texts.ts';

type Stage =
  | { readonly at: 'looking' | 'opening' | 'noLink' | 'gone' | 'expired' | 'left' }
  | { readonly at: 'code'; readonly sentTo: string; readonly againAfterSeconds: number }
  | { readonly at: 'request'; readonly request: RequestView }
  | { readonly at: 'failed'; readonly failure: unknown };

/**
 * The way from the link to the reply (ux.md, the link in the mail): reading the page changes nothing and sends
 * nothing; a button asks for the code; the code opens a session for this one request.
 */
export default function ReplyPage() {
  const text = replyTexts();
  const [stage, setStage] = useState<Stage>({ at: 'looking' });
  const link = secret.value;

  const show = async () => {
    try {
      const request = await call('read-request');
      if (request.language) language.value = request.language;
      setStage({ at: 'request', request });
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
  const expired = () => setStage({ at: 'expired' });

  switch (stage.at) {
    case 'looking': return <Loading />;
    case 'noLink': return <Page key="noLink" title={text.noLinkTitle} lead={text.noLink} />;
    case 'gone': return <LinkGone />;
    case 'left': return <Page key="left" title={text.doneTitle} lead={text.doneText} />;
    case 'failed': return <Page key="failed" title={text.openTitle}><Failed failure={stage.failure} again={() => void show()} /></Page>;
    case 'opening':
    case 'expired': return (
      <OpenLink
        before={stage.at === 'expired' && <Notice color="warning" title={text.expiredTitle} live="alert"><p>{problemTexts().problem['session-expired']}</p></Notice>}
        sent={({ sentTo, againAfterSeconds }) => setStage({ at: 'code', sentTo, againAfterSeconds })} gone={() => setStage({ at: link === null ? 'noLink' : 'gone' })}
      />
    );
    case 'code': return <CodeEntry sentTo={stage.sentTo} againAfterSeconds={stage.againAfterSeconds} opened={show} gone={() => setStage({ at: 'gone' })} />;
    case 'request': return <RequestPage request={stage.request} reload={show} expired={expired} leave={() => void call('end-session').catch(() => undefined).then(() => setStage({ at: 'left' }))} />;
  }
}
