import type { AccessDecision, CaseActionName, StaffMember } from './access.ts';
import { decideAccess } from './access.ts';
import type { Case, OutgoingCase } from './case.ts';
import { awaitsClosing } from './due.ts';
import { isPossibleOnLadder } from './escalation/possible.ts';
import type { IncomingCase } from './incoming-case.ts';
import { openReviewOf } from './follow-up/effect-review.ts';
import { openDisputeOf } from './dispute/dispute.ts';
import { otherPartyOf } from './parties.ts';
import { harmLawOf, mustInformPatient } from './harm/serious-harm.ts';
import { isIncomingCommand, isIncomingPossible, type IncomingCommandName } from './incoming/transitions.ts';
import type { Routine } from './routine.ts';
import { hasNumberInTexts } from './secrecy.ts';
import { isOutgoingCommand, isPossible, type CommandName } from './transitions.ts';

/** `wrong-status`: not now; `nothing-to-do`: nothing in the case it could be about. */
export type Permission = AccessDecision | { readonly allowed: false; readonly reason: 'wrong-status' | 'nothing-to-do' };

/** What either direction has. */
const concernsParts = (action: CommandName | IncomingCommandName, concerned: Case): boolean => {
  switch (action) {
    case 'confirm-outgoing-text':
      return concerned.outgoingText !== null && concerned.outgoingText.confirmedAt === undefined;
    case 'change-action':
    case 'complete-action':
      return concerned.actions.some(({ doneAt }) => doneAt === null);
    case 'record-effect-review':
      return openReviewOf(concerned) !== undefined;
    case 'record-harm-decision':
      return harmLawOf(concerned) !== null;
    case 'record-patient-information':
      return mustInformPatient(concerned);
    case 'move-to-patient-reference':
      return hasNumberInTexts(concerned);
    case 'withdraw-consent':
      return concerned.consents.some(({ status, withdrawnAt }) => status === 'given' && withdrawnAt === undefined);
    case 'review-harm':
      return concerned.harmAssessment !== undefined && concerned.harmAssessment.review === undefined;
    case 'open-dispute':
      return openDisputeOf(concerned) === undefined;
    case 'change-dispute':
      return openDisputeOf(concerned) !== undefined;
    case 'draft-event-description':
      return otherPartyOf(concerned) !== null;
    case 'restart-lifecycle':
      return concerned.stopped;
    case 'note-in-record':
      return concerned.notedInRecordAt === undefined;
    default:
      return true;
  }
};
const concernsOutgoing = (action: CommandName, concerned: OutgoingCase, routine: Routine): boolean => {
  switch (action) {
    case 'decide-ask':
      return concerned.asks.some((ask) => ask.decision === undefined);
    case 'return-reply':
      return awaitsClosing(concerned) && concerned.request !== null && concerned.replies.at(-1)?.unitId === concerned.request.unitId;
    case 'share-reply':
      return concerned.replies.length > 0;
    // A flag that the calendar missed can be set as well (H1), where the routine asks about on call.
    case 'complete-on-call':
      return concerned.onCall !== undefined || routine.onCall !== null;
    default:
      return concernsParts(action, concerned);
  }
};
const concernsIncoming = (action: IncomingCommandName, concerned: IncomingCase): boolean => {
  switch (action) {
    case 'record-pharmacy-notification':
      return concerned.pharmacy !== null && concerned.pharmacy.doneAt === undefined;
    default:
      return concernsParts(action, concerned);
  }
};

/**
 * What a user may do with a case now, by role, routine and status, or why not: the one table behind the buttons of a page.
 * Whoever may not read the case learns nothing else of it.
 */
export const permit = (user: StaffMember, action: CaseActionName, concerned: Case, routine: Routine): Permission => {
  const decision = decideAccess(user, action, concerned, routine);
  if (!decision.allowed) return decision;
  if (action === 'read-case') return decision;
  if (action === 'read-folder') return concerned.escalation === undefined ? { allowed: false, reason: 'nothing-to-do' } : decision;
  if (action === 'read-patient-reference') return concerned.hasPatientReference ? decision : { allowed: false, reason: 'nothing-to-do' };
  const [possible, concerns] = concerned.direction === 'outgoing'
    ? [isOutgoingCommand(action) && isPossible(action, concerned.status), isOutgoingCommand(action) && concernsOutgoing(action, concerned, routine)]
    : [isIncomingCommand(action) && isIncomingPossible(action, concerned.status), isIncomingCommand(action) && concernsIncoming(action, concerned)];
  if (!possible) return { allowed: false, reason: 'wrong-status' };
  if (!isPossibleOnLadder(action, user, concerned, routine)) return { allowed: false, reason: 'nothing-to-do' };
  return concerns ? decision : { allowed: false, reason: 'nothing-to-do' };
};
