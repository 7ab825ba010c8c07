import type { Instant } from '../domain/case.ts';
import { lifecycleStopped } from '../domain/clock-step.ts';
import { NotFound } from '../domain/errors.ts';
import { isOpen } from '../domain/transitions.ts';
import type { StoppedPorts } from './ports-relay.ts';

export interface StoppedExecution {
  /** `{caseId}-{generation}`. */
  readonly executionName: string;
  readonly status: 'FAILED' | 'TIMED_OUT' | 'ABORTED';
  readonly at: Instant;
}

/**
 * Flags the case of an execution that failed, and tells the system administrators, once an execution (design.md 1.4).
 * An execution of an ended case, or of a generation that was left behind, is nobody's worry.
 */
export async function markStopped(ports: StoppedPorts, stopped: StoppedExecution): Promise<'marked' | 'ignored'> {
  const match = /^(.+)-(\d+)$/.exec(stopped.executionName);
  const caseId = match?.[1];
  const generation = Number(match?.[2]);
  const concerned = caseId === undefined ? undefined : (await ports.cases.load(caseId))?.case;
  if (concerned === undefined || concerned.generation !== generation || concerned.stopped || !isOpen(concerned.status)) {
    ports.log.info('record-ignored', { executionName: stopped.executionName });
    return 'ignored';
  }
  // Redriven since: the notice is history.
  if ((await ports.executions.describe(stopped.executionName))?.status === 'RUNNING') return 'ignored';
  const routine = await ports.registers.routine(concerned.routine.id, concerned.routine.version);
  if (routine === undefined) throw new NotFound('routine');
  const { events, outbox } = lifecycleStopped(concerned, { now: stopped.at, routine, register: await ports.registers.read() });
  const outcome = await ports.cases.record({ caseId: concerned.id, at: stopped.at, expected: { generation, stopped: false }, stopped: true, events, outbox });
  if (outcome === 'moved-on') return 'ignored';
  ports.log.warn('case-stopped', { caseId: concerned.id, generation, status: stopped.status });
  return 'marked';
}
