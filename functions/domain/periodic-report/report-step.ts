import { localDate } from '../calendar.ts';
import type { OutboxEntry } from '../outbox.ts';
import { currentSubmission, type PeriodicReport, type ReportBody } from './periodic-report.ts';
import { dueStep } from './report-clock.ts';
import { reportNotices, type ReportContext, type ReportEventDraft, type ReportOutcome } from './report-command.ts';
import type { ReportStep } from './words.ts';
import { aboveEditors, editorsOf, receiverMails } from './report-people.ts';

type Effect = { readonly event: ReportEventDraft; readonly outbox: readonly OutboxEntry[] };
const effectOf = (report: PeriodicReport, step: ReportStep, context: ReportContext): Effect => {
  const { register, now } = context;
  const today = localDate(now);
  const edition = currentSubmission(report)?.edition ?? 0;
  const occasion = `${step}-e${edition}-c${report.clockRevision}`;
  const editors = editorsOf(register, report, today);
  switch (step) {
    case 'remindOfReport':
      return { event: { type: 'reportReminded', detail: { dueAt: report.dueAt } }, outbox: reportNotices(report, 'reportReminder', editors, occasion) };
    case 'escalateReport':
      return { event: { type: 'reportEscalated', detail: { dueAt: report.dueAt } }, outbox: reportNotices(report, 'reportEscalation', [...aboveEditors(register, report, today), ...editors], occasion) };
    case 'remindOfFeedback':
      return {
        event: { type: 'reportFeedbackReminded', detail: { edition } },
        // Where nobody outside owes it, it is the organisation's own follow-up.
        outbox: isReceived(report) ? receiverMails(report, 'reportFeedbackReminder', occasion, context) : reportNotices(report, 'reportFeedbackReminder', editors, occasion),
      };
    case 'feedbackOverdue':
      return {
        event: { type: 'reportFeedbackOverdue', detail: { edition } },
        outbox: [...(isReceived(report) ? receiverMails(report, 'reportFeedbackReminder', occasion, context) : []), ...reportNotices(report, 'reportFeedbackReminder', editors, occasion)],
      };
    case 'draftReport':
      throw new RangeError('a draft is made of figures');
  }
};
const isReceived = ({ rule: { receiver } }: PeriodicReport): boolean => receiver.unitId !== undefined || receiver.groupKind !== undefined;

/** What time does to a report, but for drafting it; null: it was done before, or the report has moved on. Never touches the version that people edit. */
export const takeReportStep = (report: PeriodicReport, step: ReportStep, context: ReportContext): ReportOutcome | null => {
  const due = dueStep(report, step, context.now);
  if (due === null) return null;
  const { event, outbox } = effectOf(report, step, context);
  return { report: { ...report, steps: { ...report.steps, ...Object.fromEntries(due.taken.map((each) => [each, context.now])) } }, events: [event], outbox };
};

/** G3: the draft is there; its editors are told. Null: it was drafted before. */
export const draftReport = (report: PeriodicReport, body: ReportBody, context: ReportContext): ReportOutcome | null => {
  if (dueStep(report, 'draftReport', context.now) === null) return null;
  return {
    report: { ...report, status: 'draft', body, version: report.version + 1, clockRevision: report.clockRevision + 1, steps: { ...report.steps, draftReport: context.now } },
    events: [{ type: 'reportDrafted', detail: { lines: body.lines.length, sections: body.sections.length } }],
    outbox: reportNotices(report, 'reportDrafted', editorsOf(context.register, report, localDate(context.now)), 'drafted'),
  };
};
