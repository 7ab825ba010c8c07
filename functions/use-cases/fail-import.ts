import type { Instant } from '../domain/case.ts';
import { parseExecutionName } from '../domain/outbox.ts';
import type { ImportTaskPorts } from './ports-import.ts';

export const isImport = (executionName: string): boolean => parseExecutionName(executionName)?.track === 'register-import';

/** An import whose execution has failed, or was stopped, has changed nothing: it is ended, and what it wrote beside the register goes. */
export async function failImport(ports: Pick<ImportTaskPorts, 'imports' | 'generations' | 'log'>, failed: { readonly executionName: string; readonly at: Instant }): Promise<'failed' | 'ignored'> {
  const id = parseExecutionName(failed.executionName)?.caseId;
  const record = id === undefined ? undefined : await ports.imports.find(id);
  if (record === undefined || record.status !== 'running') return 'ignored';
  if (await ports.generations.isInForce(record.register, record.id)) {
    await ports.imports.end(record.id, 'done', failed.at);
    return 'ignored';
  }
  await ports.imports.end(record.id, 'failed', failed.at);
  await ports.generations.discard(record.register, record.id);
  ports.log.error('import-failed', { executionName: failed.executionName });
  return 'failed';
}
