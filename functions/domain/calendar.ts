import { Temporal } from 'temporal-polyfill';
import type { Instant } from './case.ts';
import { instantAt } from './instant.ts';
import { swedishHolidays } from './swedish-holidays.ts';

/** ISO date in Europe/Stockholm. */
export type LocalDate = string;

export const zone = 'Europe/Stockholm';
const at = (date: LocalDate, time: string): Instant =>
  instantAt(Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds);

export const localDate = (instant: Instant): LocalDate =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
export const startOfDay = (date: LocalDate): Instant => at(date, '00:00:00');
/** Last second of the day: a deadline on a date is kept all that day. */
export const endOfDay = (date: LocalDate): Instant => at(date, '23:59:59');
/** Reminders leave at eight in the morning, when someone is there to read them. */
export const morning = (date: LocalDate): Instant => at(date, '08:00:00');
/** The same day of a later month, or that month's last. */
export const laterMonths = (date: LocalDate, months: number): LocalDate => Temporal.PlainDate.from(date).add({ months }).toString();
export const addDays = (date: LocalDate, days: number): LocalDate => Temporal.PlainDate.from(date).add({ days }).toString();

/** A weekday that is a public holiday, or Midsummer, Christmas or New Year's Eve (domain.md section 5); outside the table's years none is. */
export const isHoliday = (date: LocalDate): boolean => swedishHolidays[Number(date.slice(0, 4))]?.split(' ').includes(date.slice(5)) ?? false;
/** Swedish calendar, domain.md section 5. @throws RangeError outside the table's years */
export const isWorkingDay = (date: LocalDate): boolean => {
  const day = Temporal.PlainDate.from(date);
  if (day.dayOfWeek > 5) return false;
  if (swedishHolidays[day.year] === undefined) throw new RangeError(`The holiday table does not reach ${day.year}`);
  return !isHoliday(date);
};

/** The date `days` working days after `date`, which itself is not counted. */
export const addWorkingDays = (date: LocalDate, days: number): LocalDate => {
  let current = date;
  for (let left = days; left > 0;) {
    current = addDays(current, 1);
    if (isWorkingDay(current)) left -= 1;
  }
  return current;
};
