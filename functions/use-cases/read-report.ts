import type { ReportView } from '../contracts/periodic-report.ts';
import { localDate } from '../domain/calendar.ts';
import type { Instant } from '../domain/case.ts';
import { NotFound } from '../domain/errors.ts';
import type { PeriodicReport } from '../domain/periodic-report/periodic-report.ts';
import { reportInsight } from '../domain/periodic-report/report-people.ts';
import type { ReportPorts } from './ports-report.ts';
import type { Caller } from './ports.ts';
import { reportViewOf } from './report-view.ts';
import { accessEntry, signIn, type SignedIn } from './staff-access.ts';

export const viewOfReport = async (ports: Pick<ReportPorts, 'reports'>, report: PeriodicReport, signedIn: SignedIn, now: Instant): Promise<ReportView> => {
  const numbers = report.submissions.map(({ edition }) => edition).toReversed();
  const editions = (await Promise.all(numbers.map((number) => ports.reports.edition(report.id, number)))).filter((edition) => edition !== undefined);
  return reportViewOf(report, { editions, events: await ports.reports.events(report.id) }, signedIn, now);
};

/** One report: its draft for those who edit it, what was submitted for those it concerns; another's does not exist. @throws UnknownUser, NotFound */
export async function readReport(ports: ReportPorts, { caller, reportId }: { readonly caller: Caller; readonly reportId: string }): Promise<ReportView> {
  const signedIn = await signIn(ports, caller);
  const stored = await ports.reports.find(reportId);
  if (stored === undefined) throw new NotFound('report');
  const { report } = stored;
  const insight = reportInsight(signedIn.register, signedIn.member, report, localDate(caller.now));
  if (insight === 'none' || (insight === 'submitted' && report.submissions.length === 0 && !report.stopped)) throw new NotFound('report');
  await ports.accessLog.record(accessEntry(caller, signedIn, 'read-report', 'read', null));
  return viewOfReport(ports, report, signedIn, caller.now);
}
