import { registerFaultCodes } from '../errors.ts';
import { readCell, type Cells, type CellValue } from './cells.ts';
import type { FileColumn, FileRegister } from './columns.ts';
import { fileColumns, fileLimits, ownOfLine } from './columns.ts';
import { readCsv, type CsvLine } from './csv.ts';
import { keyOfLine } from './rows.ts';

/** Why a file is not taken; the pages have the words. */
export const fileFaultCodes = [
  'not-text', 'too-large', 'empty-file', 'too-many-rows', 'quote-open', 'quote-inside', 'column-unknown', 'column-twice', 'column-missing', 'too-many-cells',
  'value-missing', 'value-wrong', 'value-too-long', 'row-twice', 'lines-disagree',
  // What every change of a register is held to.
  ...registerFaultCodes,
] as const;
export type FileFaultCode = (typeof fileFaultCodes)[number];
export interface FileFault {
  /** In the file; 0: the file as a whole. */
  readonly line: number;
  readonly column: string | null;
  readonly code: FileFaultCode;
}

export interface FileLine {
  readonly line: number;
  readonly cells: Cells;
  /** Columns whose cells are told of already; what else is wrong with the line is told as well. */
  readonly wrong?: ReadonlySet<string>;
}
/** A row of the register with its lines in the file. */
export interface FileRow {
  readonly key: string;
  readonly lines: readonly FileLine[];
}
export interface ReadFile {
  readonly rows: readonly FileRow[];
  /** Columns that the file does not have. */
  readonly absent: ReadonlySet<string>;
  readonly faults: readonly FileFault[];
}

const nothing = (...faults: FileFault[]): ReadFile => ({ rows: [], absent: new Set(), faults });

/** A file's text as rows of a register; every fault there is, those of the whole file alone. */
export function readFile(register: FileRegister, text: string): ReadFile {
  const { lines, fault } = readCsv(text);
  if (fault !== null) return nothing({ ...fault, column: null });
  const [header, ...body] = lines;
  if (header === undefined || body.length === 0) return nothing({ line: 0, column: null, code: 'empty-file' });
  if (body.length > fileLimits.rows) return nothing({ line: 0, column: null, code: 'too-many-rows' });
  const { columns, absent, faults } = readHeader(register, header);
  if (faults.length > 0) return nothing(...faults);
  const found: FileFault[] = [];
  const read = body.map((line) => readLine(line, columns, found));
  const rows = gathered(register, read, found);
  return { rows, absent, faults: found };
}

function readHeader(register: FileRegister, { line, cells }: CsvLine) {
  const known = fileColumns[register];
  const titles = cells.map((cell) => cell.trim());
  // Cells that a spreadsheet left behind at the end of the line.
  while (titles.at(-1) === '') titles.pop();
  const columns = titles.map((title) => known.find(({ key }) => key.toLowerCase() === title.toLowerCase()));
  const faults = titles.flatMap((title, index): FileFault[] => {
    const column = columns[index];
    if (column === undefined) return [{ line, column: title.slice(0, 40), code: 'column-unknown' }];
    return columns.indexOf(column) < index ? [{ line, column: column.key, code: 'column-twice' }] : [];
  });
  const missing = known.filter((column) => !columns.includes(column));
  const needed = missing.filter(({ key, required }) => required || (ownOfLine[register] ?? []).includes(key));
  return {
    columns: columns.flatMap((column) => column ?? []),
    absent: new Set(missing.map(({ key }) => key)),
    faults: [...faults, ...needed.map(({ key }) => ({ line, column: key, code: 'column-missing' as const }))],
  };
}

function readLine({ line, cells }: CsvLine, columns: readonly FileColumn[], faults: FileFault[]): FileLine {
  if (cells.slice(columns.length).some((cell) => cell.trim() !== '')) faults.push({ line, column: null, code: 'too-many-cells' });
  const values: [string, CellValue][] = [];
  const wrong = new Set<string>();
  const add = (column: string, code: FileFaultCode) => {
    faults.push({ line, column, code });
    wrong.add(column);
  };
  for (const [index, column] of columns.entries()) {
    const value = readCell(column, cells[index] ?? '');
    if (value === null) add(column.key, 'value-wrong');
    else if (value === undefined && column.required) add(column.key, 'value-missing');
    else if (value !== undefined) values.push([column.key, value]);
  }
  return { line, cells: Object.fromEntries(values), wrong };
}

/** Lines of one row belong together wherever they stand; what is not a line's own must be the same on all of them. */
function gathered(register: FileRegister, lines: readonly FileLine[], faults: FileFault[]): readonly FileRow[] {
  const own = ownOfLine[register];
  const rows = new Map<string, FileLine[]>();
  for (const line of lines) {
    // A line that does not say which row it is stands for one of its own.
    const key = keyOfLine(register, line.cells) ?? `#line ${line.line}`;
    const [first] = rows.get(key) ?? [];
    if (first === undefined) rows.set(key, [line]);
    else if (own === undefined) faults.push({ line: line.line, column: fileColumns[register][0]?.key ?? null, code: 'row-twice' });
    else {
      const other = fileColumns[register].find(({ key: column }) => !own.includes(column) && !line.wrong?.has(column) && !first.wrong?.has(column) && JSON.stringify(line.cells[column]) !== JSON.stringify(first.cells[column]));
      if (other !== undefined) faults.push({ line: line.line, column: other.key, code: 'lines-disagree' });
      else rows.get(key)?.push(line);
    }
  }
  return [...rows].map(([key, of]) => ({ key, lines: of }));
}
