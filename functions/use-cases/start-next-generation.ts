import type { Case, Instant } from '../domain/case.ts';
import { nextGeneration } from '../domain/clock-step.ts';
import { NotFound } from '../domain/errors.ts';
import { executionName, machineOf, startEntry, type OutboxEntry } from '../domain/outbox.ts';
import { nextRun, stopEntry, type TrackOfCase } from '../domain/tracks.ts';
import { isOpen } from '../domain/transitions.ts';
import type { ClockPorts } from './ports-relay.ts';

interface NextGenerationTask {
  readonly caseId: string;
  readonly generation: number;
  readonly now: Instant;
}

/**
 * Hands an open case over to a fresh execution and has this one stopped: it waits with a token that the case does not
 * know, since one of the two was restored from an older copy. @throws NotFound, Conflict, Throttled
 */
export const replaceLifecycle = (ports: ClockPorts, task: NextGenerationTask): Promise<{ readonly generation: number }> =>
  handOver(ports, task, (concerned) => [{ kind: 'stop', executionName: executionName(concerned.id, concerned.generation), caseId: concerned.id, machine: machineOf(concerned) }]);

/** Hands an open case over to a fresh execution; doing it again changes nothing. @throws NotFound, Conflict, Throttled */
export const startNextGeneration = (ports: ClockPorts, task: NextGenerationTask): Promise<{ readonly generation: number }> =>
  handOver(ports, task, () => []);

/**
 * Another run of a track that the case waits for: the one before has ended by itself, or waits with a token that the case
 * does not know. @throws NotFound, Conflict, Throttled
 */
export async function replaceTrack(ports: ClockPorts, { caseId, track, now }: { readonly caseId: string; readonly track: TrackOfCase; readonly now: Instant }): Promise<boolean> {
  const loaded = await ports.cases.load(caseId);
  if (loaded === undefined) throw new NotFound('case');
  const { machine, generation, run } = track;
  const outcome = await ports.cases.record({
    caseId, at: now, expected: { track }, trackRuns: nextRun(loaded.case, track), events: [],
    outbox: [startEntry(caseId, generation, machine, run + 1), stopEntry(caseId, track)],
  });
  return outcome === 'written';
}

async function handOver(ports: ClockPorts, task: NextGenerationTask, besides: (concerned: Case) => readonly OutboxEntry[]): Promise<{ readonly generation: number }> {
  const loaded = await ports.cases.load(task.caseId);
  if (loaded === undefined) throw new NotFound('case');
  const concerned = loaded.case;
  if (concerned.generation !== task.generation || !isOpen(concerned.status)) return { generation: concerned.generation };
  const next = nextGeneration(concerned);
  const outcome = await ports.cases.record({
    caseId: concerned.id, at: task.now, expected: { generation: task.generation, status: concerned.status },
    generation: next.generation, events: [], outbox: [...next.outbox, ...besides(concerned)],
  });
  return { generation: outcome === 'written' ? next.generation : task.generation };
}
