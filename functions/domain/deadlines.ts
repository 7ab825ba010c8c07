import { addDays, addWorkingDays, endOfDay, localDate, morning } from './calendar.ts';
import type { Instant, OutgoingCase } from './case.ts';
import type { HarmRoutine, IncomingDeadlines, OutgoingDeadlines } from './routine.ts';
import type { ClockStep } from './vocabulary.ts';

/** domain.md section 5: every deadline is kept all of its last day, in Europe/Stockholm. */
export const handleBy = (receivedAt: Instant, deadlines: OutgoingDeadlines): Instant =>
  endOfDay(addWorkingDays(localDate(receivedAt), deadlines.handleWorkingDays));
export const acknowledgeBy = (sentAt: Instant, deadlines: OutgoingDeadlines): Instant =>
  endOfDay(addWorkingDays(localDate(sentAt), deadlines.acknowledgeWorkingDays));
/** T. It counts from sending and goes on through returns and hand-overs. */
export const replyBy = (sentAt: Instant, deadlines: OutgoingDeadlines): Instant =>
  endOfDay(addDays(localDate(sentAt), deadlines.replyDays));
export const prolonged = (replyByInstant: Instant, days: number): Instant => endOfDay(addDays(localDate(replyByInstant), days));
/** T+30 by default. */
export const linkExpiresAt = (from: Instant, deadlines: OutgoingDeadlines): Instant =>
  endOfDay(addDays(localDate(from), deadlines.linkExpiresAfterDays));

type RequestStep = Extract<ClockStep, 'notAcknowledged' | 'remindBefore' | 'remindDue' | 'remindAfter' | 'escalate' | 'expireLink'>;
/** When each step of a sent request is due. */
export const requestSteps = (request: NonNullable<OutgoingCase['request']>, deadlines: OutgoingDeadlines): Readonly<Record<RequestStep, Instant>> => {
  const due = localDate(request.replyBy);
  return {
    notAcknowledged: request.acknowledgeBy,
    remindBefore: morning(addDays(due, -deadlines.remindBeforeDays)),
    remindDue: morning(due),
    remindAfter: morning(addDays(due, deadlines.remindAfterDays)),
    escalate: morning(addDays(due, deadlines.escalateAfterDays)),
    expireLink: request.linkExpiresAt,
  };
};

export const registerBy = (receivedAt: Instant, deadlines: IncomingDeadlines): Instant =>
  endOfDay(addWorkingDays(localDate(receivedAt), deadlines.registerWorkingDays));
/** T of an incoming report: counts from when it reached us, whatever happens to it. */
export const answerBy = (receivedAt: Instant, deadlines: IncomingDeadlines): Instant => endOfDay(addDays(localDate(receivedAt), deadlines.replyDays));
export const filerLinkExpiresAt = (endedAt: Instant, deadlines: IncomingDeadlines): Instant => endOfDay(addDays(localDate(endedAt), deadlines.linkExpiresAfterDays));
/** The dose pharmacy is notified within two working days (V12). */
export const pharmacyDueAt = (from: Instant, deadlines: IncomingDeadlines): Instant => endOfDay(addWorkingDays(localDate(from), deadlines.pharmacyWorkingDays));
type EffectDeadlines = Pick<OutgoingDeadlines & IncomingDeadlines, 'effectReviewDays' | 'effectReviewRemindAfterDays' | 'effectReviewEscalateAfterDays'>;
export const effectReviewDueAt = (from: Instant, deadlines: EffectDeadlines): Instant => morning(addDays(localDate(from), deadlines.effectReviewDays));

/** When the investigators are reminded of our reply's date. */
export const answerSteps = (dueBy: Instant, deadlines: IncomingDeadlines): Readonly<Record<'remindBefore' | 'remindDue' | 'remindAfter' | 'escalate', Instant>> => {
  const due = localDate(dueBy);
  return {
    remindBefore: morning(addDays(due, -deadlines.remindBeforeDays)),
    remindDue: morning(due),
    remindAfter: morning(addDays(due, deadlines.remindAfterDays)),
    escalate: morning(addDays(due, deadlines.escalateAfterDays)),
  };
};
export const effectReviewSteps = (dueAt: Instant, deadlines: EffectDeadlines): Readonly<Record<'effectReviewDue' | 'effectReviewOverdue' | 'effectReviewEscalate', Instant>> => ({
  effectReviewDue: dueAt,
  effectReviewOverdue: morning(addDays(localDate(dueAt), deadlines.effectReviewRemindAfterDays)),
  effectReviewEscalate: morning(addDays(localDate(dueAt), deadlines.effectReviewEscalateAfterDays)),
});

/** L3: counted from when those who decide were told. */
export const harmDecisionDueAt = (toldAt: Instant, { decideWorkingDays }: HarmRoutine): Instant => endOfDay(addWorkingDays(localDate(toldAt), decideWorkingDays));
export const harmDecisionSteps = (dueAt: Instant, { escalateAfterDays }: HarmRoutine): Readonly<Record<'harmDecisionOverdue' | 'harmDecisionEscalate', Instant>> =>
  ({ harmDecisionOverdue: dueAt, harmDecisionEscalate: morning(addDays(localDate(dueAt), escalateAfterDays)) });
