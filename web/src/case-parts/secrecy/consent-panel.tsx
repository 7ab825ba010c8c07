import type { AnyCaseView } from '../../../../functions/contracts/case.ts';
import { Records } from '../../components/records/records.tsx';
import { dateAndTime } from '../../language/dates.ts';
import { secrecyTexts } from './texts.ts';

type Consent = AnyCaseView['consents'][number];

/** L7: what was recorded, and what counts. */
export default function ConsentPanel({ view }: { readonly view: AnyCaseView }) {
  const text = secrecyTexts();
  const words = text.consents;
  if (view.consents.length === 0 && !(view.consentGate && view.consentRecipients.length > 0)) return null;
  return (
    <section class="panel" id="consents" tabIndex={-1}>
      <h2>{words.title}</h2>
      {view.consentGate && <p class="small">{words.needed}</p>}
      {view.consents.length === 0 ? <p>{words.none}</p> : (
        <Records<Consent> caption={words.caption} rows={view.consents} keyOf={({ id }) => id} mark={({ inForce }) => inForce} columns={[
          { title: words.state, cell: (one) => <>{words.status[one.status]}<span class="small">{one.withdrawnAt !== null ? words.withdrawn(dateAndTime(one.withdrawnAt)) : one.inForce ? words.inForce : words.notInForce}</span></> },
          { title: words.to, cell: (one) => one.recipient.name || words.filer },
          { title: words.covers, cell: (one) => one.scope.map((scope) => words.scope[scope]).join(', ') },
          { title: words.by, cell: (one) => <>{one.byTitle}<span class="small">{dateAndTime(one.at)}</span></> },
        ]} />
      )}
    </section>
  );
}
