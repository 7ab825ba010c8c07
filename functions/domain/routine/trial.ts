import { localDate } from '../calendar.ts';
import type { Case, Instant, OutgoingCase } from '../case.ts';
import { answerBy, answerSteps, handleBy, prolonged, registerBy, replyBy, requestSteps } from '../deadlines.ts';
import { incomingRuleFor } from '../incoming/rules.ts';
import type { IncomingCase } from '../incoming-case.ts';
import { isBefore } from '../instant.ts';
import type { Register } from '../register.ts';
import { responsibilityFor } from '../responsibility.ts';
import { hasManager } from '../role-holders.ts';
import type { Routine } from '../routine.ts';
import type { ResponsibleRole } from '../vocabulary.ts';
import { responsibleRoles } from '../vocabulary.ts';

/** How a case that is answered or has ended would have gone under a routine, as it went in time. */
export interface Course {
  readonly overdue: boolean;
  readonly escalated: boolean;
  readonly responsible: ResponsibleRole;
}
export interface Trial {
  readonly cases: number;
  readonly overdue: { readonly before: number; readonly after: number };
  readonly escalated: { readonly before: number; readonly after: number };
  /** Cases that would have come to another role. */
  readonly otherResponsible: number;
  readonly responsible: readonly { readonly role: ResponsibleRole; readonly before: number; readonly after: number }[];
}

const after = (limit: Instant, done: Instant): boolean => isBefore(limit, done);

const outgoingCourse = (concerned: OutgoingCase, { outgoing }: Routine, register: Register): Course => {
  const { deadlines } = outgoing;
  const partyType = register.organisations.find(({ id }) => id === concerned.counterpartId)?.type;
  const responsible = partyType === undefined ? concerned.responsible : responsibilityFor(outgoing, partyType, concerned.report, hasManager(register, concerned.report.unitId, localDate(concerned.createdAt))).responsible;
  const ended = concerned.closedAt ?? concerned.updatedAt;
  const { request } = concerned;
  if (request === null) return { overdue: after(handleBy(concerned.createdAt, deadlines), ended), escalated: false, responsible };
  // Days that were granted are granted again, as far as this routine goes.
  const due = prolonged(replyBy(request.sentAt, deadlines), Math.min(request.grantedExtraDays, deadlines.moreTimeAtMostDays));
  const answered = concerned.replies.at(-1)?.receivedAt ?? ended;
  return {
    overdue: after(handleBy(concerned.createdAt, deadlines), request.sentAt) || after(due, answered),
    escalated: after(requestSteps({ ...request, replyBy: due }, deadlines).escalate, answered),
    responsible,
  };
};
const incomingCourse = (concerned: IncomingCase, routine: Routine, register: Register): Course => {
  const { deadlines } = routine.incoming;
  const ended = concerned.closedAt ?? concerned.updatedAt;
  const due = answerBy(concerned.receivedAt, deadlines);
  return {
    overdue: after(registerBy(concerned.receivedAt, deadlines), concerned.registeredAt ?? ended) || after(due, ended),
    escalated: after(answerSteps(due, deadlines).escalate, ended),
    responsible: incomingRuleFor(routine.incoming, register, concerned.report, concerned.receivedAt).responsible,
  };
};
export const courseUnder = (concerned: Case, routine: Routine, register: Register): Course =>
  concerned.direction === 'outgoing' ? outgoingCourse(concerned, routine, register) : incomingCourse(concerned, routine, register);

/** Each case under the routine it had, and under the one that is tried, by one and the same reckoning. */
export const tryOn = (cases: readonly { readonly concerned: Case; readonly had: Routine }[], tried: Routine, register: Register): Trial => {
  const courses = cases.map(({ concerned, had }) => ({ before: courseUnder(concerned, had, register), after: courseUnder(concerned, tried, register) }));
  const count = (which: (course: Course) => boolean) => ({ before: courses.filter(({ before }) => which(before)).length, after: courses.filter((each) => which(each.after)).length });
  return {
    cases: courses.length,
    overdue: count(({ overdue }) => overdue),
    escalated: count(({ escalated }) => escalated),
    otherResponsible: courses.filter((each) => each.before.responsible !== each.after.responsible).length,
    responsible: responsibleRoles.map((role) => ({ role, ...count(({ responsible }) => responsible === role) })).filter(({ before, after: now }) => before + now > 0),
  };
};
