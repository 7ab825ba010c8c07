import type { LocalDate } from '../calendar.ts';
import type { RegisterFaultCode } from '../errors.ts';
import { registerKey, type Register, type RegisterEntry } from '../register.ts';
import { rowFaults, unattended } from './register-rules.ts';

/** What is wrong with all registers taken together, as a document has them; `path` is a JSON pointer into the document. */
export function documentFaults(register: Register, today: LocalDate): readonly { readonly path: string; readonly code: RegisterFaultCode }[] {
  const of = <Value>(path: string, values: readonly Value[], entry: (value: Value) => RegisterEntry, seen: (value: Value) => Register = () => register) =>
    values.flatMap((value, index) => rowFaults(entry(value), { register: seen(value), before: null, today }).map(({ pointer, code }) => ({ path: `${path}/${index}${pointer}`, code })));
  return [
    ...named('/organisations', register.organisations.map(({ id }) => id)),
    ...named('/units', register.units.map(({ id }) => id)),
    ...named('/users', register.users.map(({ id }) => id)),
    ...named('/roles', register.roles.map((value) => registerKey({ register: 'roles', value }))),
    ...named('/areas', register.areas.map(({ id }) => id)),
    ...named('/agreements', register.agreements.map((value) => registerKey({ register: 'agreements', value }))),
    ...named('/onCall/suppliers', register.onCall.suppliers.map(({ id }) => id)),
    ...named('/onCall/calendar', register.onCall.calendar.map(({ id }) => id)),
    ...named('/groups', register.groups.map(({ id }) => id)),
    ...named('/mailTexts', register.mailTexts.map((value) => registerKey({ register: 'mailTexts', value }))),
    ...of('/organisations', register.organisations, (value) => ({ register: 'organisations', value })),
    ...of('/units', register.units, (value) => ({ register: 'units', value })),
    ...of('/users', register.users, (value) => ({ register: 'users', value })),
    ...of('/roles', register.roles, (value) => ({ register: 'roles', value })),
    // A version is judged by those before it.
    ...of('/agreements', register.agreements, (value) => ({ register: 'agreements', value }), ({ id, version }) => ({ ...register, agreements: register.agreements.filter((other) => other.id !== id || other.version < version) })),
    ...of('/onCall/suppliers', register.onCall.suppliers, (value) => ({ register: 'suppliers', value })),
    ...of('/onCall/calendar', register.onCall.calendar, (value) => ({ register: 'onCallTimes', value })),
    ...of('/groups', register.groups, (value) => ({ register: 'groups', value })),
    ...of('/mailTexts', register.mailTexts, (value) => ({ register: 'mailTexts', value })),
    ...(register.organisations.some(({ own, active }) => own && active !== false) ? [] : [{ path: '/organisations', code: 'last-own-organisation' as const }]),
    ...(unattended(register, today).includes(today) ? [{ path: '/roles', code: 'last-system-administrator' as const }] : []),
  ];
}

/** A key stands for one row. */
function named(path: string, keys: readonly string[]) {
  const seen = new Set<string>();
  return keys.flatMap((key, index) => (seen.size === seen.add(key).size ? [{ path: `${path}/${index}`, code: 'named-twice' as const }] : []));
}
