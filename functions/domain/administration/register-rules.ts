import type { LocalDate } from '../calendar.ts';
import { addDays } from '../calendar.ts';
import type { RegisterFault, RegisterFaultCode } from '../errors.ts';
import type { Organisation, Register, RegisterEntry, Unit } from '../register.ts';
import { registerKey } from '../register.ts';
import { introFaults } from '../mail-intro.ts';
import { holdersOf } from '../role-holders.ts';
import { agreementFaults } from './agreement-rules.ts';
import { isEnded } from './register-ending.ts';
import { groupFaults, onCallTimeFaults, periodFaults, roleFaults } from './register-row-rules.ts';
import { overlapFaults } from './role-periods.ts';

/** What a row is checked against. */
export interface RegisterContext {
  /** As it stands, before the change. */
  readonly register: Register;
  /** The row as it stands; null: it is new. */
  readonly before: RegisterEntry | null;
  readonly today: LocalDate;
}

/** The registers once the entry stands in them. */
export const withEntry = (register: Register, entry: RegisterEntry): Register => {
  const key = registerKey(entry);
  const put = <Value>(values: readonly Value[], value: Value, keyOf: (each: Value) => string): readonly Value[] => [...values.filter((each) => keyOf(each) !== key), value];
  switch (entry.register) {
    case 'organisations': return { ...register, organisations: put(register.organisations, entry.value, ({ id }) => id) };
    case 'units': return { ...register, units: put(register.units, entry.value, ({ id }) => id) };
    case 'users': return { ...register, users: put(register.users, entry.value, ({ id }) => id) };
    case 'roles': return { ...register, roles: put(register.roles, entry.value, (value) => registerKey({ register: 'roles', value })) };
    case 'areas': return { ...register, areas: put(register.areas, entry.value, ({ id }) => id) };
    case 'agreements': return { ...register, agreements: put(register.agreements, entry.value, (value) => registerKey({ register: 'agreements', value })) };
    case 'suppliers': return { ...register, onCall: { ...register.onCall, suppliers: put(register.onCall.suppliers, entry.value, ({ id }) => id) } };
    case 'onCallTimes': return { ...register, onCall: { ...register.onCall, calendar: put(register.onCall.calendar, entry.value, ({ id }) => id) } };
    case 'groups': return { ...register, groups: put(register.groups, entry.value, ({ id }) => id) };
    case 'mailTexts': return { ...register, mailTexts: put(register.mailTexts, entry.value, (value) => registerKey({ register: 'mailTexts', value })) };
    case 'settings': return { ...register, callBackPhone: entry.value.value };
  }
};

/** Everything that is wrong with a row, each with its pointer below the row's value; none: it may be written. */
export const entryFaults = (entry: RegisterEntry, context: RegisterContext): readonly RegisterFault[] => [...rowFaults(entry, context), ...lockOut(entry, context)];

/** What is wrong with a row whoever else is changed with it. */
export const rowFaults = (entry: RegisterEntry, context: RegisterContext): readonly RegisterFault[] => {
  const ends = isEnded(entry, context.today);
  return [
    ...referenceFaults(entry, context.register),
    ...ownFaults(entry, context),
    ...(ends ? stillNeeded(entry, context.register, context.today) : []),
  ];
};

const ownFaults = (entry: RegisterEntry, context: RegisterContext): readonly RegisterFault[] => {
  switch (entry.register) {
    case 'agreements': return agreementFaults(entry.value, context.before?.register === 'agreements' ? context.before.value : null, context.register.agreements, context.today);
    case 'roles': return [...roleFaults(entry.value, { begun: hasBegun(entry.value, context) }), ...overlapFaults(entry.value, context.register.roles)];
    case 'suppliers': return [...(hasBegun(entry.value, context) ? periodFaults(entry.value) : []), ...ownSupplierFaults(entry, context)];
    case 'units': return context.before?.register === 'units' ? movedUnitFaults(entry.value, context.before.value, context) : [];
    case 'settings': return /^[+\d][\d ()/-]{4,}$/.test(entry.value.value) ? [] : [fault('/value', 'phone-wrong')];
    case 'onCallTimes': return onCallTimeFaults(entry.value);
    case 'groups': return groupFaults(entry.value);
    case 'organisations': return [...ownOrganisationFaults(entry, context), ...changedSideFaults(entry.value, context)];
    case 'mailTexts': return introFaults(entry.value.kind, entry.value.intro).length > 0 ? [fault('/intro', 'mail-text-refused')] : [];
    default: return [];
  }
};

