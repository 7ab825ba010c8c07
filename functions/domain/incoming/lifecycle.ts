import { answerSteps, effectReviewSteps } from '../deadlines.ts';
import type { IncomingCase } from '../incoming-case.ts';
import type { Waiting } from '../lifecycle.ts';
import type { Routine } from '../routine.ts';
import type { AwaitedEvent, Machine } from '../vocabulary.ts';

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

/** What an execution of a machine awaits on an incoming case (V12: the pharmacy; R2: the review of the effect). */
export const incomingWait = (concerned: IncomingCase, routine: Routine, execution: { readonly machine?: Machine | undefined; readonly generation: number }): Waiting => {
  const { deadlines } = routine.incoming;
  const { pharmacy, effectReviews, status } = concerned;
  switch (execution.machine) {
    case 'dose-pharmacy':
      return pharmacy === null || pharmacy.doneAt !== undefined || status === 'rejected'
        ? { awaits: 'nothing', steps: [] }
        : { awaits: 'pharmacyNotification', steps: [{ step: 'pharmacyOverdue', at: pharmacy.dueAt }] };
    case 'effect-review': {
      const review = effectReviews.find(({ number }) => number === execution.generation);
      if (!review || review.doneAt !== undefined) return { awaits: 'nothing', steps: [] };
      const at = effectReviewSteps(review.dueAt, deadlines);
      return {
        awaits: 'effectReview',
        steps: [
          { step: 'effectReviewDue', at: at.effectReviewDue }, { step: 'effectReviewOverdue', at: at.effectReviewOverdue },
          { step: 'effectReviewEscalate', at: at.effectReviewEscalate },
        ],
      };
    }
    default: {
      const awaits = awaited(concerned);
      if (awaits === 'nothing') return { awaits, steps: [] };
      if (concerned.registeredAt === undefined) return { awaits, steps: [{ step: 'registrationOverdue', at: concerned.handleBy }] };
      const at = answerSteps(concerned.replyBy, deadlines);
      return {
        awaits,
        steps: [
          { step: 'remindBefore', at: at.remindBefore }, { step: 'remindDue', at: at.remindDue },
          { step: 'remindAfter', at: at.remindAfter }, { step: 'escalate', at: at.escalate },
        ],
      };
    }
  }
};
