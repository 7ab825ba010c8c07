import { localDate } from '../calendar.ts';
import type { Instant } from '../case.ts';
import { InvalidInput, SendingBlocked, WrongStatus } from '../errors.ts';
import { findIdentifying, isNumber, isNumberMark, markOfNumber, unresolvedFindings, type IdentifyingFinding } from '../identifying.ts';
import { startEntry, type OutboxEntry } from '../outbox.ts';
import { blockOf, knownNames, type SaidHarmless } from '../outgoing-text.ts';
import { personalNumberDigits } from '../personal-number.ts';
import type { Register } from '../register.ts';
import { reopenedDays } from './period.ts';
import { currentSubmission, type Feedback, type FeedbackAction, type PeriodicReport, type ReportBody, type ReportEdition } from './periodic-report.ts';
import { feedbackBy } from './report-clock.ts';
import { reportNotices, type ReportContext, type ReportOutcome } from './report-command.ts';
import { editorsOf, groupsOfKind, receiverMails } from './report-people.ts';
import type { ReportStatus, ReportStep } from './words.ts';

const demandStatus = (command: string, report: PeriodicReport, ...allowed: readonly ReportStatus[]): void => {
  if (!allowed.includes(report.status)) throw new WrongStatus(command, report.status);
};
const bodyOf = (command: string, report: PeriodicReport): ReportBody => {
  if (report.body === null) throw new WrongStatus(command, report.status);
  return report.body;
};
const changed = (report: PeriodicReport, changes: Partial<PeriodicReport>): PeriodicReport => ({ ...report, ...changes, version: report.version + 1 });
const signalEntry = ({ id }: PeriodicReport): OutboxEntry => ({ kind: 'signal', caseId: id, machine: 'periodic-report' });

/** Names that are no persons': organisations, units, and what the lines name. */
const harmlessNames = (register: Register): readonly string[] => [...knownNames(register), ...register.groups.map(({ name }) => name)];
const textsOf = ({ summary, lines }: Pick<ReportBody, 'summary' | 'lines'>): readonly string[] => [summary, ...lines.map(({ text }) => text)];
/** What in the texts of a report still may tell whom it is about (L1, L8, R9). */
export const findingsOf = (body: ReportBody, register: Register): readonly (readonly IdentifyingFinding[])[] => textsOf(body).map((text) => unresolvedFindings(text, body.resolved, harmlessNames(register)));

const said = ({ notIdentifying = [], notPersonalNumbers = [] }: SaidHarmless): readonly string[] =>
  [...notIdentifying, ...notPersonalNumbers.map((written) => markOfNumber(personalNumberDigits(written)))];

export interface ReportTexts extends SaidHarmless {
  readonly summary: string;
  /** Of lines that are there; the others keep theirs. */
  readonly lines: readonly { readonly key: string; readonly text: string; readonly systemFault: boolean }[];
}
/** Texts and marks only: no figure is edited. Saving is never blocked (L8). @throws WrongStatus, InvalidInput */
export const editReport = (report: PeriodicReport, command: ReportTexts, context: ReportContext): ReportOutcome => {
  demandStatus('edit-report', report, 'draft');
  const before = bodyOf('edit-report', report);
  command.lines.forEach(({ key }, index) => {
    if (!before.lines.some((line) => line.key === key)) throw new InvalidInput({ pointer: `/lines/${index}/key`, code: 'clause-unknown' });
  });
  const texts = {
    summary: command.summary,
    lines: before.lines.map((line) => {
      const edited = command.lines.find(({ key }) => key === line.key);
      return edited === undefined ? line : { ...line, text: edited.text, systemFault: edited.systemFault };
    }),
  };
  const found = new Set(textsOf(texts).flatMap((text) => findIdentifying(text, harmlessNames(context.register)).map(({ mark }) => mark)));
  const body: ReportBody = { ...before, ...texts, resolved: [...new Set(said(command))].filter((mark) => found.has(mark)) };
  const left = findingsOf(body, context.register).flat();
  return {
    report: changed(report, { body }),
    events: [{ type: 'reportEdited', detail: { findings: left.length, personalNumbers: left.filter(isNumber).length, notIdentifying: body.resolved.filter((mark) => !isNumberMark(mark)).join(' ') } }],
    outbox: [],
  };
};

