import type { Profile, RegistersView } from '../../../../functions/contracts/register.ts';
import { responsibleRoles } from '../../../../functions/contracts/words.ts';

/** Whose lists a user may choose, as list-cases allows: a manager its units, a responsible role the organisations it has cases with. */
export function listsOf({ roles }: Pick<Profile, 'roles'>, { organisations, units }: Pick<RegistersView, 'organisations' | 'units'>): Pick<RegistersView, 'organisations' | 'units'> {
  const managed = roles.filter(({ role }) => role === 'unitManager').map(({ unitId }) => unitId);
  const responsible = responsibleRoles.some((one) => roles.some(({ role, principalRoles }) => role === one || (role === 'administrator' && principalRoles.includes(one))));
  return { units: units.filter(({ id }) => managed.includes(id)), organisations: responsible ? organisations.filter(({ own }) => !own) : [] };
}
