import Holidays from 'date-holidays';
import { writeFileSync } from 'node:fs';

/**
 * Writes functions/domain/swedish-holidays.ts: `node infra/generate-holidays.ts`. The library takes 165 ms to load and
 * is not needed at run time: the table is made once and a test compares it with the library.
 */
export const firstYear = 2024;
export const lastYear = 2070;

const library = new Holidays('SE');

/** Public holidays and the eves that domain.md section 5 counts as free (the library's type `bank`), not on a weekend. */
export const holidaysOf = (year: number): readonly string[] =>
  library.getHolidays(year)
    .filter((holiday) => holiday.type === 'public' || holiday.type === 'bank')
    .map((holiday) => holiday.date.slice(0, 10))
    .filter((date) => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()))
    .toSorted();

export const holidayTable = (): string => {
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
  const rows = years.map((year) => `  ${year}: '${holidaysOf(year).map((date) => date.slice(5)).join(' ')}',`);
  return [
    '// Made by infra/generate-holidays.ts from the library date-holidays; do not edit.',
    '/** Swedish weekdays that are not working days, per year, as MM-DD: public holidays, Midsummer, Christmas and New Year\'s Eve. */',
    'export const swedishHolidays: Readonly<Record<number, string>> = {',
    ...rows,
    '};',
    '',
  ].join('\n');
};

if (import.meta.main) writeFileSync(new URL('../functions/domain/swedish-holidays.ts', import.meta.url), holidayTable());
