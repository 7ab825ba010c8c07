import { WrongStatus } from '../errors.ts';
import type { Machine, Status } from '../vocabulary.ts';

/**
 * The life of an incoming case as data; as `domain/transitions.ts` for outgoing ones. `signals`: whose waits the command
 * changes; `remembered`: back to where the case was before more was asked for.
 */
export interface IncomingTransition {
  readonly from: readonly Status[];
  readonly to: Status | 'same' | 'investigating-once-led' | 'remembered';
  readonly signals: readonly Machine[];
}

const lifecycle = ['incoming-deviation'] as const satisfies readonly Machine[];
const underInvestigation = ['registered', 'handedOver', 'investigating'] as const satisfies readonly Status[];
const handled = [...underInvestigation, 'needsInfo', 'investigationDone', 'reopened'] as const satisfies readonly Status[];
const open = ['received', ...handled] as const satisfies readonly Status[];
/** Actions and their effect are followed up beyond the reply. */
const followedUp = [...handled, 'closed'] as const satisfies readonly Status[];
const all = [...open, 'closed', 'rejected'] as const satisfies readonly Status[];

export const incomingTransitions = {
  'accept-deviation': { from: ['received'], to: 'registered', signals: lifecycle },
  'set-concerned-units': { from: handled, to: 'same', signals: [] },
  'assign-case': { from: handled, to: 'investigating-once-led', signals: [] },
  'add-investigators': { from: handled, to: 'same', signals: [] },
  'save-investigation': { from: [...underInvestigation, 'needsInfo', 'reopened'], to: 'same', signals: [] },
  'add-action': { from: followedUp, to: 'same', signals: [] },
  'change-action': { from: followedUp, to: 'same', signals: [] },
  'complete-action': { from: followedUp, to: 'same', signals: [] },
  'request-information': { from: ['received', ...underInvestigation], to: 'needsInfo', signals: lifecycle },
  'provide-information': { from: ['needsInfo'], to: 'remembered', signals: lifecycle },
  'report-investigation-done': { from: ['investigating', 'reopened'], to: 'investigationDone', signals: lifecycle },
  'return-investigation': { from: ['investigationDone'], to: 'investigating', signals: lifecycle },
  'edit-outgoing-text': { from: handled, to: 'same', signals: [] },
  'confirm-outgoing-text': { from: handled, to: 'same', signals: [] },
  // V8: sent = closed = owner moved. Until the investigation is done the command says so, among all else that is missing.
  'send-incoming-reply': { from: [...underInvestigation, 'investigationDone', 'reopened'], to: 'closed', signals: lifecycle },
  'reject-case': { from: ['received', ...underInvestigation, 'needsInfo', 'reopened'], to: 'rejected', signals: [...lifecycle, 'dose-pharmacy'] },
  'redirect-case': { from: ['registered', 'investigating', 'needsInfo', 'reopened'], to: 'handedOver', signals: lifecycle },
  'record-pharmacy-notification': { from: handled, to: 'same', signals: ['dose-pharmacy'] },
  'record-effect-review': { from: ['closed'], to: 'same', signals: ['effect-review'] },
  'record-harm-decision': { from: followedUp, to: 'same', signals: [] },
  'record-patient-information': { from: followedUp, to: 'same', signals: [] },
  'add-note': { from: all, to: 'same', signals: [] },
  'reopen-case': { from: ['closed', 'rejected'], to: 'reopened', signals: lifecycle },
  'restart-lifecycle': { from: open, to: 'same', signals: lifecycle },
  // These act on an execution itself, also a track's that outlasts its case: a signal would make it go on.
  'redrive-execution': { from: all, to: 'same', signals: [] },
  'stop-execution': { from: all, to: 'same', signals: [] },
  // By whoever filed, with an old link.
  'renew-status-link': { from: all, to: 'same', signals: [] },
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
