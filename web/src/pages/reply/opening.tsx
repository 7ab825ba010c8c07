import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { call } from '../../api/call.ts';
import type { Answer } from '../../api/client.ts';
import { ApiFailure } from '../../api/failure.ts';
import { Button } from '../../components/button/button.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { Failed, Page } from '../../components/page/page.tsx';
import { configuration } from '../../session/session.ts';
import { CodeForm } from './code-form.tsx';
import { secret } from './secret.ts';
import { replyTexts } from './texts.ts';

const shape = /^[A-Za-z0-9_-]{43}$/;

/** Which operations ask for a code and take it: of a reply, unless said. */
interface CodeBy {
  readonly code?: { readonly ask: 'request-code' | 'request-report-code'; readonly verify: 'verify-code' | 'verify-report-code' };
}
const ofReply = { ask: 'request-code', verify: 'verify-code' } as const;

/** A neutral page and a button: nothing about the case, nothing sent before somebody presses. */
export function OpenLink({ before, sent, gone, words, code = ofReply }: CodeBy & { readonly words?: { readonly openTitle: string; readonly openLead: string };
  readonly before: ComponentChildren; readonly sent: (code: Answer<'request-code'>) => void; readonly gone: () => void }) {
  const text = replyTexts();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const ask = async () => {
    const link = secret.value;
    if (link === null || !shape.test(link)) return gone();
    setBusy(true);
    try {
      sent(await call(code.ask, { body: { secret: link } }));
    } catch (error) {
      setBusy(false);
      if (!(error instanceof ApiFailure)) throw error;
      if (error.code === 'link-not-valid') return gone();
      // A code sent a moment ago is still good: on to the page that asks for it.
      if (error.code === 'code-too-soon') return sent({ sentTo: '', validForSeconds: 0, againAfterSeconds: error.problem?.retryAfter ?? 60 });
      setFailure(error);
    }
  };
  return (
    <Page key="open" title={(words ?? text).openTitle} lead={(words ?? text).openLead}>
      {before}
      {failure && <Failed failure={failure} />}
      <p>{text.openHow}</p>
      <div class="buttons"><Button busy={busy} onClick={() => void ask()}>{text.sendCode}</Button></div>
      <HelpPhone />
    </Page>
  );
}

/** The code of a link. */
export function CodeEntry({ sentTo, againAfterSeconds, opened, gone, submit, code: by = ofReply }: CodeBy & {
  readonly sentTo: string; readonly againAfterSeconds: number; readonly opened: () => Promise<void>; readonly gone: () => void; readonly submit?: string;
}) {
  return <CodeForm sentTo={sentTo} againAfterSeconds={againAfterSeconds} gone={gone} submit={submit ?? replyTexts().codeSubmit}
    verify={async (code) => {
      await call(by.verify, { body: { secret: secret.value ?? '', code } });
      await opened();
    }}
    another={async () => (await call(by.ask, { body: { secret: secret.value ?? '' } })).againAfterSeconds} />;
}

/** Whom to call: on every page before the request, which says nothing of the case itself. */
export function HelpPhone({ phone = null }: { readonly phone?: string | null }) {
  const number = configuration.value?.callBackPhone ?? phone;
  return number ? <p>{replyTexts().phone(number)}</p> : null;
}

/** The page of somebody who came without a link. */
export const NoLink = () => <Page key="noLink" title={replyTexts().noLinkTitle} lead={replyTexts().noLink}><HelpPhone /></Page>;

/** The same page for a wrong, an old, a used and a revoked link. */
export function LinkGone({ words }: { readonly words?: { readonly newLinkAbout: string; readonly newLinkAsked: string } }) {
  const text = replyTexts();
  const [asked, setAsked] = useState<Answer<'request-new-link'> | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const ask = async () => {
    setBusy(true);
    setFailure(null);
    const link = secret.value ?? '';
    try {
      setAsked(await call('request-new-link', { body: { secret: shape.test(link) ? link : 'A'.repeat(43) } }));
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
  };
  return (
    <Page key="gone" title={text.goneTitle} lead={text.gone}>
      {failure !== null && <Failed failure={failure} />}
      <div role="status">{asked && <Notice><p>{(words ?? text).newLinkAsked}</p></Notice>}</div>
      {!asked && <>
        <p>{(words ?? text).newLinkAbout}</p>
        <div class="buttons"><Button busy={busy} onClick={() => void ask()}>{text.newLink}</Button></div>
      </>}
      <HelpPhone phone={asked?.phone ?? null} />
    </Page>
  );
}
