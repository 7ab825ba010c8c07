import type { ReleaseView } from '../contracts/release.ts';
import { NotFound } from '../domain/errors.ts';
import { releaseScopes } from '../domain/releasing/archive.ts';
import { mayOpenRelease, type Release } from '../domain/releasing/release.ts';
import type { Routine } from '../domain/routine.ts';
import { demandReleaser } from './demand-releaser.ts';
import type { ReleasePorts } from './ports-releasing.ts';
import type { AccessEntry, Caller } from './ports.ts';
import { releaseViewOf } from './release-view.ts';
import { accessEntry, routineOf, type SignedIn } from './staff-access.ts';

/** A release of this user's field. @throws UnknownUser, NotAllowed, NotFound */
export async function openRelease(ports: ReleasePorts, caller: Caller, releaseId: string): Promise<{ readonly signedIn: SignedIn; readonly release: Release; readonly routine: Routine }> {
  const signedIn = await demandReleaser(ports, caller);
  const release = await ports.releases.find(releaseId);
  if (release === undefined || !mayOpenRelease(release, releaseScopes(signedIn.member))) throw new NotFound('release');
  return { signedIn, release, routine: await routineOf(ports, release) };
}
/** L5: an entry for each case of the copy. */
export const releaseEntries = (caller: Caller, signedIn: SignedIn, operation: string, kind: AccessEntry['kind'], cases: Release['cases']): readonly AccessEntry[] => {
  const entry = accessEntry(caller, signedIn, operation, kind, null);
  return cases.map(({ caseId, number, patientKey, unitId, field }) => ({ ...entry, caseId, caseNumber: number, patientKey, caseUnitId: unitId, field }));
};

/** The working copy; once it is decided, without what was masked. Every case in it is logged. @throws UnknownUser, NotAllowed, NotFound */
export async function readRelease(ports: ReleasePorts, { caller, releaseId }: { readonly caller: Caller; readonly releaseId: string }): Promise<ReleaseView> {
  const { signedIn, release, routine } = await openRelease(ports, caller, releaseId);
  await ports.accessLog.recordAll(releaseEntries(caller, signedIn, 'read-release', 'read', release.cases));
  return releaseViewOf(release, await ports.releases.copies(release), signedIn.register, routine, caller.now);
}
