import { WrongStatus } from '../errors.ts';
import type { Status } from '../vocabulary.ts';

/**
 * The life of an incoming case as data; as `domain/transitions.ts` for outgoing ones. `clock`: whether it concerns the clock of the
 * lifecycle (tracks follow by themselves); `remembered`: back to where the case was before more was asked for.
 */
export interface IncomingTransition {
  readonly from: readonly Status[];
  readonly to: Status | 'same' | 'investigating-once-led' | 'remembered';
  readonly clock: boolean;
}

const underInvestigation = ['registered', 'handedOver', 'investigating'] as const satisfies readonly Status[];
const handled = [...underInvestigation, 'needsInfo', 'investigationDone', 'reopened'] as const satisfies readonly Status[];
const open = ['received', ...handled] as const satisfies readonly Status[];
/** Actions and their effect are followed up beyond the reply. */
const followedUp = [...handled, 'closed'] as const satisfies readonly Status[];
/** L3: serious harm is decided on from the first moment; a report is rejected only after that. */
const harmed = [...open, 'closed'] as const satisfies readonly Status[];
const all = [...open, 'closed', 'rejected'] as const satisfies readonly Status[];

export const incomingTransitions = {
  'accept-deviation': { from: ['received'], to: 'registered', clock: true },
  'set-concerned-units': { from: handled, to: 'same', clock: false },
  'classify-case': { from: harmed, to: 'same', clock: false },
  'set-breach': { from: handled, to: 'same', clock: false },
  'assign-case': { from: handled, to: 'investigating-once-led', clock: false },
  'add-investigators': { from: handled, to: 'same', clock: false },
  'save-investigation': { from: [...underInvestigation, 'needsInfo', 'reopened'], to: 'same', clock: false },
  'add-action': { from: followedUp, to: 'same', clock: false },
  'change-action': { from: followedUp, to: 'same', clock: false },
  'complete-action': { from: followedUp, to: 'same', clock: false },
  'request-information': { from: ['received', ...underInvestigation], to: 'needsInfo', clock: true },
  'provide-information': { from: ['needsInfo'], to: 'remembered', clock: true },
  'report-investigation-done': { from: ['investigating', 'reopened'], to: 'investigationDone', clock: true },
  'return-investigation': { from: ['investigationDone'], to: 'investigating', clock: true },
  'edit-outgoing-text': { from: handled, to: 'same', clock: false },
  'confirm-outgoing-text': { from: handled, to: 'same', clock: false },
  // V8: sent = closed = owner moved. Until the investigation is done the command says so, among all else that is missing.
  'send-incoming-reply': { from: [...underInvestigation, 'investigationDone', 'reopened'], to: 'closed', clock: true },
  'reject-case': { from: ['received', ...underInvestigation, 'needsInfo', 'reopened'], to: 'rejected', clock: true },
  'redirect-case': { from: ['registered', 'investigating', 'needsInfo', 'reopened'], to: 'handedOver', clock: true },
  'record-pharmacy-notification': { from: handled, to: 'same', clock: false },
  'record-effect-review': { from: ['closed'], to: 'same', clock: false },
  'record-harm-decision': { from: harmed, to: 'same', clock: false },
  'record-patient-information': { from: harmed, to: 'same', clock: false },
  'assess-harm': { from: harmed, to: 'same', clock: false },
  'review-harm': { from: harmed, to: 'same', clock: false },
  'record-staff-support': { from: followedUp, to: 'same', clock: false },
  'record-feedback': { from: followedUp, to: 'same', clock: false },
  // G7: a dispute lives beside the case, and after it.
  'open-dispute': { from: all, to: 'same', clock: false },
  'change-dispute': { from: all, to: 'same', clock: false },
  'draft-event-description': { from: ['closed'], to: 'same', clock: false },
  // The ladder is beside the main line, and goes on when it has ended.
  'raise-case': { from: followedUp, to: 'same', clock: false },
  'record-agreement': { from: followedUp, to: 'same', clock: false },
  'edit-folder': { from: followedUp, to: 'same', clock: false },
  'forward-case': { from: followedUp, to: 'same', clock: false },
  'return-case': { from: followedUp, to: 'same', clock: false },
  'consult-group': { from: followedUp, to: 'same', clock: false },
  'write-basis': { from: followedUp, to: 'same', clock: false },
  'decide-escalation': { from: followedUp, to: 'same', clock: false },
  'inform-of-decision': { from: followedUp, to: 'same', clock: false },
  'add-note': { from: all, to: 'same', clock: false },
  'note-in-record': { from: all, to: 'same', clock: false },
  'record-consent': { from: all, to: 'same', clock: false },
  'withdraw-consent': { from: all, to: 'same', clock: false },
  'set-patient-reference': { from: all, to: 'same', clock: false },
  'move-to-patient-reference': { from: all, to: 'same', clock: false },
  'reopen-case': { from: ['closed', 'rejected'], to: 'reopened', clock: true },
  'restart-lifecycle': { from: open, to: 'same', clock: true },
  // What a restart of one of its tracks does.
  'restart-track': { from: all, to: 'same', clock: false },
  // These act on an execution itself, also a track's that outlasts its case: a signal would make it go on.
  'redrive-execution': { from: all, to: 'same', clock: false },
  'stop-execution': { from: all, to: 'same', clock: false },
  // By whoever filed, with an old link.
  'renew-status-link': { from: all, to: 'same', clock: false },
} as const satisfies Record<string, IncomingTransition>;
export type IncomingCommandName = keyof typeof incomingTransitions;
export const isIncomingCommand = (name: string): name is IncomingCommandName => name in incomingTransitions;

export const isIncomingPossible = (command: IncomingCommandName, status: Status): boolean =>
  incomingTransitions[command].from.some((each) => each === status);

/** @throws WrongStatus */
export const nextIncomingStatus = (command: IncomingCommandName, status: Status, remembered: Status | undefined): Status => {
  if (!isIncomingPossible(command, status)) throw new WrongStatus(command, status);
  const { to } = incomingTransitions[command];
  switch (to) {
    case 'same':
      return status;
    case 'investigating-once-led':
      return status === 'registered' || status === 'handedOver' ? 'investigating' : status;
    case 'remembered':
      return remembered ?? 'registered';
    default:
      return to;
  }
};
