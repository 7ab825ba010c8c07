import { useState } from 'preact/hooks';
import type { Draft } from '../../../../functions/contracts/report.ts';
import { responsibleRoles } from '../../../../functions/contracts/words.ts';
import { call } from '../../api/call.ts';
import type { Answer } from '../../api/client.ts';
import { useReading } from '../../api/use-reading.ts';
import { Button, LinkButton } from '../../components/button/button.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { Failed, Loading, Page } from '../../components/page/page.tsx';
import { isOfIncoming } from '../../drafts/kinds.ts';
import { dateAndTime, longDate } from '../../language/dates.ts';
import { serverNow } from '../../language/server-time.ts';
import { vocabulary } from '../../language/vocabulary.ts';
import { principalsOf } from '../../session/principals.ts';
import { RegisterEditor } from './register-editor.tsx';
import { registerTexts } from './texts.ts';
import { freshRegistration } from './values.ts';

type Writing = { readonly id: string; readonly draft: Draft | null };
type Receipt = Answer<'register-deviation'>;

/** What reached us without a page of ours: registered on behalf of a principal (V2, V3), or entered from paper (H6). */
export default function RegisterPage() {
  const text = registerTexts();
  const registers = useReading('read-registers', {});
  const drafts = useReading('list-drafts', {});
  const [writing, setWriting] = useState<Writing | null>(null);
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const begin = (draft: Draft | null) => setWriting({ id: draft?.id ?? crypto.randomUUID(), draft });
  if (receipt) return <Registered receipt={receipt} another={() => {
    setReceipt(null);
    begin(null);
  }} />;
  if (registers.failure !== null) return <Page title={text.title}><Failed failure={registers.failure} again={() => void registers.reload()} /></Page>;
  if (!registers.data || (!drafts.data && drafts.failure === null)) return <Loading />;
  const principals = principalsOf(registers.data);
  if (principals.length === 0) return <Page title={text.title} lead={text.notForYou} />;
  const newest = drafts.data?.drafts.filter(isOfIncoming).toSorted((a, b) => b.savedAt.localeCompare(a.savedAt))[0];
  if (!writing && newest) {
    return (
      <Page title={text.title} lead={text.lead}>
        <Notice>
          <p>{text.draftFound(dateAndTime(newest.savedAt))}</p>
          <div class="buttons">
            <Button onClick={() => begin(newest)}>{text.draftContinue}</Button>
            <Button kind="secondary" onClick={() => begin(null)}>{text.draftNew}</Button>
            <Button kind="tertiary" onClick={() => void call('discard-draft', { path: { draftId: newest.id } }).then(drafts.reload, drafts.reload)}>{text.draftDiscard}</Button>
          </div>
        </Notice>
      </Page>
    );
  }
  return <RegisterEditor key={writing?.id ?? 'new'} registers={registers.data} principals={principals} draftId={writing?.draft?.id ?? null} initial={freshRegistration(serverNow(), principals, writing?.draft ?? null)} onSent={setReceipt} />;
}

function Registered({ receipt, another }: { readonly receipt: Receipt; readonly another: () => void }) {
  const text = registerTexts();
  const role = responsibleRoles.find((one) => one === receipt.responsible);
  return (
    <Page title={text.receiptTitle}>
      <div class="panel panel-reply"><p>{text.number}</p><p class="receipt-number">{receipt.number}</p></div>
      <h2>{text.next}</h2>
      <p>{text.nextText(role ? vocabulary().role[role] : receipt.responsible, longDate(receipt.replyBy))}</p>
      <div class="buttons">
        <LinkButton href={`/cases/${receipt.caseId}`}>{text.follow}</LinkButton>
        <Button kind="secondary" onClick={another}>{text.another}</Button>
      </div>
    </Page>
  );
}
