import type { AnyCaseView } from '../../../../functions/contracts/case.ts';
import { DisputeFacts } from './dispute-facts.tsx';
import { disputeTexts } from './texts.ts';

/** G7, N4: what goes on beside the case, with the way to it. */
export function DisputePart({ view }: { readonly view: AnyCaseView }) {
  const text = disputeTexts();
  return <>
    {view.disputes.length > 0 && (
      <section class="panel">
        <h2>{text.dispute}</h2>
        {view.disputes.some(({ ended }) => ended === null) && <p class="small">{text.beside}</p>}
        {view.disputes.map((dispute) => <DisputeFacts key={dispute.number} dispute={dispute} />)}
        <p><a class="ds-link" href={`/collaboration/disputes/${view.id}`}>{text.show(view.disputes.at(-1)?.number ?? 1)}</a></p>
      </section>
    )}
    {view.eventDescriptionIds.length > 0 && (
      <section class="panel">
        <h2>{text.descriptions}</h2>
        <ul class="ds-list">{view.eventDescriptionIds.map((id, index) => <li key={id}><a class="ds-link" href={`/collaboration/event-descriptions/${id}`}>{text.description(index + 1)}</a></li>)}</ul>
      </section>
    )}
  </>;
}
