import type { AccessDecision, StaffMember } from '../access.ts';
import type { Case } from '../case.ts';
import { actsAs, isUnitBound } from '../role-holders.ts';
import type { Routine } from '../routine.ts';
import type { Role } from '../vocabulary.ts';
import { ourUnitsOf } from '../parties.ts';
import type { Dispute, DisputeOwner } from './dispute.ts';

/** Where a role bound to units owns a dispute: our units that the case is about, whichever unit has the case in hand. */
export const disputeUnitsOf = (concerned: Case): readonly string[] => [...new Set([...ourUnitsOf(concerned), concerned.owningUnitId])];
/** As which role; null: as itself, or as a substitute. Undefined: it does not own it. */
const ownsAs = (user: StaffMember, owner: DisputeOwner, unitIds: readonly string[]): Role | null | undefined => {
  if (owner.kind === 'user') return user.id === owner.userId || user.roles.some(({ substituteFor }) => substituteFor === owner.userId) ? null : undefined;
  const { role } = owner;
  return user.roles.some((held) => actsAs([held], role) && (!isUnitBound(role) || unitIds.some((unitId) => held.coveredUnitIds.includes(unitId)))) ? role : undefined;
};
/** G7: the owner of a dispute handles it whether or not it has a part in the case, of which it learns nothing else. */
export const ownsDispute = (user: StaffMember, dispute: Pick<Dispute, 'owner'>, concerned: Case): boolean => ownsAs(user, dispute.owner, disputeUnitsOf(concerned)) !== undefined;
/** As whom the owner of what is open acts; undefined: it owns nothing here. */
const disputeOwnerAs = (user: StaffMember, concerned: Pick<Case, 'disputes'>, unitIds: readonly string[]): Role | null | undefined => {
  const open = concerned.disputes?.find(({ ended }) => ended === undefined);
  return open && ownsAs(user, open.owner, unitIds);
};

/** Roles named by the routine, held (or acted for) where the case is. */
const namedAs = (user: StaffMember, named: readonly Role[], unitIds: readonly string[]): Role | undefined =>
  named.find((role) => user.roles.some((held) => actsAs([held], role) && (!isUnitBound(role) || unitIds.some((unitId) => held.coveredUnitIds.includes(unitId)))));
const no = (reason: 'no-need-to-know' | 'not-in-routine'): AccessDecision => ({ allowed: false, reason });

/**
 * Who opens a dispute: a role that the routine names, on a case that it may read anyway. Who changes it: its owner, or whoever may
 * have opened it. Who drafts an event description (N4): a role of the routine that may read the case. `reads`: has a need to know the case;
 * `unitIds`: our units that it is about.
 */
export const decideOnDispute = (
  user: StaffMember, action: 'open-dispute' | 'change-dispute' | 'draft-event-description', concerned: Pick<Case, 'owningUnitId' | 'disputes'>, unitIds: readonly string[], routine: Routine, reads: boolean, handler: Role | undefined,
): AccessDecision => {
  if (action === 'change-dispute') {
    const owner = disputeOwnerAs(user, concerned, [concerned.owningUnitId, ...unitIds]);
    if (owner !== undefined) return { allowed: true, principal: owner };
  }
  if (!reads) return no('no-need-to-know');
  const named = action === 'draft-event-description' ? routine.eventDescriptions.mayDraft : routine.dispute.mayOpen;
  const principal = handler !== undefined && named.includes(handler) ? handler : namedAs(user, named, [concerned.owningUnitId, ...unitIds]);
  return principal === undefined ? no('not-in-routine') : { allowed: true, principal };
};
