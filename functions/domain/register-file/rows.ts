import { registerKey, type RegisterEntry } from '../register.ts';
import type { CellValue, Cells } from './cells.ts';
import type { FileRegister } from './columns.ts';
import { fileColumns, ownOfLine } from './columns.ts';

export type FileEntry = Extract<RegisterEntry, { readonly register: FileRegister }>;

/** A register's row as the lines of a file: one, or one for each of its parts. */
export function linesOf(entry: FileEntry): readonly Cells[] {
  if (entry.register === 'agreements') {
    const { clauses, title, ...agreement } = entry.value;
    return clauses.map(({ id, text }) => present({ ...agreement, titleSv: title.sv, titleEn: title.en, clauseId: id, clauseSv: text.sv, clauseEn: text.en }));
  }
  if (entry.register === 'groups') {
    const { members, guests, ...group } = entry.value;
    const people = [...members.map((member) => ({ ...member, guest: undefined })), ...guests.map((member) => ({ ...member, guest: true }))];
    const line = ({ userId, from, to, guest }: Partial<(typeof people)[number]>) => present({ ...group, memberUserId: userId, memberFrom: from, memberTo: to, guest });
    return people.length === 0 ? [line({})] : people.map(line);
  }
  return [present({ ...entry.value })];
}

/** Which row a line belongs to: the key of the register's row; undefined where the line does not say. */
export function keyOfLine(register: FileRegister, cells: Cells): string | undefined {
  const text = (key: string): string | undefined => (typeof cells[key] === 'string' || typeof cells[key] === 'number' ? String(cells[key]) : undefined);
  const parts = register === 'roles' ? [text('userId'), text('role'), text('unitId'), text('from')] : register === 'agreements' ? [text('id'), text('version')?.padStart(4, '0')] : [text('id')];
  return parts.every((part) => part !== undefined) ? parts.join('#') : undefined;
}
export const keyOf = (entry: FileEntry): string => registerKey(entry);

/** The row that lines of one key make, as far as its shape goes: the contract's schema judges it. What the file has no column for stays as `before` has it. */
export function rowOf(register: FileRegister, lines: readonly Cells[], absent: ReadonlySet<string>, before: Cells | undefined): unknown {
  const [first = {}] = lines;
  const own = new Set(ownOfLine[register]);
  const columns = new Set(fileColumns[register].map(({ key }) => key));
  const shared = Object.fromEntries([...Object.entries(before ?? {}).filter(([key]) => absent.has(key) || !columns.has(key)), ...Object.entries(first)].filter(([key]) => !own.has(key)));
  if (register === 'agreements') {
    const { titleSv, titleEn, ...agreement } = shared;
    return { ...agreement, title: { sv: titleSv, en: titleEn }, clauses: lines.map(({ clauseId, clauseSv, clauseEn }) => ({ id: clauseId, text: { sv: clauseSv, en: clauseEn } })) };
  }
  if (register === 'groups') {
    const people = lines.filter(({ memberUserId }) => memberUserId !== undefined);
    const person = ({ memberUserId, memberFrom, memberTo }: Cells) => present({ userId: memberUserId, from: memberFrom, to: memberTo });
    return { ...shared, members: people.filter(({ guest }) => guest !== true).map(person), guests: people.filter(({ guest }) => guest === true).map(person) };
  }
  return register === 'onCallTimes' ? { weekdays: [], ...shared } : shared;
}

/** The column that a path in the row came from; null where there is none. */
export function columnOf(register: FileRegister, path: readonly PropertyKey[]): { readonly column: string | null; readonly line: number } {
  const [head, index, inner, language] = path.map(String);
  if (head === 'title') return { column: index === 'en' ? 'titleEn' : 'titleSv', line: 0 };
  if (head === 'clauses') return { column: inner === 'id' ? 'clauseId' : language === 'en' ? 'clauseEn' : 'clauseSv', line: Number(index ?? 0) };
  if (register === 'groups' && (head === 'members' || head === 'guests')) return { column: inner === 'from' ? 'memberFrom' : inner === 'to' ? 'memberTo' : 'memberUserId', line: head === 'guests' ? 0 : Number(index ?? 0) };
  return { column: head ?? null, line: 0 };
}

/** Without what is absent or an empty list: a cell cannot tell these from nothing. */
function present(values: Readonly<Record<string, unknown>>): Cells {
  return Object.fromEntries(Object.entries(values).flatMap(([key, value]): [string, CellValue][] => {
    if (typeof value === 'string') return value === '' ? [] : [[key, value]];
    if (typeof value === 'boolean' || typeof value === 'number') return [[key, value]];
    if (!Array.isArray(value) || value.length === 0) return [];
    return value.every((one) => typeof one === 'number') ? [[key, value]] : [[key, value.map(String)]];
  }));
}
