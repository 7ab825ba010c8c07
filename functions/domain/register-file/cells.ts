import type { FileColumn } from './columns.ts';

/** A line of a file by column key; what is empty is absent. */
export type Cells = Readonly<Record<string, CellValue>>;
export type CellValue = string | number | boolean | readonly string[] | readonly number[];

/** Between several values in one cell. */
const between = '|';
/** What spreadsheets make of a truth value, in the languages they may speak. */
const yes: ReadonlySet<string> = new Set(['yes', 'true', 'ja', 'sant', '1']);
const no: ReadonlySet<string> = new Set(['no', 'false', 'nej', 'falskt', '0']);

export const writeCell = (value: CellValue | undefined): string => {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : value.join(between);
};

/** Undefined: empty. Null: not written as the column wants it. */
export const readCell = ({ form, choices }: FileColumn, cell: string): CellValue | undefined | null => {
  if (form === 'text') return cell === '' ? undefined : cell;
  const text = cell.trim();
  if (text === '') return undefined;
  const listed = text.split(between).map((one) => one.trim()).filter((one) => one !== '');
  switch (form) {
    case 'flag': return yes.has(text.toLowerCase()) ? true : no.has(text.toLowerCase()) ? false : null;
    case 'choice': return choices?.includes(text) ? text : null;
    case 'choices': return listed.every((one) => choices?.includes(one)) ? listed : null;
    case 'identifiers': return listed;
    case 'number': return wholeNumber(text);
    case 'numbers': {
      const numbers = listed.flatMap((one) => wholeNumber(one) ?? []);
      return numbers.length === listed.length ? numbers : null;
    }
    case 'identifier':
    case 'date': return text;
    // A spreadsheet writes 8:00 for 08:00.
    case 'time': return /^\d:\d\d$/.test(text) ? `0${text}` : text;
  }
};
const wholeNumber = (text: string): number | null => (/^\d{1,6}$/.test(text) ? Number(text) : null);
