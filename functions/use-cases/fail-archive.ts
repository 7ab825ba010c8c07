import type { Instant } from '../domain/case.ts';
import { parseExecutionName } from '../domain/outbox.ts';
import type { ArchiveTaskPorts } from './ports-releasing.ts';

export const isArchive = (executionName: string): boolean => parseExecutionName(executionName)?.track === 'archive-export';

/** A package whose execution has failed, or was stopped, is not finished: nobody can fetch it, and what was written of it goes with the days. */
export async function failArchive(ports: Pick<ArchiveTaskPorts, 'archives' | 'log'>, failed: { readonly executionName: string; readonly at: Instant }): Promise<'failed' | 'ignored'> {
  const id = parseExecutionName(failed.executionName)?.caseId;
  const archive = id === undefined ? undefined : await ports.archives.find(id);
  if (archive === undefined || archive.status !== 'running') return 'ignored';
  await ports.archives.step({ ...archive, status: 'failed', phase: 'ended', endedAt: failed.at, revision: archive.revision + 1 });
  ports.log.error('archive-failed', { executionName: failed.executionName });
  return 'failed';
}
