import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { Draft } from '../../../../functions/contracts/report.ts';
import { call } from '../../api/call.ts';
import type { Answer } from '../../api/client.ts';
import { useReading } from '../../api/use-reading.ts';
import { Button } from '../../components/button/button.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { Failed, Loading, Page } from '../../components/page/page.tsx';
import { part } from '../../components/page/part.tsx';
import { isOfIncoming } from '../../drafts/kinds.ts';
import { dateAndTime } from '../../language/dates.ts';
import { vocabulary } from '../../language/vocabulary.ts';
import { serverNow } from '../../language/server-time.ts';
import { profile } from '../../session/session.ts';
import { keepPaperForm } from '../paper-form/keep-paper-form.ts';
import { ReportEditor } from './report-editor.tsx';
import { reportTexts } from './texts.ts';
import { freshValues, valuesOfDraft } from './values.ts';

const Receipt = part(() => import('./receipt.tsx'));
type Writing = { readonly draftId: string; readonly draft: Draft | null };

/** One page: write, check, send, receipt. An unfinished report is offered first. */
export default function ReportPage() {
  const text = reportTexts();
  const { query } = useLocation();
  const registers = useReading('read-registers', {});
  const drafts = useReading('list-drafts', {});
  const [writing, setWriting] = useState<Writing | null>(null);
  // Before it is needed: the paper form is kept for when the system is down.
  useEffect(() => void keepPaperForm(), []);
  const [receipt, setReceipt] = useState<{ readonly answer: Answer<'submit-deviation'>; readonly ofPatient: boolean; readonly onPaper: boolean } | null>(null);
  const begin = (draft: Draft | null) => setWriting({ draftId: draft?.id ?? crypto.randomUUID(), draft });

  if (receipt) return <Receipt receipt={receipt.answer} ofPatient={receipt.ofPatient} onPaper={receipt.onPaper} another={() => {
    setReceipt(null);
    begin(null);
  }} />;
  if (registers.failure !== null) return <Page title={text.title}><Failed failure={registers.failure} again={() => void registers.reload()} /></Page>;
  if (!registers.data || (!drafts.data && drafts.failure === null)) return <Loading />;

  if (!profile.value?.mayReport) {
    const { role } = vocabulary();
    return (
      <Page title={text.title}>
        <Notice><p>{text.notYours}</p><ul>{registers.data.routine.mayReport.map((one) => <li key={one}>{role[one]}</li>)}</ul></Notice>
      </Page>
    );
  }
  const found = drafts.data?.drafts.filter((draft) => !isOfIncoming(draft)).toSorted((a, b) => b.savedAt.localeCompare(a.savedAt)) ?? [];
  const asked = found.find(({ id }) => id === query['draft']);
  const newest = found[0];
  const current = writing ?? (asked ? { draftId: asked.id, draft: asked } : null);
  if (!current && newest) {
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
  const fresh = freshValues(profile.value?.unitId ?? '', serverNow());
  return (
    <ReportEditor
      key={current?.draftId ?? 'new'} registers={registers.data} draftId={current?.draftId ?? null}
      initial={current?.draft ? valuesOfDraft(current.draft.values, fresh) : fresh} onSent={(answer, ofPatient, onPaper) => setReceipt({ answer, ofPatient, onPaper })}
    />
  );
}
