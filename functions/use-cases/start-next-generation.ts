import type { Instant } from '../domain/case.ts';
import { nextGeneration } from '../domain/clock-step.ts';
import { NotFound } from '../domain/errors.ts';
import { isOpen } from '../domain/transitions.ts';
import type { ClockPorts } from './ports-relay.ts';

/** Hands an open case over to a fresh execution; doing it again changes nothing. @throws NotFound, Conflict, Throttled */
export async function startNextGeneration(
  ports: ClockPorts,
  task: { readonly caseId: string; readonly generation: number; readonly now: Instant },
): Promise<{ readonly generation: number }> {
  const loaded = await ports.cases.load(task.caseId);
  if (loaded === undefined) throw new NotFound('case');
  const concerned = loaded.case;
  if (concerned.generation !== task.generation || !isOpen(concerned.status)) return { generation: concerned.generation };
  const next = nextGeneration(concerned);
  const outcome = await ports.cases.record({
    caseId: concerned.id, at: task.now, expected: { generation: task.generation, status: concerned.status },
    generation: next.generation, events: [], outbox: next.outbox,
  });
  return { generation: outcome === 'written' ? next.generation : task.generation };
}
