import type { RegistersView } from '../../../functions/contracts/register.ts';
import { type ResponsibleRole, responsibleRoles } from '../../../functions/contracts/words.ts';
import { profile } from './session.ts';

/** The roles this user registers incoming deviations as: held, substituted, or of a principal (V2, V3). */
export const principalsOf = (registers: RegistersView): readonly ResponsibleRole[] => responsibleRoles.filter((role) =>
  registers.routine.incoming.mayRegister.includes(role)
  && profile.value?.roles.some((held) => held.role === role || (held.role === 'administrator' && held.principalRoles.includes(role))));
