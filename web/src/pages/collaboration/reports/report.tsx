import { useState } from 'preact/hooks';
import type { ReportView } from '../../../../../functions/contracts/periodic-report.ts';
import { textLimit } from '../../../../../functions/contracts/limits.ts';
import type { ApiFailure } from '../../../api/failure.ts';
import { errorsOf } from '../../../api/field-errors.ts';
import { useReading } from '../../../api/use-reading.ts';
import { Button } from '../../../components/button/button.tsx';
import { Facts, Written } from '../../../components/facts/facts.tsx';
import { leaving, saidHarmless, TextArea } from '../../../components/field/text-area.tsx';
import { TextField } from '../../../components/field/text-field.tsx';
import { FormFrame } from '../../../components/form/form.tsx';
import { useForm } from '../../../components/form/use-form.ts';
import { useSending } from '../../../components/form/use-sending.ts';
import { Notice } from '../../../components/notice/notice.tsx';
import { Failed, Loading, Page } from '../../../components/page/page.tsx';
import { dateAndTime, longDate } from '../../../language/dates.ts';
import { language } from '../../../language/language.ts';
import { DraftForm } from './draft-form.tsx';
import { EditionView } from './edition.tsx';
import { FeedbackForm } from './feedback-form.tsx';
import { reportTexts } from './texts.ts';

export interface Going {
  readonly report: ReportView;
  readonly done: (next: ReportView, said: string) => void;
  /** Reads it anew after somebody else was faster; whether that was so. */
  readonly stale: (failure: ApiFailure) => boolean;
}

/** One report: its draft to edit and submit, or what was submitted with the feedback on it. */
export function ReportPage({ id }: { readonly id: string }) {
  const text = reportTexts();
  const reading = useReading('read-report', { path: { reportId: id } });
  const [changed, setChanged] = useState<ReportView | null>(null);
  const [said, setSaid] = useState('');
  // A form keeps what is written, and what is wrong with it, until somebody else's version takes its place.
  const [taken, setTaken] = useState(0);
  const report = changed ?? reading.data;
  if (!report) return <Page title={text.title}>{reading.failure === null ? <Loading /> : <Failed failure={reading.failure} again={() => void reading.reload()} />}</Page>;
  const going: Going = {
    report,
    done: (next, words) => {
      setChanged(next);
      setSaid(words);
    },
    stale: ({ code }) => {
      if (code !== 'stale-version' && code !== 'conflict') return false;
      void reading.reload().then(() => {
        setChanged(null);
        setTaken(taken + 1);
        setSaid(text.stale);
      });
      return true;
    },
  };
  const { may } = report;
  const receiver = report.receiver.unit ?? (report.receiver.groupKind === null ? text.stays : text.groupKinds[report.receiver.groupKind]);
  return (
    <Page title={`${report.title[language.value]} ${report.name}`} lead={text.statuses[report.status]} wide>
      <p class="no-print"><a class="ds-link" href="/collaboration/reports">{text.back}</a></p>
      <div role="status">{said && <Notice color="success"><p>{said}</p></Notice>}</div>
      <Facts facts={[
        [text.period, `${report.period.from} – ${report.period.to}`], [text.receiver, receiver],
        [text.clock.draft, longDate(report.dueAt)], report.submittedAt !== null && [text.submittedAt, dateAndTime(report.submittedAt)], report.feedbackBy !== null && [text.clock.submitted, longDate(report.feedbackBy)],
      ]} />
      {report.overdue && <Notice color="warning"><p>{text.late}</p></Notice>}
      {report.stopped && <Notice color="warning"><p>{text.stopped}</p></Notice>}
      {may.restart && <Simple going={going} change="restart" label={text.restart} said={text.restarted} />}
      {report.draft && <DraftForm key={`${report.edition} ${taken}`} going={going} draft={report.draft} />}
      {report.editions.map((edition) => <section key={edition.edition} class="panel">
        <h2>{text.edition(edition.edition)}, {dateAndTime(edition.submittedAt)}</h2>
        <EditionView edition={edition} heading="h3" />
      </section>)}
      {report.editions.length > 0 && <section>
        <h2>{text.feedback}</h2>
        {report.feedback.length === 0 && <p>{text.noFeedback}</p>}
        {report.feedback.map((each) => <div key={each.at} class="panel">
          <p><strong>{each.by?.name ?? text.byExternal}, {dateAndTime(each.at)}</strong></p>
          <p><Written>{each.text}</Written></p>
          <ul class="ds-list">{each.actions.map((action) => <li key={action.text}>{action.state === 'done' ? text.done : text.planned}{action.due && ` ${longDate(action.due)}`}: {action.text}</li>)}</ul>
        </div>)}
        {may.recordFeedback && <RecordFeedback going={going} />}
      </section>}
      {may.forward && report.systemFaultsTo !== null && <Forward going={going} group={report.systemFaultsTo} />}
      {report.forwarded.map(({ at, group, text: fault }) => <Notice key={at}><p>{text.fault}, {group}, {dateAndTime(at)}</p><p><Written>{fault}</Written></p></Notice>)}
      {may.sendAgain && <Simple going={going} change="send-again" label={text.sendAgain} said={text.sentAgain} />}
      {may.reopen && <Reopen going={going} />}
      {report.events.length > 0 && <section class="no-print">
        <h2>{text.history}</h2>
        <ol class="ds-list">{report.events.map(({ at, type, by, actor, reason }) => <li key={`${at} ${type}`}>{dateAndTime(at)}: {text.events[type]} ({by?.name ?? (actor === 'external' ? text.byExternal : text.clockSystem)}){reason !== null && `, ${text.reason}: ${reason}`}</li>)}</ol>
      </section>}
    </Page>
  );
}

