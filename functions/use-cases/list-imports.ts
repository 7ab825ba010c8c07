import type { ImportSummary } from '../contracts/import.ts';
import type { Instant } from '../domain/case.ts';
import { demandAdministrator } from './demand-administrator.ts';
import { importSummaryOf } from './import-view.ts';
import type { ImportPorts } from './ports-import.ts';
import type { Caller } from './ports.ts';

const shown = 20;

/** The newest imports, whoever began them. @throws UnknownUser, NotAllowed */
export async function listImports(ports: ImportPorts, { caller }: { readonly caller: Caller }): Promise<{ now: Instant; imports: ImportSummary[] }> {
  const { register } = await demandAdministrator(ports, caller);
  return { now: caller.now, imports: (await ports.imports.list()).slice(0, shown).map((record) => importSummaryOf(record, register)) };
}
