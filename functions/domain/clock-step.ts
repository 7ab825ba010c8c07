import { localDate } from './calendar.ts';
import type { Case, CaseEvent, Instant, OutgoingCase } from './case.ts';
import type { EventDraft, MailDraft } from './command.ts';
import { eventsOf, mailsOf, toHandlers, toUnit, toUser } from './command.ts';
import { isPosted } from './dispatch.ts';
import { isBefore, milliseconds } from './instant.ts';
import { incomingEffect } from './incoming/clock-step.ts';
import type { ExecutionOfCase } from './lifecycle.ts';
import { pendingSteps } from './lifecycle.ts';
import type { OutboxEntry } from './outbox.ts';
import { lifecycleOf, startEntry } from './outbox.ts';
import type { Register } from './register.ts';
import { holdersOf } from './role-holders.ts';
import type { Routine } from './routine.ts';
import { trackEffect } from './track-clock.ts';
import type { ClockStep, Machine } from './vocabulary.ts';

/** What a step of the clock writes; never the version, never what people edit. */
export interface ClockOutcome {
  readonly steps: Readonly<Partial<Record<ClockStep, Instant>>>;
  readonly overdue: boolean;
  readonly events: readonly CaseEvent[];
  readonly outbox: readonly OutboxEntry[];
}
export interface ClockContext {
  readonly now: Instant;
  readonly routine: Routine;
  readonly register: Register;
}

/** What a step tells, and to whom. */
export interface StepEffect {
  readonly events: readonly EventDraft[];
  readonly mails: readonly MailDraft[];
}

const asClock = (context: ClockContext) => ({ now: context.now, actor: 'clock', principal: null, register: context.register });

const reminderTo = (concerned: OutgoingCase, step: ClockStep, occasion: string): MailDraft[] => concerned.request
  ? [{ mail: 'reminder', to: toUnit(concerned.request.unitId), occasion, linkEpoch: concerned.request.epoch, data: { step } }]
  : [];

/** The managers on both sides: a mailbox of the register, or in the own organisation whoever holds the unit. */
const ownManagers = (concerned: OutgoingCase, context: ClockContext, draft: Omit<MailDraft, 'to'>): readonly MailDraft[] => {
  const unitId = concerned.report.unitId;
  const managers = holdersOf(context.register, 'unitManager', localDate(context.now), unitId);
  if (managers.length > 0) return managers.map((userId) => ({ ...draft, to: toUser(userId) }));
  return context.register.units.find(({ id }) => id === unitId)?.managerMailbox === undefined
    ? []
    : [{ ...draft, to: { kind: 'unit', unitId, mailbox: 'manager' } }];
};

const outgoingEffect = (concerned: OutgoingCase, step: ClockStep, context: ClockContext): StepEffect => {
  const { request } = concerned;
  // A prolonged clock takes the same step again: the date of T tells the occasions apart.
  const occasion = `${step}-e${request?.epoch ?? 0}-${localDate(request && step !== 'handlingOverdue' ? request.replyBy : concerned.handleBy)}`;
  switch (step) {
    case 'handlingOverdue':
      return { events: [{ type: 'handlingOverdue', detail: { handleBy: concerned.handleBy } }], mails: toHandlers(concerned, asClock(context), { mail: 'handlingOverdue', occasion }) };
    case 'notAcknowledged':
      return {
        events: [{ type: 'notAcknowledged', detail: { externalUnitId: request?.unitId ?? null } }],
        mails: [...toHandlers(concerned, asClock(context), { mail: 'notAcknowledged', occasion }), ...reminderTo(concerned, step, occasion)],
      };
    case 'remindBefore':
    case 'remindDue':
    case 'remindAfter':
      return {
        events: [{ type: 'reminded', detail: { step, replyBy: request?.replyBy ?? null } }],
        // Where there is no link a person has to remind, by another letter.
        mails: request && isPosted(request) ? toHandlers(concerned, asClock(context), { mail: 'reminder', occasion, data: { step } }) : reminderTo(concerned, step, occasion),
      };
    case 'escalate': {
      const unit = context.register.units.find(({ id }) => id === request?.unitId);
      const managerMailboxMissing = !unit?.managerMailbox;
      const draft = { mail: 'escalation', occasion, data: { managerMailboxMissing } } as const;
      const external: MailDraft[] = unit && !managerMailboxMissing ? [{ ...draft, to: { kind: 'unit', unitId: unit.id, mailbox: 'manager' } }] : [];
      return {
        // Without the manager's mailbox MAS has the task to reach that manager (domain.md section 5).
        events: [{ type: 'escalated', detail: { externalUnitId: unit?.id ?? null, managerMailboxMissing } }],
        mails: [...external, ...ownManagers(concerned, context, draft), ...toHandlers(concerned, asClock(context), draft)],
      };
    }
    case 'expireLink':
      return { events: [{ type: 'linkExpired', detail: { epoch: request?.epoch ?? null } }], mails: [] };
    default:
      throw new RangeError(`${step} is no step of an outgoing case`);
  }
};

