import type { Answer } from '../../api/client.ts';
import { useState } from 'preact/hooks';
import { ApiFailure } from '../../api/failure.ts';
import { call } from '../../api/call.ts';
import { Button, LinkButton } from '../../components/button/button.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { Failed, Page } from '../../components/page/page.tsx';
import { responsibleRoles } from '../../../../functions/contracts/words.ts';
import { longDate } from '../../language/dates.ts';
import { vocabulary } from '../../language/vocabulary.ts';
import { onCallTexts } from './on-call-texts.ts';
import { reportTexts } from './texts.ts';

export default function Receipt({ receipt, ofPatient, onPaper, another }: { readonly receipt: Answer<'submit-deviation'>; readonly ofPatient: boolean; readonly onPaper: boolean; readonly another: () => void }) {
  const text = reportTexts();
  const role = responsibleRoles.find((one) => one === receipt.responsible);
  return (
    <Page title={text.receiptTitle}>
      <div class="panel panel-reply">
        <p>{text.receiptNumber}</p>
        <p class="receipt-number">{receipt.number}</p>
      </div>
      <h2>{text.receiptNext}</h2>
      <p>{text.receiptNextText(role ? vocabulary().role[role] : receipt.responsible, longDate(receipt.handleBy))}</p>
      {ofPatient && <Notice><p>{text.receiptRecord}</p><NoteInRecord receipt={receipt} /></Notice>}
      {onPaper && <Notice color="warning"><p>{onCallTexts().scan}</p><LinkButton kind="secondary" href={`/cases/${receipt.caseId}`}>{onCallTexts().scanNow}</LinkButton></Notice>}
      <div class="buttons">
        <LinkButton href={`/cases/${receipt.caseId}`}>{text.receiptFollow}</LinkButton>
        <Button kind="secondary" onClick={another}>{text.receiptAnother}</Button>
        <Button kind="tertiary" onClick={() => print()}>{text.print}</Button>
      </div>
    </Page>
  );
}

/** H4: ticked at once, while the record is open. Somebody may have begun on the case meanwhile: then its newest version counts. */
function NoteInRecord({ receipt: { caseId, version } }: { readonly receipt: Answer<'submit-deviation'> }) {
  const text = onCallTexts();
  const [state, setState] = useState<'open' | 'busy' | 'noted' | { readonly failure: unknown }>('open');
  const note = (seen: number) => call('note-in-record', { path: { caseId }, body: { version: seen }, idempotencyKey: crypto.randomUUID() });
  const run = () => {
    setState('busy');
    note(version)
      .catch(async (failure: unknown) => {
        if (!(failure instanceof ApiFailure) || failure.code !== 'stale-version') throw failure;
        await note((await call('read-case', { path: { caseId } })).version);
      })
      .then(() => setState('noted'), (failure: unknown) => setState({ failure }));
  };
  if (state === 'noted') return <p role="status">{text.noted}</p>;
  return <>
    {typeof state === 'object' && <Failed failure={state.failure} />}
    <Button kind="secondary" busy={state === 'busy'} onClick={run}>{text.note}</Button>
  </>;
}
