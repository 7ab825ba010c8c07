/*
 * Lines and cells of a file as RFC 4180 has them, with the separators and habits of spreadsheets. Written here because the
 * faults that a person reads need the line in the file, which a cell with line breaks in it moves.
 */

export const separators = [';', ',', '\t'] as const;
export type Separator = (typeof separators)[number];

export interface CsvLine {
  /** In the file, 1 is the first; the first of several for a row with line breaks in it. */
  readonly line: number;
  readonly cells: readonly string[];
}
/** `quote-open`: a quoted cell has no end; `quote-inside`: text goes on after the quote that ends a cell. */
export interface CsvFault {
  readonly line: number;
  readonly code: 'quote-open' | 'quote-inside';
}
export interface Csv {
  readonly lines: readonly CsvLine[];
  /** At most one: what comes after it cannot be told apart. */
  readonly fault: CsvFault | null;
}

/** What a spreadsheet would take for a formula; one apostrophe more or less in front keeps a round trip the identity. */
const written = /^'*[=+\-@\t\r\n]/;
const read = /^'+[=+\-@\t\r\n]/;
const neutralised = (cell: string): string => (written.test(cell) ? `'${cell}` : cell);
const restored = (cell: string): string => (read.test(cell) ? cell.slice(1) : cell);

const quoted = (cell: string): string => (/[";,\t\r\n]/.test(cell) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Semicolons, as Swedish spreadsheets expect; begins with a byte order mark, by which they know UTF-8. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((cells) => cells.map((cell) => quoted(neutralised(cell))).join(';')).join('\r\n')}\r\n`;

/** The separator that the first line has most of; the line `sep=;` that some spreadsheets write decides. */
const separatorOf = (text: string): { readonly separator: Separator; readonly from: number } => {
  const [first = ''] = text.split(/\r\n|\n|\r/, 1);
  const named = separators.find((separator) => first.toLowerCase() === `sep=${separator}`);
  if (named !== undefined) return { separator: named, from: first.length };
  const outside = first.replaceAll(/"[^"]*"/g, '');
  const [most] = separators.map((separator) => ({ separator, count: outside.split(separator).length })).sort((a, b) => b.count - a.count);
  return { separator: most?.separator ?? ';', from: 0 };
};

/** Rows without any text are left out; their lines count. */
export function readCsv(text: string): Csv {
  const { separator, from } = separatorOf(text);
  const lines: CsvLine[] = [];
  let at = from;
  let line = 1;
  if (from > 0) ({ at, line } = afterBreak(text, at, line));
  while (at < text.length) {
    const row = readRow(text, at, line, separator);
    if (row.fault !== null) return { lines, fault: row.fault };
    if (row.cells.some((cell) => cell.trim() !== '')) lines.push({ line, cells: row.cells });
    ({ at, line } = row);
  }
  return { lines, fault: null };
}

interface Row {
  readonly cells: readonly string[];
  readonly at: number;
  readonly line: number;
  readonly fault: CsvFault | null;
}
function readRow(text: string, start: number, startLine: number, separator: Separator): Row {
  const cells: string[] = [];
  let at = start;
  let line = startLine;
  for (;;) {
    if (text[at] === '"') {
      const cell = readQuoted(text, at, line);
      if (cell === null) return { cells, at: text.length, line, fault: { line, code: 'quote-open' } };
      cells.push(restored(cell.value));
      ({ at, line } = cell);
    } else {
      const end = endOfBare(text, at, separator);
      cells.push(restored(text.slice(at, end)));
      at = end;
    }
    if (at >= text.length) return { cells, at, line, fault: null };
    if (text[at] === separator) {
      at += 1;
      continue;
    }
    if (text[at] !== '\r' && text[at] !== '\n') return { cells, at, line, fault: { line, code: 'quote-inside' } };
    return { cells, ...afterBreak(text, at, line), fault: null };
  }
}

function readQuoted(text: string, start: number, startLine: number): { readonly value: string; readonly at: number; readonly line: number } | null {
  let end = start + 1;
  for (;;) {
    end = text.indexOf('"', end);
    if (end === -1) return null;
    if (text[end + 1] !== '"') break;
    end += 2;
  }
  const inner = text.slice(start + 1, end);
  return { value: inner.replaceAll('""', '"'), at: end + 1, line: startLine + (inner.match(/\r\n|\n|\r/g)?.length ?? 0) };
}

function endOfBare(text: string, start: number, separator: Separator): number {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\r' && text[end] !== '\n') end += 1;
  return end;
}

function afterBreak(text: string, at: number, line: number): { readonly at: number; readonly line: number } {
  if (at >= text.length) return { at, line };
  return { at: at + (text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1), line: line + 1 };
}
