import type { Instant } from '../domain/case.ts';
import { NotFound } from '../domain/errors.ts';
import { readLifecycle as read, type LifecycleReading } from '../domain/lifecycle.ts';
import type { Machine } from '../domain/vocabulary.ts';
import type { ClockPorts } from './ports-relay.ts';
import { resumeLifecycle } from './resume-lifecycle.ts';

/** What an execution waits for now, and until when. @throws NotFound, Throttled */
export async function readLifecycle(
  ports: Pick<ClockPorts, 'cases' | 'registers'>,
  task: { readonly caseId: string; readonly machine?: Machine | undefined; readonly generation: number; readonly startedAt: Instant; readonly now: Instant },
): Promise<Omit<LifecycleReading, 'skipped'>> {
  const loaded = await ports.cases.load(task.caseId);
  if (loaded === undefined) throw new NotFound('case');
  const routine = await ports.registers.routine(loaded.case.routine.id, loaded.case.routine.version);
  if (routine === undefined) throw new NotFound('routine');
  await resumeLifecycle(ports.cases, loaded.case, task);
  // Overtaken reminders are recorded with the step that overtook them: the machine need not know of them.
  const { skipped: _skipped, ...reading } = read(loaded.case, routine, task, task.now);
  return reading;
}
