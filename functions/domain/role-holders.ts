import type { LocalDate } from './calendar.ts';
import type { Case } from './case.ts';
import type { Register, RoleAssignment } from './register.ts';
import type { ResponsibleRole, Role } from './vocabulary.ts';

/** A role that a user has on a day: held, or taken over as acting substitute. */
export interface EffectiveRole {
  readonly role: Role;
  readonly unitId: string;
  /** The holder this user acts for; null when it is the user's own role. */
  readonly substituteFor: string | null;
  readonly principalRoles: readonly Role[];
}

const within = (date: LocalDate, from: string, to: string | undefined): boolean => from <= date && (to === undefined || date <= to);
const isInForce = (assignment: RoleAssignment, date: LocalDate): boolean => within(date, assignment.from, assignment.to);
/** A substitute acts only between the dates given for it: a named substitute without dates has no access (need to know). */
const actingSubstitute = (assignment: RoleAssignment, date: LocalDate): string | undefined =>
  assignment.substituteFrom !== undefined && within(date, assignment.substituteFrom, assignment.substituteTo)
    ? assignment.substituteUserId
    : undefined;

export const effectiveRoles = (register: Register, userId: string, date: LocalDate): readonly EffectiveRole[] =>
  register.roles.filter((assignment) => isInForce(assignment, date)).flatMap((assignment): EffectiveRole[] => {
    const { role, unitId } = assignment;
    const principalRoles = assignment.principalRoles ?? [];
    if (assignment.userId === userId) return [{ role, unitId, substituteFor: null, principalRoles }];
    return actingSubstitute(assignment, date) === userId ? [{ role, unitId, substituteFor: assignment.userId, principalRoles }] : [];
  });

/** Users who are to be told what concerns a role: its holders, or their acting substitutes instead. */
export const holdersOf = (register: Register, role: Role, date: LocalDate, unitId?: string): readonly string[] => [
  ...new Set(register.roles
    .filter((assignment) => assignment.role === role && isInForce(assignment, date) && (unitId === undefined || assignment.unitId === unitId))
    .map((assignment) => actingSubstitute(assignment, date) ?? assignment.userId)
    .filter((userId) => register.users.some((user) => user.id === userId))),
];

/** The handler of a case: its lead investigator (or that person's acting substitute), else those who hold the responsible role. */
export const handlersOf = (register: Register, concerned: Pick<Case, 'leadInvestigatorId' | 'responsible'>, date: LocalDate): readonly string[] => {
  const { leadInvestigatorId: lead, responsible } = concerned;
  if (lead === null) return holdersOf(register, responsible, date);
  const own = register.roles.find((assignment) => assignment.role === responsible && assignment.userId === lead && isInForce(assignment, date));
  return [(own && actingSubstitute(own, date)) ?? lead];
};

/** The unit of the responsible function, where it has a holder. */
export const unitOfRole = (register: Register, role: ResponsibleRole, date: LocalDate): string | undefined =>
  register.roles.find((assignment) => assignment.role === role && isInForce(assignment, date))?.unitId;

/** Who acts for a person on a day: the acting substitute of any role the person holds, else the person. */
export const presentFor = (register: Register, userId: string, date: LocalDate): string => {
  const roles = register.roles.filter((assignment) => assignment.userId === userId && isInForce(assignment, date));
  return roles.map((assignment) => actingSubstitute(assignment, date)).find((substitute) => substitute !== undefined) ?? userId;
};
