import type { ArchiveSummary, ArchiveView } from '../contracts/archive.ts';
import type { Instant } from '../domain/case.ts';
import { executionName } from '../domain/outbox.ts';
import type { Register } from '../domain/register.ts';
import { statusOf, type Archive } from '../domain/releasing/archive.ts';

export const archiveSummaryOf = (archive: Archive, { users }: Pick<Register, 'users'>, userId: string, now: Instant): ArchiveSummary => {
  const { id, at, by, phase, selection, withPatientReferences, reason, place, chosen, endedAt, expiresAt } = archive;
  const { caseIds, ...rest } = selection;
  return {
    id, at, byName: users.find((user) => user.id === by)?.name ?? '–', mine: by === userId, status: statusOf(archive, now), phase, withPatientReferences, reason, endedAt, expiresAt,
    selection: { ...rest, ...(caseIds !== undefined && { caseIds: [...caseIds] }) }, progress: { written: place.ordinal, total: chosen },
  };
};
export const archiveViewOf = (archive: Archive, register: Pick<Register, 'users'>, userId: string, now: Instant): ArchiveView => ({
  ...archiveSummaryOf(archive, register, userId, now), now, volumes: archive.volumes.map((volume) => ({ ...volume })), manifestSha256: archive.manifestSha256,
  executionId: executionName(archive.id, 1, 'archive-export'),
});
