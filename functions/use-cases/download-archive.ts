import { ArchiveNotReady, NotFound } from '../domain/errors.ts';
import { packageKeys, statusOf, type ArchivedCase } from '../domain/releasing/archive.ts';
import type { ArchivePorts } from './ports-releasing.ts';
import type { AccessEntry, Caller } from './ports.ts';
import { ownArchive } from './read-archive.ts';
import { accessEntry, type SignedIn } from './staff-access.ts';

/** An entry for each case that leaves, as the extract per patient must find (L5). */
export const archivedEntries = (caller: Caller, signedIn: SignedIn, operation: string, cases: readonly ArchivedCase[]): readonly AccessEntry[] => {
  const entry = accessEntry(caller, signedIn, operation, 'read', null);
  return cases.map(({ id, number, patientKey, unitId, field }) => ({ ...entry, caseId: id, caseNumber: number, patientKey, caseUnitId: unitId, field }));
};

/** An address for a volume of a finished package, or its `manifest`; every case in it is logged first. @throws UnknownUser, NotAllowed, NotFound, ArchiveNotReady */
export async function downloadArchive(ports: ArchivePorts, { caller, archiveId, part }: { readonly caller: Caller; readonly archiveId: string; readonly part: string }): Promise<{ url: string; expiresAt: string }> {
  const { signedIn, archive } = await ownArchive(ports, caller, archiveId);
  if (statusOf(archive, caller.now) !== 'done') throw new ArchiveNotReady();
  const name = `brygga-${archive.at.slice(0, 10)}-${archiveId.slice(0, 8)}`;
  if (part === 'manifest') {
    await ports.accessLog.record(accessEntry(caller, signedIn, 'download-archive', 'read', null));
    return ports.packages.address(packageKeys.manifest(archiveId), `${name}-manifest.json`, caller.now);
  }
  const volume = archive.volumes.find(({ number }) => String(number) === part);
  if (volume === undefined) throw new NotFound('archive');
  const cases = await ports.archives.cases(archiveId, volume.number);
  await ports.accessLog.recordAll(archivedEntries(caller, signedIn, 'download-archive', cases));
  await ports.archives.archived(cases, { id: archiveId, at: caller.now });
  return ports.packages.address(packageKeys.volume(archiveId, volume.number), `${name}-${volume.number}.zip`, caller.now);
}
