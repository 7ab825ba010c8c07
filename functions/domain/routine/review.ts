import type { LocalDate } from '../calendar.ts';
import { addDays } from '../calendar.ts';
import type { Routine } from '../routine.ts';

/** A review so short before its date is that year's; what is as new as this has been gone through. */
const freshDays = 90;
/** Nobody has done it: the reminder. */
const remindAfterDays = 28;

/**
 * When the routine itself is to be gone through (R8): the first of its yearly dates that is not soon after `since`, the last
 * review or, before there was one, the day the first version began to stand.
 */
export const reviewDueOn = ({ month, day }: Routine['review'], since: LocalDate): LocalDate => {
  const earliest = addDays(since, freshDays);
  const inYear = (year: number): LocalDate => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const year = Number(earliest.slice(0, 4));
  return inYear(year) >= earliest ? inYear(year) : inYear(year + 1);
};

/** Which mail is due on a day; only the newest, after an outage too. */
export const reviewMailOn = (dueOn: LocalDate, today: LocalDate): 'routineReviewDue' | 'routineReviewReminder' | null => {
  if (today < dueOn) return null;
  return today < addDays(dueOn, remindAfterDays) ? 'routineReviewDue' : 'routineReviewReminder';
};
