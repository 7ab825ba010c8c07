import type { Instant } from '../domain/case.ts';
import type { ImportTaskPorts } from './ports-import.ts';
import { runningImport, type ImportStep } from './running-import.ts';

/** Whether what was previewed still is what would happen. @throws Throttled */
export async function checkImport(ports: ImportTaskPorts, task: { readonly caseId: string; readonly now: Instant }): Promise<ImportStep> {
  const running = await runningImport(ports, task);
  if (running === 'ended') return { next: 'ended' };
  const { record, rows } = running;
  await ports.imports.progress(record.id, { written: 0, total: rows.length });
  ports.log.info('import-checked', { executionName: record.id, count: rows.length });
  return { next: 'write' };
}
