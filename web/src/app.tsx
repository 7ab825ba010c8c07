import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ErrorBoundary } from 'preact-iso/lazy';
import { LocationProvider, Route, Router, useLocation } from 'preact-iso/router';
import { ApiFailure } from './api/failure.ts';
import { Button, LinkButton } from './components/button/button.tsx';
import { Notice } from './components/notice/notice.tsx';
import { loaded } from './components/page/loaded.tsx';
import { Failed, Loading, Page } from './components/page/page.tsx';
import { Shell } from './components/shell/shell.tsx';
import { shellTexts } from './components/shell/texts.ts';
import { failureTexts } from './language/failure-texts.ts';
import { StartPage } from './pages/start/start.tsx';
import { watchIdle } from './session/idle.ts';
import { configuration, sessionState } from './session/session.ts';
import { completeSignIn, lock, signIn } from './session/signing.ts';

/** A page for staff: shown to those signed in, otherwise the way to sign in and come back. */
function staff<Props extends object>(Inner: ComponentType<Props>) {
  return function Staff(props: Props) {
    switch (sessionState.value) {
      case 'signedIn': return <Inner {...props} />;
      case 'starting': return <Loading />;
      case 'signingIn': return <p class="loading" role="status">{shellTexts().signingIn}</p>;
      case 'locked': return <Closed title={shellTexts().lockedTitle} text={shellTexts().locked} again />;
      case 'signedOut': return <Closed title={shellTexts().signInNeeded} text={shellTexts().signInNeededText} />;
    }
  };
}

const ReportPage = staff(loaded(() => import('./pages/report/report.tsx')));
const MyReportsPage = staff(loaded(() => import('./pages/my-reports/my-reports.tsx')));
const InboxPage = staff(loaded(() => import('./pages/inbox/inbox.tsx')));
const WatchPage = staff(loaded(() => import('./pages/watch/watch.tsx')));
const ActionRegisterPage = staff(loaded(() => import('./pages/action-register/action-register.tsx')));
const RegisterPage = staff(loaded(() => import('./pages/register/register.tsx')));
const CasePage = staff(loaded(() => import('./pages/case/case.tsx')));
const ConsolePage = staff(loaded(() => import('./pages/console/console.tsx')));
const ExecutionPage = staff(loaded(() => import('./pages/console/execution.tsx')));
const AccessLogPage = staff(loaded(() => import('./pages/access-log/access-log.tsx')));
const OpenCasePage = staff(loaded(() => import('./pages/open-case/open-case.tsx')));
const AdministrationPage = staff(loaded(() => import('./pages/administration/administration.tsx')));
const StatisticsPage = staff(loaded(() => import('./pages/statistics/statistics.tsx')));
const CollaborationPage = staff(loaded(() => import('./pages/collaboration/collaboration.tsx')));
const PaperFormPage = loaded(() => import('./pages/paper-form/paper-form.tsx'));
const ReplyPage = loaded(() => import('./pages/reply/reply.tsx'));
const SubmittedReportPage = loaded(() => import('./pages/submitted-report/submitted-report.tsx'));
const StatusPage = loaded(() => import('./pages/status/status.tsx'));
const ApprovalPage = loaded(() => import('./pages/approval/approval.tsx'));
const EventDescriptionsPage = loaded(() => import('./pages/event-descriptions/event-descriptions.tsx'));
const IntakePage = loaded(() => import('./pages/intake/intake.tsx'));
const AccessibilityPage = loaded(() => import('./pages/statements/accessibility.tsx'));
const PrivacyPage = loaded(() => import('./pages/statements/privacy.tsx'));

export function App() {
  const text = shellTexts();
  const [broken, setBroken] = useState(false);
  useEffect(() => watchIdle(lock), []);
  return (
    <LocationProvider>
      <Shell>
        {broken ? (
          <Page title={text.broken} lead={text.brokenText}><Button onClick={() => location.reload()}>{text.reload}</Button></Page>
        ) : (
          <ErrorBoundary onError={() => setBroken(true)}>
            <Router>
              <Route path="/" component={StartPage} />
              <Route path="/signed-in" component={SignedIn} />
              <Route path="/reply" component={ReplyPage} />
              <Route path="/submitted-report" component={SubmittedReportPage} />
              <Route path="/status" component={StatusPage} />
              <Route path="/approval" component={ApprovalPage} />
              <Route path="/event-descriptions/:number?" component={EventDescriptionsPage} />
              <Route path="/intake/:kind" component={IntakePage} />
              <Route path="/register" component={RegisterPage} />
              <Route path="/watch" component={WatchPage} />
              <Route path="/actions" component={ActionRegisterPage} />
              <Route path="/report" component={ReportPage} />
              <Route path="/mine" component={MyReportsPage} />
              <Route path="/inbox" component={InboxPage} />
              <Route path="/cases/:caseId" component={CasePage} />
              <Route path="/console" component={ConsolePage} />
              <Route path="/console/:executionId" component={ExecutionPage} />
              <Route path="/access-log/:part?/:id?" component={AccessLogPage} />
              <Route path="/open-case" component={OpenCasePage} />
              <Route path="/administration/:section?/:more*" component={AdministrationPage} />
              <Route path="/collaboration/:section?/:more*" component={CollaborationPage} />
              <Route path="/statistics" component={StatisticsPage} />
              <Route path="/paper-form" component={PaperFormPage} />
              <Route path="/accessibility" component={AccessibilityPage} />
              <Route path="/privacy" component={PrivacyPage} />
              <Route default component={NotFound} />
            </Router>
          </ErrorBoundary>
        )}
      </Shell>
    </LocationProvider>
  );
}

function Closed({ title, text, again = false }: { readonly title: string; readonly text: string; readonly again?: boolean }) {
  const [failed, setFailed] = useState(false);
  return (
    <Page title={title} lead={text}>
      {failed && <Notice color="danger" live="alert"><p>{failureTexts().network}</p></Notice>}
      <Button onClick={() => void signIn(undefined, again).catch(() => setFailed(true))}>{shellTexts().signIn}</Button>
    </Page>
  );
}

/** Back from the issuer, on the way to where the person was. */
function SignedIn() {
  const text = shellTexts();
  const { route } = useLocation();
  const [failure, setFailure] = useState<unknown>(null);
  const ready = configuration.value !== null;
  useEffect(() => {
    if (!ready) return;
    completeSignIn().then((path) => route(path, true), setFailure);
  }, [ready]);
  if (failure === null) return <p class="loading" role="status">{text.signingIn}</p>;
  return (
    <Page title={text.signIn}>
      {failure instanceof ApiFailure ? <Failed failure={failure} /> : <Notice color="danger" live="alert"><p>{text.signInFailed}</p></Notice>}
      <div class="buttons"><Button onClick={() => void signIn('/').catch(setFailure)}>{text.signIn}</Button></div>
    </Page>
  );
}

function NotFound() {
  const text = shellTexts();
  return <Page title={text.notFoundTitle} lead={text.notFound}><LinkButton href="/">{text.toStart}</LinkButton></Page>;
}
