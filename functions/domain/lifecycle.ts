import type { Case, Instant } from './case.ts';
import { awaitsClosing } from './command.ts';
import { requestSteps } from './deadlines.ts';
import { addHours, earlier, isBefore, milliseconds } from './instant.ts';
import type { Routine } from './routine.ts';
import type { AwaitedEvent, ClockStep } from './vocabulary.ts';

/** Well before Step Functions' limits of a year and 25,000 events. */
const generationHours = 300 * 24;

export interface LifecycleReading {
  readonly clockRevision: number;
  readonly awaits: AwaitedEvent | 'nothing' | 'nextGeneration';
  /** The earliest step not yet taken; null when only people can move the case on. */
  readonly next: { readonly step: ClockStep; readonly at: Instant } | null;
  /** When the wait ends on its own: the next step, or the end of this generation. */
  readonly until: Instant;
  /** Reminders that were overtaken by a newer overdue one: recorded, never sent (design.md 1.8). */
  readonly skipped: readonly ClockStep[];
}

const awaited = (concerned: Case): AwaitedEvent | 'nothing' => {
  switch (concerned.status) {
    case 'draft':
    case 'received':
    case 'registered':
    case 'needsInfo':
      return 'sending';
    case 'reopened':
      return awaitsClosing(concerned) ? 'closing' : 'sending';
    case 'sent':
    case 'handedOver':
      return 'acknowledgement';
    case 'acknowledged':
    case 'investigating':
    case 'replyReturned':
      return 'reply';
    case 'investigationDone':
    case 'answered':
      return 'closing';
    case 'rejected':
    case 'withdrawn':
    case 'closed':
      return 'nothing';
  }
};

const reminders: readonly ClockStep[] = ['remindBefore', 'remindDue', 'remindAfter'];

/** Steps that time still has to take on the case, in order; with those a newer overdue reminder has overtaken. */
export const pendingSteps = (concerned: Case, routine: Routine, now: Instant): { readonly pending: readonly { step: ClockStep; at: Instant }[]; readonly skipped: readonly ClockStep[] } => {
  const awaits = awaited(concerned);
  const all: { step: ClockStep; at: Instant }[] = [];
  if (awaits === 'sending') all.push({ step: 'handlingOverdue', at: concerned.handleBy });
  if ((awaits === 'acknowledgement' || awaits === 'reply') && concerned.request) {
    const { notAcknowledged, ...rest } = requestSteps(concerned.request, routine.outgoing.deadlines);
    if (awaits === 'acknowledgement') all.push({ step: 'notAcknowledged', at: notAcknowledged });
    all.push(
      { step: 'remindBefore', at: rest.remindBefore }, { step: 'remindDue', at: rest.remindDue }, { step: 'remindAfter', at: rest.remindAfter },
      { step: 'escalate', at: rest.escalate }, { step: 'expireLink', at: rest.expireLink },
    );
  }
  const left = all
    .filter(({ step }) => concerned.steps[step] === undefined)
    .toSorted((one, other) => milliseconds(one.at) - milliseconds(other.at));
  const skipped = left.filter(({ step, at }) => reminders.includes(step) && !isBefore(now, at)).map(({ step }) => step).slice(0, -1);
  return { pending: left.filter(({ step }) => !skipped.includes(step)), skipped };
};

/**
 * What an execution of `generation`, started at `startedAt`, has to wait for (architecture of `outgoing-deviation`).
 * An execution of an older generation has nothing to wait for: a newer one has taken over.
 */
export const readLifecycle = (concerned: Case, routine: Routine, execution: { readonly generation: number; readonly startedAt: Instant }, now: Instant): LifecycleReading => {
  const generationEnds = addHours(execution.startedAt, generationHours);
  const awaits = execution.generation === concerned.generation ? awaited(concerned) : 'nothing';
  const { clockRevision } = concerned;
  if (awaits === 'nothing') return { clockRevision, awaits, next: null, until: generationEnds, skipped: [] };
  if (!isBefore(now, generationEnds)) return { clockRevision, awaits: 'nextGeneration', next: null, until: generationEnds, skipped: [] };
  const { pending, skipped } = pendingSteps(concerned, routine, now);
  const [next] = pending;
  if (!next) return { clockRevision, awaits, next: null, until: generationEnds, skipped };
  // Past the generation's end the next generation takes the step.
  return isBefore(generationEnds, next.at)
    ? { clockRevision, awaits, next: null, until: generationEnds, skipped }
    : { clockRevision, awaits, next, until: earlier(next.at, generationEnds), skipped };
};
