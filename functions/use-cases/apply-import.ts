import type { ImportView } from '../contracts/import.ts';
import { NotFound } from '../domain/errors.ts';
import { demandAdministrator } from './demand-administrator.ts';
import { importViewOf } from './import-view.ts';
import type { ImportPorts } from './ports-import.ts';
import type { Caller } from './ports.ts';

/** Lets a previewed file take effect, as an execution. Asked again, or of a file with faults, it says how the import stands. @throws UnknownUser, NotAllowed, NotFound */
export async function applyImport(ports: ImportPorts, { caller, importId }: { readonly caller: Caller; readonly importId: string }): Promise<ImportView> {
  const { register } = await demandAdministrator(ports, caller);
  const record = await ports.imports.find(importId);
  if (record === undefined) throw new NotFound('import');
  if (record.status === 'ready') await ports.imports.start(record, caller.now);
  return importViewOf((await ports.imports.find(importId)) ?? record, register, caller.now);
}
