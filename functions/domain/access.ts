import type { LocalDate } from './calendar.ts';
import { localDate } from './calendar.ts';
import type { Case, Instant, OutgoingCase } from './case.ts';
import { decideLadderAccess, folderSeenBy, type CasePerson, type FolderSeen, type StandingOfUser } from './escalation/access.ts';
import { ladderActions, type LadderAction } from './escalation/words.ts';
import { groupsOf } from './groups/membership.ts';
import { ourUnitsOf } from './parties.ts';
import type { Register } from './register.ts';
import type { EffectiveRole } from './role-holders.ts';
import { actsAs, effectiveRoles, handles, isUnitBound } from './role-holders.ts';
import type { Routine } from './routine.ts';
import { harmLawOf, harmRoleOf } from './harm/serious-harm.ts';
import { reviewsHarmAs } from './harm/reviewing.ts';
import { decideIncomingAccess, insightIntoIncoming, type IncomingActionName } from './incoming/access.ts';
import { decideOnDispute } from './dispute/access.ts';
import { isIncomingCommand } from './incoming/transitions.ts';
import type { CommandName } from './transitions.ts';
import { isOutgoingCommand } from './transitions.ts';
import type { ResponsibleRole, Role } from './vocabulary.ts';
import { responsibleRoles } from './vocabulary.ts';

/** A user as access sees it: who, and which roles on the day. */
export interface StaffMember {
  readonly id: string;
  readonly roles: readonly EffectiveRole[];
  /** Cases that it opened by stating a reason, though it has no need to know them (need.ts): to read, and nothing else. */
  readonly openedCases?: readonly string[];
  /** Groups above single cases that it stands in on the day; absent: none. They give no access to a case, but to its folder (R9). */
  readonly groups?: readonly StandingOfUser[];
}
export const staffMember = (register: Register, userId: string, now: Instant): StaffMember => {
  const date: LocalDate = localDate(now);
  return { id: userId, roles: effectiveRoles(register, userId, date), groups: groupsOf(register, userId, date).map(({ group, as }) => ({ groupId: group.id, kind: group.kind, as })) };
};

type StaffCommandName = Exclude<CommandName, 'acknowledge' | 'answer' | 'ask-hand-over' | 'ask-more-time' | 'report-wrong-recipient' | 'hand-over' | 'grant-more-time' | 'restart-track'>;
export type CaseActionName = 'read-case' | 'read-folder' | 'read-patient-reference' | StaffCommandName | IncomingActionName;

/** `principal`: the role acted for, logged beside the actor (V2); null when the user acts as itself (reporter, investigator). */
export type AccessDecision =
  | { readonly allowed: true; readonly principal: Role | null }
  | { readonly allowed: false; readonly reason: 'no-need-to-know' | 'not-in-routine' | 'reporter-only' | 'other-direction' | 'convener-only' | 'other-group' | 'guest-reads' };

/** How much of a case a user has a need to know, most first. */
export type CaseInsight = 'full' | 'unit' | 'reporter' | 'none';

/** Of an outgoing case. */
type CaseParties = Pick<OutgoingCase, 'responsible' | 'reporterId' | 'leadInvestigatorId' | 'coInvestigatorIds' | 'owningUnitId' | 'report' | 'sharedWith' | 'status' | 'replies' | 'actions' | 'harmAssessment' | 'disputes'>;

/** Whether this user registers what staff report, by the routine (V9, R3): a reporter is any staff member, with or without other roles. */
export const mayReport = (user: StaffMember, { outgoing }: Pick<Routine, 'outgoing'>): boolean => outgoing.mayReport.some((role) => role === 'reporter' || actsAs(user.roles, role));

/** The responsible role as which this user handles the case: held, substituted, or on behalf of (administrators). */
const handledAs = (user: StaffMember, concerned: CaseParties): Role | undefined =>
  handles(user.roles, concerned) ? concerned.responsible : undefined;
const leads = (user: StaffMember, concerned: CaseParties): boolean => concerned.leadInvestigatorId === user.id;
const investigates = (user: StaffMember, concerned: CaseParties): boolean => leads(user, concerned) || concerned.coInvestigatorIds.includes(user.id);
const managesUnit = (user: StaffMember, concerned: CaseParties): boolean => user.roles.some((held) =>
  held.role === 'unitManager' && (held.unitId === concerned.report.unitId || held.unitId === concerned.owningUnitId));
const reported = (user: StaffMember, concerned: CaseParties): boolean => concerned.reporterId === user.id;

