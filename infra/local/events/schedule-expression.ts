import { Temporal } from 'temporal-polyfill';

/** When a schedule runs: instants in milliseconds since the epoch. */
export interface ScheduleExpression {
  /** The first instant after `instant`; undefined when there is none. */
  next(instant: number): number | undefined;
}

const day = 86_400_000;
const units: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day };
const monthNames = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
/** Day 1 of the week is Sunday, as AWS counts. */
const dayNames = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
/** A day that never comes (30 February) ends the search. */
const searchDays = 366 * 8;

/**
 * `rate(5 minutes)`, `cron(0 6 ? * MON-FRI *)`, `at(2026-03-02T08:00:00)`, as EventBridge Scheduler reads them.
 *
 * @param timeZone IANA name; rates do not use it
 * @throws Error for an expression that is none of these
 */
export function parseSchedule(expression: string, timeZone: string): ScheduleExpression {
  const rate = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression);
  const period = Number(rate?.[1]) * (units[rate?.[2] ?? ''] ?? 0);
  if (rate && period > 0) return { next: (instant) => instant + period };
  const at = /^at\((\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})\)$/.exec(expression)?.[1];
  if (at !== undefined) {
    const once = Temporal.PlainDateTime.from(at).toZonedDateTime(timeZone).epochMilliseconds;
    return { next: (instant) => (once > instant ? once : undefined) };
  }
  const fields = /^cron\(([^)]+)\)$/.exec(expression)?.[1]?.trim().split(/\s+/);
  if (fields?.length === 6) return cron(fields, timeZone);
  throw new Error(`The schedule expression ${expression} is not served by the local runtime`);
}

function cron([minuteField = '', hourField = '', dayField = '', monthField = '', weekdayField = '', yearField = '']: readonly string[], timeZone: string): ScheduleExpression {
  const minutes = values(minuteField, 0, 59, []);
  const hours = values(hourField, 0, 23, []);
  const months = new Set(values(monthField, 1, 12, monthNames));
  const years = new Set(values(yearField, 1970, 2199, []));
  const onDay = dayRule(dayField, weekdayField);
  return {
    next(instant) {
      const start = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDate();
      for (let ahead = 0; ahead < searchDays; ahead += 1) {
        const date = start.add({ days: ahead });
        if (!years.has(date.year) || !months.has(date.month) || !onDay(date)) continue;
        for (const hour of hours) {
          for (const minute of minutes) {
            const local = date.toPlainDateTime({ hour, minute });
            const found = local.toZonedDateTime(timeZone).epochMilliseconds;
            if (found > instant) return found;
          }
        }
      }
      return undefined;
    },
  };
}

function dayRule(dayField: string, weekdayField: string): (date: Temporal.PlainDate) => boolean {
  if ((dayField === '?') === (weekdayField === '?')) throw new Error('A cron schedule gives either a day of the month or a day of the week, and ? for the other');
  if (weekdayField === '?') {
    if (dayField === 'L') return (date) => date.day === date.daysInMonth;
    const nearest = /^(\d+)W$/.exec(dayField);
    if (nearest) return (date) => date.equals(nearestWorkday(date, Number(nearest[1])));
    const days = new Set(values(dayField, 1, 31, []));
    return (date) => days.has(date.day);
  }
  const last = /^(\d|[A-Z]{3})L$/.exec(weekdayField);
  if (last) return (date) => weekday(date) === named(last[1] ?? '', dayNames, 1) && date.day + 7 > date.daysInMonth;
  const nth = /^(\d|[A-Z]{3})#(\d)$/.exec(weekdayField);
  if (nth) return (date) => weekday(date) === named(nth[1] ?? '', dayNames, 1) && Math.ceil(date.day / 7) === Number(nth[2]);
  const weekdays = new Set(values(weekdayField, 1, 7, dayNames));
  return (date) => weekdays.has(weekday(date));
}

function weekday(date: Temporal.PlainDate): number {
  return (date.dayOfWeek % 7) + 1;
}

function nearestWorkday(month: Temporal.PlainDate, wanted: number): Temporal.PlainDate {
  const date = month.with({ day: Math.min(wanted, month.daysInMonth) });
  if (date.dayOfWeek <= 5) return date;
  const [before, after] = date.dayOfWeek === 6 ? [date.subtract({ days: 1 }), date.add({ days: 2 })] : [date.subtract({ days: 2 }), date.add({ days: 1 })];
  const near = date.dayOfWeek === 6 ? before : after;
  return near.month === date.month ? near : near === before ? after : before;
}

function values(field: string, lowest: number, highest: number, names: readonly string[]): readonly number[] {
  const found = new Set<number>();
  for (const part of field.split(',')) {
    const [range = '', stepText] = part.split('/');
    const step = stepText === undefined ? 1 : Number(stepText);
    const [fromText = '', toText] = range === '*' || range === '?' ? [String(lowest), String(highest)] : range.split('-');
    const from = named(fromText, names, lowest);
    const to = toText === undefined ? (stepText === undefined ? from : highest) : named(toText, names, lowest);
    if (![from, to, step].every(Number.isInteger) || step < 1 || from < lowest || to > highest) throw new Error(`A cron schedule's field cannot be read: ${field}`);
    for (let value = from; value <= to; value += step) found.add(value);
  }
  return [...found].sort((one, other) => one - other);
}

function named(text: string, names: readonly string[], lowest: number): number {
  const index = names.indexOf(text.toUpperCase());
  return index === -1 ? Number(text || Number.NaN) : index + lowest;
}
