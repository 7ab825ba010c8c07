import { localDate } from '../domain/calendar.ts';
import type { Instant } from '../domain/case.ts';
import { noticeEntry } from '../domain/outbox.ts';
import { holdersOf } from '../domain/role-holders.ts';
import { reviewMailOn } from '../domain/routine/review.ts';
import type { ReviewPorts } from './ports-routine.ts';
import { reviewOf } from './routine-administration.ts';

/**
 * R8: tells the holders of the role that the routine is to be gone through, and reminds once where nobody has recorded it.
 * Each occasion is written with its mails, so that a repetition tells nobody twice.
 */
export async function remindOfRoutineReview(ports: ReviewPorts, now: Instant): Promise<{ readonly reminded: number }> {
  const register = await ports.registers.read();
  // Before bootstrap there is nothing to review.
  if (register.organisations.length === 0) return { reminded: 0 };
  const today = localDate(now);
  const active = await ports.registers.activeRoutine(register, now);
  const { dueOn } = await reviewOf(ports, active, await ports.routines.publications());
  const mail = reviewMailOn(dueOn, today);
  if (mail === null) return { reminded: 0 };
  const id = `routine-${active.id}`;
  const notices = holdersOf(register, active.review.role, today).map((userId) => noticeEntry({ caseId: id, mail, userId, occasion: dueOn, path: '/administration/routines' }));
  const outcome = await ports.reminders.remind(id, `${dueOn}-${mail}`, now, notices);
  const reminded = outcome === 'reminded' ? notices.length : 0;
  if (reminded > 0) ports.log.info('routine-review-reminded', { count: reminded });
  return { reminded };
}
