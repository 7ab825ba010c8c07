import type { CaseActionName, StaffMember } from '../domain/access.ts';
import { decideAccess, staffMember } from '../domain/access.ts';
import type { Case } from '../domain/case.ts';
import { ConvenerOnly, NotAllowed, NotFound, UnknownUser } from '../domain/errors.ts';
import { ourUnitOf } from '../domain/parties.ts';
import type { Register, User } from '../domain/register.ts';
import type { Routine } from '../domain/routine.ts';
import type { Role } from '../domain/vocabulary.ts';
import type { AccessEntry, Caller, CaseRow, LoadedCase, StaffPorts } from './ports.ts';

/** The signed-in user with the roles of the day (design.md 1.9: tokens say who, the store says what). */
export interface SignedIn {
  readonly user: User;
  readonly member: StaffMember;
  readonly register: Register;
}

/** @throws UnknownUser */
export const signIn = async (ports: Pick<StaffPorts, 'registers'>, caller: Caller): Promise<SignedIn> => {
  const register = await ports.registers.read();
  const user = register.users.find(({ id }) => id === caller.userId);
  if (!user || user.active === false) throw new UnknownUser();
  return { user, member: staffMember(register, user.id, caller.now), register };
};

/** The routine version that a case was opened under. @throws NotFound */
export const routineOf = async (ports: Pick<StaffPorts, 'registers'>, concerned: Pick<Case, 'routine'>): Promise<Routine> => {
  const routine = await ports.registers.routine(concerned.routine.id, concerned.routine.version);
  if (!routine) throw new NotFound('routine');
  return routine;
};

/**
 * As whom this user may do this. A case that the user may not even read does not exist for it: nobody learns which case
 * ids there are. @throws NotAllowed, NotFound
 */
export const demand = (member: StaffMember, action: CaseActionName, concerned: Case, routine: Routine): Role | null => {
  const decision = decideAccess(member, action, concerned, routine);
  if (decision.allowed) return decision.principal;
  const seesIt = (['read-case', 'read-folder'] as const).some((reading) => decideAccess(member, reading, concerned, routine).allowed);
  if (!seesIt) throw new NotFound('case');
  if (decision.reason === 'convener-only') throw new ConvenerOnly();
  throw new NotAllowed(decision.reason);
};

/** L5: who, when, what, as whom, from which unit, about which patient. */
export const accessEntry = (
  caller: Caller, signedIn: SignedIn, operation: string, kind: AccessEntry['kind'], on: { readonly loaded: Pick<LoadedCase, 'case' | 'patientKey'>; readonly principal: Role | null } | null, reason?: string,
): AccessEntry => ({
  at: caller.now,
  userId: caller.userId,
  principal: on?.principal ?? null,
  unitId: signedIn.user.unitId,
  operation,
  kind,
  caseId: on?.loaded.case.id ?? null,
  patientKey: on?.loaded.patientKey ?? null,
  ...(on && accessedCase(on.loaded.case)),
  ...(reason !== undefined && { reason }),
});
/** What an entry says of its case, as it is at that moment. */
export const accessedCase = (concerned: Case): Pick<AccessEntry, 'caseNumber' | 'caseUnitId' | 'field'> =>
  ({ caseNumber: concerned.number, caseUnitId: ourUnitOf(concerned), field: concerned.responsible });

type ListedCase = Pick<CaseRow, 'id' | 'number' | 'patientKey'> & Partial<Pick<CaseRow, 'reportingUnitId' | 'responsible'>>;
/** L5, of a list: an entry for each case that it shows; one without a case where it shows none. */
export const listEntries = (caller: Caller, signedIn: SignedIn, operation: string, rows: readonly ListedCase[]): readonly AccessEntry[] => {
  const entry = accessEntry(caller, signedIn, operation, 'list', null);
  const distinct = [...new Map(rows.map((row) => [row.id, row])).values()];
  if (distinct.length === 0) return [entry];
  return distinct.map(({ id, number, patientKey, reportingUnitId, responsible }) => ({ ...entry, caseId: id, caseNumber: number, patientKey, caseUnitId: reportingUnitId, field: responsible }));
};
