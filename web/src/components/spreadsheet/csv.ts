import { save } from './workbook.ts';

/** A cell that a spreadsheet would read as a formula keeps its text: an apostrophe stands before it. */
const cell = (value: string): string => `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;
/** Semicolons, as Swedish spreadsheets expect; begins with a mark that says UTF-8. */
export const csvOf = (rows: readonly (readonly string[])[]): string => `\uFEFF${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;

export function download(fileName: string, text: string): void {
  save(fileName, new Blob([text], { type: 'text/csv;charset=utf-8' }));
}
