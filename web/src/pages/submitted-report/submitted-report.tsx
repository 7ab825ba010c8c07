import { useEffect, useState } from 'preact/hooks';
import type { SubmittedReport } from '../../../../functions/contracts/periodic-report.ts';
import { call } from '../../api/call.ts';
import { ApiFailure } from '../../api/failure.ts';
import { Facts, Written } from '../../components/facts/facts.tsx';
import { useSending } from '../../components/form/use-sending.ts';
import { Notice } from '../../components/notice/notice.tsx';
import { Failed, Loading, Page } from '../../components/page/page.tsx';
import { dateAndTime, longDate } from '../../language/dates.ts';
import { language } from '../../language/language.ts';
import { EditionView } from '../collaboration/reports/edition.tsx';
import { FeedbackForm } from '../collaboration/reports/feedback-form.tsx';
import { reportTexts } from '../collaboration/reports/texts.ts';
import { CodeEntry, HelpPhone, NoLink, OpenLink } from '../reply/opening.tsx';
import { secret } from '../reply/secret.ts';
import { replyTexts } from '../reply/texts.ts';

type Stage =
  | { readonly at: 'looking' | 'opening' | 'noLink' | 'gone' }
  | { readonly at: 'code'; readonly sentTo: string; readonly againAfterSeconds: number }
  | { readonly at: 'report'; readonly view: SubmittedReport }
  | { readonly at: 'failed'; readonly failure: unknown };

/** G3, G5: a submitted report, by the same way from the link as that of a reply, with the feedback on it. */
export default function SubmittedReportPage() {
  const text = reportTexts();
  const [stage, setStage] = useState<Stage>({ at: 'looking' });
  const link = secret.value;
  const show = async () => {
    try {
      setStage({ at: 'report', view: await call('read-submitted-report') });
    } catch (failure) {
      if (failure instanceof ApiFailure && failure.code === 'session-expired') setStage({ at: secret.value === null ? 'noLink' : 'opening' });
      else setStage({ at: 'failed', failure });
    }
  };
  useEffect(() => {
    if (link !== null) setStage({ at: 'opening' });
    else void show();
  }, [link]);
  const code = { ask: 'request-report-code', verify: 'verify-report-code' } as const;
  switch (stage.at) {
    case 'looking': return <Loading />;
    case 'noLink': return <NoLink />;
    case 'gone': return <Page key="gone" title={replyTexts().goneTitle} lead={replyTexts().gone}><HelpPhone /></Page>;
    case 'failed': return <Page key="failed" title={text.openTitle}><Failed failure={stage.failure} again={() => void show()} /></Page>;
    case 'opening': return (
      <OpenLink words={text} code={code} before={null} sent={({ sentTo, againAfterSeconds }) => setStage({ at: 'code', sentTo, againAfterSeconds })} gone={() => setStage({ at: link === null ? 'noLink' : 'gone' })} />
    );
    case 'code': return <CodeEntry code={code} submit={text.openTitle} sentTo={stage.sentTo} againAfterSeconds={stage.againAfterSeconds} opened={show} gone={() => setStage({ at: 'gone' })} />;
    case 'report': return <Report view={stage.view} shown={(view) => setStage({ at: 'report', view })} expired={() => setStage({ at: secret.value === null ? 'noLink' : 'opening' })} />;
  }
}

function Report({ view, shown, expired }: { readonly view: SubmittedReport; readonly shown: (view: SubmittedReport) => void; readonly expired: () => void }) {
  const text = reportTexts();
  const { busy, send } = useSending('give-report-feedback');
  const [given, setGiven] = useState(false);
  const { report } = view;
  return (
    <Page key="report" title={`${report.title[language.value]} ${report.name}`} lead={report.sender} wide>
      <div role="status">{given && <Notice color="success"><p>{text.given}</p></Notice>}</div>
      <Facts facts={[[text.period, `${report.period.from} – ${report.period.to}`], [text.submittedAt, dateAndTime(report.submittedAt)], report.feedbackBy !== null && [text.clock.submitted, longDate(report.feedbackBy)]]} />
      <EditionView edition={report} heading="h2" />
      <h2>{text.feedback}</h2>
      {view.feedback.map((each) => <div key={each.at} class="panel"><p><strong>{dateAndTime(each.at)}</strong></p><p><Written>{each.text}</Written></p></div>)}
      <div class="no-print"><FeedbackForm command="give-report-feedback" label={text.give} busy={busy} send={async (feedback) => {
        const sent = await send(feedback);
        if (sent === null) return null;
        if ('failure' in sent) {
          if (sent.failure.code !== 'session-expired') return sent.failure;
          expired();
          return null;
        }
        setGiven(true);
        shown(sent.answer);
        return null;
      }} /></div>
      <HelpPhone phone={view.callBackPhone} />
    </Page>
  );
}
