import type { Profile } from '../contracts/register.ts';
import type { User } from '../domain/register.ts';
import type { Caller, StaffPorts } from './ports.ts';
import { namesOf } from './names.ts';
import type { SignedIn } from './staff-access.ts';
import { signIn } from './staff-access.ts';

/** The signed-in user with the roles of the day. @throws UnknownUser */
export const readProfile = async (ports: Pick<StaffPorts, 'registers'>, { caller }: { readonly caller: Caller }): Promise<Profile> => {
  const signedIn = await signIn(ports, caller);
  return profileOf(signedIn, signedIn.user);
};

export const profileOf = ({ register, member }: SignedIn, user: User): Profile => {
  const names = namesOf(register);
  const unit = names.unit(user.unitId);
  return {
    id: user.id, name: user.name, title: user.title, language: user.language, unitId: user.unitId,
    unitName: unit.name, organisationName: unit.organisationName,
    roles: member.roles.map((held) => ({
      role: held.role, unitId: held.unitId, principalRoles: [...held.principalRoles],
      substituteFor: held.substituteFor === null ? null : names.person(held.substituteFor).name,
    })),
  };
};
