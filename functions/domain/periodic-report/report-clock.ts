import { addDays, endOfDay, localDate, morning } from '../calendar.ts';
import type { Instant } from '../case.ts';
import { addHours, earlier, isBefore, milliseconds } from '../instant.ts';
import { currentSubmission, type PeriodicReport } from './periodic-report.ts';
import type { ReportStep, ReportWait } from './words.ts';

interface Waiting {
  readonly awaits: ReportWait | 'nothing';
  readonly steps: readonly { readonly step: ReportStep; readonly at: Instant }[];
}
/** As a case's reading of its clock (lifecycle.ts). */
export interface ReportReading {
  readonly clockRevision: number;
  readonly awaits: ReportWait | 'nothing' | 'nextGeneration';
  readonly next: { readonly step: ReportStep; readonly at: Instant } | null;
  readonly until: Instant;
}

/** Of a report; well before Step Functions' limit of a year. A yearly report that waits longer begins another generation. */
const generationHours = 300 * 24;
/** Whoever owes feedback is reminded so many days before it is due. */
const remindBeforeDays = 7;

export const feedbackBy = (submittedAt: Instant, days: number): Instant => endOfDay(addDays(localDate(submittedAt), days));
/** The morning after the last day: the managers are told. */
const escalateAt = ({ dueAt }: Pick<PeriodicReport, 'dueAt'>): Instant => morning(addDays(localDate(dueAt), 1));

/** What a report waits for, and what time does meanwhile (domain.md section 5; G3, G5). */
export const reportWait = (report: PeriodicReport): Waiting => {
  switch (report.status) {
    case 'waiting':
      return { awaits: 'reportDrafting', steps: [{ step: 'draftReport', at: report.draftAt }] };
    case 'draft':
      return { awaits: 'reportSubmission', steps: [{ step: 'remindOfReport', at: report.remindAt }, { step: 'escalateReport', at: escalateAt(report) }] };
    case 'submitted': {
      const due = currentSubmission(report)?.feedbackBy ?? null;
      if (due === null) return { awaits: 'nothing', steps: [] };
      return {
        awaits: 'reportFeedback',
        steps: [{ step: 'remindOfFeedback', at: morning(addDays(localDate(due), -remindBeforeDays)) }, { step: 'feedbackOverdue', at: morning(addDays(localDate(due), 1)) }],
      };
    }
    case 'done':
      return { awaits: 'nothing', steps: [] };
  }
};

/** After an outage only the newest of these goes out. */
const reminders: readonly (readonly ReportStep[])[] = [['remindOfReport', 'escalateReport'], ['remindOfFeedback', 'feedbackOverdue']];
const pendingSteps = (report: PeriodicReport, now: Instant): { readonly pending: Waiting['steps']; readonly skipped: readonly ReportStep[] } => {
  const left = reportWait(report).steps.filter(({ step }) => report.steps[step] === undefined).toSorted((one, other) => milliseconds(one.at) - milliseconds(other.at));
  const skipped = reminders.flatMap((group) => left.filter(({ step, at }) => group.includes(step) && !isBefore(now, at)).map(({ step }) => step).slice(0, -1));
  return { pending: left.filter(({ step }) => !skipped.includes(step)), skipped };
};
/** The step that is due, with those that it overtakes; null: the report has moved on. */
export const dueStep = (report: PeriodicReport, step: ReportStep, now: Instant): { readonly taken: readonly ReportStep[] } | null => {
  const { pending, skipped } = pendingSteps(report, now);
  const found = pending.find((each) => each.step === step);
  return found === undefined || isBefore(now, found.at) ? null : { taken: [...skipped, step] };
};

/** What an execution of this generation has to wait for: nothing where a newer one has taken over. */
export const readReport = (report: PeriodicReport, execution: { readonly generation: number; readonly startedAt: Instant }, now: Instant): ReportReading => {
  const generationEnds = addHours(execution.startedAt, generationHours);
  const { clockRevision } = report;
  const awaits = execution.generation === report.generation ? reportWait(report).awaits : 'nothing';
  if (awaits === 'nothing') return { clockRevision, awaits, next: null, until: generationEnds };
  if (!isBefore(now, generationEnds)) return { clockRevision, awaits: 'nextGeneration', next: null, until: generationEnds };
  const [next] = pendingSteps(report, now).pending;
  if (!next || isBefore(generationEnds, next.at)) return { clockRevision, awaits, next: null, until: generationEnds };
  return { clockRevision, awaits, next, until: earlier(next.at, generationEnds) };
};
