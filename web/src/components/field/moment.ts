import { instantOf, localParts } from '../../language/dates.ts';

/** A moment as it is typed: day, month, year and time as four texts. */
export interface TypedMoment { readonly day: string; readonly month: string; readonly year: string; readonly time: string }

const two = (number: number) => String(number).padStart(2, '0');
export function typedMoment(at: string | number): TypedMoment {
  const { year, month, day, hour, minute } = localParts(at);
  return { day: String(day), month: String(month), year: String(year), time: `${two(hour)}:${two(minute)}` };
}

export type MomentFault = 'missing' | 'dateWrong' | 'timeWrong';
/** The instant that was typed. Time is read as 14:05, 14.05, 1405 or 14; a year of two digits is of this century. */
export function readMoment({ day, month, year, time }: TypedMoment): { readonly at: string } | { readonly fault: MomentFault } {
  const parts = [day, month, year, time].map((part) => part.trim());
  if (parts.every((part) => part === '')) return { fault: 'missing' };
  const [d = '', m = '', y = ''] = parts;
  if (!/^\d{1,2}$/.test(d) || !/^\d{1,2}$/.test(m) || !/^(?:\d{2}|\d{4})$/.test(y)) return { fault: 'dateWrong' };
  const clock = /^(\d{1,2})(?:[:.]?(\d{2}))?$/.exec(time.trim());
  if (!clock) return { fault: 'timeWrong' };
  const hour = Number(clock[1]);
  const minute = Number(clock[2] ?? '0');
  if (hour > 23 || minute > 59) return { fault: 'timeWrong' };
  const date = { year: y.length === 2 ? 2000 + Number(y) : Number(y), month: Number(m), day: Number(d) };
  if (instantOf({ ...date, hour: 12, minute: 0 }) === null) return { fault: 'dateWrong' };
  const at = instantOf({ ...date, hour, minute });
  return at === null ? { fault: 'timeWrong' } : { at };
}

/** The ISO date that was typed: noon of that day exists on every clock. */
export function readDate(typed: Pick<TypedMoment, 'day' | 'month' | 'year'>): { readonly date: string } | { readonly fault: 'missing' | 'dateWrong' } {
  if (typed.day.trim() === '' && typed.month.trim() === '') return { fault: 'missing' };
  const read = readMoment({ ...typed, time: '12:00' });
  if (!('at' in read)) return { fault: 'dateWrong' };
  const { year, month, day } = localParts(read.at);
  return { date: `${year}-${two(month)}-${two(day)}` };
}
