import type { RegisterFault, RegisterFaultCode } from '../errors.ts';
import type { Group, OnCallTime, RoleAssignment } from '../register.ts';
import { responsibleRoles } from '../vocabulary.ts';

const fault = (pointer: string, code: RegisterFaultCode): RegisterFault => ({ pointer, code });

export const periodFaults = ({ from, to }: { readonly from: string; readonly to?: string | undefined }, pointer = ''): readonly RegisterFault[] =>
  (to !== undefined && to < from ? [fault(`${pointer}/to`, 'ends-before-it-begins')] : []);

/** A substitute without dates has no access (need to know); one with dates acts instead of the holder. */
export const roleFaults = (value: RoleAssignment, { begun }: { readonly begun: boolean }): readonly RegisterFault[] => [
  ...(begun ? periodFaults(value) : []),
  ...(value.substituteUserId === value.userId ? [fault('/substituteUserId', 'substitute-is-holder')] : []),
  ...(value.substituteUserId === undefined && (value.substituteFrom !== undefined || value.substituteTo !== undefined) ? [fault('/substituteUserId', 'substitute-missing')] : []),
  ...(value.substituteUserId !== undefined && value.substituteFrom === undefined ? [fault('/substituteFrom', 'substitute-without-dates')] : []),
  ...(value.substituteFrom !== undefined && value.substituteTo !== undefined && value.substituteTo < value.substituteFrom ? [fault('/substituteTo', 'ends-before-it-begins')] : []),
  ...(value.substituteFrom !== undefined && (value.substituteFrom < value.from || (value.to !== undefined && value.substituteFrom > value.to)) ? [fault('/substituteFrom', 'substitute-outside-role')] : []),
  ...principalFaults(value),
];

/** Only an administrator acts on behalf of others, and only of those who are responsible for cases (V2). */
const principalFaults = ({ role, principalRoles = [] }: RoleAssignment): readonly RegisterFault[] => {
  if (role !== 'administrator') return principalRoles.length > 0 ? [fault('/principalRoles', 'principals-of-administrator-only')] : [];
  if (principalRoles.length === 0) return [fault('/principalRoles', 'principals-missing')];
  const responsible: readonly string[] = responsibleRoles;
  return principalRoles.every((principal) => responsible.includes(principal)) ? [] : [fault('/principalRoles', 'principal-not-responsible')];
};

export const onCallTimeFaults = ({ weekdays, holidays, from, to }: OnCallTime): readonly RegisterFault[] => [
  ...(weekdays.length === 0 && !holidays ? [fault('/weekdays', 'days-missing')] : []),
  ...(new Set(weekdays).size < weekdays.length ? [fault('/weekdays', 'named-twice')] : []),
  ...(from === to && from !== '00:00' ? [fault('/to', 'ends-before-it-begins')] : []),
];

export const groupFaults = ({ members, guests }: Group): readonly RegisterFault[] => {
  const twice = (people: readonly { readonly userId: string }[], pointer: string) =>
    people.flatMap(({ userId }, index) => (people.findIndex((other) => other.userId === userId) < index ? [fault(`${pointer}/${index}/userId`, 'named-twice')] : []));
  // Who was a guest once may be one again.
  const overlapping = (people: Group['guests'], pointer: string) =>
    people.flatMap((one, index) => (people.slice(0, index).some((other) => other.userId === one.userId && other.from <= one.to && one.from <= other.to) ? [fault(`${pointer}/${index}/userId`, 'named-twice')] : []));
  return [
    ...twice(members, '/members'), ...overlapping(guests, '/guests'),
    ...members.flatMap((member, index) => periodFaults(member, `/members/${index}`)),
    ...guests.flatMap((guest, index) => periodFaults(guest, `/guests/${index}`)),
  ];
};
