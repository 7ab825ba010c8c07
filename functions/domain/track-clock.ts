import type { Case } from './case.ts';
import type { ClockContext, StepEffect } from './clock-step.ts';
import { effectReviewSteps } from './deadlines.ts';
import { openReviewOf } from './follow-up/effect-review.ts';
import type { Waiting } from './lifecycle.ts';
import { ourUnitsOf } from './parties.ts';
import { managersOf, toLead, toPeople, toResponsible } from './recipients.ts';
import type { Routine } from './routine.ts';
import { tracksOf } from './tracks.ts';
import type { ClockStep, Machine } from './vocabulary.ts';

/** What an execution of a track awaits (V12: the pharmacy; R2: the review of the effect): nothing once the case has no such track any more. */
export const trackWait = (concerned: Case, routine: Routine, { machine, generation }: { readonly machine: Machine; readonly generation: number }): Waiting => {
  const track = tracksOf(concerned).find((each) => each.machine === machine && each.generation === generation);
  if (track === undefined) return { awaits: 'nothing', steps: [] };
  if (track.awaits === 'pharmacyNotification') return { awaits: track.awaits, steps: [{ step: 'pharmacyOverdue', at: track.dueAt }] };
  const at = effectReviewSteps(track.dueAt, routine[concerned.direction].deadlines);
  return {
    awaits: track.awaits,
    steps: [
      { step: 'effectReviewDue', at: at.effectReviewDue }, { step: 'effectReviewOverdue', at: at.effectReviewOverdue },
      { step: 'effectReviewEscalate', at: at.effectReviewEscalate },
    ],
  };
};

/** What time does on a track; undefined: the step is the lifecycle's. */
export const trackEffect = (concerned: Case, step: ClockStep, context: ClockContext): StepEffect | undefined => {
  const review = openReviewOf(concerned);
  switch (step) {
    case 'pharmacyOverdue': {
      const draft = { mail: 'pharmacyReminder', occasion: step } as const;
      return {
        events: [{ type: 'pharmacyOverdue', detail: { dueAt: concerned.direction === 'incoming' ? concerned.pharmacy?.dueAt ?? null : null } }],
        mails: [...toLead(concerned, context, draft), ...toResponsible(concerned, context, draft)],
      };
    }
    case 'effectReviewDue':
    case 'effectReviewOverdue': {
      const draft = { mail: step === 'effectReviewDue' ? 'effectReviewDue' : 'effectReviewReminder', occasion: `${step}-n${review?.number ?? 0}` } as const;
      return {
        events: [{ type: step, detail: { review: review?.number ?? null, dueAt: review?.dueAt ?? null } }],
        mails: [...toLead(concerned, context, draft), ...toResponsible(concerned, context, draft)],
      };
    }
    case 'effectReviewEscalate': {
      const draft = { mail: 'effectReviewEscalation', occasion: `${step}-n${review?.number ?? 0}` } as const;
      return {
        events: [{ type: 'effectReviewEscalated', detail: { review: review?.number ?? null } }],
        mails: [...toPeople(managersOf(ourUnitsOf(concerned), context), context, draft), ...toResponsible(concerned, context, draft)],
      };
    }
    default:
      return undefined;
  }
};
