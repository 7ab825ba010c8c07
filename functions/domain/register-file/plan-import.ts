import type { LocalDate } from '../calendar.ts';
import type { Register, RegisterEntry } from '../register.ts';
import { writeCell, type Cells } from './cells.ts';
import type { FileRegister } from './columns.ts';
import { fileColumns } from './columns.ts';
import type { FileFault, FileFaultCode, FileRow, ReadFile } from './read-file.ts';
import { referenceFaults, unknownNames, type ChangedRow } from './references.ts';
import { columnOf, keyOf, linesOf, rowOf, type FileEntry } from './rows.ts';
import { entriesOf, withEntries } from './register-rows.ts';

/** What a file does to one row. `ended`: it goes out of use, as registers never lose what cases refer to. */
export interface RowChange {
  readonly kind: 'added' | 'changed' | 'ended';
  readonly key: string;
  readonly line: number;
  /** As the cells of a file have it, empty where there is nothing. Of an added row: all that it has. */
  readonly cells: readonly { readonly column: string; readonly from: string; readonly to: string }[];
}
export interface ImportPlan {
  readonly faults: readonly FileFault[];
  readonly changes: readonly RowChange[];
  /** Rows that the file does not change, named in it or not. */
  readonly untouched: number;
  /** The whole register as it will be, in a fixed order. */
  readonly next: readonly FileEntry[];
}
/** The contract's judgement on a row's shape: the row, or what is wrong with which part of it. */
export type Judge = (register: FileRegister, row: unknown) => { readonly entry: FileEntry } | { readonly faults: readonly { readonly path: readonly PropertyKey[]; readonly code: FileFaultCode }[] };

/** What a file would do to a register; nothing at all while there is one fault in it. Rows that it does not name stay as they are. */
export function planImport(register: FileRegister, file: ReadFile, current: Register, judge: Judge, today: LocalDate): ImportPlan {
  const before = new Map(entriesOf(current, register).map((entry) => [keyOf(entry), entry]));
  const faults: FileFault[] = [...file.faults];
  const next = new Map(before);
  const changes: RowChange[] = [];
  const changed: ChangedRow[] = [];
  for (const row of file.rows) {
    const old = before.get(row.key);
    const judged = judge(register, rowOf(register, row.lines.map(({ cells }) => cells), file.absent, old && linesOf(old)[0]));
    const told = new Set(row.lines.flatMap(({ line, wrong = new Set() }) => [...wrong].map((column) => `${line} ${column}`)));
    const isNew = ({ line, column }: Pick<FileFault, 'line' | 'column'>) => !told.has(`${line} ${column}`);
    if ('faults' in judged || told.size > 0) {
      const wrong = 'faults' in judged ? judged.faults.map(({ path, code }) => ({ ...placeOf(register, path, row), code })).filter(isNew) : [];
      faults.push(...wrong, ...unknownNames(register, row.lines, current).filter((fault) => isNew(fault) && wrong.every(({ line, column }) => line !== fault.line || column !== fault.column)));
      continue;
    }
    const line = row.lines[0]?.line ?? 0;
    const change = changeOf(row.key, line, old, judged.entry);
    if (change === undefined) continue;
    changed.push({ entry: judged.entry, before: old ?? null, lines: row.lines });
    changes.push(change);
    next.set(row.key, judged.entry);
  }
  const entries = [...next.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
  faults.push(...referenceFaults(current, withEntries(current, register, entries), register, changed, { today, whole: faults.length === 0 }));
  const sorted = faults.toSorted((a, b) => a.line - b.line);
  return sorted.length > 0
    ? { faults: sorted, changes: [], untouched: before.size, next: [...before.values()] }
    : { faults: [], changes, untouched: before.size - changes.filter(({ kind }) => kind !== 'added').length, next: entries };
}

function placeOf(register: FileRegister, path: readonly PropertyKey[], row: FileRow): Pick<FileFault, 'line' | 'column'> {
  const { column, line } = columnOf(register, path);
  return { line: row.lines[line]?.line ?? row.lines[0]?.line ?? 0, column };
}

/** Undefined: it says the same as before. */
function changeOf(key: string, line: number, old: FileEntry | undefined, entry: FileEntry): RowChange | undefined {
  const from = old && lineCells(old);
  const to = lineCells(entry);
  const cells = fileColumns[entry.register].flatMap(({ key: column }) => {
    const cell = { column, from: from?.[column] ?? '', to: to[column] ?? '' };
    return cell.from === cell.to ? [] : [cell];
  });
  if (old === undefined) return { kind: 'added', key, line, cells };
  if (cells.length === 0) return undefined;
  return { kind: isInUse(old) && !isInUse(entry) ? 'ended' : 'changed', key, line, cells };
}

/** Cells of all lines of a row; several different values of one column stand below each other. */
function lineCells(entry: FileEntry): Readonly<Record<string, string>> {
  const lines: readonly Cells[] = linesOf(entry);
  return Object.fromEntries(fileColumns[entry.register].map(({ key }) => {
    const values = lines.map((cells) => writeCell(cells[key]));
    return [key, new Set(values).size === 1 ? values[0] ?? '' : values.join('\n')];
  }));
}

/** Whether a row has no end. */
const isInUse = ({ value }: RegisterEntry): boolean =>
  !('active' in value && value.active === false) && !('to' in value && !('weekdays' in value) && value.to !== undefined) && !('validTo' in value && value.validTo !== undefined);
