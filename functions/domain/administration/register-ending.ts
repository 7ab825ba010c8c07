import type { LocalDate } from '../calendar.ts';
import type { RegisterEntry, RoleAssignment } from '../register.ts';

const passed = (to: string | undefined, date: LocalDate): boolean => to !== undefined && to < date;

/** Whether a row is no longer in force on a day. */
export const isEnded = (entry: RegisterEntry, date: LocalDate): boolean => {
  switch (entry.register) {
    case 'roles':
    case 'suppliers':
      return passed(entry.value.to, date) || passed(entry.value.to, entry.value.from);
    case 'agreements':
      return passed(entry.value.validTo, date);
    case 'settings':
      return false;
    default:
      return entry.value.active === false;
  }
};

/** Nobody stands in for a role that has ended. */
const withoutSubstituteAfter = (role: RoleAssignment, on: LocalDate): RoleAssignment => {
  const { substituteUserId: _user, substituteFrom, substituteTo: _to, ...held } = role;
  return substituteFrom !== undefined && substituteFrom > on ? held : role;
};

/** The row as it is when it ends: what refers to it goes on. `on`: its last day, where it has dates. A setting never ends: undefined. */
export const endedEntry = (entry: RegisterEntry, on: LocalDate): RegisterEntry | undefined => {
  switch (entry.register) {
    case 'roles': return { register: 'roles', value: { ...withoutSubstituteAfter(entry.value, on), to: on } };
    case 'suppliers': return { register: 'suppliers', value: { ...entry.value, to: on } };
    case 'agreements': return { register: 'agreements', value: { ...entry.value, validTo: on } };
    case 'organisations': return { register: 'organisations', value: { ...entry.value, active: false } };
    case 'units': return { register: 'units', value: { ...entry.value, active: false } };
    case 'users': return { register: 'users', value: { ...entry.value, active: false } };
    case 'areas': return { register: 'areas', value: { ...entry.value, active: false } };
    case 'onCallTimes': return { register: 'onCallTimes', value: { ...entry.value, active: false } };
    case 'groups': return { register: 'groups', value: { ...entry.value, active: false } };
    case 'mailTexts': return { register: 'mailTexts', value: { ...entry.value, active: false } };
    case 'settings': return undefined;
  }
};
