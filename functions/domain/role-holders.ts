import type { LocalDate } from './calendar.ts';
import type { Case } from './case.ts';
import type { Register, RoleAssignment } from './register.ts';
import { unitBoundRoles, type ResponsibleRole, type Role } from './vocabulary.ts';

/** A role that a user has on a day: held, or taken over as acting substitute. */
export interface EffectiveRole {
  readonly role: Role;
  readonly unitId: string;
  /** The holder this user acts for; null when it is the user's own role. */
  readonly substituteFor: string | null;
  readonly principalRoles: readonly Role[];
  /** The units it handles for, as a role bound to units. */
  readonly coveredUnitIds: readonly string[];
}

const within = (date: LocalDate, from: string, to: string | undefined): boolean => from <= date && (to === undefined || date <= to);
const isInForce = (assignment: RoleAssignment, date: LocalDate): boolean => within(date, assignment.from, assignment.to);
/** A substitute acts only between the dates given for it: a named substitute without dates has no access (need to know). */
const actingSubstitute = (assignment: RoleAssignment, date: LocalDate): string | undefined =>
  assignment.substituteFrom !== undefined && within(date, assignment.substituteFrom, assignment.substituteTo)
    ? assignment.substituteUserId
    : undefined;

export const isUnitBound = (role: Role): boolean => unitBoundRoles.some((each) => each === role);
/**
 * Which units a role bound to units is held for: a manager's own; those of a case coordinator's (or an administrator's) part of
 * the organisation (R3). Whose own unit belongs to no part works for the whole, and a unit without a part is everybody's
 * among coordinators: no case falls between them. Empty for the other roles, which handle a whole field.
 */
const coveredUnits = ({ organisations, units }: Pick<Register, 'organisations' | 'units'>, { role, unitId }: Pick<RoleAssignment, 'role' | 'unitId'>): readonly string[] => {
  if (role === 'unitManager') return [unitId];
  if (role !== 'caseCoordinator' && role !== 'administrator') return [];
  const part = units.find(({ id }) => id === unitId)?.part;
  const own = new Set(organisations.filter((organisation) => organisation.own).map(({ id }) => id));
  return units.filter((unit) => own.has(unit.organisationId) && (part === undefined || unit.part === undefined || unit.part === part)).map(({ id }) => id);
};
/** Whether a held role handles what this unit owns, as far as units matter to it. */
const covers = (register: Register, assignment: RoleAssignment, unitId: string): boolean =>
  !isUnitBound(assignment.role) || coveredUnits(register, assignment).includes(unitId);

export const effectiveRoles = (register: Register, userId: string, date: LocalDate): readonly EffectiveRole[] =>
  (register.users.find(({ id }) => id === userId)?.active === false ? [] : register.roles).filter((assignment) => isInForce(assignment, date)).flatMap((assignment): EffectiveRole[] => {
    const { role, unitId } = assignment;
    const held = { role, unitId, principalRoles: assignment.principalRoles ?? [], coveredUnitIds: coveredUnits(register, assignment) };
    if (assignment.userId === userId) return [{ ...held, substituteFor: null }];
    return actingSubstitute(assignment, date) === userId ? [{ ...held, substituteFor: assignment.userId }] : [];
  });

/** Held, held as substitute, or acted for on its holder's behalf (administrators). */
export const actsAs = (roles: readonly EffectiveRole[], role: Role): boolean =>
  roles.some((held) => held.role === role || (held.role === 'administrator' && held.principalRoles.includes(role)));
/** Whether a unit has a manager, or somebody acting for one, on a day. */
export const hasManager = (register: Register, unitId: string, date: LocalDate): boolean => holdersOf(register, 'unitManager', date, unitId).length > 0;

/** Whether one of these roles is the case's responsible one, for the unit that owns it. */
export const handles = (roles: readonly EffectiveRole[], { responsible, owningUnitId }: Pick<Case, 'responsible' | 'owningUnitId'>): boolean =>
  roles.some((held) => actsAs([held], responsible) && (!isUnitBound(responsible) || held.coveredUnitIds.includes(owningUnitId)));

/** Users who are to be told what concerns a role: its holders, or their acting substitutes instead. */
export const holdersOf = (register: Register, role: Role, date: LocalDate, unitId?: string): readonly string[] => [
  ...new Set(register.roles
    .filter((assignment) => assignment.role === role && isInForce(assignment, date) && (unitId === undefined || assignment.unitId === unitId))
    .map((assignment) => actingSubstitute(assignment, date) ?? assignment.userId)
    .filter((userId) => register.users.some((user) => user.id === userId && user.active !== false))),
];

/** Those who hold the responsible role of a case; of a role bound to units: for the unit that owns it. */
export const responsibleHolders = (register: Register, { responsible, owningUnitId }: Pick<Case, 'responsible' | 'owningUnitId'>, date: LocalDate): readonly string[] => {
  const covering = register.roles.filter((assignment) => assignment.role === responsible && covers(register, assignment, owningUnitId));
  return holdersOf({ ...register, roles: covering }, responsible, date);
};

/** The handler of a case: its lead investigator (or that person's acting substitute), else those who hold the responsible role. */
export const handlersOf = (register: Register, concerned: Pick<Case, 'leadInvestigatorId' | 'responsible' | 'owningUnitId'>, date: LocalDate): readonly string[] => {
  const { leadInvestigatorId: lead, responsible } = concerned;
  if (lead === null) return responsibleHolders(register, concerned, date);
  const own = register.roles.find((assignment) => assignment.role === responsible && assignment.userId === lead && isInForce(assignment, date));
  return [(own && actingSubstitute(own, date)) ?? lead];
};

/** The unit of the responsible function, where it has a holder; of a role bound to units: of a holder for `forUnitId` (absent: of any). */
export const unitOfRole = (register: Register, role: ResponsibleRole, date: LocalDate, forUnitId: string | undefined): string | undefined =>
  register.roles.find((assignment) => assignment.role === role && isInForce(assignment, date)
    && (forUnitId === undefined || covers(register, assignment, forUnitId)))?.unitId;

/** Who acts for a person on a day: the acting substitute of any role the person holds, else the person. */
export const presentFor = (register: Register, userId: string, date: LocalDate): string => {
  const roles = register.roles.filter((assignment) => assignment.userId === userId && isInForce(assignment, date));
  return roles.map((assignment) => actingSubstitute(assignment, date)).find((substitute) => substitute !== undefined) ?? userId;
};