/** Steps that do not make the case late: they come before its date, or concern a track. */
const leavesInTime: ReadonlySet<ClockStep> = new Set<ClockStep>(['remindBefore', 'remindDue', 'expireLink', 'pharmacyOverdue', 'effectReviewDue', 'effectReviewOverdue', 'effectReviewEscalate', 'harmDecisionOverdue', 'harmDecisionEscalate', 'disputeRemind', 'disputeOverdue', 'disputeEscalate', 'ladderRemind', 'ladderOverdue', 'ladderEscalate']);

/**
 * Takes a step that is due; null when the case has moved on and the step is no longer its next (taken before, answered,
 * prolonged): then nothing is to be written. Overtaken reminders are recorded beside it without a mail.
 */
export const takeClockStep = (
  concerned: Case, step: ClockStep, context: ClockContext, execution: Pick<ExecutionOfCase, 'machine' | 'generation'> = concerned,
): ClockOutcome | null => {
  const { pending, skipped } = pendingSteps(concerned, context.routine, context.now, execution);
  const due = pending.find((each) => each.step === step);
  if (!due || isBefore(context.now, due.at)) return null;
  const { events, mails } = trackEffect(concerned, step, context)
    ?? (concerned.direction === 'outgoing' ? outgoingEffect(concerned, step, context) : incomingEffect(concerned, step, context));
  const prefix = `clock-${step}-${String(concerned.clockRevision).padStart(5, '0')}`;
  return {
    steps: { ...Object.fromEntries(skipped.map((each) => [each, context.now])), [step]: context.now },
    overdue: leavesInTime.has(step) ? concerned.overdue : true,
    events: eventsOf(concerned.id, prefix, asClock(context), skipped.length === 0
      ? events
      : events.map((event) => ({ ...event, detail: { ...event.detail, skipped: skipped.join(' ') } }))),
    outbox: mailsOf(concerned.id, prefix, mails),
  };
};

/** The hand-over to the next execution before this one reaches its limits. Nothing the reader of the timeline must know. */
export const nextGeneration = (concerned: Case): { readonly generation: number; readonly outbox: readonly OutboxEntry[] } => ({
  generation: concerned.generation + 1,
  outbox: [startEntry(concerned.id, concerned.generation + 1, lifecycleOf(concerned))],
});

/** design.md 1.4: the execution failed; the system administrators are told, once per execution. */
export const lifecycleStopped = (
  concerned: Case, context: ClockContext, track?: { readonly machine: Machine; readonly generation: number },
): Pick<ClockOutcome, 'events' | 'outbox'> => {
  // A redriven execution may fail again: that is another occasion.
  const generation = track?.generation ?? concerned.generation;
  const tag = `stopped-${track ? `${track.machine}-` : 'g'}${generation}-${milliseconds(context.now)}`;
  return {
    events: eventsOf(concerned.id, tag, asClock(context), [{ type: 'lifecycleStopped', detail: { generation, ...(track && { machine: track.machine }) } }]),
    outbox: mailsOf(concerned.id, tag, holdersOf(context.register, 'systemAdministrator', localDate(context.now)).map((userId) => ({ mail: 'stopped', to: toUser(userId), data: { generation, ...(track && { machine: track.machine }) } }))),
  };
};

/** A mail to the external unit came back: the handler must find another address. */
export const mailBounced = (concerned: Case, bounce: { readonly epoch: number; readonly mailId: string }, context: ClockContext): Pick<ClockOutcome, 'events' | 'outbox'> => {
  const tag = `bounced-e${bounce.epoch}`;
  return {
    events: eventsOf(concerned.id, tag, asClock(context), [{ type: 'mailBounced', detail: { epoch: bounce.epoch, mailId: bounce.mailId } }]),
    outbox: mailsOf(concerned.id, tag, toHandlers(concerned, asClock(context), { mail: 'bounced', occasion: tag })),
  };
};
