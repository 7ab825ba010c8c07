import { answerSteps } from '../deadlines.ts';
import type { IncomingCase } from '../incoming-case.ts';
import type { Waiting } from '../lifecycle.ts';
import type { Routine } from '../routine.ts';
import type { AwaitedEvent } from '../vocabulary.ts';

const awaited = ({ status }: IncomingCase): AwaitedEvent | 'nothing' => {
  switch (status) {
    case 'received':
      return 'registration';
    case 'needsInfo':
      return 'information';
    case 'registered':
    case 'handedOver':
    case 'investigating':
      return 'investigation';
    case 'investigationDone':
    case 'reopened':
      return 'answer';
    default:
      return 'nothing';
  }
};

/** What the lifecycle of an incoming case awaits. */
export const incomingWait = (concerned: IncomingCase, routine: Routine): Waiting => {
  const awaits = awaited(concerned);
  if (awaits === 'nothing') return { awaits, steps: [] };
  if (concerned.registeredAt === undefined) return { awaits, steps: [{ step: 'registrationOverdue', at: concerned.handleBy }] };
  const at = answerSteps(concerned.replyBy, routine.incoming.deadlines);
  return {
    awaits,
    steps: [
      { step: 'remindBefore', at: at.remindBefore }, { step: 'remindDue', at: at.remindDue },
      { step: 'remindAfter', at: at.remindAfter }, { step: 'escalate', at: at.escalate },
    ],
  };
};
