import type { Profile } from '../contracts/register.ts';
import { mayReport } from '../domain/access.ts';
import { localDate } from '../domain/calendar.ts';
import { NotFound } from '../domain/errors.ts';
import { groupsOf } from '../domain/groups/membership.ts';
import { mayRegisterAs } from '../domain/incoming/access.ts';
import { decideRoutineAccess } from '../domain/routine/access.ts';
import type { User } from '../domain/register.ts';
import type { Routine } from '../domain/routine.ts';
import type { Caller, StaffPorts } from './ports.ts';
import { namesOf } from './names.ts';
import type { SignedIn } from './staff-access.ts';
import { signIn } from './staff-access.ts';

/** The signed-in user with the roles of the day. @throws UnknownUser */
export const readProfile = async (ports: Pick<StaffPorts, 'registers'>, { caller }: { readonly caller: Caller }): Promise<Profile> => {
  const signedIn = await signIn(ports, caller);
  return profileOf(ports, caller, signedIn, signedIn.user);
};

/** Where no routine is in force, somebody must still sign in to publish one. */
const routineInForce = (ports: Pick<StaffPorts, 'registers'>, { register }: SignedIn, { now }: Caller): Promise<Routine | undefined> =>
  ports.registers.activeRoutine(register, now).catch((error: unknown) => {
    if (error instanceof NotFound) return undefined;
    throw error;
  });

export const profileOf = async (ports: Pick<StaffPorts, 'registers'>, caller: Caller, signedIn: SignedIn, user: User): Promise<Profile> => {
  const { register, member } = signedIn;
  const routine = await routineInForce(ports, signedIn, caller);
  const names = namesOf(register);
  const unit = names.unit(user.unitId);
  return {
    id: user.id, name: user.name, title: user.title, language: user.language, unitId: user.unitId,
    unitName: unit.name, organisationName: unit.organisationName,
    roles: member.roles.map((held) => ({
      role: held.role, unitId: held.unitId, principalRoles: [...held.principalRoles], coveredUnitIds: [...held.coveredUnitIds],
      substituteFor: held.substituteFor === null ? null : names.person(held.substituteFor).name,
    })),
    groups: groupsOf(register, user.id, localDate(caller.now)).map(({ group, as }) => ({ id: group.id, name: group.name, kind: group.kind, as })),
    mayReport: routine !== undefined && mayReport(member, routine),
    mayRegister: routine?.incoming.mayRegister.some((role) => mayRegisterAs(member, role, routine.incoming)) ?? false,
    mayReadRoutine: routine !== undefined && decideRoutineAccess(member, 'read-routines', routine).allowed,
  };
};
