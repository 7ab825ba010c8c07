import type { AccessDecision, StaffMember } from '../access.ts';
import type { Routine } from '../routine.ts';
import type { Role } from '../vocabulary.ts';

export const routineActions = ['read-routines', 'change-routine', 'review-routine'] as const;
export type RoutineAction = (typeof routineActions)[number];

/** Those who answer for what the routine says read it beside those who change it. */
const readers: readonly Role[] = ['systemAdministrator', 'mas', 'mar', 'sas'];

/** Versions of the routine: read by the medically and socially responsible, changed by system administrators, gone through by the role it names (R8). */
export const decideRoutineAccess = (user: StaffMember, action: RoutineAction, routine: Pick<Routine, 'review'>): AccessDecision => {
  const as = (named: readonly Role[]): AccessDecision => {
    const held = named.find((role) => user.roles.some((each) => each.role === role));
    return held === undefined ? { allowed: false, reason: 'not-in-routine' } : { allowed: true, principal: held };
  };
  switch (action) {
    case 'read-routines': return as([...readers, routine.review.role]);
    case 'change-routine': return as(['systemAdministrator']);
    case 'review-routine': return as([routine.review.role, 'systemAdministrator']);
  }
};
