import { localDate } from './calendar.ts';
import type { Case } from './case.ts';
import type { ClockContext, StepEffect } from './clock-step.ts';
import { effectReviewSteps, harmDecisionSteps } from './deadlines.ts';
import { disputeEffect, disputeSteps } from './dispute/clock.ts';
import { harmRoleOf } from './harm/serious-harm.ts';
import { ladderEffect, ladderWait } from './escalation/clock.ts';
import { openReviewOf } from './follow-up/effect-review.ts';
import type { Waiting } from './lifecycle.ts';
import { ourUnitsOf } from './parties.ts';
import { managersOf, toLead, toPeople, toResponsible } from './recipients.ts';
import { holdersOf, responsibleHolders } from './role-holders.ts';
import type { Routine } from './routine.ts';
import { tracksOf } from './tracks.ts';
import type { ClockStep, Machine, Role } from './vocabulary.ts';

/** What an execution of a track awaits (V12: the pharmacy; R2: the review of the effect; L3: the decision on serious harm): nothing once the case has no such track any more. */
export const trackWait = (concerned: Case, routine: Routine, { machine, generation }: { readonly machine: Machine; readonly generation: number }): Waiting => {
  const track = tracksOf(concerned).find((each) => each.machine === machine && each.generation === generation);
  if (track === undefined) return { awaits: 'nothing', steps: [] };
  if (track.awaits === 'pharmacyNotification') return { awaits: track.awaits, steps: [{ step: 'pharmacyOverdue', at: track.dueAt }] };
  if (track.awaits === 'harmDecision') {
    const { harmDecisionOverdue, harmDecisionEscalate } = harmDecisionSteps(track.dueAt, routine.harm);
    return { awaits: track.awaits, steps: [{ step: 'harmDecisionOverdue', at: harmDecisionOverdue }, { step: 'harmDecisionEscalate', at: harmDecisionEscalate }] };
  }
  if (track.machine === 'dispute') {
    const { disputeRemind, disputeOverdue, disputeEscalate } = disputeSteps(track.dueAt, routine.dispute);
    return { awaits: track.awaits, steps: [{ step: 'disputeRemind', at: disputeRemind }, { step: 'disputeOverdue', at: disputeOverdue }, { step: 'disputeEscalate', at: disputeEscalate }] };
  }
  if (track.machine === 'escalation') return ladderWait(concerned, routine, track.awaits);
  const at = effectReviewSteps(track.dueAt, routine[concerned.direction].deadlines);
  return {
    awaits: track.awaits,
    steps: [
      { step: 'effectReviewDue', at: at.effectReviewDue }, { step: 'effectReviewOverdue', at: at.effectReviewOverdue },
      { step: 'effectReviewEscalate', at: at.effectReviewEscalate },
    ],
  };
};

/** The managers of those who decide, and the administrators who act for them. */
const overDeciders = (deciders: readonly string[], role: Role | null, context: ClockContext): readonly string[] => {
  const { register, now } = context;
  const units = register.users.filter(({ id }) => deciders.includes(id)).map(({ unitId }) => unitId);
  const onBehalf = register.roles.filter(({ principalRoles }) => role !== null && principalRoles?.includes(role) === true);
  return [...managersOf(units, context), ...holdersOf({ ...register, roles: onBehalf }, 'administrator', localDate(now))];
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
    case 'harmDecisionOverdue':
    case 'harmDecisionEscalate': {
      const role = harmRoleOf(concerned, context.routine);
      const deciders = role === null ? [] : responsibleHolders(context.register, { responsible: role, owningUnitId: concerned.owningUnitId }, localDate(context.now));
      const dueAt = concerned.harmTrack?.dueAt ?? null;
      if (step === 'harmDecisionOverdue') {
        return { events: [{ type: step, detail: { dueAt, role } }], mails: toPeople(deciders, context, { mail: 'harmDecisionReminder', occasion: step }) };
      }
      const draft = { mail: 'harmDecisionEscalation', occasion: step } as const;
      return { events: [{ type: 'harmDecisionEscalated', detail: { dueAt, role } }], mails: toPeople([...overDeciders(deciders, role, context), ...deciders], context, draft) };
    }
    case 'disputeRemind':
    case 'disputeOverdue':
    case 'disputeEscalate':
      return disputeEffect(concerned, step, context);
    default:
      return ladderEffect(concerned, step, context);
  }
};
