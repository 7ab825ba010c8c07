import type { Instant } from '../domain/case.ts';
import { Conflict } from '../domain/errors.ts';
import type { ImportTaskPorts } from './ports-import.ts';
import { runningImport, type ImportStep } from './running-import.ts';

/** Lets all rows take effect in one transaction. @throws Conflict (another register was written in the same moment), Throttled */
export async function putImportInForce(ports: ImportTaskPorts, task: { readonly caseId: string; readonly now: Instant }): Promise<ImportStep> {
  const running = await runningImport(ports, task);
  if (running === 'ended') return { next: 'ended' };
  const { record: { id, register, by, written }, startedAt, revision, rows, changed } = running;
  if (written < rows.length) return { next: 'write' };
  const outcome = await ports.generations.putInForce({ register, generation: id, at: startedAt, by }, { revision, rows: rows.length, changed });
  if (outcome === 'superseded') throw new Conflict('Registers were written in the same moment');
  await ports.imports.end(id, 'done', task.now);
  ports.log.info('import-in-force', { executionName: id, count: changed });
  return { next: 'ended' };
}
