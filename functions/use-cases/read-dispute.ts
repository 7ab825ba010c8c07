import type { DisputePage } from '../contracts/dispute.ts';
import { decideAccess, insightInto } from '../domain/access.ts';
import type { Case } from '../domain/case.ts';
import { ownsDispute } from '../domain/dispute/access.ts';
import { NotFound } from '../domain/errors.ts';
import { isInUse } from '../domain/in-use.ts';
import { otherPartyOf } from '../domain/parties.ts';
import { permit } from '../domain/permission.ts';
import type { Routine } from '../domain/routine.ts';
import { disputeViewsOf } from './dispute-view.ts';
import { namesOf } from './names.ts';
import type { CaseQuery, StaffPorts } from './ports.ts';
import { accessEntry, routineOf, signIn, type SignedIn } from './staff-access.ts';

/** What of a case's disputes this user may see: those it owns, and whoever may read the case all of them. Undefined: nothing. */
export const visibleDisputes = (concerned: Case, { member }: SignedIn, routine: Routine): { readonly mayRead: boolean; readonly hidden: boolean; readonly disputes: NonNullable<Case['disputes']> } | undefined => {
  const mayRead = decideAccess(member, 'read-case', concerned, routine).allowed;
  const own = (concerned.disputes ?? []).filter((dispute) => ownsDispute(member, dispute, concerned));
  // Whoever reported knows nothing of disputes.
  const insight = mayRead ? insightInto(member, concerned, routine) : 'none';
  if (insight === 'full' || insight === 'unit') return { mayRead, hidden: concerned.protectedIdentity && insight !== 'full' && own.length === 0, disputes: concerned.disputes ?? [] };
  return own.length > 0 ? { mayRead, hidden: false, disputes: own } : undefined;
};

/** The disputes of a case: for their owner, who learns nothing else of it, and for whoever may read it; logged (L5). @throws UnknownUser, NotFound */
export const readDispute = async (ports: StaffPorts, { caller, caseId }: CaseQuery): Promise<DisputePage> => {
  const signedIn = await signIn(ports, caller);
  const loaded = await ports.cases.load(caseId);
  if (!loaded) throw new NotFound('case');
  const concerned = loaded.case;
  const routine = await routineOf(ports, concerned);
  const seen = visibleDisputes(concerned, signedIn, routine);
  if (seen === undefined) throw new NotFound('case');
  await ports.accessLog.record(accessEntry(caller, signedIn, 'read-dispute', 'read', { loaded, principal: null }));
  const { register, member } = signedIn;
  return {
    now: caller.now, version: concerned.version,
    case: { id: concerned.id, number: concerned.number, direction: concerned.direction, status: concerned.status, mayRead: seen.mayRead },
    disputes: disputeViewsOf(seen, namesOf(register), routine, caller.now, seen.hidden),
    steps: routine.dispute.steps.map(({ stage, name, days, role }) => ({ stage, name, days, role })),
    mayOpen: permit(member, 'open-dispute', concerned, routine).allowed, mayChange: permit(member, 'change-dispute', concerned, routine).allowed,
    counterparts: otherPartyOf(concerned) === null ? register.organisations.filter((one) => !one.own && isInUse(one)).map(({ id, name }) => ({ id, name })) : null,
  };
};
