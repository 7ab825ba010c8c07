import type { Instant } from '../domain/case.ts';
import { Conflict } from '../domain/errors.ts';
import type { Machine } from '../domain/vocabulary.ts';
import type { Wait } from './ports.ts';
import type { WaitPorts } from './ports-relay.ts';
import { resumeLifecycle } from './resume-lifecycle.ts';

export interface WaitTask {
  readonly caseId: string;
  readonly machine?: Machine | undefined;
  readonly generation: number;
  readonly awaits: string;
  readonly clockRevision: number;
  readonly until: Instant;
  readonly token: string;
  readonly retryCount: number;
  readonly now: Instant;
}

/**
 * Puts the token on the case, if the case still is what the machine read; else completes it at once, so that the machine
 * reads again (design.md 1.3). A token that a later one outnumbers is left to its time-out. @throws Conflict, Throttled
 */
export async function registerWait(ports: WaitPorts, task: WaitTask): Promise<{ readonly outcome: 'registered' | 'moved-on' | 'outnumbered' }> {
  const { now, ...wait } = task;
  const outcome = await register(ports, { ...wait, since: now });
  if (outcome === 'moved-on') {
    const completed = await ports.executions.complete(task.token);
    ports.log.info(completed === 'completed' ? 'wait-completed' : 'wait-gone', { caseId: task.caseId, generation: task.generation });
  }
  return { outcome };
}

/** An execution at work on a case that is marked stopped was redriven: the mark goes first. @throws Conflict, Throttled */
async function register(ports: WaitPorts, wait: Wait): Promise<'registered' | 'moved-on' | 'outnumbered'> {
  const outcome = await ports.waits.register(wait);
  if (outcome !== 'stopped') return outcome;
  const loaded = await ports.cases.load(wait.caseId);
  if (loaded) await resumeLifecycle(ports.cases, loaded.case, { generation: wait.generation, now: wait.since });
  const second = await ports.waits.register(wait);
  if (second === 'stopped') throw new Conflict();
  return second;
}
