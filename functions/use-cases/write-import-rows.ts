import type { Instant } from '../domain/case.ts';
import type { ImportTaskPorts } from './ports-import.ts';
import { runningImport, type ImportStep } from './running-import.ts';

/** A few seconds' work, so that progress is seen. */
const rowsAtATime = 500;

/** Writes the next rows beside those in force. A task that was cut off writes the same ones again. @throws Throttled */
export async function writeImportRows(ports: ImportTaskPorts, task: { readonly caseId: string; readonly now: Instant }): Promise<ImportStep> {
  const running = await runningImport(ports, task);
  if (running === 'ended') return { next: 'ended' };
  const { record: { id, register, by, written }, startedAt, rows } = running;
  const some = rows.slice(written, written + rowsAtATime);
  await ports.generations.stage({ register, generation: id, at: startedAt, by }, some);
  await ports.imports.progress(id, { written: written + some.length, total: rows.length });
  return { next: written + some.length < rows.length ? 'write' : 'put-in-force' };
}
