import type { Profile, RegistersView } from '../../../../functions/contracts/register.ts';
import { responsibleRoles, unitBoundRoles } from '../../../../functions/contracts/words.ts';

type Lists = Pick<RegistersView, 'organisations' | 'units'>;

/**
 * Whose lists a user may choose, as list-cases allows: who handles cases narrows them by unit (any of ours, or those that a
 * role bound to units covers) and by the organisation they are with; a manager has the units it manages.
 */
export function listsOf({ roles }: Pick<Profile, 'roles'>, { organisations, units, routine }: Lists & { readonly routine: Pick<RegistersView['routine'], 'responsible'> }): Lists {
  const bound = (role: string): boolean => unitBoundRoles.some((one) => one === role);
  const acting = responsibleRoles.flatMap((one) => roles.filter(({ role, principalRoles }) => role === one || (role === 'administrator' && principalRoles.includes(one)))
    .filter(() => !bound(one) || routine.responsible.includes(one)).map(({ coveredUnitIds }) => (bound(one) ? coveredUnitIds : null)));
  const managed = roles.flatMap(({ role, unitId }) => (role === 'unitManager' ? [unitId] : []));
  const covered = new Set([...managed, ...acting.flatMap((unitIds) => unitIds ?? [])]);
  const own = organisations.filter((one) => one.own).map(({ id }) => id);
  return {
    units: units.filter(({ id, organisationId }) => own.includes(organisationId) && (acting.includes(null) || covered.has(id))),
    organisations: acting.length > 0 ? organisations.filter(({ id }) => !own.includes(id)) : [],
  };
}