const actsInIt = (user: StaffMember, { actions }: CaseParties): boolean => actions.some(({ responsibleUserId }) => personsOf(user).includes(responsibleUserId));
/** L3: whoever decides on serious harm has a need to know from the first moment. */
const decidesHarmAs = (user: StaffMember, concerned: CaseParties, routine: Routine): Role | undefined => {
  const role = harmRoleOf(concerned, routine);
  return role !== null && handles(user.roles, { responsible: role, owningUnitId: concerned.owningUnitId }) ? role : undefined;
};
/** H7: a reply goes to MAS as well, where the routine says so; MAS then may read what it hears of. */
const hearsReply = (user: StaffMember, { replies }: CaseParties, { outgoing }: Routine): boolean =>
  replies.length > 0 && outgoing.replyTo.includes('mas') && actsAs(user.roles, 'mas');

const insightIntoOutgoing = (user: StaffMember, concerned: CaseParties, routine: Routine): CaseInsight => {
  if (handledAs(user, concerned) !== undefined || investigates(user, concerned) || decidesHarmAs(user, concerned, routine) !== undefined) return 'full';
  if (managesUnit(user, concerned) || actsInIt(user, concerned) || reviewsHarmAs(user, concerned, routine) !== undefined || hearsReply(user, concerned, routine)) return 'unit';
  return reported(user, concerned) || concerned.sharedWith.includes(user.id) ? 'reporter' : 'none';
};

const yes = (principal: Role | null): AccessDecision => ({ allowed: true, principal });
const no = (reason: Extract<AccessDecision, { allowed: false }>['reason']): AccessDecision => ({ allowed: false, reason });

/** Handler, or lead investigator. */
const handlerOrLead = (user: StaffMember, concerned: CaseParties): AccessDecision => {
  const principal = handledAs(user, concerned);
  if (principal !== undefined) return yes(principal);
  return leads(user, concerned) ? yes(null) : no('no-need-to-know');
};
/** Only as a role that the routine names for this step: the lead investigator alone cannot send or close (V7, V8). */
const asRoleOf = (named: readonly Role[], user: StaffMember, concerned: CaseParties): AccessDecision => {
  const principal = handledAs(user, concerned);
  if (principal === undefined) return no(leads(user, concerned) ? 'not-in-routine' : 'no-need-to-know');
  return named.includes(principal) ? yes(principal) : no('not-in-routine');
};

type OutgoingActionName = 'read-case' | 'read-patient-reference' | Exclude<StaffCommandName, LadderAction>;

/**
 * design.md section 6: one decision per user, action and case; roles are those of the day. What the status allows is
 * the transitions' matter, not decided here.
 */
