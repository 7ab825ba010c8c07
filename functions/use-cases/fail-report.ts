import { localDate } from '../domain/calendar.ts';
import type { Instant } from '../domain/case.ts';
import { Conflict } from '../domain/errors.ts';
import { parseExecutionName } from '../domain/outbox.ts';
import { reportStopped } from '../domain/periodic-report/edit-report.ts';
import { holdersOf } from '../domain/role-holders.ts';
import type { OpenReportsPorts } from './ports-report.ts';

export const isReport = (executionName: string): boolean => parseExecutionName(executionName)?.track === 'periodic-report';

/** A report whose execution failed, or was stopped, is marked, and the system administrators are told, once an execution (design.md 1.4). @throws Conflict, Throttled */
export async function failReport(ports: Pick<OpenReportsPorts, 'registers' | 'reports' | 'log'>, failed: { readonly executionName: string; readonly at: Instant }): Promise<'failed' | 'ignored'> {
  const named = parseExecutionName(failed.executionName);
  const stored = named && (await ports.reports.find(named.caseId));
  if (named === undefined || stored === undefined) return 'ignored';
  const outcome = reportStopped(stored.report, named.generation, holdersOf(await ports.registers.read(), 'systemAdministrator', localDate(failed.at)));
  if (outcome === null) return 'ignored';
  if ((await ports.reports.change(outcome, stored, { at: failed.at, actor: 'clock' })) === 'superseded') throw new Conflict();
  ports.log.warn('report-stopped', { caseId: named.caseId, executionName: failed.executionName });
  return 'failed';
}
