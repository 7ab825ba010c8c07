import type { output } from 'zod/mini';
import type { giveReportFeedback as feedbackBody, SubmittedReport } from '../contracts/periodic-report.ts';
import { addDays, endOfDay, localDate } from '../domain/calendar.ts';
import type { Instant } from '../domain/case.ts';
import { CodeExhausted, CodeTooSoon, CodeWrong, Conflict, LinkNotValid, SessionExpired } from '../domain/errors.ts';
import { isBefore } from '../domain/instant.ts';
import { maskMailbox } from '../domain/masking.ts';
import { partyMailEntry } from '../domain/outbox.ts';
import { recordFeedback } from '../domain/periodic-report/edit-report.ts';
import { currentSubmission, type PeriodicReport, type Submission } from '../domain/periodic-report/periodic-report.ts';
import { nameOfPeriod } from '../domain/periodic-report/report-command.ts';
import type { ReportLinkPorts, StoredReport } from './ports-report.ts';
import type { Link, ReplySession } from './ports-reply.ts';
import type { Idempotency } from './ports.ts';
import type { LinkCaller, SessionCaller } from './reply-caller.ts';
import { limit, limitAddress, replyLimits } from './reply-limits.ts';
import { openSession } from './reply-session.ts';
import { editionViewOf } from './report-view.ts';

/** Days that a link lives after feedback was due, or after the submission where none is. */
const linkDays = 60;
const linkEnds = ({ at, feedbackBy }: Submission): Instant => endOfDay(addDays(localDate(feedbackBy ?? at), linkDays));

/** The newest submission, while its link lives: an older edition's link is dead. */
const liveSubmission = (report: PeriodicReport, { epoch, unitId }: Pick<Link, 'epoch' | 'unitId'>, now: Instant): Submission | undefined => {
  const submission = currentSubmission(report);
  return submission?.edition === epoch && report.rule.receiver.unitId === unitId && !isBefore(linkEnds(submission), now) ? submission : undefined;
};
/** One and the same refusal, whatever is wrong with the link (ux.md, link 5). @throws LinkNotValid */
const liveReport = async (ports: ReportLinkPorts, secret: string, now: Instant): Promise<{ readonly link: Link; readonly stored: StoredReport }> => {
  const link = await ports.links.find(ports.secrets.hash(secret));
  const stored = link?.purpose === 'report' ? await ports.reports.find(link.caseId) : undefined;
  if (link === undefined || stored === undefined || liveSubmission(stored.report, link, now) === undefined) throw new LinkNotValid();
  return { link, stored };
};
/** L5, of whoever is behind a link: the unit that it was sent to. */
const logged = (ports: ReportLinkPorts, caller: LinkCaller, unitId: string, operation: string, kind: 'read' | 'write'): Promise<void> =>
  ports.accessLog.record({ at: caller.now, userId: 'external', principal: null, unitId, operation, kind, caseId: null, patientKey: null });

/** Sends a six-digit code to the mailbox that the link went to (ux.md, link 3). @throws LinkNotValid, CodeTooSoon, RateLimited, Conflict, Throttled */
export async function requestReportCode(ports: ReportLinkPorts, { caller, body }: { readonly caller: LinkCaller; readonly body: { readonly secret: string } }) {
  const { now } = caller;
  await limitAddress(ports, caller);
  const { link, stored } = await liveReport(ports, body.secret, now);
  const { report } = stored;
  const mailbox = (await ports.registers.read()).units.find(({ id }) => id === link.unitId)?.mailbox;
  if (mailbox === undefined) throw new LinkNotValid();
  const earlier = await ports.codes.find(report.id, link.epoch);
  const secondsSince = earlier ? (Date.parse(now) - Date.parse(earlier.sentAt)) / 1000 : Infinity;
  if (secondsSince < replyLimits.codeAgainSeconds) throw new CodeTooSoon(Math.ceil(replyLimits.codeAgainSeconds - secondsSince));
  await limit(ports, 'code-link', link.hash, replyLimits.codesPerLink, now);
  await limit(ports, 'code-recipient', link.unitId, replyLimits.codesPerRecipient, now);
  const digits = String(ports.identifiers.newNumber(1_000_000)).padStart(6, '0');
  const expiresAt = new Date(Date.parse(now) + replyLimits.codeValidSeconds * 1000).toISOString();
  await logged(ports, caller, link.unitId, 'request-report-code', 'write');
  const written = await ports.reports.change({
    report, events: [],
    outbox: [partyMailEntry({ caseId: report.id, mail: 'code', unitId: link.unitId, purpose: 'report', linkEpoch: link.epoch, about: nameOfPeriod(report), code: { digits, expiresAt }, occasion: `e${link.epoch}-${Date.parse(now)}` })],
  }, stored, { at: now, actor: 'external', alongside: [ports.codes.putRow({ caseId: report.id, epoch: link.epoch, hash: ports.secrets.keyed(body.secret, digits), sentAt: now, expiresAt, tries: 0 })] });
  if (written !== 'written') throw new Conflict();
  return { sentTo: maskMailbox(mailbox), validForSeconds: replyLimits.codeValidSeconds, againAfterSeconds: replyLimits.codeAgainSeconds };
}

