import type { Case, Instant } from '../domain/case.ts';
import type { Machine } from '../domain/vocabulary.ts';
import type { CaseStore } from './ports.ts';

/**
 * A stopped case whose own execution is at work again was redriven (design.md 1.4): the flag goes and the timeline says
 * so. Nothing to do for any other case. @throws Conflict, Throttled
 */
export const resumeLifecycle = async (cases: Pick<CaseStore, 'record'>, concerned: Case, execution: { readonly machine?: Machine | undefined; readonly generation: number; readonly now: Instant }): Promise<void> => {
  const { generation, now } = execution;
  // The flag is the lifecycle's alone: a track that stops is told of, and goes on when it is redriven.
  if (!concerned.stopped || execution.machine !== undefined || concerned.generation !== generation) return;
  await cases.record({
    caseId: concerned.id, at: now, expected: { generation, stopped: true }, stopped: false, outbox: [],
    events: [{ id: `resumed-g${generation}-${Date.parse(now)}`, caseId: concerned.id, at: now, type: 'lifecycleRestarted', actor: 'clock', detail: { generation } }],
  });
};
