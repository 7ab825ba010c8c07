import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ApiFailure } from '../../api/failure.ts';
import { errorsOf } from '../../api/field-errors.ts';
import { Button } from '../../components/button/button.tsx';
import { TextField } from '../../components/field/text-field.tsx';
import { FormFrame } from '../../components/form/form.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { Notice } from '../../components/notice/notice.tsx';
import { Page } from '../../components/page/page.tsx';
import { replyTexts } from './texts.ts';

/** Six digits, pasted or typed; the new-code button wakes when a new one may be sent. `another` answers after how many seconds that is. */
export function CodeForm({ sentTo, againAfterSeconds, submit, verify, another, gone, children }: {
  readonly sentTo: string; readonly againAfterSeconds: number; readonly submit: string; readonly verify: (code: string) => Promise<void>;
  readonly another: () => Promise<number>; readonly gone: () => void; readonly children?: ComponentChildren;
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
  const check = async () => {
    const code = form.text('code').replace(/\D/g, '');
    if (code.length !== 6) return form.fail([{ field: 'code', text: text.codeMissing }]);
    form.fail([]);
    setAgain(false);
    await attempt(() => verify(code));
  };
  const renew = () => attempt(async () => {
    const seconds = await another();
    form.setAll({ code: '' });
    form.fail([]);
    setWait(seconds);
    setAgain(true);
  });
  return (
    <Page key="code" title={text.codeTitle} lead={sentTo ? text.codeSent(sentTo) : text.openHow}>
      <div role="status">{again && <Notice><p>{text.codeSentAgain}</p></Notice>}</div>
      <FormFrame form={form} onSubmit={() => void check()} label={text.codeTitle}>
        <div class="code-input"><TextField form={form} name="code" label={text.codeField} autocomplete="one-time-code" inputMode="numeric" size={8} /></div>
        <div class="buttons"><Button type="submit" busy={busy}>{submit}</Button></div>
      </FormFrame>
      {wait > 0 ? <p class="small">{text.codeAgainIn(wait)}</p> : <Button kind="tertiary" busy={busy} onClick={() => void renew()}>{text.codeAgain}</Button>}
      {children}
    </Page>
  );
}
