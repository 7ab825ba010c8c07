import type { Instant } from '../domain/case.ts';
import type { FileEntry } from '../domain/register-file/rows.ts';
import { keyOf } from '../domain/register-file/rows.ts';
import { planOfFile, rowsAsText } from './plan-of-file.ts';
import type { RegisterRow } from './ports-administration.ts';
import type { ImportRecord, ImportTaskPorts } from './ports-import.ts';

/** What the machine does next with an import. */
export interface ImportStep {
  readonly next: 'write' | 'put-in-force' | 'ended';
}
/** A running import, with the whole register as it is to be. */
export interface RunningImport {
  readonly record: ImportRecord;
  readonly startedAt: Instant;
  readonly revision: string;
  readonly rows: readonly { readonly before: RegisterRow | null; readonly after: FileEntry }[];
  readonly changed: number;
}

/**
 * The import as every task finds it: nothing is remembered between tasks but how far it is. `ended`: it runs no more, has
 * taken effect, or is given up because the register no longer is as it was previewed. @throws Throttled
 */
export async function runningImport(ports: ImportTaskPorts, { caseId: id, now }: { readonly caseId: string; readonly now: Instant }): Promise<RunningImport | 'ended'> {
  const record = await ports.imports.find(id);
  if (record === undefined || record.status !== 'running') return 'ended';
  const { register, startedAt } = record;
  // A task that was cut off after it took effect.
  if (await ports.generations.isInForce(register, id)) {
    await ports.imports.end(id, 'done', now);
    return 'ended';
  }
  const [snapshot, content] = await Promise.all([ports.administration.snapshot(), ports.imports.content(id)]);
  const plan = content && planOfFile(register, content, snapshot.register, record.at);
  const asPreviewed = ports.hash(rowsAsText(snapshot.register, register)) === record.fingerprint;
  if (plan === undefined || startedAt === null || plan.faults.length > 0 || !asPreviewed) {
    await ports.generations.discard(register, id);
    await ports.imports.end(id, 'outdated', now);
    ports.log.info('import-outdated', { executionName: id });
    return 'ended';
  }
  const before = new Map(snapshot.rows.filter(({ entry }) => entry.register === register).map((row) => [row.key, row]));
  return { record, startedAt, revision: snapshot.revision, rows: plan.next.map((after) => ({ before: before.get(keyOf(after)) ?? null, after })), changed: plan.changes.length };
}