/** There is always an organisation of our own: cases and pages are its. */
const ownOrganisationFaults = (entry: Extract<RegisterEntry, { register: 'organisations' }>, { register }: RegisterContext): readonly RegisterFault[] => {
  const others = register.organisations.some(({ id, own, active }) => id !== entry.value.id && own && active !== false);
  const was = register.organisations.find(({ id }) => id === entry.value.id);
  if (was?.own !== true || others) return [];
  if (!entry.value.own) return [fault('/own', 'last-own-organisation')];
  return entry.value.active === false ? [fault('/active', 'last-own-organisation')] : [];
};

/** Who is on call for us is somebody else, to whom cases can be sent. */
const ownSupplierFaults = (entry: Extract<RegisterEntry, { register: 'suppliers' }>, { register }: RegisterContext): readonly RegisterFault[] =>
  (!leaves(entry) && register.organisations.some(({ id, own }) => own && id === entry.value.organisationId) ? [fault('/organisationId', 'organisation-ours')] : []);

/** What stands there and has not begun may still be withdrawn: it ends before it begins. */
const hasBegun = ({ from }: { readonly from: string }, { before, today }: RegisterContext): boolean => before === null || from <= today;

/** People and their roles are at units of our own: such a unit does not go over to somebody else with them. */
const movedUnitFaults = (unit: Unit, before: Unit, { register, today }: RegisterContext): readonly RegisterFault[] => {
  const isOurs = ({ organisationId }: Unit): boolean => register.organisations.some(({ id, own }) => id === organisationId && own);
  return isOurs(before) && !isOurs(unit) ? peopleLeft(unit.id, register, today, '/organisationId') : [];
};
/** Ours stays ours, and others' theirs, while it has units. */
const changedSideFaults = ({ id, own }: Organisation, { register, before }: RegisterContext): readonly RegisterFault[] =>
  (before?.register === 'organisations' && before.value.own !== own && register.units.some(({ organisationId, active }) => organisationId === id && active !== false) ? [fault('/own', 'units-left')] : []);

const fault = (pointer: string, code: RegisterFaultCode): RegisterFault => ({ pointer, code });

type Kind = 'organisations' | 'units' | 'users' | 'areas';
const codes: Readonly<Record<Kind, readonly [unknown: RegisterFaultCode, ended: RegisterFaultCode]>> = {
  organisations: ['organisation-unknown', 'organisation-ended'], units: ['unit-unknown', 'unit-ended'], users: ['user-unknown', 'user-ended'], areas: ['area-unknown', 'area-ended'],
};

/** What a row names must be there, and in use as long as the row itself is. */
const referenceFaults = (entry: RegisterEntry, register: Register): readonly RegisterFault[] => {
  const at = (pointer: string, kind: Kind, id: string | undefined): readonly RegisterFault[] => {
    if (id === undefined) return [];
    const rows: readonly { readonly id: string; readonly active?: boolean | undefined }[] = register[kind];
    const found = rows.find((row) => row.id === id);
    const [unknown, ended] = codes[kind];
    if (!found) return [fault(pointer, unknown)];
    return found.active === false && !leaves(entry) ? [fault(pointer, ended)] : [];
  };
  const each = (pointer: string, kind: Kind, ids: readonly string[] | undefined) => (ids ?? []).flatMap((id, index) => at(`${pointer}/${index}`, kind, id));
  const ownUnit = (pointer: string, id: string): readonly RegisterFault[] => {
    const unit = register.units.find((row) => row.id === id);
    return unit && register.organisations.some((row) => row.id === unit.organisationId && !row.own) ? [fault(pointer, 'unit-not-ours')] : [];
  };
  switch (entry.register) {
    case 'organisations': return each('/areas', 'areas', entry.value.areas);
    case 'units': return [...at('/organisationId', 'organisations', entry.value.organisationId), ...each('/areas', 'areas', entry.value.areas)];
    case 'users': return [...at('/unitId', 'units', entry.value.unitId), ...ownUnit('/unitId', entry.value.unitId)];
    case 'roles': return [
      ...at('/userId', 'users', entry.value.userId), ...at('/unitId', 'units', entry.value.unitId), ...ownUnit('/unitId', entry.value.unitId),
      ...at('/substituteUserId', 'users', entry.value.substituteUserId),
    ];
    case 'agreements': return each('/organisationIds', 'organisations', entry.value.organisationIds);
    case 'suppliers': return [...at('/organisationId', 'organisations', entry.value.organisationId), ...each('/coversUnitIds', 'units', entry.value.coversUnitIds)];
    case 'groups': return [
      ...each('/areaIds', 'areas', entry.value.areaIds),
      ...at('/convenerUserId', 'users', entry.value.convenerUserId),
      ...entry.value.members.flatMap(({ userId }, index) => at(`/members/${index}/userId`, 'users', userId)),
      ...entry.value.guests.flatMap(({ userId }, index) => at(`/guests/${index}/userId`, 'users', userId)),
    ];
    case 'areas':
    case 'onCallTimes':
    case 'mailTexts':
    case 'settings':
      return [];
  }
};
/** A row that is on its way out may name what is out of use. */
const leaves = (entry: RegisterEntry): boolean => {
  if (entry.register === 'roles' || entry.register === 'suppliers') return entry.value.to !== undefined;
  if (entry.register === 'agreements') return entry.value.validTo !== undefined;
  return entry.register !== 'settings' && entry.value.active === false;
};

