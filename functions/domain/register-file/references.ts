import { rowFaults, unattended } from '../administration/register-rules.ts';
import type { LocalDate } from '../calendar.ts';
import type { Register } from '../register.ts';
import type { FileRegister } from './columns.ts';
import type { FileFault } from './read-file.ts';
import { columnOf, type FileEntry } from './rows.ts';

/** A row that a file changes, with the lines that it stands on. */
export interface ChangedRow {
  readonly entry: FileEntry;
  readonly before: FileEntry | null;
  readonly lines: readonly { readonly line: number }[];
}

/**
 * The rules that every change of a register goes by, over the registers as they will be: rows of one file may depend on each
 * other. Besides, somebody must be left who can mend registers, and an organisation of our own.
 */
export function referenceFaults(current: Register, next: Register, register: FileRegister, rows: readonly ChangedRow[], today: LocalDate): readonly FileFault[] {
  const faults = rows.flatMap(({ entry, before, lines }) => rowFaults(entry, { register: asSeenBy(entry, before, next), before, today }).map(({ pointer, code }): FileFault => {
    const { column, line } = columnOf(register, pointer.split('/').slice(1));
    return { line: lines[line]?.line ?? lines[0]?.line ?? 0, column, code };
  }));
  const overlapping = rows.flatMap(({ entry, before, lines }): FileFault[] => {
    if (entry.register !== 'agreements' || before !== null) return [];
    const { id, version, validFrom } = entry.value;
    const previous = next.agreements.find((other) => other.id === id && other.version === version - 1);
    return previous && (previous.validTo === undefined || previous.validTo >= validFrom) ? [{ line: lines[0]?.line ?? 0, column: 'validFrom', code: 'agreement-overlaps' }] : [];
  });
  const before = unattended(current, today);
  return [
    ...faults, ...overlapping,
    ...(unattended(next, today).some((date) => !before.includes(date)) ? [{ line: 0, column: null, code: 'last-system-administrator' as const }] : []),
    ...(next.organisations.some(({ own, active }) => own && active !== false) ? [] : [{ line: 0, column: null, code: 'last-own-organisation' as const }]),
  ];
}

/** A new version of an agreement is judged by those before it. */
const asSeenBy = (entry: FileEntry, before: FileEntry | null, next: Register): Register => (entry.register !== 'agreements' || before !== null ? next
  : { ...next, agreements: next.agreements.filter(({ id, version }) => id !== entry.value.id || version < entry.value.version) });