/** What leaves: the texts, and of the figures those that may (L11). */
export const editionOf = (report: PeriodicReport, body: ReportBody, submission: { readonly edition: number; readonly at: Instant; readonly by: string; readonly feedbackBy: Instant | null }, register: Register): ReportEdition => ({
  reportId: report.id, edition: submission.edition, title: report.rule.title, period: report.period, every: report.rule.every, sender: register.organisations.find(({ own }) => own)?.name ?? '',
  submittedAt: submission.at, submittedBy: submission.by, feedbackBy: submission.feedbackBy, summary: body.summary, threshold: body.threshold,
  lines: body.lines.map(({ count, withheld, excepted: _never, ...line }) => ({ ...line, count: withheld === true ? null : count })),
  sections: body.sections.map(({ section, direction, rows }) => ({
    section, direction, rows: rows.map(({ value, name, now, before, withheldNow, withheldBefore }) => ({ value, name, now: withheldNow === true ? null : now, before: withheldBefore === true ? null : before })),
  })),
});
const submissionSteps: readonly ReportStep[] = ['remindOfFeedback', 'feedbackOverdue'];
const draftSteps: readonly ReportStep[] = ['remindOfReport', 'escalateReport'];
const without = (steps: PeriodicReport['steps'], forgotten: readonly ReportStep[]): PeriodicReport['steps'] => Object.fromEntries(Object.entries(steps).filter(([step]) => !forgotten.some((each) => each === step)));

/**
 * G3: what is submitted is locked as an edition of its own, and whoever receives it is told. `body`: the draft with what may
 * leave now, beside all that has left before. Refuses what may tell whom it is about. @throws WrongStatus, SendingBlocked
 */
export const submitReport = (report: PeriodicReport, body: ReportBody, context: ReportContext): ReportOutcome => {
  demandStatus('submit-report', report, 'draft');
  bodyOf('submit-report', report);
  const block = blockOf(findingsOf(body, context.register).flat());
  if (block !== null) throw new SendingBlocked(block);
  const { unitId } = report.rule.receiver;
  if (unitId !== undefined && !context.register.units.find(({ id }) => id === unitId)?.mailbox) throw new SendingBlocked('mailbox-missing');
  const days = report.rule.feedback?.days;
  const submission = { edition: (currentSubmission(report)?.edition ?? 0) + 1, at: context.now, by: context.actor, feedbackBy: days === undefined ? null : feedbackBy(context.now, days) };
  const next = changed(report, {
    body, status: days === undefined ? 'done' : 'submitted', submissions: [...report.submissions, submission], steps: without(report.steps, submissionSteps), clockRevision: report.clockRevision + 1,
  });
  return {
    report: next, edition: editionOf(next, body, submission, context.register),
    events: [{ type: 'reportSubmitted', detail: { edition: submission.edition, feedbackBy: submission.feedbackBy } }],
    outbox: [signalEntry(report), ...receiverMails(next, 'reportSubmitted', `e${submission.edition}`, context)],
  };
};

/** A submitted report is revised as a new edition; the old one stays as it was. @throws WrongStatus */
export const reopenReport = (report: PeriodicReport, { reason }: { readonly reason: string }, context: ReportContext): ReportOutcome => {
  demandStatus('reopen-report', report, 'submitted', 'done');
  const generation = report.generation + 1;
  const next = changed(report, {
    status: 'draft', ...reopenedDays(report.rule, localDate(context.now)), steps: without(report.steps, draftSteps), clockRevision: report.clockRevision + 1, generation, stopped: false,
  });
  return {
    report: next,
    events: [{ type: 'reportReopened', detail: { edition: currentSubmission(report)?.edition ?? 0, reason } }],
    // The old generation hears that a newer one has taken over.
    outbox: [signalEntry(report), startEntry(report.id, generation, 'periodic-report')],
  };
};

/** @throws SendingBlocked */
const demandHarmless = (texts: readonly string[], command: SaidHarmless, register: Register): void => {
  const marks = said(command);
  const block = blockOf(texts.flatMap((text) => unresolvedFindings(text, marks, harmlessNames(register))));
  if (block !== null) throw new SendingBlocked(block);
};

