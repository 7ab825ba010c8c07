import type { CaseView } from '../../../../../functions/contracts/case.ts';
import { replyParts } from '../../../../../functions/contracts/words.ts';
import { Button, LinkButton } from '../../../components/button/button.tsx';
import { Facts, Written } from '../../../components/facts/facts.tsx';
import { Page } from '../../../components/page/page.tsx';
import { longDate } from '../../../language/dates.ts';
import { bilingual } from '../../../language/language.ts';
import { replyPartNames } from '../../../case-parts/reply-part-names.ts';
import { careTexts } from './texts.ts';
import './letter.css';

const letterTexts = bilingual({
  cover: 'Försättsblad', request: 'Begäran om svar', number: 'Ärendenummer', from: 'Avsändare', phone: 'Telefon, för att få veta vem det gäller', replyBy: 'Svara senast', sent: 'Skickat', what: 'Det ärendet gäller', answer: 'Svaret ska innehålla', answerTo: 'Skicka svaret till', reminder: 'Ange ärendenumret i svaret. Skriv inga namn eller personnummer.', returned: 'Svaret behöver kompletteras',
}, {
  cover: 'Cover', request: 'Request for a reply', number: 'Case number', from: 'Sender', phone: 'Phone, to learn whom it concerns', replyBy: 'Reply by', sent: 'Sent', what: 'What the case is about', answer: 'The reply must hold', answerTo: 'Send the reply to', reminder: 'Give the case number in the reply. Write no names or personal identity numbers.', returned: 'The reply needs more',
});

/** The request on paper (H3): a neutral cover with the address alone, then what is disclosed and what is asked for. */
export default function Letter({ view }: { readonly view: CaseView }) {
  const text = letterTexts();
  const care = careTexts().dispatch;
  const names = replyPartNames(view.requiredParts.includes('rootCause'));
  const { request } = view;
  const letter = request?.letter;
  const last = view.replies.at(-1);
  if (!request || !letter) return null;
  const asked = replyParts.filter((part) => view.requiredParts.includes(part));
  return (
    <Page title={care.letter} lead={care.letterAbout}>
      <div class="buttons"><Button onClick={() => print()}>{care.print}</Button><LinkButton kind="secondary" href={`/cases/${view.id}`}>{care.back}</LinkButton></div>
      <section class="letter letter-cover" aria-label={text.cover}>
        <p class="letter-from">{letter.from.organisation}<br />{letter.from.unit}<br /><Written>{letter.from.address}</Written></p>
        <p class="letter-to">{letter.to.organisation}<br />{letter.to.unit}<br /><Written>{letter.to.address}</Written></p>
        <p>{text.number}: {view.number}</p>
      </section>
      <section class="letter">
        <h2>{text.request}</h2>
        <Facts facts={[
          [text.number, view.number], [text.sent, longDate(request.sentAt)], view.clock.replyBy !== null && [text.replyBy, longDate(view.clock.replyBy)],
          [text.from, `${letter.from.organisation}, ${letter.from.unit}`], letter.from.phone !== '' && [text.phone, letter.from.phone],
        ]} />
        {last?.returnedAt && view.status === 'replyReturned' && <>
          <h3>{text.returned}</h3>
          <p><Written>{last.returnReason ?? ''}</Written></p>
          {(last.lacking?.length ?? 0) > 0 && <p>{careTexts().reply.lacking((last.lacking ?? []).map((part) => names[part]).join(', '))}</p>}
        </>}
        <h3>{text.what}</h3>
        <p><Written>{request.snapshot}</Written></p>
        <h3>{text.answer}</h3>
        <ul class="ds-list">{asked.map((part) => <li key={part}>{names[part]}</li>)}</ul>
        <p>{text.reminder}</p>
        <h3>{text.answerTo}</h3>
        <p>{letter.from.organisation}<br />{letter.from.unit}<br /><Written>{letter.from.address}</Written></p>
      </section>
    </Page>
  );
}
