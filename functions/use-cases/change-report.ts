import type { output } from 'zod/mini';
import type { changeReport as changeBody, editReport as editBody, recordReportFeedback as feedbackBody, ReportView, submitReport as submitBody } from '../contracts/periodic-report.ts';
import { localDate } from '../domain/calendar.ts';
import { Conflict, NotAllowed, NotFound, StaleVersion, WrongStatus } from '../domain/errors.ts';
import { editReport as edit, forwardSystemFault, recordFeedback, reopenReport, restartReport, sendReportAgain, submitReport as submit } from '../domain/periodic-report/edit-report.ts';
import type { PeriodicReport } from '../domain/periodic-report/periodic-report.ts';
import type { ReportContext, ReportOutcome } from '../domain/periodic-report/report-command.ts';
import { editsReport, receivesReport, reportInsight } from '../domain/periodic-report/report-people.ts';
import { withWithheld } from '../domain/periodic-report/report-release.ts';
import type { ReportPorts, StoredReport } from './ports-report.ts';
import type { RowWrite, StaffCommand } from './ports.ts';
import { viewOfReport } from './read-report.ts';
import { accessEntry, signIn, type SignedIn } from './staff-access.ts';

type OnReport<Body> = StaffCommand<Body> & { readonly reportId: string };
interface Decided {
  readonly outcome: ReportOutcome;
  readonly alongside?: readonly RowWrite[];
}
type Decide = (stored: StoredReport, context: ReportContext, signedIn: SignedIn) => Decided | Promise<Decided>;

/** The clock may write between reading and writing; more often is no coincidence. */
const attempts = 5;

/** Those who edit it; a report that a user may not read does not exist for it. @throws NotAllowed, NotFound */
const demand = (signedIn: SignedIn, report: PeriodicReport, now: string, may: (signedIn: SignedIn, report: PeriodicReport) => boolean): void => {
  if (may(signedIn, report)) return;
  if (reportInsight(signedIn.register, signedIn.member, report, localDate(now)) === 'none') throw new NotFound('report');
  throw new NotAllowed('not-report-editor');
};
const edits = ({ member }: SignedIn, report: PeriodicReport): boolean => editsReport(member, report);

/** A command on a report: who, may it, is it the version that was seen, one transaction. @throws UnknownUser, NotFound, NotAllowed, StaleVersion, Conflict, what `decide` throws */
async function run<Body extends { readonly version: number }>(
  ports: ReportPorts, { caller, idempotency, body, reportId }: OnReport<Body>, operation: string, may: (signedIn: SignedIn, report: PeriodicReport) => boolean, decide: Decide,
): Promise<ReportView> {
  const signedIn = await signIn(ports, caller);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const stored = await ports.reports.find(reportId);
    if (stored === undefined) throw new NotFound('report');
    demand(signedIn, stored.report, caller.now, may);
    const earlier = await ports.cases.findAnswer(caller.userId, idempotency, caller.now);
    if (earlier !== undefined) break;
    if (stored.report.version !== body.version) throw new StaleVersion(stored.report.version);
    const { outcome, alongside } = await decide(stored, { now: caller.now, actor: caller.userId, register: signedIn.register }, signedIn);
    if (attempt === 0) await ports.accessLog.record(accessEntry(caller, signedIn, operation, 'write', null));
    const written = await ports.reports.change(outcome, stored, {
      at: caller.now, actor: caller.userId, alongside, idempotency: { ...idempotency, scope: caller.userId, answer: { version: outcome.report.version } },
    });
    if (written !== 'superseded') break;
    if (attempt === attempts - 1) throw new Conflict();
  }
  const now = await ports.reports.find(reportId);
  if (now === undefined) throw new NotFound('report');
  return viewOfReport(ports, now.report, signedIn, caller.now);
}

/** Texts and marks of the draft (G3); figures are not edited. @throws WrongStatus, InvalidInput */
export const editReport = (ports: ReportPorts, command: OnReport<output<typeof editBody>>): Promise<ReportView> =>
  run(ports, command, 'edit-report', edits, ({ report }, context) => ({ outcome: edit(report, command.body, context) }));

/** Locks the draft as an edition that leaves (G3), with what of it may leave beside what has left before (L11). @throws WrongStatus, SendingBlocked, Conflict */
export const submitReport = (ports: ReportPorts, command: OnReport<output<typeof submitBody>>): Promise<ReportView> =>
  run(ports, command, 'submit-report', edits, async ({ report }, context) => {
    if (report.body === null) throw new WrongStatus('submit-report', report.status);
    const { releases: earlier, next } = await ports.releases.read();
    const { body, releases } = withWithheld(report, report.body, earlier);
    return { outcome: submit(report, body, context), alongside: releases.map((release, index) => ports.releases.row(release, next + index)) };
  });

/** Opens a submitted report for a new edition, sends its link again, sends a fault of the system on (G5), or restarts its clock. @throws WrongStatus, InvalidInput, SendingBlocked */
export const changeReport = (ports: ReportPorts, command: OnReport<output<typeof changeBody>>): Promise<ReportView> => {
  const { body } = command;
  const may = body.change === 'restart' ? ({ member }: SignedIn) => member.roles.some(({ role }) => role === 'systemAdministrator') : edits;
  return run(ports, command, 'change-report', may, ({ report }, context): Decided => {
    switch (body.change) {
      case 'reopen': return { outcome: reopenReport(report, body, context) };
      case 'send-again': return { outcome: sendReportAgain(report, context) };
      case 'forward-fault': return { outcome: forwardSystemFault(report, body, context) };
      case 'restart': {
        if (!report.stopped) throw new WrongStatus('restart-report', report.status);
        const outcome = restartReport(report);
        return { outcome: { ...outcome, report: { ...outcome.report, version: report.version + 1 } } };
      }
    }
  });
};

/** G5, R8: by those who edit it, on behalf of whoever answered otherwise, or by a member of the group that received it. @throws WrongStatus, InvalidInput, SendingBlocked */
export const recordReportFeedback = (ports: ReportPorts, command: OnReport<output<typeof feedbackBody>>): Promise<ReportView> =>
  run(ports, command, 'record-report-feedback', (signedIn, report) => edits(signedIn, report) || receivesReport(signedIn.register, signedIn.member, report, localDate(command.caller.now)),
    ({ report }, context) => ({ outcome: recordFeedback(report, command.body, context) }));
