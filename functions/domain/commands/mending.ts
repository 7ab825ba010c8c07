import type { Case, Instant } from '../case.ts';
import type { CommandContext, EventDraft, Outcome } from '../command.ts';
import { carryOut } from '../command.ts';
import { carryOutOnEither } from '../either-direction.ts';
import { MendingRefused, WrongStatus } from '../errors.ts';
import { carryOutIncoming } from '../incoming/carry-out.ts';
import { addMilliseconds, isBefore } from '../instant.ts';
import { readLifecycle } from '../lifecycle.ts';
import { executionName, machineOf, type OutboxEntry } from '../outbox.ts';
import type { Routine } from '../routine.ts';
import { nextRun, runOf, stopEntry, tracksOf } from '../tracks.ts';
import { isOpen } from '../transitions.ts';
import type { Machine } from '../vocabulary.ts';

/** An execution as the service describes it, with what its name says. */
export interface MendedExecution {
  /** Absent: the lifecycle's. */
  readonly track?: Machine | undefined;
  /** Of a track: its number. */
  readonly generation: number;
  /** Of a track; absent: the first. */
  readonly run?: number | undefined;
  readonly status: 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';
  readonly stoppedAt: Instant | null;
}
interface Mending {
  readonly reason: string;
  readonly execution: MendedExecution;
}

/** Step Functions keeps what a redrive needs for 14 days after the end. */
const redrivableMilliseconds = 14 * 86_400_000;
export const redriveUntil = ({ status, stoppedAt }: MendedExecution): Instant | null =>
  stoppedAt === null || status === 'RUNNING' || status === 'SUCCEEDED' ? null : addMilliseconds(stoppedAt, redrivableMilliseconds);

/** Whether the case still has a use for it: a lifecycle's newest generation, or a track that waits for somebody. */
const isSuperseded = (concerned: Case, { track, generation, run = 1 }: MendedExecution, routine: Routine, now: Instant): boolean =>
  track === undefined
    ? generation !== concerned.generation
    : run !== runOf(concerned, { machine: track, generation }) || readLifecycle(concerned, routine, { machine: track, generation, startedAt: now }, now).awaits === 'nothing';

/** Why this execution cannot go on where it stopped; null: it can. */
export const redriveBlockOf = (concerned: Case, execution: MendedExecution, routine: Routine, now: Instant): Exclude<MendingRefused['code'], 'execution-not-running'> | null => {
  if (isSuperseded(concerned, execution, routine, now)) return 'execution-superseded';
  // A track may outlast its case: the effect is reviewed after the reply.
  if (execution.track === undefined && !isOpen(concerned.status)) return 'case-ended';
  if (execution.status === 'RUNNING') return 'execution-running';
  if (execution.status === 'SUCCEEDED') return 'execution-done';
  const until = redriveUntil(execution);
  return until !== null && isBefore(until, now) ? 'redrive-too-late' : null;
};

/** design.md 1.4: the execution goes on where it stopped, on the definition it was started with. @throws MendingRefused, WrongStatus */
export const redriveExecution = (concerned: Case, { reason, execution }: Mending, context: CommandContext): Outcome => {
  const block = redriveBlockOf(concerned, execution, context.routine, context.now);
  if (block !== null && block !== 'case-ended') throw new MendingRefused(block);
  return mend(concerned, 'redrive-execution', context, {
    execution, stopped: false, event: { type: 'lifecycleRedriven', detail: { reason } },
    entry: { kind: 'redrive', clientToken: `v${concerned.version + 1}` },
  });
};

/** Somebody has seen that this must not go on; the case is marked at once, the relay stops the execution. @throws MendingRefused, WrongStatus */
export const stopExecution = (concerned: Case, { reason, execution }: Mending, context: CommandContext): Outcome => {
  if (execution.track === undefined && execution.generation !== concerned.generation) throw new MendingRefused('execution-superseded');
  if (execution.status !== 'RUNNING') throw new MendingRefused('execution-not-running');
  return mend(concerned, 'stop-execution', context, {
    execution, stopped: true, event: { type: 'lifecycleStopped', detail: { reason } }, entry: { kind: 'stop' },
  });
};

/**
 * A track goes on as another run, from the case as it is; the run that stopped, or waits with a token nobody has, is stopped for
 * good. @throws MendingRefused, WrongStatus
 */
export const restartTrack = <Of extends Case>(concerned: Of, { reason, track }: { readonly reason: string; readonly track: { readonly machine: Machine; readonly number: number } }, context: CommandContext): Outcome<Of> => {
  const waiting = tracksOf(concerned).find(({ machine, generation }) => machine === track.machine && generation === track.number);
  if (waiting === undefined) throw new MendingRefused('execution-superseded');
  return carryOutOnEither(concerned, 'restart-track', context, {
    changes: { trackRuns: nextRun(concerned, waiting) },
    events: [{ type: 'lifecycleRestarted', detail: { generation: track.number, machine: track.machine, reason } }],
    mends: stopEntry(concerned.id, waiting),
  });
};

interface Mended {
  readonly execution: MendedExecution;
  readonly stopped: boolean;
  readonly event: EventDraft;
  readonly entry: { readonly kind: 'stop' } | { readonly kind: 'redrive'; readonly clientToken: string };
}
/** The case's mark is its lifecycle's alone. @throws WrongStatus: the lifecycle of an ended case */
function mend(concerned: Case, command: 'redrive-execution' | 'stop-execution', context: CommandContext, { execution, stopped, event, entry }: Mended): Outcome {
  const { track, generation, run } = execution;
  const machine = track ?? machineOf(concerned);
  const mends: OutboxEntry = { ...entry, executionName: executionName(concerned.id, generation, machine, run), caseId: concerned.id, machine };
  const events = [{ ...event, detail: { generation, ...event.detail, ...(track !== undefined && { machine: track }) } }];
  if (track === undefined && !isOpen(concerned.status)) throw new WrongStatus(command, concerned.status);
  const effect = { ...(track === undefined && { changes: { stopped } }), events, mends };
  return concerned.direction === 'outgoing' ? carryOut(concerned, command, context, effect) : carryOutIncoming(concerned, command, context, effect);
}
