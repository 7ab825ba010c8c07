import type { ReportEditionView, ReportSummary, ReportView } from '../contracts/periodic-report.ts';
import { localDate } from '../domain/calendar.ts';
import type { Instant } from '../domain/case.ts';
import { editionOf, findingsOf } from '../domain/periodic-report/edit-report.ts';
import { periodName } from '../domain/periodic-report/period.ts';
import { currentSubmission, type PeriodicReport, type ReportEdition, type ReportEvent } from '../domain/periodic-report/periodic-report.ts';
import { reportWait } from '../domain/periodic-report/report-clock.ts';
import { editsReport, groupsOfKind, receivesReport } from '../domain/periodic-report/report-people.ts';
import { namesOf } from './names.ts';
import type { SignedIn } from './staff-access.ts';

const isOverdue = (report: PeriodicReport, now: Instant): boolean => {
  const feedbackBy = currentSubmission(report)?.feedbackBy ?? null;
  return (report.status === 'draft' && report.dueAt < now) || (report.status === 'submitted' && feedbackBy !== null && feedbackBy < now);
};
export const reportSummaryOf = (report: PeriodicReport, { member }: SignedIn, now: Instant): ReportSummary => {
  const { id, rule, period, status, draftAt, dueAt, stopped } = report;
  const submission = currentSubmission(report);
  return {
    id, kind: rule.id, title: rule.title, content: rule.content, every: rule.every, period, name: periodName(rule.every, period), status, draftAt, dueAt, stopped,
    submittedAt: submission?.at ?? null, feedbackBy: submission?.feedbackBy ?? null, overdue: isOverdue(report, now), edition: submission?.edition ?? 0, mayEdit: editsReport(member, report),
  };
};
export const editionViewOf = ({ reportId: _id, submittedBy: _by, ...edition }: ReportEdition): ReportEditionView => ({
  ...edition, name: periodName(edition.every, edition.period), lines: edition.lines.map((line) => ({ ...line })),
  sections: edition.sections.map(({ rows, ...section }) => ({ ...section, rows: rows.map((row) => ({ ...row })) })),
});

/** With the draft for those who edit it; of the rest, what was submitted. */
export const reportViewOf = (report: PeriodicReport, about: { readonly editions: readonly ReportEdition[]; readonly events: readonly ReportEvent[] }, signedIn: SignedIn, now: Instant): ReportView => {
  const { register, member } = signedIn;
  const names = namesOf(register);
  const edits = editsReport(member, report);
  const groupName = (id: string): string => register.groups.find((group) => group.id === id)?.name ?? id;
  const { body, rule, status } = report;
  const submitted = status === 'submitted' || status === 'done';
  const [faultGroup] = groupsOfKind(register, rule.systemFaultsTo);
  const keeps = member.roles.some(({ role }) => role === 'systemAdministrator');
  return {
    ...reportSummaryOf(report, signedIn, now), now, version: report.version, remindAt: report.remindAt,
    receiver: { unit: rule.receiver.unitId === undefined ? null : names.unit(rule.receiver.unitId).name, groupKind: rule.receiver.groupKind ?? null },
    draft: !edits || body === null || status !== 'draft' ? null : {
      edition: editionViewOf(editionOf(report, body, { edition: (currentSubmission(report)?.edition ?? 0) + 1, at: now, by: '', feedbackBy: null }, register)),
      resolved: [...body.resolved], findings: findingsOf(body, register).map((each) => each.map((finding) => ({ ...finding }))),
      routedAway: body.routedAway.map(({ targetGroup, groupId, count }) => ({ targetGroup, group: groupName(groupId), count })),
    },
    editions: about.editions.map(editionViewOf),
    feedback: report.feedback.map(({ edition, at, by, text, actions }) => ({ edition, at, by: by === 'external' ? null : names.person(by), text, actions: actions.map((action) => ({ ...action })) })),
    forwarded: report.forwarded.map(({ at, by, groupId, text }) => ({ at, by: names.person(by), group: groupName(groupId), text })),
    events: edits || keeps ? about.events.map(({ at, type, actor, detail }) => ({
      at, type, by: actor === 'clock' || actor === 'external' ? null : names.person(actor), actor: actor === 'clock' || actor === 'external' ? actor : 'user', reason: typeof detail['reason'] === 'string' ? detail['reason'] : null,
    })) : [],
    may: {
      edit: edits && status === 'draft', submit: edits && status === 'draft', reopen: edits && submitted,
      recordFeedback: submitted && (edits || receivesReport(register, member, report, localDate(now))), forward: edits && submitted && faultGroup !== undefined,
      sendAgain: edits && submitted && (rule.receiver.unitId !== undefined || rule.receiver.groupKind !== undefined), restart: keeps && report.stopped && reportWait(report).awaits !== 'nothing',
    },
    systemFaultsTo: faultGroup?.name ?? null,
  };
};
