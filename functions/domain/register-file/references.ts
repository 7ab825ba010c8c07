import { standingBefore } from '../administration/agreement-rules.ts';
import { rowFaults, unattended } from '../administration/register-rules.ts';
import type { LocalDate } from '../calendar.ts';
import type { Register } from '../register.ts';
import type { FileRegister } from './columns.ts';
import type { FileFault, FileFaultCode, FileLine } from './read-file.ts';
import { columnOf, type FileEntry } from './rows.ts';

/** A row that a file changes, with the lines that it stands on. */
export interface ChangedRow {
  readonly entry: FileEntry;
  readonly before: FileEntry | null;
  readonly lines: readonly { readonly line: number }[];
}

/**
 * The rules that every change of a register goes by, over the registers as they will be: rows of one file may depend on each
 * other. Besides, somebody must be left who can mend registers, and an organisation of our own. `whole`: false where rows of the
 * file are missing because they are wrong, so that nothing is said of what they would have been to others.
 */
export function referenceFaults(current: Register, next: Register, register: FileRegister, rows: readonly ChangedRow[], { today, whole }: { readonly today: LocalDate; readonly whole: boolean }): readonly FileFault[] {
  const faults = rows.flatMap(({ entry, before, lines }) => rowFaults(entry, { register: asSeenBy(entry, before, next), before, today }).map(({ pointer, code }): FileFault => {
    const { column, line } = columnOf(register, pointer.split('/').slice(1));
    return { line: lines[line]?.line ?? lines[0]?.line ?? 0, column, code };
  }));
  const overlapping = rows.flatMap(({ entry, before, lines }): FileFault[] => {
    if (entry.register !== 'agreements' || before !== null) return [];
    const { validFrom } = entry.value;
    const previous = standingBefore(entry.value, next.agreements);
    return previous && (previous.validTo === undefined || previous.validTo >= validFrom) ? [{ line: lines[0]?.line ?? 0, column: 'validFrom', code: 'agreement-overlaps' }] : [];
  });
  if (!whole) return [...faults, ...overlapping].filter(({ code }) => !ofOtherRows.has(code));
  const before = unattended(current, today);
  return [
    ...faults, ...overlapping,
    ...(unattended(next, today).some((date) => !before.includes(date)) ? [{ line: 0, column: null, code: 'last-system-administrator' as const }] : []),
    ...(next.organisations.some(({ own, active }) => own && active !== false) ? [] : [{ line: 0, column: null, code: 'last-own-organisation' as const }]),
  ];
}

/** What a row of the same file, that is wrong itself, may have set right. */
const ofOtherRows: ReadonlySet<FileFaultCode> = new Set(['agreement-version-wrong', 'agreement-overlaps', 'agreement-of-other-kind', 'role-overlaps', 'last-own-organisation']);

const names = {
  organisationId: ['organisations', 'organisation-unknown'], organisationIds: ['organisations', 'organisation-unknown'], unitId: ['units', 'unit-unknown'], coversUnitIds: ['units', 'unit-unknown'],
  userId: ['users', 'user-unknown'], substituteUserId: ['users', 'user-unknown'], convenerUserId: ['users', 'user-unknown'], memberUserId: ['users', 'user-unknown'], areas: ['areas', 'area-unknown'], areaIds: ['areas', 'area-unknown'],
} as const;

/** What the cells of a row name that is in no register; of a row that cannot be judged as a whole. */
export const unknownNames = (register: FileRegister, lines: readonly FileLine[], current: Register): readonly FileFault[] => lines.flatMap(({ line, cells }) =>
  Object.entries(names).flatMap(([column, [kind, code]]): FileFault[] => {
    const rows: readonly { readonly id: string }[] = current[kind];
    const named = [cells[column] ?? []].flat();
    return register !== kind && named.some((id) => !rows.some((row) => row.id === id)) ? [{ line, column, code }] : [];
  }));

/** A new version of an agreement is judged by those before it. */
const asSeenBy = (entry: FileEntry, before: FileEntry | null, next: Register): Register => (entry.register !== 'agreements' || before !== null ? next
  : { ...next, agreements: next.agreements.filter(({ id, version }) => id !== entry.value.id || version < entry.value.version) });