const decideOutgoingAccess = (user: StaffMember, action: OutgoingActionName, concerned: CaseParties, routine: Routine): AccessDecision => {
  const { outgoing } = routine;
  const harmDecider = decidesHarmAs(user, concerned, routine);
  switch (action) {
    case 'read-case': {
      if (insightIntoOutgoing(user, concerned, routine) === 'none') return no('no-need-to-know');
      const handler = handledAs(user, concerned);
      if (handler !== undefined || investigates(user, concerned)) return yes(handler ?? null);
      if (harmDecider !== undefined) return yes(harmDecider);
      if (managesUnit(user, concerned)) return yes('unitManager');
      const reviewer = reviewsHarmAs(user, concerned, routine);
      if (reviewer !== undefined) return yes(reviewer);
      return yes(hearsReply(user, concerned, routine) ? 'mas' : null);
    }
    case 'read-patient-reference':
    case 'assign-case':
    case 'set-external-unit':
    case 'set-breach':
    case 'classify-case':
    case 'edit-outgoing-text':
    case 'confirm-outgoing-text':
    case 'request-information':
    case 'renew-link':
    case 'record-identity-call':
    case 'set-not-ours':
    case 'record-dispatch':
    case 'register-reply':
    case 'record-consent':
    case 'withdraw-consent':
    case 'set-patient-reference':
    case 'move-to-patient-reference':
    case 'return-reply':
    case 'record-effect-review':
      return handlerOrLead(user, concerned);
    case 'add-note':
    case 'add-action':
    case 'change-action': {
      const decision = handlerOrLead(user, concerned);
      return decision.allowed || !investigates(user, concerned) ? decision : yes(null);
    }
    case 'complete-action': {
      const decision = handlerOrLead(user, concerned);
      return decision.allowed || !(investigates(user, concerned) || actsInIt(user, concerned)) ? decision : yes(null);
    }
    case 'record-staff-support':
    case 'record-feedback':
    case 'record-patient-information': {
      const decision = handlerOrLead(user, concerned);
      if (decision.allowed) return decision;
      if (investigates(user, concerned)) return yes(null);
      // H9: the manager decides how the patient is informed and the staff supported, and tells them what was done.
      return managesUnit(user, concerned) ? yes('unitManager') : decision;
    }
    case 'assess-harm':
      if (handledAs(user, concerned) === undefined && !investigates(user, concerned)) return harmDecider === undefined ? no('no-need-to-know') : yes(harmDecider);
      return yes(handledAs(user, concerned) ?? null);
    case 'review-harm': {
      const reviewer = reviewsHarmAs(user, concerned, routine);
      return reviewer === undefined ? no(insightIntoOutgoing(user, concerned, routine) === 'full' ? 'not-in-routine' : 'no-need-to-know') : yes(reviewer);
    }
    case 'record-harm-decision': {
      // L3: never by whoever handles the case in the unit where it happened.
      if (harmDecider !== undefined) return yes(harmDecider);
      return no(handledAs(user, concerned) === undefined && !investigates(user, concerned) ? 'no-need-to-know' : 'not-in-routine');
    }
    case 'note-in-record':
    case 'complete-on-call': {
      const decision = handlerOrLead(user, concerned);
      if (decision.allowed || reported(user, concerned)) return decision.allowed ? decision : yes(null);
      return managesUnit(user, concerned) ? yes('unitManager') : decision;
    }
    case 'provide-information': {
      if (reported(user, concerned)) return yes(null);
      return managesUnit(user, concerned) ? yes('unitManager') : no('reporter-only');
    }
    case 'send-case':
      return asRoleOf(outgoing.maySend, user, concerned);
    case 'share-reply':
      return asRoleOf(outgoing.mayShare, user, concerned);
    case 'close-case':
      return asRoleOf(outgoing.mayClose, user, concerned);
    case 'reopen-case':
      return asRoleOf(outgoing.mayReopen, user, concerned);
    case 'decide-ask':
      return asRoleOf(outgoing.mayDecide, user, concerned);
    case 'open-dispute':
    case 'change-dispute':
    case 'draft-event-description':
      return decideOnDispute(user, action, concerned, [concerned.report.unitId], routine, insightIntoOutgoing(user, concerned, routine) !== 'none', handledAs(user, concerned));
    case 'withdraw-case': {
      const decision = asRoleOf(outgoing.maySend, user, concerned);
      // A reporter may take back what nobody has begun to handle, but not what those who decide on serious harm were told of (L3).
      return !decision.allowed && reported(user, concerned) && concerned.status === 'received' && harmLawOf(concerned) === null ? yes(null) : decision;
    }
    case 'redrive-execution':
    case 'stop-execution':
      return user.roles.some((held) => held.role === 'systemAdministrator') ? yes('systemAdministrator') : no('no-need-to-know');
    case 'restart-lifecycle': {
      if (user.roles.some((held) => held.role === 'systemAdministrator')) return yes('systemAdministrator');
      return asRoleOf(outgoing.maySend, user, concerned);
    }
  }
};

const isOutgoingAction = (action: CaseActionName): action is OutgoingActionName => !isLadderAction(action) && (action === 'read-case' || action === 'read-patient-reference' || isOutgoingCommand(action));
const isIncomingAction = (action: CaseActionName): action is IncomingActionName => !isLadderAction(action) && (action === 'read-case' || action === 'read-patient-reference' || isIncomingCommand(action));