export interface FeedbackCommand extends SaidHarmless {
  readonly text: string;
  readonly actions: readonly FeedbackAction[];
}
/** G5: what was done or is planned; R8: the follow-up of a compilation. More may come later. @throws WrongStatus, InvalidInput, SendingBlocked */
export const recordFeedback = (report: PeriodicReport, { text, actions, ...harmless }: FeedbackCommand, context: ReportContext): ReportOutcome => {
  demandStatus('record-report-feedback', report, 'submitted', 'done');
  const submission = currentSubmission(report);
  if (submission === undefined) throw new WrongStatus('record-report-feedback', report.status);
  actions.forEach(({ state, due }, index) => {
    if (state === 'planned' && due === undefined) throw new InvalidInput({ pointer: `/actions/${index}/due`, code: 'action-date-missing' });
  });
  demandHarmless([text, ...actions.map((action) => action.text)], harmless, context.register);
  const feedback: Feedback = { edition: submission.edition, at: context.now, by: context.actor, text, actions };
  return {
    report: changed(report, { status: 'done', feedback: [...report.feedback, feedback], clockRevision: report.clockRevision + 1 }),
    events: [{ type: 'reportFeedbackRecorded', detail: { edition: submission.edition, done: actions.filter(({ state }) => state === 'done').length, planned: actions.filter(({ state }) => state === 'planned').length } }],
    outbox: [
      signalEntry(report),
      ...reportNotices(report, 'reportFeedback', editorsOf(context.register, report, localDate(context.now)).filter((userId) => userId !== context.actor), `n${report.feedback.length + 1}`),
    ],
  };
};

export interface ForwardCommand extends SaidHarmless {
  /** The line that shows it; null: of the report as a whole. */
  readonly lineKey: string | null;
  readonly text: string;
}
/** G5: a fault of the system goes on to the county group that the routine names, as a text that tells of nobody. @throws WrongStatus, InvalidInput, SendingBlocked */
export const forwardSystemFault = (report: PeriodicReport, { lineKey, text, ...harmless }: ForwardCommand, context: ReportContext): ReportOutcome & { readonly groupId: string } => {
  demandStatus('forward-system-fault', report, 'submitted', 'done');
  const [group] = groupsOfKind(context.register, report.rule.systemFaultsTo);
  if (group === undefined) throw new InvalidInput({ pointer: '/text', code: 'unit-unknown' });
  if (lineKey !== null && !report.body?.lines.some(({ key }) => key === lineKey)) throw new InvalidInput({ pointer: '/lineKey', code: 'clause-unknown' });
  demandHarmless([text], harmless, context.register);
  return {
    report: changed(report, { forwarded: [...report.forwarded, { at: context.now, by: context.actor, lineKey, groupId: group.id, text }] }),
    events: [{ type: 'systemFaultForwarded', detail: { groupId: group.id } }],
    outbox: [], groupId: group.id,
  };
};

/** The link again, for a mailbox that has lost it; it opens the same edition. @throws WrongStatus */
export const sendReportAgain = (report: PeriodicReport, context: ReportContext): ReportOutcome => {
  demandStatus('send-report-again', report, 'submitted', 'done');
  return { report: changed(report, {}), events: [], outbox: receiverMails(report, 'reportSubmitted', `e${currentSubmission(report)?.edition ?? 0}-v${report.version + 1}`, context) };
};

/** An execution has stopped: those who keep the system are told, once. Null: it was told, or is nobody's clock any more. */
export const reportStopped = (report: PeriodicReport, generation: number, keepers: readonly string[]): ReportOutcome | null => {
  if (report.generation !== generation || report.stopped || report.status === 'done') return null;
  return {
    report: { ...report, stopped: true }, events: [{ type: 'reportStopped', detail: { generation } }],
    outbox: reportNotices(report, 'reportStopped', keepers, `g${generation}`),
  };
};
/** The next generation of its clock: by a person, by the sweep where none runs, and before the limits of Step Functions. */
export const restartReport = (report: PeriodicReport): ReportOutcome => {
  const generation = report.generation + 1;
  return {
    report: { ...report, generation, stopped: false, clockRevision: report.clockRevision + 1 },
    events: [{ type: 'reportRestarted', detail: { generation } }],
    outbox: [startEntry(report.id, generation, 'periodic-report')],
  };
};
