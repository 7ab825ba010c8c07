import type { ImportView } from '../contracts/import.ts';
import { NotFound } from '../domain/errors.ts';
import { executionName } from '../domain/outbox.ts';
import { demandAdministrator } from './demand-administrator.ts';
import { importViewOf } from './import-view.ts';
import type { ImportPorts } from './ports-import.ts';
import type { Caller } from './ports.ts';

/** How far an import is. Whether its execution has failed is asked as well, because a notice may be lost. @throws UnknownUser, NotAllowed, NotFound */
export async function readImport(ports: ImportPorts, { caller, importId }: { readonly caller: Caller; readonly importId: string }): Promise<ImportView> {
  const { register } = await demandAdministrator(ports, caller);
  const record = await ports.imports.find(importId);
  if (record === undefined) throw new NotFound('import');
  if (record.status !== 'running') return importViewOf(record, register, caller.now);
  const execution = await ports.executions.describe('register-import', executionName(importId, 1, 'register-import'));
  if (execution === undefined || execution.status === 'RUNNING' || execution.status === 'SUCCEEDED') return importViewOf(record, register, caller.now);
  await ports.imports.end(importId, 'failed', caller.now);
  return importViewOf((await ports.imports.find(importId)) ?? record, register, caller.now);
}
