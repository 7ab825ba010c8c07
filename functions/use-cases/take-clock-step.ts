import type { Instant } from '../domain/case.ts';
import { takeClockStep as decide } from '../domain/clock-step.ts';
import { NotFound } from '../domain/errors.ts';
import type { ClockStep, Machine } from '../domain/vocabulary.ts';
import type { ClockPorts } from './ports-relay.ts';

/** What the machine gives a step: which case, which execution of it, which step, and when the state was entered. */
export interface ClockStepTask {
  readonly caseId: string;
  /** Of a track; its number is then `generation`. */
  readonly machine?: Machine | undefined;
  readonly generation: number;
  readonly step: ClockStep;
  readonly now: Instant;
}

/**
 * Takes a step that time takes on a case: one conditional write of step, event and mails, never of the version. A step
 * that was taken before, or that the case has left behind, writes nothing: the machine reads the case again.
 * `allowed`: the steps that the calling task stands for. @throws NotFound, Conflict, Throttled
 */
export async function takeClockStep(ports: ClockPorts, task: ClockStepTask, allowed: readonly ClockStep[]): Promise<{ readonly taken: boolean }> {
  if (!allowed.includes(task.step)) throw new RangeError(`step ${task.step} does not belong to this task`);
  const loaded = await ports.cases.load(task.caseId);
  if (loaded === undefined) throw new NotFound('case');
  const concerned = loaded.case;
  const routine = await ports.registers.routine(concerned.routine.id, concerned.routine.version);
  if (routine === undefined) throw new NotFound('routine');
  const outcome = task.machine !== undefined || concerned.generation === task.generation
    ? decide(concerned, task.step, { now: task.now, routine, register: await ports.registers.read() }, task)
    : null;
  const fields = { caseId: concerned.id, generation: task.generation, step: task.step };
  if (outcome === null) {
    ports.log.info('clock-step-moved-on', fields);
    return { taken: false };
  }
  const written = await ports.cases.record({
    caseId: concerned.id, at: task.now,
    expected: { generation: concerned.generation, clockRevision: concerned.clockRevision, stepsNotTaken: [task.step] },
    steps: outcome.steps, overdue: outcome.overdue, events: outcome.events, outbox: outcome.outbox,
  });
  ports.log.info(written === 'written' ? 'clock-step-taken' : 'clock-step-moved-on', fields);
  return { taken: written === 'written' };
}
