import type { Register } from '../register.ts';
import type { FileRegister } from './columns.ts';
import type { FileEntry } from './rows.ts';

/** The rows of one register, each with the register's name. */
export function entriesOf(current: Register, register: FileRegister): readonly FileEntry[] {
  switch (register) {
    case 'organisations': return current.organisations.map((value) => ({ register, value }));
    case 'units': return current.units.map((value) => ({ register, value }));
    case 'users': return current.users.map((value) => ({ register, value }));
    case 'roles': return current.roles.map((value) => ({ register, value }));
    case 'areas': return current.areas.map((value) => ({ register, value }));
    case 'agreements': return current.agreements.map((value) => ({ register, value }));
    case 'suppliers': return current.onCall.suppliers.map((value) => ({ register, value }));
    case 'onCallTimes': return current.onCall.calendar.map((value) => ({ register, value }));
    case 'groups': return current.groups.map((value) => ({ register, value }));
  }
}

/** The registers with one of them replaced. */
export function withEntries(current: Register, register: FileRegister, entries: readonly FileEntry[]): Register {
  switch (register) {
    case 'organisations': return { ...current, organisations: entries.flatMap((entry) => (entry.register === 'organisations' ? [entry.value] : [])) };
    case 'units': return { ...current, units: entries.flatMap((entry) => (entry.register === 'units' ? [entry.value] : [])) };
    case 'users': return { ...current, users: entries.flatMap((entry) => (entry.register === 'users' ? [entry.value] : [])) };
    case 'roles': return { ...current, roles: entries.flatMap((entry) => (entry.register === 'roles' ? [entry.value] : [])) };
    case 'areas': return { ...current, areas: entries.flatMap((entry) => (entry.register === 'areas' ? [entry.value] : [])) };
    case 'agreements': return { ...current, agreements: entries.flatMap((entry) => (entry.register === 'agreements' ? [entry.value] : [])) };
    case 'suppliers': return { ...current, onCall: { ...current.onCall, suppliers: entries.flatMap((entry) => (entry.register === 'suppliers' ? [entry.value] : [])) } };
    case 'onCallTimes': return { ...current, onCall: { ...current.onCall, calendar: entries.flatMap((entry) => (entry.register === 'onCallTimes' ? [entry.value] : [])) } };
    case 'groups': return { ...current, groups: entries.flatMap((entry) => (entry.register === 'groups' ? [entry.value] : [])) };
  }
}
