import { useEffect, useRef, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso/router';
import lazy from 'preact-iso/lazy';
import type { CaseView } from '../../../../functions/contracts/case.ts';
import type { RegistersView } from '../../../../functions/contracts/register.ts';
import { ApiFailure } from '../../api/failure.ts';
import { RecurringTag } from '../../case-list/recurring-tag.tsx';
import { useReading } from '../../api/use-reading.ts';
import { Button } from '../../components/button/button.tsx';
import { Clock } from '../../components/clock/clock.tsx';
import { Facts } from '../../components/facts/facts.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { Failed, Loading, Page } from '../../components/page/page.tsx';
import { part } from '../../components/page/part.tsx';
import { OverdueTag, StatusTag, StoppedTag } from '../../components/tag/tags.tsx';
import { dateAndTime } from '../../language/dates.ts';
import { vocabulary } from '../../language/vocabulary.ts';
import type { ActionProps } from './actions/command-form.tsx';
import { CaseStory, Replies } from './case-story.tsx';
import { caseTexts } from './texts.ts';

const ConsentPanel = part(() => import('../../case-parts/secrecy/consent-panel.tsx'));
const Similar = part(() => import('../../case-parts/similar/similar.tsx'));
const CaseKeeping = part(() => import('../../case-parts/keeping/case-keeping.tsx'));
const ProtectedNotice = part(() => import('../../case-parts/secrecy/protected-notice.tsx'));
const IncomingCase = lazy(async () => {
  // What is done with it is asked for along with it, and not first when it is shown.
  const [page] = await Promise.all([import('../incoming-case/incoming-case.tsx'), import('../incoming-case/actions/waiting.tsx'), import('../incoming-case/actions/further.tsx')]);
  return page;
});
const DeepAnalysisPart = part(() => import('../../case-parts/deep-analysis.tsx'));
const Letter = part(() => import('./care/letter.tsx'));
const Opening = lazy(() => import('../open-case/opening.tsx').then((opening) => opening.Opening));
const Timeline = lazy(() => import('./timeline.tsx').then((story) => story.Timeline));
const WaitingActions = lazy(() => import('./actions/actions.tsx').then((actions) => actions.WaitingActions));
const OutgoingParts = lazy(() => import('../../case-parts/outgoing-parts.tsx').then((parts) => parts.OutgoingParts));
const FurtherActions = lazy(() => import('./actions/actions.tsx').then((actions) => actions.FurtherActions));

/** One case, as far as this user has a need to know it, with the actions that are allowed and no others. */
export default function CasePage() {
  const { params, query } = useRoute();
  const reading = useReading('read-case', { path: { caseId: params['caseId'] ?? '' } });
  const registers = useReading('read-registers', {});
  const [done, setDone] = useState<{ said: string | null; times: number }>({ said: null, times: 0 });
  const confirmation = useRef<HTMLDivElement>(null);
  // The form that was sent is often gone afterwards: the focus goes to what came of it.
  useEffect(() => {
    if (done.times > 0) confirmation.current?.focus();
  }, [done.times]);
  const text = caseTexts();
  if (!reading.data && reading.failure instanceof ApiFailure && reading.failure.code === 'need-not-stated') return <Opening caseId={params['caseId'] ?? ''} opened={() => void reading.reload()} />;
  if (!reading.data && reading.failure !== null) return <Page title={text.report}><Failed failure={reading.failure} again={() => void reading.reload()} /></Page>;
  if (!reading.data) return <Loading />;
  const view = reading.data;
  if (query['letter'] !== undefined && view.direction === 'outgoing' && view.request?.letter) return <Letter view={view} />;
  const acting = registers.data && view.allowed.length > 0 ? {
    registers: registers.data, reload: reading.reload,
    // Said once the case is read anew: whoever goes on at once goes on from the newest version.
    done: (said: string) => void reading.reload().then(() => setDone(({ times }) => ({ said, times: times + 1 }))),
  } : null;
  return (
    <Page title={text.title(view.number)} wide lead={vocabulary().category[view.report.category]}>
      <div class="case-bar">
        <div class="tags"><StatusTag status={view.status} />{view.clock.overdue && <OverdueTag />}{view.recurring && <RecurringTag />}{view.stopped && <StoppedTag />}</div>
        <Button kind="tertiary" onClick={() => print()}>{text.print}</Button>
      </div>
      <p class="print-only">{text.printed(dateAndTime(view.clock.now), view.routine.documentId, view.routine.version)}</p>
      <div role="status" tabIndex={-1} ref={confirmation} class="confirmation">{done.said && <Notice color="success"><p>{done.said}</p></Notice>}</div>
      {reading.failure !== null && <Failed failure={reading.failure} again={() => void reading.reload()} />}
      {view.protectedIdentity && <ProtectedNotice view={view} />}
      {view.stopped && <Notice color="warning"><p>{text.stopped}</p></Notice>}
      {view.direction === 'outgoing'
        ? <OutgoingCase view={view} registers={registers.data} action={acting && { ...acting, view }} />
        : <IncomingCase view={view} registers={registers.data} action={acting && { ...acting, view }} />}
    </Page>
  );
}

/** Most cases have nothing beside their main line. */
const hasParts = (view: CaseView): boolean =>
  view.actions.length + view.effectReviews.length + view.feedback.length + view.disputes.length + view.eventDescriptionIds.length > 0 || view.patientInformationRequired || view.harmAssessment !== null || view.staffSupport !== null;

function OutgoingCase({ view, registers, action }: { readonly view: CaseView; readonly registers: RegistersView | null; readonly action: ActionProps | null }) {
  const over = view.status === 'closed' || view.status === 'withdrawn' || view.status === 'rejected';
  return (
    <div class="case-columns">
      <Clock clock={view.clock} over={over} />
      <div class="case-main">
        <Replies view={view} />
        {action && <WaitingActions {...action} />}
        <CaseStory view={view} />
        {view.allowed.includes('add-note') && <Similar caseId={view.id} />}
        {(view.consents.length > 0 || view.consentGate) && <ConsentPanel view={view} />}
        {hasParts(view) && <OutgoingParts view={view} acting={action !== null} />}
        {action && <FurtherActions {...action} />}
        {registers?.routine.deepAnalyses && <DeepAnalysisPart caseId={view.id} registers={registers} />}
        {view.allowed.includes('add-note') && <CaseKeeping caseId={view.id} />}
        <Timeline events={view.timeline} registers={registers} />
      </div>
      <Parties view={view} />
    </div>
  );
}

function Parties({ view }: { readonly view: CaseView }) {
  const text = caseTexts();
  return (
    <section class="panel parties" aria-labelledby="parties-title">
      <h2 id="parties-title">{text.parties}</h2>
      <Facts facts={[
        [text.counterpart, view.counterpart.name], [text.externalUnit, view.externalUnit?.name ?? text.unitMissing],
        [text.reporter, `${view.reporter.name}, ${view.reporter.title}`], [text.reportingUnit, view.reportingUnit.name],
        [text.responsible, vocabulary().role[view.responsible]], [text.owningUnit, view.owningUnit.name],
        [text.lead, view.leadInvestigator?.name ?? text.noLead], view.coInvestigators.length > 0 && [text.co, view.coInvestigators.map(({ name }) => name).join(', ')],
        [text.routine, text.routineValue(view.routine.documentId, view.routine.version)],
      ]} />
    </section>
  );
}
