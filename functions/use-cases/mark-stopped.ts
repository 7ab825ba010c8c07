import type { Case, CaseEvent, Instant } from '../domain/case.ts';
import { lifecycleStopped } from '../domain/clock-step.ts';
import { NotFound } from '../domain/errors.ts';
import { readLifecycle } from '../domain/lifecycle.ts';
import { machineOf, parseExecutionName } from '../domain/outbox.ts';
import { runOf, type TrackOfCase } from '../domain/tracks.ts';
import { isOpen } from '../domain/transitions.ts';
import { stoppedFromConsole, type StoppedPorts } from './ports-relay.ts';

export interface StoppedExecution {
  /** `{caseId}-{generation}`, or a track's. */
  readonly executionName: string;
  readonly status: 'FAILED' | 'TIMED_OUT' | 'ABORTED';
  readonly at: Instant;
}

/**
 * Flags the case of an execution that failed, and tells the system administrators, once an execution (design.md 1.4).
 * An execution of an ended case, or of a generation that was left behind, is nobody's worry.
 */
export async function markStopped(ports: StoppedPorts, stopped: StoppedExecution): Promise<'marked' | 'ignored'> {
  const named = parseExecutionName(stopped.executionName);
  const concerned = named && (await ports.cases.load(named.caseId))?.case;
  if (named?.track !== undefined && concerned !== undefined) return tellOfTrack(ports, concerned, { machine: named.track, generation: named.generation, run: named.run }, stopped);
  const generation = named?.generation;
  if (concerned === undefined || generation === undefined || concerned.generation !== generation || concerned.stopped || !isOpen(concerned.status)) {
    ports.log.info('record-ignored', { executionName: stopped.executionName });
    return 'ignored';
  }
  // Redriven since: the notice is history.
  if ((await ports.executions.describe(machineOf(concerned), stopped.executionName))?.status === 'RUNNING') return 'ignored';
  const routine = await ports.registers.routine(concerned.routine.id, concerned.routine.version);
  if (routine === undefined) throw new NotFound('routine');
  const { events, outbox } = lifecycleStopped(concerned, { now: stopped.at, routine, register: await ports.registers.read() });
  const outcome = await ports.cases.record({ caseId: concerned.id, at: stopped.at, expected: { generation, stopped: false }, stopped: true, events, outbox });
  if (outcome === 'moved-on') return 'ignored';
  ports.log.warn('case-stopped', { caseId: concerned.id, generation, status: stopped.status });
  return 'marked';
}

/**
 * A track beside the lifecycle has stopped: the administrators are told and the timeline says so. The case itself goes on,
 * so that it is not flagged; the track goes on when it is redriven or restarted. What it waited for may have come meanwhile.
 * The notice comes at least once, and where it was lost the sweep gives it: told is told.
 */
async function tellOfTrack(ports: StoppedPorts, concerned: Case, { machine, generation, run }: Pick<TrackOfCase, 'machine' | 'generation' | 'run'>, stopped: StoppedExecution): Promise<'marked' | 'ignored'> {
  if (run !== runOf(concerned, { machine, generation })) return 'ignored';
  const described = await ports.executions.describe(machine, stopped.executionName);
  // Redriven since, or stopped by a command that told of it.
  if (described?.status === 'RUNNING' || described?.error === stoppedFromConsole) return 'ignored';
  if (isTold(await ports.cases.events(concerned.id), { machine, generation }, described?.stoppedAt ?? stopped.at)) return 'ignored';
  const routine = await ports.registers.routine(concerned.routine.id, concerned.routine.version);
  if (routine === undefined) throw new NotFound('routine');
  const { awaits } = readLifecycle(concerned, routine, { machine, generation, startedAt: stopped.at }, stopped.at);
  if (awaits === 'nothing') return 'ignored';
  const { events, outbox } = lifecycleStopped(concerned, { now: stopped.at, routine, register: await ports.registers.read() }, { machine, generation });
  await ports.cases.record({ caseId: concerned.id, at: stopped.at, expected: {}, events, outbox });
  ports.log.warn('case-stopped', { caseId: concerned.id, generation, executionName: stopped.executionName, status: stopped.status });
  return 'marked';
}

/** Since this stop: a redriven execution may stop again. Notices say the time to the second. */
const isTold = (events: readonly CaseEvent[], { machine, generation }: Pick<TrackOfCase, 'machine' | 'generation'>, stoppedAt: Instant): boolean =>
  events.some(({ type, at, detail }) => type === 'lifecycleStopped' && detail['machine'] === machine && detail['generation'] === generation && at >= stoppedAt.slice(0, 'yyyy-mm-ddThh:mm:ss'.length));
