import type { LocalDate } from '../calendar.ts';
import { addDays, endOfDay, isWorkingDay, morning } from '../calendar.ts';
import type { Instant } from '../case.ts';
import { addMonths, type Months } from '../statistics/months.ts';
import type { ReportRule } from './report-rule.ts';
import type { ReportInterval } from './words.ts';

/** Whole months, both included; they begin with the year. */
export type ReportPeriod = Months;

const monthsIn: Readonly<Record<ReportInterval, number>> = { quarter: 3, halfYear: 6, year: 12 };
const monthNumber = (month: string): number => Number(month.slice(5, 7));

/** The period that a date lies in. */
export const periodOn = (every: ReportInterval, date: LocalDate): ReportPeriod => {
  const count = monthsIn[every];
  const from = addMonths(date.slice(0, 7), -((monthNumber(date) - 1) % count));
  return { from, to: addMonths(from, count - 1) };
};
/** The first day after the period: days of a report's rule are counted from it. */
export const dayAfter = ({ to }: ReportPeriod): LocalDate => `${addMonths(to, 1)}-01`;
export const firstDayOf = ({ from }: ReportPeriod): LocalDate => `${from}-01`;

/** `2026-Q3`, `2026-H1`, `2026`: what people call the period. */
export const periodName = (every: ReportInterval, { from }: ReportPeriod): string => {
  const year = from.slice(0, 4);
  if (every === 'year') return year;
  return `${year}-${every === 'quarter' ? 'Q' : 'H'}${Math.ceil(monthNumber(from) / monthsIn[every])}`;
};
/** `{rule}_{period}`: one report for each kind and period. */
export const reportId = ({ id, every }: Pick<ReportRule, 'id' | 'every'>, period: ReportPeriod): string => `${id}_${periodName(every, period)}`;

/** After a longer silence than this only the newest are opened. */
const periodsAtMost = 12;
/** Periods that have ended since `since`, before `today`: oldest first. */
export const periodsEnded = (every: ReportInterval, since: LocalDate, today: LocalDate): readonly ReportPeriod[] => {
  const ended: ReportPeriod[] = [];
  for (let period = periodOn(every, addDays(firstDayOf(periodOn(every, today)), -1)); dayAfter(period) >= since && ended.length < periodsAtMost; period = periodOn(every, addDays(firstDayOf(period), -1))) {
    ended.unshift(period);
  }
  return ended;
};

/** The `count`th working day from `date`, which is counted where it is one. Swedish calendar. */
export const workingDayFrom = (date: LocalDate, count: number): LocalDate => {
  let day = date;
  for (let left = count; ; day = addDays(day, 1)) {
    if (isWorkingDay(day)) left -= 1;
    if (left <= 0) return day;
  }
};

export interface ReportDays {
  readonly draftAt: Instant;
  readonly remindAt: Instant;
  readonly dueAt: Instant;
}
const later = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other);
/** domain.md section 5: drafted in the morning of the working day; a reminder never comes before there is a draft, nor a date before the reminder. */
export const reportDays = (rule: Pick<ReportRule, 'draftWorkingDay' | 'remindDay' | 'dueDay'>, period: ReportPeriod): ReportDays => {
  const first = dayAfter(period);
  const draft = workingDayFrom(first, rule.draftWorkingDay);
  const remind = later(addDays(first, rule.remindDay - 1), addDays(draft, 1));
  return { draftAt: morning(draft), remindAt: morning(remind), dueAt: endOfDay(later(addDays(first, rule.dueDay - 1), remind)) };
};
/** The days of an edition that is opened again: as long as the first had, from that day. */
export const reopenedDays = (rule: Pick<ReportRule, 'remindDay' | 'dueDay'>, today: LocalDate): Pick<ReportDays, 'remindAt' | 'dueAt'> =>
  ({ remindAt: morning(addDays(today, rule.remindDay)), dueAt: endOfDay(addDays(today, Math.max(rule.dueDay, rule.remindDay))) });
