import type { output } from 'zod/mini';
import type { ListRegister, registerPage } from '../contracts/register-administration.ts';
import { isEnded } from '../domain/administration/register-ending.ts';
import { belongsTo } from '../domain/administration/register-rules.ts';
import { localDate } from '../domain/calendar.ts';
import type { Register, RegisterEntry } from '../domain/register.ts';
import { demandAdministration } from './administration-access.ts';
import type { RegisterAdministration, RegisterRow } from './ports-administration.ts';
import type { Caller } from './ports.ts';
import { registerRowView } from './register-row-view.ts';

const rowsPerPage = 25;

/** Rows of a register by name, a page at a time. @throws UnknownUser, NotAllowed */
export const listRegister = async (
  ports: { readonly registers: Pick<RegisterAdministration, 'snapshot'> }, { caller, body }: { readonly caller: Caller; readonly body: ListRegister },
): Promise<output<typeof registerPage>> => {
  const snapshot = await ports.registers.snapshot();
  demandAdministration(snapshot, caller);
  const { register } = snapshot;
  const today = localDate(caller.now);
  const words = (body.search ?? '').toLocaleLowerCase('sv').split(/\s+/).filter(Boolean);
  const shown = (row: RegisterRow): boolean => {
    if (row.entry.register !== body.register) return false;
    if (body.belongsTo !== undefined && !belongsTo(row.entry, body.belongsTo)) return false;
    if (body.show !== 'all' && isEnded(row.entry, today) !== (body.show === 'ended')) return false;
    const text = words.length > 0 ? searchText(row.entry, register) : '';
    return words.every((word) => text.includes(word));
  };
  const found = snapshot.rows.filter(shown).map((row) => ({ row, place: `${titleOf(row.entry, register)}\u0000${row.key}` })).toSorted((one, other) => one.place.localeCompare(other.place, 'sv'));
  // The cursor is the last key that was seen: rows that come or go meanwhile move nothing else.
  const last = body.cursor === undefined ? -1 : found.findIndex(({ row }) => row.key === body.cursor);
  const page = found.slice(last + 1, last + 1 + (body.limit ?? rowsPerPage));
  return {
    now: caller.now, matching: found.length, rows: page.map(({ row }) => registerRowView(row, register, caller.now)),
    cursor: last + 1 + page.length < found.length ? page.at(-1)?.row.key ?? null : null,
  };
};

const nameIn = (rows: readonly { readonly id: string; readonly name: string }[], id: string | undefined): string => rows.find((row) => row.id === id)?.name ?? id ?? '';

/** What a row is sorted by. */
const titleOf = (entry: RegisterEntry, register: Register): string => {
  switch (entry.register) {
    case 'roles': return nameIn(register.users, entry.value.userId);
    case 'agreements': return `${entry.value.title.sv} ${String(10_000 - entry.value.version)}`;
    case 'suppliers': return nameIn(register.organisations, entry.value.organisationId);
    case 'onCallTimes': return `${String(entry.value.weekdays[0] ?? 8)}${entry.value.from}`;
    case 'mailTexts': return `${entry.value.kind} ${entry.value.language}`;
    case 'settings': return entry.value.name;
    default: return entry.value.name;
  }
};
/** Everything in a row that somebody may look for, in small letters. */
const searchText = (entry: RegisterEntry, register: Register): string => {
  const texts = ((): readonly (string | undefined)[] => {
    switch (entry.register) {
      case 'units': return [entry.value.name, entry.value.id, entry.value.mailbox, entry.value.managerMailbox, entry.value.phone, entry.value.part, nameIn(register.organisations, entry.value.organisationId)];
      case 'users': return [entry.value.name, entry.value.id, entry.value.title, entry.value.mail, nameIn(register.units, entry.value.unitId)];
      case 'roles': return [entry.value.role, entry.value.userId, nameIn(register.users, entry.value.userId), nameIn(register.users, entry.value.substituteUserId), nameIn(register.units, entry.value.unitId)];
      case 'agreements': return [entry.value.id, entry.value.title.sv, entry.value.title.en, ...entry.value.clauses.flatMap(({ id, text }) => [id, text.sv, text.en])];
      case 'suppliers': return [entry.value.id, nameIn(register.organisations, entry.value.organisationId)];
      case 'groups': return [entry.value.name, ...entry.value.members.map(({ userId }) => nameIn(register.users, userId)), nameIn(register.users, entry.value.convenerUserId)];
      case 'mailTexts': return [entry.value.kind, entry.value.intro];
      case 'settings': return [entry.value.name, entry.value.value];
      case 'onCallTimes': return [entry.value.id, entry.value.from, entry.value.to];
      default: return [entry.value.name, entry.value.id];
    }
  })();
  return texts.filter((text) => text !== undefined).join(' ').toLocaleLowerCase('sv');
};
