import { addDays } from '../calendar.ts';
import type { RegisterFault } from '../errors.ts';
import { registerKey, type RoleAssignment } from '../register.ts';

const keyOf = (value: RoleAssignment): string => registerKey({ register: 'roles', value });
const endOf = ({ to }: RoleAssignment): string => to ?? '9999-12-31';
/** Another period of the same role of the same person at the same unit that has a day in common. */
const overlaps = (one: RoleAssignment, other: RoleAssignment): boolean =>
  one.userId === other.userId && one.role === other.role && one.unitId === other.unitId && keyOf(one) !== keyOf(other)
  && one.from <= endOf(one) && other.from <= endOf(other) && one.from <= endOf(other) && other.from <= endOf(one);

/** A person holds a role at a unit once at a time. */
export const overlapFaults = (value: RoleAssignment, roles: readonly RoleAssignment[]): readonly RegisterFault[] =>
  (roles.some((other) => overlaps(value, other)) ? [{ pointer: '/from', code: 'role-overlaps' }] : []);

/** Periods that stand and give way to those of a document that is written over them: each ends before the new one begins. */
export const givingWay = (standing: readonly RoleAssignment[], renewed: readonly RoleAssignment[]): readonly RoleAssignment[] =>
  standing.flatMap((role) => {
    const by = renewed.filter((other) => overlaps(role, other)).map(({ from }) => from).toSorted()[0];
    if (by === undefined) return [];
    const { substituteUserId: _user, substituteFrom: _from, substituteTo: _to, ...held } = role;
    return [{ ...held, to: addDays(by > role.from ? by : role.from, -1) }];
  });
