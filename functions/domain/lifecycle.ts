import type { Case, Instant, OutgoingCase } from './case.ts';
import { awaitsClosing } from './due.ts';
import { requestSteps } from './deadlines.ts';
import { isPosted } from './dispatch.ts';
import { incomingWait } from './incoming/lifecycle.ts';
import { addHours, earlier, isBefore, milliseconds } from './instant.ts';
import { isTrack } from './outbox.ts';
import type { Routine } from './routine.ts';
import { trackWait } from './track-clock.ts';
import type { AwaitedEvent, ClockStep, Machine } from './vocabulary.ts';

/** Well before Step Functions' limits of a year and 25,000 events. */
const generationHours = 300 * 24;
/** A track's last step comes within the routine's ranges well before this; after it the clock has nothing more to do. */
const trackHours = 340 * 24;

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

const awaited = (concerned: OutgoingCase): AwaitedEvent | 'nothing' => {
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

/** What is waited for, and every step that time would take while it is: those taken before among them. */
export interface Waiting {
  readonly awaits: AwaitedEvent | 'nothing';
  readonly steps: readonly { readonly step: ClockStep; readonly at: Instant }[];
}
const outgoingWait = (concerned: OutgoingCase, routine: Routine): Waiting => {
  const posted = concerned.request !== null && isPosted(concerned.request);
  const first = awaited(concerned);
  // Nobody opens a letter: its reply is waited for from the start.
  const awaits = posted && first === 'acknowledgement' ? 'reply' : first;
  if (awaits === 'sending') return { awaits, steps: [{ step: 'handlingOverdue', at: concerned.handleBy }] };
  if ((awaits !== 'acknowledgement' && awaits !== 'reply') || !concerned.request) return { awaits, steps: [] };
  const { notAcknowledged, remindBefore, remindDue, remindAfter, escalate, expireLink } = requestSteps(concerned.request, routine.outgoing.deadlines);
  return {
    awaits,
    steps: [
      ...(awaits === 'acknowledgement' ? [{ step: 'notAcknowledged', at: notAcknowledged } as const] : []),
      { step: 'remindBefore', at: remindBefore }, { step: 'remindDue', at: remindDue }, { step: 'remindAfter', at: remindAfter },
      { step: 'escalate', at: escalate },
      ...(posted ? [] : [{ step: 'expireLink', at: expireLink } as const]),
    ],
  };
};

/** An execution of a machine on a case. `generation` is the number of the track, where the machine is one. */
export interface ExecutionOfCase {
  readonly generation: number;
  readonly startedAt: Instant;
  /** Absent: the lifecycle of the case's direction. */
  readonly machine?: Machine | undefined;
}
const waitOf = (concerned: Case, routine: Routine, execution: Pick<ExecutionOfCase, 'machine' | 'generation'>): Waiting => {
  if (isTrack(execution.machine)) return trackWait(concerned, routine, { machine: execution.machine, generation: execution.generation });
  return concerned.direction === 'outgoing' ? outgoingWait(concerned, routine) : incomingWait(concerned, routine);
};

/** Of each group only the newest that is overdue goes out (design.md 1.8). */
const reminders: readonly (readonly ClockStep[])[] = [['remindBefore', 'remindDue', 'remindAfter'], ['effectReviewDue', 'effectReviewOverdue'], ['disputeRemind', 'disputeOverdue'], ['ladderRemind', 'ladderOverdue']];

/** Steps that time still has to take on the case, in order; with those a newer overdue reminder has overtaken. */
export const pendingSteps = (
  concerned: Case, routine: Routine, now: Instant, execution: Pick<ExecutionOfCase, 'machine' | 'generation'> = concerned,
): { readonly pending: readonly { step: ClockStep; at: Instant }[]; readonly skipped: readonly ClockStep[] } => {
  const left = waitOf(concerned, routine, execution).steps
    .filter(({ step }) => concerned.steps[step] === undefined)
    .toSorted((one, other) => milliseconds(one.at) - milliseconds(other.at));
  const skipped = reminders.flatMap((group) => left.filter(({ step, at }) => group.includes(step) && !isBefore(now, at)).map(({ step }) => step).slice(0, -1));
  return { pending: left.filter(({ step }) => !skipped.includes(step)), skipped };
};

/**
 * What an execution of `generation`, started at `startedAt`, has to wait for. An execution of an older generation has
 * nothing to wait for: a newer one has taken over. A track has no next generation: its few steps are taken long before the
 * limits of Step Functions, and what is recorded after that needs no clock.
 */
export const readLifecycle = (concerned: Case, routine: Routine, execution: ExecutionOfCase, now: Instant): LifecycleReading => {
  const track = isTrack(execution.machine);
  const generationEnds = addHours(execution.startedAt, track ? trackHours : generationHours);
  const awaits = track || execution.generation === concerned.generation ? waitOf(concerned, routine, execution).awaits : 'nothing';
  const { clockRevision } = concerned;
  if (awaits === 'nothing') return { clockRevision, awaits, next: null, until: generationEnds, skipped: [] };
  if (!isBefore(now, generationEnds)) return { clockRevision, awaits: track ? 'nothing' : 'nextGeneration', next: null, until: generationEnds, skipped: [] };
  const { pending, skipped } = pendingSteps(concerned, routine, now, execution);
  const [next] = pending;
  if (!next) return { clockRevision, awaits, next: null, until: generationEnds, skipped };
  // Past the generation's end the next generation takes the step.
  return isBefore(generationEnds, next.at)
    ? { clockRevision, awaits, next: null, until: generationEnds, skipped }
    : { clockRevision, awaits, next, until: earlier(next.at, generationEnds), skipped };
};
