import type { AccessDecision, CaseInsight, StaffMember } from '../access.ts';
import { decideOnDispute } from '../dispute/access.ts';
import type { LadderCommand } from '../escalation/words.ts';
import { reviewsHarmAs } from '../harm/reviewing.ts';
import { harmRoleOf } from '../harm/serious-harm.ts';
import type { IncomingCase } from '../incoming-case.ts';
import { actsAs, handles } from '../role-holders.ts';
import type { Routine } from '../routine.ts';
import type { Role } from '../vocabulary.ts';
import type { IncomingCommandName } from './transitions.ts';

/** What staff can do; the rest is for whoever filed, by link. */
export type IncomingActionName = 'read-case' | 'read-patient-reference' | Exclude<IncomingCommandName, 'renew-status-link' | 'restart-track' | LadderCommand>;

/** The person, or its acting substitute. */
const standsFor = (user: StaffMember, userId: string | null): boolean => userId !== null && (user.id === userId || user.roles.some(({ substituteFor }) => substituteFor === userId));
const handledAs = (user: StaffMember, concerned: IncomingCase): Role | undefined => (handles(user.roles, concerned) ? concerned.responsible : undefined);
/** L3: whoever decides on serious harm has a need to know from the first moment. */
const decidesHarmAs = (user: StaffMember, concerned: IncomingCase, routine: Routine): Role | undefined => {
  const role = harmRoleOf(concerned, routine);
  return role !== null && handles(user.roles, { responsible: role, owningUnitId: concerned.owningUnitId }) ? role : undefined;
};
const leads = (user: StaffMember, { leadInvestigatorId }: IncomingCase): boolean => standsFor(user, leadInvestigatorId);
const investigates = (user: StaffMember, concerned: IncomingCase): boolean =>
  leads(user, concerned) || concerned.coInvestigatorIds.some((userId) => standsFor(user, userId));
/** Which units a report concerns is settled by registration; until then it is whoever filed who names them. */
const managesUnit = (user: StaffMember, { report, owningUnitId, registeredAt }: IncomingCase): boolean => registeredAt !== undefined && user.roles.some((held) =>
  held.role === 'unitManager' && (held.unitId === owningUnitId || report.concernedUnitIds.includes(held.unitId)));
const actsInIt = (user: StaffMember, { actions }: IncomingCase): boolean => actions.some(({ responsibleUserId }) => standsFor(user, responsibleUserId));

/** `unit`: managers of the units concerned, and whoever has an action: the case without the handler's notes. */
export const insightIntoIncoming = (user: StaffMember, concerned: IncomingCase, routine: Routine): CaseInsight => {
  if (handledAs(user, concerned) !== undefined || investigates(user, concerned) || decidesHarmAs(user, concerned, routine) !== undefined) return 'full';
  return managesUnit(user, concerned) || actsInIt(user, concerned) || reviewsHarmAs(user, concerned, routine) !== undefined ? 'unit' : 'none';
};

const yes = (principal: Role | null): AccessDecision => ({ allowed: true, principal });
const no = (reason: 'no-need-to-know' | 'not-in-routine'): AccessDecision => ({ allowed: false, reason });

