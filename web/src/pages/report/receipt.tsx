import type { Answer } from '../../api/client.ts';
import { Button, LinkButton } from '../../components/button/button.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { Page } from '../../components/page/page.tsx';
import { responsibleRoles } from '../../../../functions/contracts/words.ts';
import { longDate } from '../../language/dates.ts';
import { vocabulary } from '../../language/vocabulary.ts';
import { reportTexts } from './texts.ts';

export function Receipt({ receipt, ofPatient, another }: { readonly receipt: Answer<'submit-deviation'>; readonly ofPatient: boolean; readonly another: () => void }) {
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
      {ofPatient && <Notice><p>{text.receiptRecord}</p></Notice>}
      <div class="buttons">
        <LinkButton href={`/cases/${receipt.caseId}`}>{text.receiptFollow}</LinkButton>
        <Button kind="secondary" onClick={another}>{text.receiptAnother}</Button>
        <Button kind="tertiary" onClick={() => print()}>{text.print}</Button>
      </div>
    </Page>
  );
}
