import type { Instant } from '../domain/case.ts';
import { NotFound } from '../domain/errors.ts';
import { readReport, type ReportReading } from '../domain/periodic-report/report-clock.ts';
import type { ReportTaskPorts } from './ports-report.ts';

/** What a report's execution waits for now, and until when. @throws NotFound, Throttled */
export async function readReportClock(
  ports: Pick<ReportTaskPorts, 'reports'>, task: { readonly caseId: string; readonly generation: number; readonly startedAt: Instant; readonly now: Instant },
): Promise<ReportReading> {
  const stored = await ports.reports.find(task.caseId);
  if (stored === undefined) throw new NotFound('report');
  return readReport(stored.report, task, task.now);
}