/** As `decideAccess` for an incoming case (V3–V8): who registers, adds, investigates, sends. */
export const decideIncomingAccess = (user: StaffMember, action: IncomingActionName, concerned: IncomingCase, routine: Routine): AccessDecision => {
  const { incoming } = routine;
  const handler = handledAs(user, concerned);
  const harmDecider = decidesHarmAs(user, concerned, routine);
  const asRoleOf = (named: readonly Role[]): AccessDecision => {
    if (handler === undefined) return no(investigates(user, concerned) ? 'not-in-routine' : 'no-need-to-know');
    return named.includes(handler) ? yes(handler) : no('not-in-routine');
  };
  const handlerOr = (others: boolean): AccessDecision => {
    if (handler !== undefined) return yes(handler);
    return others ? yes(null) : no('no-need-to-know');
  };
  switch (action) {
    case 'read-case':
      if (handler !== undefined) return yes(handler);
      if (investigates(user, concerned)) return yes(null);
      if (harmDecider !== undefined) return yes(harmDecider);
      if (managesUnit(user, concerned)) return yes('unitManager');
      if (reviewsHarmAs(user, concerned, routine) !== undefined) return yes(reviewsHarmAs(user, concerned, routine) ?? null);
      return actsInIt(user, concerned) ? yes(null) : no('no-need-to-know');
    case 'read-patient-reference':
      // L8: of a protected identity for whoever handles or leads alone.
      return handlerOr(concerned.protectedIdentity ? leads(user, concerned) : investigates(user, concerned));
    case 'save-investigation':
    case 'add-action':
    case 'change-action':
    case 'add-investigators':
    case 'add-note':
    case 'note-in-record':
    case 'record-pharmacy-notification':
    case 'record-patient-information':
    case 'record-consent':
    case 'withdraw-consent':
      return handlerOr(investigates(user, concerned));
    case 'assess-harm':
      if (handler === undefined && !investigates(user, concerned) && harmDecider !== undefined) return yes(harmDecider);
      return handlerOr(investigates(user, concerned));
    case 'review-harm': {
      const reviewer = reviewsHarmAs(user, concerned, routine);
      if (reviewer !== undefined) return yes(reviewer);
      return no(handler !== undefined || investigates(user, concerned) ? 'not-in-routine' : 'no-need-to-know');
    }
    case 'record-staff-support':
    case 'record-feedback':
      // H9: the manager supports the staff, and tells them what was done.
      if (handler === undefined && !investigates(user, concerned) && managesUnit(user, concerned)) return yes('unitManager');
      return handlerOr(investigates(user, concerned));
    case 'complete-action':
      return handlerOr(investigates(user, concerned) || actsInIt(user, concerned));
    case 'request-information':
    case 'provide-information':
    case 'set-breach':
    case 'classify-case':
    case 'edit-outgoing-text':
    case 'confirm-outgoing-text':
    case 'report-investigation-done':
    case 'set-patient-reference':
    case 'move-to-patient-reference':
    case 'record-effect-review':
      return handlerOr(leads(user, concerned));
    case 'accept-deviation':
      return asRoleOf(incoming.mayRegister);
    case 'assign-case':
    case 'set-concerned-units':
    case 'redirect-case':
      return asRoleOf(incoming.mayAssign);
    case 'return-investigation':
    case 'send-incoming-reply':
      return asRoleOf(incoming.maySend);
    case 'reject-case':
      return asRoleOf(incoming.mayReject);
    case 'reopen-case':
      return asRoleOf(incoming.mayReopen);
    case 'record-harm-decision':
      // L3: never by whoever handles the case in the unit where it happened.
      if (harmDecider !== undefined) return yes(harmDecider);
      return no(handler === undefined && !investigates(user, concerned) ? 'no-need-to-know' : 'not-in-routine');
    case 'open-dispute':
    case 'change-dispute':
    case 'draft-event-description':
      return decideOnDispute(user, action, concerned, concerned.report.concernedUnitIds, routine, insightIntoIncoming(user, concerned, routine) !== 'none', handler);
    case 'redrive-execution':
    case 'stop-execution':
      return user.roles.some(({ role }) => role === 'systemAdministrator') ? yes('systemAdministrator') : no('no-need-to-know');
    case 'restart-lifecycle':
      return user.roles.some(({ role }) => role === 'systemAdministrator') ? yes('systemAdministrator') : asRoleOf(incoming.maySend);
  }
};

/** V2: whether this user registers for a role: holds it, stands in for its holder, or is an administrator on its behalf. */
export const mayRegisterAs = (user: StaffMember, principal: Role, routine: Routine['incoming']): boolean =>
  routine.mayRegister.includes(principal) && actsAs(user.roles, principal);
