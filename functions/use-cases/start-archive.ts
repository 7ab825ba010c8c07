import type { output } from 'zod/mini';
import type { ArchiveView, startArchive as body } from '../contracts/archive.ts';
import { InvalidInput } from '../domain/errors.ts';
import { releaseScopes, type Archive } from '../domain/releasing/archive.ts';
import { archiveViewOf } from './archive-view.ts';
import { demandReleaser } from './demand-releaser.ts';
import type { ArchivePorts } from './ports-releasing.ts';
import type { StaffCommand } from './ports.ts';
import { accessEntry } from './staff-access.ts';

/** Orders a package of cases, which an execution writes (L9). The same command twice is one package. @throws UnknownUser, NotAllowed, InvalidInput, IdempotencyKeyReused */
export async function startArchive(ports: ArchivePorts, { caller, idempotency, body: asked }: StaffCommand<output<typeof body>>): Promise<ArchiveView> {
  const signedIn = await demandReleaser(ports, caller);
  const { now, userId } = caller;
  const { selection, withPatientReferences, reason } = asked;
  await ports.cases.findAnswer(userId, idempotency, now);
  if (selection.from !== undefined && selection.to !== undefined && selection.to < selection.from) throw new InvalidInput({ pointer: '/selection/to', code: 'period-wrong' });
  if (withPatientReferences && reason === '') throw new InvalidInput({ pointer: '/reason', code: 'reason-missing' });
  if (selection.unitId !== undefined && !signedIn.register.units.some(({ id }) => id === selection.unitId)) throw new InvalidInput({ pointer: '/selection/unitId', code: 'unit-unknown' });
  const id = ports.hash(`archive ${userId} ${idempotency.key} ${idempotency.bodyHash}`).slice(0, 32);
  const archive: Archive = {
    id, by: userId, at: now, selection, scopes: releaseScopes(signedIn.member), withPatientReferences, reason, status: 'running', phase: 'choosing', cursor: null, chosen: 0,
    place: { ordinal: 0, file: 0 }, volumes: [], manifestSha256: null, endedAt: null, expiresAt: null, revision: 1,
  };
  await ports.accessLog.record(accessEntry(caller, signedIn, 'start-archive', 'write', null, reason === '' ? undefined : reason));
  await ports.archives.start(archive, { ...idempotency, scope: userId, answer: { id } });
  return archiveViewOf((await ports.archives.find(id)) ?? archive, signedIn.register, userId, now);
}