function Simple({ going, change, label, said }: { readonly going: Going; readonly change: 'send-again' | 'restart'; readonly label: string; readonly said: string }) {
  const { busy, send } = useSending('change-report');
  const [failure, setFailure] = useState<unknown>(null);
  const act = async () => {
    const sent = await send({ change, version: going.report.version }, { reportId: going.report.id });
    if (sent === null) return;
    if ('failure' in sent) {
      if (!going.stale(sent.failure)) setFailure(sent.failure);
      return;
    }
    going.done(sent.answer, said);
  };
  return <div class="no-print">{failure !== null && <Failed failure={failure} />}<div class="buttons"><Button kind="secondary" busy={busy} onClick={() => void act()}>{label}</Button></div></div>;
}

function RecordFeedback({ going }: { readonly going: Going }) {
  const text = reportTexts();
  const { busy, send } = useSending('record-report-feedback');
  return (
    <div class="no-print"><FeedbackForm command="record-report-feedback" label={text.record} busy={busy} send={async (given) => {
      const sent = await send({ version: going.report.version, ...given }, { reportId: going.report.id });
      if (sent === null) return null;
      if ('failure' in sent) return going.stale(sent.failure) ? null : sent.failure;
      going.done(sent.answer, text.recorded);
      return null;
    }} /></div>
  );
}

function Forward({ going, group }: { readonly going: Going; readonly group: string }) {
  const text = reportTexts();
  const form = useForm<'text' | 'dismissed'>({ text: '', dismissed: '' });
  const { busy, send } = useSending('change-report');
  const act = async () => {
    const sent = await send({ change: 'forward-fault', version: going.report.version, lineKey: null, text: form.text('text').trim(), notIdentifying: saidHarmless(form) }, { reportId: going.report.id });
    if (sent === null) return;
    if ('failure' in sent) {
      if (!going.stale(sent.failure)) form.fail(errorsOf(sent.failure, { '/text': 'text' }));
      return;
    }
    form.setAll({ text: '' });
    going.done(sent.answer, text.forwarded);
  };
  return (
    <div class="no-print"><FormFrame form={form} onSubmit={() => void act()} label={text.forward(group)} command="change-report">
      <TextArea form={form} name="text" most={textLimit.medium} label={text.forwardText} marking={leaving(form)} />
      <div class="buttons"><Button type="submit" kind="secondary" busy={busy}>{text.forward(group)}</Button></div>
    </FormFrame></div>
  );
}

function Reopen({ going }: { readonly going: Going }) {
  const text = reportTexts();
  const form = useForm({ reason: '' });
  const { busy, send } = useSending('change-report');
  const act = async () => {
    const sent = await send({ change: 'reopen', version: going.report.version, reason: form.text('reason').trim() }, { reportId: going.report.id });
    if (sent === null) return;
    if ('failure' in sent) {
      if (!going.stale(sent.failure)) form.fail(errorsOf(sent.failure, { '/reason': 'reason' }));
      return;
    }
    going.done(sent.answer, '');
  };
  return (
    <div class="no-print"><FormFrame form={form} onSubmit={() => void act()} label={text.reopen} command="change-report">
      <TextField form={form} name="reason" label={text.reopenReason} description={text.reopenAbout} />
      <div class="buttons"><Button type="submit" kind="secondary" busy={busy}>{text.reopen}</Button></div>
    </FormFrame></div>
  );
}
