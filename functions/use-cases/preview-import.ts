import type { ImportView } from '../contracts/import.ts';
import { Conflict } from '../domain/errors.ts';
import { addHours } from '../domain/instant.ts';
import { fileLimits, type FileRegister } from '../domain/register-file/columns.ts';
import type { RowChange } from '../domain/register-file/plan-import.ts';
import { importViewOf } from './import-view.ts';
import { planOfFile, rowsAsText } from './plan-of-file.ts';
import type { ImportPorts, ImportRecord } from './ports-import.ts';
import type { StaffCommand } from './ports.ts';
import { demandAdministrator } from './demand-administrator.ts';

/** A preview that nobody came back to keeps its file for a day; what came of imports is kept for a good year. */
const unusedHours = 24;
const keptHours = 400 * 24;

/**
 * Reads a file and says what it would change, or everything that is wrong with it; changes nothing. The same command twice
 * is one preview. @throws UnknownUser, NotAllowed
 */
export async function previewImport(ports: ImportPorts, { caller, idempotency, body }: StaffCommand<{ register: FileRegister; fileName: string; content: string }>): Promise<ImportView> {
  const { register } = await demandAdministrator(ports, caller);
  const { now, userId } = caller;
  const id = ports.hash(`${userId} ${idempotency.key} ${idempotency.bodyHash}`).slice(0, 32);
  const known = await ports.imports.find(id);
  if (known !== undefined) return importViewOf(known, register, now);
  const content = Buffer.from(body.content, 'base64');
  const record: ImportRecord = { ...readContent(content), id, register: body.register, fileName: body.fileName, by: userId, at: now, startedAt: null, endedAt: null, fingerprint: ports.hash(rowsAsText(register, body.register)), written: 0, total: 0 };
  await ports.imports.prune({ unused: addHours(now, -unusedHours), any: addHours(now, -keptHours) });
  if ((await ports.imports.create(record, content)) === 'created') return importViewOf(record, register, now);
  const other = await ports.imports.find(id);
  if (other === undefined) throw new Conflict();
  return importViewOf(other, register, now);

  function readContent(bytes: Uint8Array): Pick<ImportRecord, 'status' | 'counts' | 'faults' | 'changes'> {
    const plan = bytes.length > fileLimits.bytes
      ? { faults: [{ line: 0, column: null, code: 'too-large' as const }], changes: [], untouched: 0 }
      : planOfFile(body.register, bytes, register, now);
    const counted = (kind: RowChange['kind']) => plan.changes.filter((change) => change.kind === kind).length;
    return {
      status: plan.faults.length > 0 ? 'refused' : plan.changes.length === 0 ? 'unchanged' : 'ready',
      counts: { added: counted('added'), changed: counted('changed'), ended: counted('ended'), untouched: plan.untouched, faults: plan.faults.length },
      faults: plan.faults.slice(0, fileLimits.shownFaults), changes: plan.changes.slice(0, fileLimits.shownChanges),
    };
  }
}
