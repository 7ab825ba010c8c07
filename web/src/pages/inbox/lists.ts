import type { Profile, RegistersView } from '../../../../functions/contracts/register.ts';
import { responsibleRoles } from '../../../../functions/contracts/words.ts';

/**
 * Whose lists a user may choose, as list-cases allows: a responsible role narrows its cases by any of our units and by
 * the organisation they are with; a manager has the units it manages.
 */
export function listsOf({ roles }: Pick<Profile, 'roles'>, { organisations, units }: Pick<RegistersView, 'organisations' | 'units'>): Pick<RegistersView, 'organisations' | 'units'> {
  const responsible = responsibleRoles.some((one) => roles.some(({ role, principalRoles }) => role === one || (role === 'administrator' && principalRoles.includes(one))));
  if (!responsible) return { units: units.filter(({ id }) => roles.some(({ role, unitId }) => role === 'unitManager' && unitId === id)), organisations: [] };
  const own = organisations.filter((one) => one.own).map(({ id }) => id);
  return { units: units.filter(({ organisationId }) => own.includes(organisationId)), organisations: organisations.filter(({ id }) => !own.includes(id)) };
}