/** The decision on a case of either direction, under the routine it was opened under. */
export const decideAccess = (user: StaffMember, action: CaseActionName, concerned: Case, routine: Routine): AccessDecision => {
  const decision = decideByNeed(user, action, concerned, routine);
  return !decision.allowed && action === 'read-case' && hasOpened(user, concerned) ? yes(null) : decision;
};
const hasOpened = (user: StaffMember, { id }: Case): boolean => user.openedCases?.includes(id) === true;
const isLadderAction = (action: CaseActionName): action is LadderAction => ladderActions.some((each) => each === action);
/** As whom the user has to do with the case, for the ladder beside it. */
const casePersonOf = (user: StaffMember, concerned: Case, routine: Routine): CasePerson => ({
  handler: handles(user.roles, concerned) ? concerned.responsible : undefined,
  leads: personsOf(user).some((userId) => userId === concerned.leadInvestigatorId),
  // Which units a report concerns is settled by registration; until then it is whoever filed who names them.
  managesUnit: (concerned.direction === 'outgoing' || concerned.registeredAt !== undefined) && user.roles.some((held) => held.role === 'unitManager' && [...ourUnitsOf(concerned), concerned.owningUnitId].includes(held.unitId)),
  readsCase: decideByNeed(user, 'read-case', concerned, routine).allowed,
  readsTexts: (concerned.protectedIdentity ? ['full'] : ['full', 'unit']).includes(insightByNeed(user, concerned, routine)),
});
/** What the user sees of the folder of a case on the ladder; null: nothing. */
export const folderSeen = (user: StaffMember, concerned: Case, routine: Routine): FolderSeen | null => folderSeenBy(user, concerned, casePersonOf(user, concerned, routine));
const decideByNeed = (user: StaffMember, action: CaseActionName, concerned: Case, routine: Routine): AccessDecision => {
  if (isLadderAction(action)) return decideLadderAccess(user, action, concerned, casePersonOf(user, concerned, routine), routine);
  if (concerned.direction === 'outgoing') return isOutgoingAction(action) ? decideOutgoingAccess(user, action, concerned, routine) : no('other-direction');
  return isIncomingAction(action) ? decideIncomingAccess(user, action, concerned, routine) : no('other-direction');
};
const insightByNeed = (user: StaffMember, concerned: Case, routine: Routine): CaseInsight =>
  (concerned.direction === 'outgoing' ? insightIntoOutgoing(user, concerned, routine) : insightIntoIncoming(user, concerned, routine));
export const insightInto = (user: StaffMember, concerned: Case, routine: Routine): CaseInsight => {
  const insight = insightByNeed(user, concerned, routine);
  return insight === 'none' && hasOpened(user, concerned) ? 'unit' : insight;
};

/** Executions are shown without contents: to system administrators, and to administrators who act for a principal. */
export const mayWatchExecutions = (user: StaffMember): boolean =>
  user.roles.some((held) => held.role === 'systemAdministrator' || held.role === 'administrator');

/** Registers are changed by those alone who answer for the system. */
export const mayAdministerRegisters = (user: StaffMember): boolean => user.roles.some((held) => held.role === 'systemAdministrator');

/** A responsible role whose inbox a user sees; of one bound to units: of what these units own. */
export interface InboxScope {
  readonly role: ResponsibleRole;
  readonly unitIds: readonly string[] | null;
}
export const inboxScopes = (user: StaffMember): readonly InboxScope[] => responsibleRoles.flatMap((role): readonly InboxScope[] => {
  const acting = user.roles.filter((held) => actsAs([held], role));
  if (acting.length === 0) return [];
  return [{ role, unitIds: isUnitBound(role) ? [...new Set(acting.flatMap((held) => held.coveredUnitIds))] : null }];
});
/** Whether a case is in one of these inboxes. */
export const isInScope = (scopes: readonly InboxScope[], { responsible, owningUnitId }: Pick<Case, 'responsible' | 'owningUnitId'>): boolean =>
  scopes.some(({ role, unitIds }) => role === responsible && (unitIds?.includes(owningUnitId) ?? true));
export const managedUnits = (user: StaffMember): readonly string[] =>
  [...new Set(user.roles.filter((held) => held.role === 'unitManager').map((held) => held.unitId))];
/** The user, and those for whom it is acting substitute: theirs are its watch list and its actions. */
export const personsOf = (user: StaffMember): readonly string[] =>
  [...new Set([user.id, ...user.roles.flatMap(({ substituteFor }) => substituteFor ?? [])])];

/** Whose counters this user sees: every unit's for those who handle cases of a field, else those of its own units. */
export const unitsToCount = (user: StaffMember): 'all' | readonly string[] => {
  if (user.roles.some(({ role }) => ['mas', 'mar', 'sas', 'investigator', 'administrator', 'systemAdministrator'].includes(role))) return 'all';
  return [...new Set(user.roles.filter(({ role }) => isUnitBound(role)).flatMap(({ coveredUnitIds }) => coveredUnitIds))];
};
/** H6: whether this user enters afterwards what was written on paper at a unit; a role bound to units only at those. */
export const mayEnterFromPaper = (user: StaffMember, unitId: string, routine: Routine): boolean => routine.downtime.enteredBy.some((role) =>
  user.roles.some((held) => actsAs([held], role) && (!isUnitBound(role) || held.coveredUnitIds.includes(unitId))));