const standsOn = ({ to }: { readonly to?: string | undefined }, today: LocalDate): boolean => to === undefined || to >= today;
const peopleLeft = (unitId: string, register: Register, today: LocalDate, pointer: string): readonly RegisterFault[] => {
  if (register.users.some((user) => user.unitId === unitId && user.active !== false)) return [fault(pointer, 'users-left')];
  return register.roles.some((role) => role.unitId === unitId && standsOn(role, today)) ? [fault(pointer, 'roles-left')] : [];
};

/** What is in use cannot end under what names it: first the roles, then the user, then the unit. */
const stillNeeded = (entry: RegisterEntry, register: Register, today: LocalDate): readonly RegisterFault[] => {
  switch (entry.register) {
    case 'organisations':
      return register.units.some(({ organisationId, active }) => organisationId === entry.value.id && active !== false) ? [fault('/active', 'units-left')] : [];
    case 'units':
      return peopleLeft(entry.value.id, register, today, '/active');
    case 'users': {
      const { id } = entry.value;
      if (register.roles.some((role) => standsOn(role, today) && (role.userId === id || (role.substituteUserId === id && (role.substituteTo === undefined || role.substituteTo >= today))))) return [fault('/active', 'roles-left')];
      return register.groups.some((group) => group.active !== false && group.convenerUserId === id) ? [fault('/active', 'convener-of-group')] : [];
    }
    case 'areas':
      return [...register.organisations, ...register.units].some(({ areas, active }) => active !== false && areas?.includes(entry.value.id)) ? [fault('/active', 'area-in-use')] : [];
    default:
      return [];
  }
};

/** Days on which nobody could mend the registers any more. */
export const unattended = (register: Register, today: LocalDate): readonly LocalDate[] => {
  const changes = register.roles.filter(({ role }) => role === 'systemAdministrator')
    .flatMap(({ to, from, substituteTo, substituteFrom }) => [to === undefined ? undefined : addDays(to, 1), from, substituteFrom, substituteTo === undefined ? undefined : addDays(substituteTo, 1)])
    .filter((date) => date !== undefined);
  return [...new Set([today, ...changes.filter((date) => date > today)])].filter((date) => holdersOf(register, 'systemAdministrator', date).length === 0);
};
/** Nobody locks themselves and everybody else out. */
const lockOut = (entry: RegisterEntry, { register, today }: RegisterContext): readonly RegisterFault[] => {
  if (entry.register !== 'roles' && entry.register !== 'users') return [];
  const before = unattended(register, today);
  const after = unattended(withEntry(register, entry), today);
  return after.some((date) => !before.includes(date)) ? [fault(entry.register === 'roles' ? '/to' : '/active', 'last-system-administrator')] : [];
};

/** Rows of a register that belong to something: units to an organisation, roles to a user. */
export const belongsTo = (entry: RegisterEntry, id: string): boolean => {
  switch (entry.register) {
    case 'organisations': return entry.value.type === id || (entry.value.areas ?? []).includes(id);
    case 'units': return entry.value.organisationId === id || entry.value.part === id || (entry.value.areas ?? []).includes(id);
    case 'users': return entry.value.unitId === id;
    case 'roles': return entry.value.userId === id || entry.value.role === id || entry.value.unitId === id || entry.value.substituteUserId === id;
    case 'agreements': return entry.value.id === id || entry.value.kind === id || (entry.value.organisationIds ?? []).includes(id);
    case 'suppliers': return entry.value.organisationId === id;
    case 'groups': return entry.value.kind === id || entry.value.convenerUserId === id;
    case 'mailTexts': return entry.value.kind === id || entry.value.language === id;
    default: return false;
  }
};
