import type { StaffMember } from './access.ts';
import { decideAccess } from './access.ts';
import type { Case, Instant } from './case.ts';
import { addHours } from './instant.ts';
import type { Routine } from './routine.ts';
import type { Role } from './vocabulary.ts';

/*
 * L5, need to know: whoever has none is refused, or, where the routine allows it, may open one case for a day by stating why.
 */

/** Roles that have to do with cases at all. Groups see de-identified text only (R9), and who minds the system sees no contents. */
const rolesWithCases = ['unitManager', 'mas', 'mar', 'sas', 'investigator', 'administrator', 'caseCoordinator'] as const satisfies readonly Role[];
const openHours = 24;

/** An opened case: this user may read it until then. */
export interface Grant {
  readonly caseId: string;
  readonly userId: string;
  readonly at: Instant;
  readonly until: Instant;
  readonly reason: string;
}
export const grantOf = (caseId: string, userId: string, at: Instant, reason: string): Grant => ({ caseId, userId, at, until: addHours(at, openHours), reason });

export type Opening =
  /** No reason is needed. */
  | 'has-need'
  | 'with-reason'
  | 'refused';
/** A case of somebody with protected identity is nobody's to open. */
export const decideOpening = (user: StaffMember, concerned: Case & { readonly protectedIdentity?: boolean | undefined }, routine: Routine): Opening => {
  if (decideAccess({ ...user, openedCases: [] }, 'read-case', concerned, routine).allowed) return 'has-need';
  if (routine.access.withoutNeed === 'refused' || concerned.protectedIdentity === true) return 'refused';
  return rolesWithCases.some((role) => user.roles.some((held) => held.role === role)) ? 'with-reason' : 'refused';
};
