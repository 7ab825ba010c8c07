import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { useReading } from '../../../api/use-reading.ts';
import { Button } from '../../../components/button/button.tsx';
import { useSending } from '../../../components/form/use-sending.ts';
import { Failed, Loading, Page } from '../../../components/page/page.tsx';
import { descriptionTexts } from './texts.ts';

/** Begins a description of a closed case; what it says comes from the case, and is edited before anybody sees it. */
export default function Drafting({ caseId }: { readonly caseId: string }) {
  const text = descriptionTexts();
  const { route } = useLocation();
  const reading = useReading('read-case', { path: { caseId } });
  const { busy, send } = useSending('draft-event-description');
  const [failure, setFailure] = useState<unknown>(null);
  if (!reading.data) return reading.failure === null ? <Loading /> : <Page title={text.draftTitle}><Failed failure={reading.failure} again={() => void reading.reload()} /></Page>;
  const { data } = reading;
  const begin = async () => {
    const sent = await send({ version: data.version }, { caseId });
    if (sent === null) return;
    if ('answer' in sent) return route(`/collaboration/event-descriptions/${sent.answer.descriptionId}`);
    setFailure(sent.failure);
    await reading.reload();
  };
  return (
    <Page title={text.draftTitle} lead={text.draftLead}>
      {failure !== null && <Failed failure={failure} />}
      <p>{text.ofCase(data.number)}</p>
      <div class="buttons"><Button busy={busy} onClick={() => void begin()}>{text.begin}</Button></div>
      <p><a class="ds-link" href={`/cases/${caseId}`}>{text.toCase}</a></p>
    </Page>
  );
}
