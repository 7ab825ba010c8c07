import { language } from './language.ts';

/** Everything is read and written in Swedish time, wherever the browser is. */
export const timeZone = 'Europe/Stockholm';
const day = 86_400_000;

const locale = () => (language.value === 'sv' ? 'sv-SE' : 'en-GB');
const formats = new Map<string, Intl.DateTimeFormat>();
function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale() + JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale(), { timeZone, ...options });
  formats.set(key, known);
  return known;
}

/** "5 november 2026" of an instant, or of an ISO date. */
export const longDate = (at: string): string =>
  format({ day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(at.length === 10 ? `${at}T12:00:00Z` : at));
export const shortDate = (at: string): string => format({ day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(at));
/** "14:05", twenty-four hours in both languages. */
export const clockTime = (at: string): string => format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(at));
export const dateAndTime = (at: string): string => `${longDate(at)} ${language.value === 'sv' ? 'kl.' : 'at'} ${clockTime(at)}`;

/** Parts of an instant as Stockholm reads it, without leading zeros in day and month. */
export interface LocalParts { readonly year: number; readonly month: number; readonly day: number; readonly hour: number; readonly minute: number }
export function localParts(at: string | number): LocalParts {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone, year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', hourCycle: 'h23',
  }).formatToParts(new Date(at));
  const part = (type: string) => Number(parts.find((candidate) => candidate.type === type)?.value);
  return { year: part('year'), month: part('month'), day: part('day'), hour: part('hour'), minute: part('minute') };
}

const asUtc = (parts: LocalParts) => Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute);
const offsetAt = (instant: number) => asUtc(localParts(instant)) - Math.floor(instant / 60_000) * 60_000;

/**
 * The instant that Stockholm's clocks call this, or null where they never do (no such date, no such
 * time, or the hour that summer time skips). An hour that comes twice means the first.
 */
export function instantOf(parts: LocalParts): string | null {
  const wanted = asUtc(parts);
  const read = new Date(wanted);
  if (read.getUTCFullYear() !== parts.year || read.getUTCMonth() + 1 !== parts.month || read.getUTCDate() !== parts.day
    || parts.hour > 23 || parts.minute > 59 || parts.hour < 0 || parts.minute < 0) return null;
  for (const around of [wanted - day, wanted + day]) {
    const candidate = wanted - offsetAt(around);
    if (asUtc(localParts(candidate)) === wanted) return new Date(candidate).toISOString();
  }
  return null;
}

const dayNumber = (at: string | number) => {
  const { year, month, day: date } = localParts(at);
  return Date.UTC(year, month - 1, date) / day;
};
/** Calendar days from `now` to `at` in Stockholm: 0 is today, negative is past. */
export const daysUntil = (at: string, now: string | number): number => dayNumber(at) - dayNumber(now);

/** "idag", "om 3 dagar", "5 dagar sedan" / "today", "in 3 days", "5 days ago", by the calendar, not by hours. */
export function relativeDay(at: string, now: string | number): string {
  return new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(daysUntil(at, now), 'day').replace(/\.$/, '');
}
