import type { StaffMember } from '../access.ts';
import type { RetentionRoutine } from './retention.ts';
import type { Role } from '../vocabulary.ts';

/** Where no routine says who keeps: those who answer for health care in the organisation, and for the system. */
const keepersWithoutRules: readonly Role[] = ['mas', 'systemAdministrator'];
const holds = (user: StaffMember, named: readonly Role[]): boolean => user.roles.some(({ role }) => named.includes(role));

/** Who sees reports of what will go, and all holds: who is told, who signs, who answers for the system. */
export const seesKeeping = (user: StaffMember, retention: RetentionRoutine | null): boolean =>
  holds(user, [...(retention ? [retention.told, retention.signOff] : []), ...keepersWithoutRules]);
/** Who places holds on what is not its own case, releases them, and exempts: by the routine, never by acting for another. */
export const keeps = (user: StaffMember, retention: RetentionRoutine | null): boolean =>
  holds(user, retention ? [retention.told, retention.signOff] : keepersWithoutRules);
/** Only as the role that the run names, held or as its acting substitute. */
export const signsOff = (user: StaffMember, { signOff }: Pick<RetentionRoutine, 'signOff'>): boolean => holds(user, [signOff]);
