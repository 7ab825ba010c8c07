import { addDays, addWorkingDays, endOfDay, localDate, morning } from './calendar.ts';
import type { Case, Instant } from './case.ts';
import type { OutgoingDeadlines } from './routine.ts';
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

/** When each step of a sent request is due. */
export const requestSteps = (request: NonNullable<Case['request']>, deadlines: OutgoingDeadlines): Readonly<Record<Exclude<ClockStep, 'handlingOverdue'>, Instant>> => {
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
