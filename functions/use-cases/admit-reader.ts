import type { StaffMember } from '../domain/access.ts';
import { decideAccess } from '../domain/access.ts';
import { NeedNotStated, NotFound } from '../domain/errors.ts';
import { decideOpening, type Grant } from '../domain/need.ts';
import type { Routine } from '../domain/routine.ts';
import type { Role } from '../domain/vocabulary.ts';
import type { CaseStore, LoadedCase } from './ports.ts';

export interface Admitted {
  readonly principal: Role | null;
  readonly member: StaffMember;
  /** Why, where the user has no need to know and opened the case by stating a reason. */
  readonly reason: string | undefined;
}

/**
 * Whether this user may read a case: by need to know, which costs nothing more, or by a reason stated in the last day. To
 * whom neither applies the case does not exist, unless the routine lets a reason be stated (L5).
 * @throws NotFound, NeedNotStated
 */
export const admitReader = async (
  ports: { readonly cases: Pick<CaseStore, 'findGrant'> }, member: StaffMember, loaded: LoadedCase, routine: Routine, now: string,
): Promise<Admitted> => {
  const { case: concerned } = loaded;
  const decision = decideAccess(member, 'read-case', concerned, routine);
  if (decision.allowed) return { principal: decision.principal, member, reason: undefined };
  if (decideOpening(member, concerned, routine) !== 'with-reason') throw new NotFound('case');
  const grant: Grant | undefined = await ports.cases.findGrant(concerned.id, member.id, now);
  if (grant === undefined) throw new NeedNotStated();
  return { principal: null, member: { ...member, openedCases: [concerned.id] }, reason: grant.reason };
};
