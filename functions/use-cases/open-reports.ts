import { localDate } from '../domain/calendar.ts';
import type { Instant } from '../domain/case.ts';
import { executionName } from '../domain/outbox.ts';
import { restartReport } from '../domain/periodic-report/edit-report.ts';
import { openReport } from '../domain/periodic-report/open-report.ts';
import { periodsEnded } from '../domain/periodic-report/period.ts';
import type { PeriodicReport } from '../domain/periodic-report/periodic-report.ts';
import { reportWait } from '../domain/periodic-report/report-clock.ts';
import { failReport } from './fail-report.ts';
import { errorFields } from './ports-log.ts';
import type { OpenReportsPorts } from './ports-report.ts';

/**
 * Once a day: opens the report of every kind and period that has ended since the routine first had it, each once; what was
 * missed while nothing ran is made up for. And sees to it that every open report has its clock (design.md 1.2).
 */
export async function openReports(ports: OpenReportsPorts, now: Instant): Promise<{ readonly opened: number; readonly healed: number }> {
  const register = await ports.registers.read();
  // Before bootstrap there is nothing to report.
  if (register.organisations.length === 0) return { opened: 0, healed: 0 };
  const { reports: rules } = await ports.registers.activeRoutine(register, now);
  const today = localDate(now);
  let opened = 0;
  for (const rule of rules) {
    for (const period of periodsEnded(rule.every, await ports.reports.since(rule.id, today), today)) {
      if ((await ports.reports.open(openReport(rule, period, now), now)) === 'opened') opened += 1;
    }
  }
  let healed = 0;
  for (const report of await ports.reports.list()) {
    try {
      if (await heal(ports, report, now)) healed += 1;
    } catch (error) {
      ports.log.error('report-not-healed', { caseId: report.id, ...errorFields(error) });
    }
  }
  ports.log.info('reports-opened', { count: opened });
  return { opened, healed };
}

/** An open report whose execution is gone gets another; of one that stopped the administrators are told, where the notice was lost. */
async function heal(ports: OpenReportsPorts, report: PeriodicReport, now: Instant): Promise<boolean> {
  // What was opened or changed today has its start in the outbox.
  if (reportWait(report).awaits === 'nothing' || report.stopped || localDate(report.openedAt) === localDate(now)) return false;
  const name = executionName(report.id, report.generation, 'periodic-report');
  const execution = await ports.executions.describe('periodic-report', name);
  if (execution?.status === 'RUNNING') return false;
  if (execution === undefined) {
    await ports.executions.start('periodic-report', name, { caseId: report.id, generation: report.generation });
    return true;
  }
  if (execution.status !== 'SUCCEEDED') return (await failReport(ports, { executionName: name, at: now })) === 'failed';
  const stored = await ports.reports.find(report.id);
  if (stored === undefined || stored.report.generation !== report.generation) return false;
  return (await ports.reports.change(restartReport(stored.report), stored, { at: now, actor: 'clock' })) === 'written';
}
