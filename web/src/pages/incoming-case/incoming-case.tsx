import lazy from 'preact-iso/lazy';
import type { IncomingCaseView } from '../../../../functions/contracts/incoming.ts';
import type { RegistersView } from '../../../../functions/contracts/register.ts';
import { FilingClock } from '../../components/clock/filing-clock.tsx';
import { Facts } from '../../components/facts/facts.tsx';
import { part } from '../../components/page/part.tsx';
import { dateAndTime } from '../../language/dates.ts';
import { incomingVocabulary } from '../../language/incoming-vocabulary.ts';
import { vocabulary } from '../../language/vocabulary.ts';
import type { ActionProps } from '../case/actions/command-form.tsx';
import { IncomingOutcome, IncomingReportStory, IncomingStory } from './incoming-story.tsx';
import { incomingTexts } from './texts.ts';

const DeepAnalysisPart = part(() => import('../../case-parts/deep-analysis.tsx'));
const ConsentPanel = part(() => import('../../case-parts/secrecy/consent-panel.tsx'));
const Similar = part(() => import('../../case-parts/similar/similar.tsx'));
const CaseKeeping = part(() => import('../../case-parts/keeping/case-keeping.tsx'));
const Timeline = lazy(() => import('../case/timeline.tsx').then((story) => story.Timeline));
const IncomingWaiting = lazy(() => import('./actions/waiting.tsx').then((waiting) => waiting.IncomingWaiting));
const IncomingFurther = lazy(() => import('./actions/further.tsx').then((further) => further.IncomingFurther));

/** A deviation in our care: what was filed, how it is investigated, what was answered. */
export default function IncomingCase({ view, registers, action }: {
  readonly view: IncomingCaseView; readonly registers: RegistersView | null; readonly action: ActionProps<IncomingCaseView> | null;
}) {
  const over = view.status === 'closed' || view.status === 'rejected';
  return (
    <div class="case-columns">
      <FilingClock clock={view.clock} receivedAt={view.clock.receivedAt} over={over} />
      <div class="case-main">
        <IncomingOutcome view={view} />
        <IncomingReportStory view={view} acting={action !== null} />
        {action && <IncomingWaiting {...action} />}
        <IncomingStory view={view} acting={action !== null} />
        {view.allowed.includes('add-note') && <Similar caseId={view.id} />}
        {(view.consents.length > 0 || view.consentGate) && <ConsentPanel view={view} />}
        {action && <IncomingFurther {...action} />}
        {registers?.routine.deepAnalyses && <DeepAnalysisPart caseId={view.id} registers={registers} />}
        {view.allowed.includes('add-note') && <CaseKeeping caseId={view.id} />}
        <Timeline events={view.timeline} registers={registers} />
      </div>
      <IncomingParties view={view} />
    </div>
  );
}

function IncomingParties({ view }: { readonly view: IncomingCaseView }) {
  const text = incomingTexts();
  const words = vocabulary();
  const { source, party, partyUnit } = view;
  return (
    <section class="panel parties" aria-labelledby="parties-title">
      <h2 id="parties-title">{text.parties}</h2>
      <Facts facts={[
        [text.party, party === null ? text.publicParty : [partyUnit?.name, party.name].filter(Boolean).join(', ')],
        [text.source, incomingVocabulary().source[source.kind]],
        source.paper && [text.paperForm, text.paper(source.paper.formVersion, dateAndTime(source.paper.filledAt))],
        source.registeredBy && [text.registeredBy, source.principal ? text.forPrincipal(source.registeredBy.name, words.role[source.principal]) : source.registeredBy.name],
        [text.mailbox, source.mailbox ?? text.noMailbox],
        [text.concerned, view.concernedUnits.length > 0 ? view.concernedUnits.map(({ name }) => name).join(', ') : text.concernedMissing],
        [text.responsible, words.role[view.responsible]], [text.owner, view.owningUnit.name],
        [text.lead, view.leadInvestigator?.name ?? text.noLead], view.coInvestigators.length > 0 && [text.co, view.coInvestigators.map(({ name }) => name).join(', ')],
        [text.routine, text.routineValue(view.routine.documentId, view.routine.version)],
      ]} />
    </section>
  );
}
