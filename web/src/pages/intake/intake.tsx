import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso/router';
import type { IntakeOptions, IntakeReceipt, IntakeView, RequestIntakeCode } from '../../../../functions/contracts/intake.ts';
import { call } from '../../api/call.ts';
import type { Answer } from '../../api/client.ts';
import { useReading } from '../../api/use-reading.ts';
import { Button } from '../../components/button/button.tsx';
import { Failed, Loading, Page } from '../../components/page/page.tsx';
import { freshIncoming, type IncomingForm } from '../../incoming-report/values.ts';
import { useForm } from '../../components/form/use-form.ts';
import { longDate } from '../../language/dates.ts';
import { language } from '../../language/language.ts';
import { serverNow } from '../../language/server-time.ts';
import { CodeForm } from '../reply/code-form.tsx';
import { IntakeForm } from './intake-form.tsx';
import { WhoFiles } from './who-files.tsx';
import { intakeTexts } from './texts.ts';

type Kind = 'party' | 'public';
type Asked = { readonly request: RequestIntakeCode; readonly code: Answer<'request-intake-code'> };
type Stage =
  | { readonly at: 'who' | 'expired' }
  | { readonly at: 'code'; readonly asked: Asked }
  | { readonly at: 'form'; readonly intake: IntakeView }
  | { readonly at: 'receipt'; readonly receipt: IntakeReceipt }
  | { readonly at: 'failed'; readonly failure: unknown };

/** Two doors to one form, without an account: `/intake/party` and `/intake/public`. Reading them sends nothing. */
export default function IntakePage() {
  const { params } = useRoute();
  const kind: Kind = params['kind'] === 'public' ? 'public' : 'party';
  const text = intakeTexts();
  const options = useReading('read-intake-options', {});
  if (options.failure !== null) return <Page title={kind === 'party' ? text.partyTitle : text.publicTitle}><Failed failure={options.failure} again={() => void options.reload()} /></Page>;
  if (!options.data) return <Loading />;
  return <Intake key={kind} kind={kind} options={options.data} />;
}

function Intake({ kind, options }: { readonly kind: Kind; readonly options: IntakeOptions }) {
  const text = intakeTexts();
  const [stage, setStage] = useState<Stage>({ at: 'who' });
  // Lives through an expired session and a new code: nothing that was written is lost.
  const form: IncomingForm = useForm(freshIncoming(serverNow()));
  const open = async () => {
    try {
      const intake = await call('read-intake');
      language.value = intake.language;
      setStage({ at: 'form', intake });
    } catch (failure) {
      setStage({ at: 'failed', failure });
    }
  };
  switch (stage.at) {
    case 'who':
    case 'expired': return <WhoFiles kind={kind} options={options} expired={stage.at === 'expired'} sent={(request, code) => setStage({ at: 'code', asked: { request, code } })} />;
    case 'code': return <IntakeCode asked={stage.asked} opened={open} gone={() => setStage({ at: 'who' })} />;
    case 'failed': return <Page key="failed" title={text.writeTitle}><Failed failure={stage.failure} again={() => void open()} /></Page>;
    case 'form': return <IntakeForm form={form} intake={stage.intake} options={options} expired={() => setStage({ at: 'expired' })} sent={(receipt) => setStage({ at: 'receipt', receipt })} />;
    case 'receipt': return <Received receipt={stage.receipt} />;
  }
}

function IntakeCode({ asked, opened, gone }: { readonly asked: Asked; readonly opened: () => Promise<void>; readonly gone: () => void }) {
  const [code, setCode] = useState(asked.code);
  return (
    <CodeForm sentTo={code.sentTo} againAfterSeconds={code.againAfterSeconds} submit={intakeTexts().showForm} gone={gone}
      verify={async (digits) => {
        await call('verify-intake-code', { body: { intake: code.intake, code: digits } });
        await opened();
      }}
      another={async () => {
        const next = await call('request-intake-code', { body: asked.request });
        setCode(next);
        return next.againAfterSeconds;
      }} />
  );
}

function Received({ receipt }: { readonly receipt: IntakeReceipt }) {
  const text = intakeTexts();
  return (
    <Page key="receipt" title={text.receiptTitle}>
      <div class="panel panel-reply"><p>{text.number}</p><p class="receipt-number">{receipt.number}</p></div>
      <h2>{text.next}</h2>
      <ol class="promise">{[text.steps.link(receipt.sentTo), text.steps.register(longDate(receipt.registerBy)), text.steps.reply(longDate(receipt.replyBy))].map((step) => <li key={step}><span>{step}</span></li>)}</ol>
      <div class="buttons"><Button kind="secondary" onClick={() => print()}>{text.print}</Button></div>
    </Page>
  );
}
