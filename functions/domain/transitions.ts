import { WrongStatus } from './errors.ts';
import type { Status } from './vocabulary.ts';

/**
 * The life of an outgoing case as data. A command is possible only from the statuses in `from` (the store's version
 * condition makes that a database condition); `to` maps a status to the next one, `same` keeps it. `clock` says
 * whether the command concerns the clock: it then grows `clockRevision` and signals the waiting execution.
 */
export interface Transition {
  readonly from: readonly Status[];
  readonly to: Status | 'same' | 'received-becomes-registered';
  readonly clock: boolean;
}

const beforeSending = ['received', 'registered', 'needsInfo', 'reopened'] as const satisfies readonly Status[];
const underway = ['sent', 'handedOver', 'acknowledged', 'investigating', 'replyReturned'] as const satisfies readonly Status[];
const replied = ['answered', 'investigationDone'] as const satisfies readonly Status[];
export const openStatuses = [...beforeSending, ...underway, ...replied] as const satisfies readonly Status[];
export const endedStatuses = ['closed', 'withdrawn', 'rejected'] as const satisfies readonly Status[];
const submitted = [...openStatuses, ...endedStatuses] as const;
const followedUp = [...openStatuses, 'closed'] as const satisfies readonly Status[];

export const transitions = {
  'assign-case': { from: openStatuses, to: 'received-becomes-registered', clock: false },
  'set-external-unit': { from: beforeSending, to: 'received-becomes-registered', clock: false },
  'set-breach': { from: openStatuses, to: 'received-becomes-registered', clock: false },
  // Figures are made ready after the end as well.
  'classify-case': { from: followedUp, to: 'same', clock: false },
  'edit-outgoing-text': { from: beforeSending, to: 'received-becomes-registered', clock: false },
  'confirm-outgoing-text': { from: beforeSending, to: 'same', clock: false },
  // Not from reopened: there the question would hide that a reply waits to be closed.
  'request-information': { from: ['received', 'registered'], to: 'needsInfo', clock: false },
  'provide-information': { from: ['needsInfo'], to: 'registered', clock: false },
  'send-case': { from: beforeSending, to: 'sent', clock: true },
  'renew-link': { from: underway, to: 'same', clock: true },
  'record-identity-call': { from: [...underway, ...replied, 'reopened'], to: 'same', clock: false },
  'add-note': { from: submitted, to: 'same', clock: false },
  'note-in-record': { from: submitted, to: 'same', clock: false },
  'complete-on-call': { from: beforeSending, to: 'same', clock: false },
  'set-not-ours': { from: beforeSending, to: 'received-becomes-registered', clock: false },
  'record-dispatch': { from: underway, to: 'same', clock: false },
  'register-reply': { from: underway, to: 'answered', clock: true },
  // Consent may be withdrawn, and a reference found wrong, also after the end.
  'record-consent': { from: submitted, to: 'same', clock: false },
  'withdraw-consent': { from: submitted, to: 'same', clock: false },
  'set-patient-reference': { from: submitted, to: 'same', clock: false },
  'move-to-patient-reference': { from: submitted, to: 'same', clock: false },
  'return-reply': { from: ['answered', 'reopened'], to: 'replyReturned', clock: true },
  'decide-ask': { from: underway, to: 'same', clock: false },
  'share-reply': { from: ['answered', 'reopened', 'closed'], to: 'same', clock: false },
  'close-case': { from: [...underway, ...replied, 'reopened'], to: 'closed', clock: true },
  'reopen-case': { from: ['closed', 'withdrawn'], to: 'reopened', clock: true },
  'withdraw-case': { from: [...beforeSending, ...underway], to: 'withdrawn', clock: true },
  'restart-lifecycle': { from: openStatuses, to: 'same', clock: true },
  // Actions and their effect are followed up beyond closing; tracks follow by themselves.
  'add-action': { from: followedUp, to: 'same', clock: false },
  'change-action': { from: followedUp, to: 'same', clock: false },
  'complete-action': { from: followedUp, to: 'same', clock: false },
  'record-effect-review': { from: ['closed'], to: 'same', clock: false },
  'record-harm-decision': { from: followedUp, to: 'same', clock: false },
  'record-patient-information': { from: followedUp, to: 'same', clock: false },
  'assess-harm': { from: followedUp, to: 'same', clock: false },
  'review-harm': { from: followedUp, to: 'same', clock: false },
  'record-staff-support': { from: followedUp, to: 'same', clock: false },
  'record-feedback': { from: followedUp, to: 'same', clock: false },
  // G7: a dispute lives beside the case, and after it.
  'open-dispute': { from: submitted, to: 'same', clock: false },
  'change-dispute': { from: submitted, to: 'same', clock: false },
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
  // What a restart of one of its tracks does.
  'restart-track': { from: submitted, to: 'same', clock: false },
  // These act on the execution itself, also a track's that outlasts its case: a signal would make it go on.
  'redrive-execution': { from: submitted, to: 'same', clock: false },
  'stop-execution': { from: submitted, to: 'same', clock: false },
  // Given by the external unit, through its link.
  acknowledge: { from: ['sent', 'handedOver'], to: 'acknowledged', clock: true },
  answer: { from: underway, to: 'answered', clock: true },
  'ask-hand-over': { from: underway, to: 'same', clock: false },
  'ask-more-time': { from: underway, to: 'same', clock: false },
  'report-wrong-recipient': { from: underway, to: 'registered', clock: true },
  // What an approval does.
  'hand-over': { from: underway, to: 'handedOver', clock: true },
  'grant-more-time': { from: underway, to: 'same', clock: true },
} as const satisfies Record<string, Transition>;
export type CommandName = keyof typeof transitions;
export const isOutgoingCommand = (name: string): name is CommandName => name in transitions;

export const isOpen = (status: Status): boolean => openStatuses.some((open) => open === status);
export const isUnderway = (status: Status): boolean => underway.some((each) => each === status);
export const isPossible = (command: CommandName, status: Status): boolean =>
  transitions[command].from.some((each) => each === status);

/** @throws WrongStatus */
export const nextStatus = (command: CommandName, status: Status): Status => {
  if (!isPossible(command, status)) throw new WrongStatus(command, status);
  const { to } = transitions[command];
  if (to === 'same') return status;
  if (to === 'received-becomes-registered') return status === 'received' ? 'registered' : status;
  return to;
};
