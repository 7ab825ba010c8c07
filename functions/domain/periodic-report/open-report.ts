import type { Instant } from '../case.ts';
import { startEntry } from '../outbox.ts';
import { reportDays, reportId, type ReportPeriod } from './period.ts';
import type { ReportOutcome } from './report-command.ts';
import type { ReportRule } from './report-rule.ts';

/** Opens the report of a period that has ended, with its clock. */
export const openReport = (rule: ReportRule, period: ReportPeriod, now: Instant): ReportOutcome => {
  const id = reportId(rule, period);
  return {
    report: {
      id, rule, period, status: 'waiting', openedAt: now, ...reportDays(rule, period), version: 1, clockRevision: 1, generation: 1, stopped: false, steps: {}, body: null,
      submissions: [], feedback: [], forwarded: [],
    },
    events: [{ type: 'reportOpened', detail: { from: period.from, to: period.to } }],
    outbox: [startEntry(id, 1, 'periodic-report')],
  };
};
