import type { ArchiveView } from '../contracts/archive.ts';
import { NotFound } from '../domain/errors.ts';
import { executionName } from '../domain/outbox.ts';
import type { Archive } from '../domain/releasing/archive.ts';
import { archiveViewOf } from './archive-view.ts';
import { demandReleaser } from './demand-releaser.ts';
import type { ArchivePorts } from './ports-releasing.ts';
import type { Caller } from './ports.ts';
import type { SignedIn } from './staff-access.ts';

/** A package that this user has ordered. @throws UnknownUser, NotAllowed, NotFound */
export async function ownArchive(ports: ArchivePorts, caller: Caller, archiveId: string): Promise<{ readonly signedIn: SignedIn; readonly archive: Archive }> {
  const signedIn = await demandReleaser(ports, caller);
  const archive = await ports.archives.find(archiveId);
  if (archive === undefined || archive.by !== caller.userId) throw new NotFound('archive');
  return { signedIn, archive };
}

/** How far a package is. Whether its execution has failed is asked as well, because a notice may be lost. @throws UnknownUser, NotAllowed, NotFound */
export async function readArchive(ports: ArchivePorts, { caller, archiveId }: { readonly caller: Caller; readonly archiveId: string }): Promise<ArchiveView> {
  const { signedIn: { register }, archive } = await ownArchive(ports, caller, archiveId);
  if (archive.status !== 'running') return archiveViewOf(archive, register, caller.userId, caller.now);
  const execution = await ports.executions.describe('archive-export', executionName(archiveId, 1, 'archive-export'));
  if (execution === undefined || execution.status === 'RUNNING' || execution.status === 'SUCCEEDED') return archiveViewOf(archive, register, caller.userId, caller.now);
  await ports.archives.step({ ...archive, status: 'failed', phase: 'ended', endedAt: caller.now, revision: archive.revision + 1 });
  return archiveViewOf((await ports.archives.find(archiveId)) ?? archive, register, caller.userId, caller.now);
}