/** Exchanges a code for a session of this one report; the code is spent. @throws LinkNotValid, CodeWrong, CodeExhausted, RateLimited, Conflict, Throttled */
export async function verifyReportCode(ports: ReportLinkPorts, { caller, body }: { readonly caller: LinkCaller; readonly body: { readonly secret: string; readonly code: string } }) {
  const { now } = caller;
  await limitAddress(ports, caller);
  const { link, stored } = await liveReport(ports, body.secret, now);
  const sent = await ports.codes.find(stored.report.id, link.epoch);
  if (!sent || !isBefore(now, sent.expiresAt)) throw new CodeWrong(0);
  const tries = await ports.codes.countTry(sent, replyLimits.codeTries);
  if (tries === 'exhausted') throw new CodeExhausted();
  if (!ports.secrets.same(ports.secrets.keyed(body.secret, body.code), sent.hash)) throw new CodeWrong(replyLimits.codeTries - tries);
  const token = ports.identifiers.newSecret();
  const session: ReplySession = { hash: ports.secrets.hash(token), caseId: stored.report.id, purpose: 'report', epoch: link.epoch, unitId: link.unitId, startedAt: now, lastUsedAt: now, opened: true };
  await logged(ports, caller, link.unitId, 'verify-report-code', 'write');
  const written = await ports.reports.change({ report: stored.report, events: [{ type: 'reportLinkOpened', detail: { edition: link.epoch } }], outbox: [] }, stored, {
    at: now, actor: 'external', alongside: [ports.codes.deleteRow(sent), ports.sessions.putRow(session)],
  });
  if (written !== 'written') throw new Conflict();
  return { token, started: { idleSeconds: replyLimits.sessionIdleSeconds, endsAt: new Date(Date.parse(now) + replyLimits.sessionSeconds * 1000).toISOString() } };
}

/** @throws SessionExpired */
async function reportOfSession(ports: ReportLinkPorts, caller: SessionCaller): Promise<{ readonly session: ReplySession; readonly stored: StoredReport; readonly submission: Submission }> {
  const session = await openSession(ports, caller);
  const stored = session.purpose === 'report' ? await ports.reports.find(session.caseId) : undefined;
  const submission = stored && liveSubmission(stored.report, session, caller.now);
  if (stored === undefined || submission === undefined) throw new SessionExpired();
  return { session, stored, submission };
}
async function shown(ports: ReportLinkPorts, { report }: StoredReport, edition: number, now: Instant): Promise<SubmittedReport> {
  const submitted = await ports.reports.edition(report.id, edition);
  if (submitted === undefined) throw new SessionExpired();
  return {
    now, report: editionViewOf(submitted), feedback: report.feedback.filter((each) => each.edition === edition).map(({ at, text, actions }) => ({ at, text, actions: actions.map((action) => ({ ...action })) })),
    callBackPhone: (await ports.registers.callBackPhone()) ?? null,
  };
}

/** What was submitted, as it was submitted. @throws SessionExpired */
export async function readSubmittedReport(ports: ReportLinkPorts, { caller }: { readonly caller: SessionCaller }): Promise<SubmittedReport> {
  const { session, stored, submission } = await reportOfSession(ports, caller);
  await logged(ports, caller, session.unitId, 'read-submitted-report', 'read');
  return shown(ports, stored, submission.edition, caller.now);
}

/** G5: by whoever received it. The same again changes nothing. @throws SessionExpired, WrongStatus, InvalidInput, SendingBlocked, Conflict */
export async function giveReportFeedback(
  ports: ReportLinkPorts, { caller, idempotency, body }: { readonly caller: SessionCaller; readonly idempotency: Idempotency; readonly body: output<typeof feedbackBody> },
): Promise<SubmittedReport> {
  const { session, stored, submission } = await reportOfSession(ports, caller);
  const outcome = recordFeedback(stored.report, body, { now: caller.now, actor: 'external', register: await ports.registers.read() });
  await logged(ports, caller, session.unitId, 'give-report-feedback', 'write');
  const written = await ports.reports.change(outcome, stored, { at: caller.now, actor: 'external', idempotency: { ...idempotency, scope: session.hash, answer: { version: outcome.report.version } } });
  if (written === 'superseded') throw new Conflict();
  const now = await ports.reports.find(stored.report.id);
  return shown(ports, now ?? stored, submission.edition, caller.now);
}
