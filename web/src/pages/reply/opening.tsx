import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { call } from '../../api/call.ts';
import type { Answer } from '../../api/client.ts';
import { ApiFailure } from '../../api/failure.ts';
import { errorsOf } from '../../api/field-errors.ts';
import { Button } from '../../components/button/button.tsx';
import { TextField } from '../../components/field/text-field.tsx';
import { FormFrame } from '../../components/form/form.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { Notice } from '../../components/notice/notice.tsx';
import { Failed, Page } from '../../components/page/page.tsx';
import { secret } from './secret.ts';
import { replyTexts } from './texts.ts';

const shape = /^[A-Za-z0-9_-]{43}$/;

/** A neutral page and a button: nothing about the case, nothing sent before somebody presses. */
export function OpenLink({ before, sent, gone }: { readonly before: ComponentChildren; readonly sent: (code: Answer<'request-code'>) => void; readonly gone: () => void }) {
  const text = replyTexts();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const ask = async () => {
    const link = secret.value;
    if (link === null || !shape.test(link)) return gone();
    setBusy(true);
    try {
      sent(await call('request-code', { body: { secret: link } }));
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
    <Page key="open" title={text.openTitle} lead={text.openLead}>
      {before}
      {failure && <Failed failure={failure} />}
      <p>{text.openHow}</p>
      <div class="buttons"><Button busy={busy} onClick={() => void ask()}>{text.sendCode}</Button></div>
    </Page>
  );
}

/** Six digits, pasted or typed; the new-code button wakes when a new one may be sent. */
export function CodeEntry({ sentTo, againAfterSeconds, opened, gone }: {
  readonly sentTo: string; readonly againAfterSeconds: number; readonly opened: () => Promise<void>; readonly gone: () => void;
}) {
  const text = replyTexts();
  const form = useForm({ code: '' });
  const [busy, setBusy] = useState(false);
  const [wait, setWait] = useState(againAfterSeconds);
  const [again, setAgain] = useState(false);
  useEffect(() => {
    if (wait <= 0) return;
    const timer = setTimeout(() => setWait(wait - 1), 1000);
    return () => clearTimeout(timer);
  }, [wait]);
  const attempt = async (act: () => Promise<void>) => {
    setBusy(true);
    try {
      await act();
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error;
      if (error.code === 'link-not-valid') gone();
      else form.fail(errorsOf(error, { '/code': 'code' }).map(({ text: said }) => ({ field: 'code', text: said })));
    }
    setBusy(false);
  };
  const verify = async () => {
    const code = form.text('code').replace(/\D/g, '');
    if (code.length !== 6) return form.fail([{ field: 'code', text: text.codeMissing }]);
    form.fail([]);
    setAgain(false);
    await attempt(async () => {
      await call('verify-code', { body: { secret: secret.value ?? '', code } });
      await opened();
    });
  };
  const another = () => attempt(async () => {
    const code = await call('request-code', { body: { secret: secret.value ?? '' } });
    form.setAll({ code: '' });
    form.fail([]);
    setWait(code.againAfterSeconds);
    setAgain(true);
  });
  return (
    <Page key="code" title={text.codeTitle} lead={sentTo ? text.codeSent(sentTo) : text.openHow}>
      <div role="status">{again && <Notice><p>{text.codeSentAgain}</p></Notice>}</div>
      <FormFrame form={form} onSubmit={() => void verify()} label={text.codeTitle}>
        <div class="code-input"><TextField form={form} name="code" label={text.codeField} autocomplete="one-time-code" inputMode="numeric" size={8} /></div>
        <div class="buttons"><Button type="submit" busy={busy}>{text.codeSubmit}</Button></div>
      </FormFrame>
      {wait > 0 ? <p class="small">{text.codeAgainIn(wait)}</p> : <Button kind="tertiary" busy={busy} onClick={() => void another()}>{text.codeAgain}</Button>}
    </Page>
  );
}

/** The same page for a wrong, an old, a used and a revoked link. */
export function LinkGone() {
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
      <div role="status">{asked && <Notice><p>{text.newLinkAsked}</p>{asked.phone && <p>{text.phone(asked.phone)}</p>}</Notice>}</div>
      {!asked && <>
        <p>{text.newLinkAbout}</p>
        <div class="buttons"><Button busy={busy} onClick={() => void ask()}>{text.newLink}</Button></div>
      </>}
    </Page>
  );
}
