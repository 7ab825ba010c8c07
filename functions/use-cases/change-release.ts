import type { output } from 'zod/mini';
import type { changeRelease as body, ReleaseView } from '../contracts/release.ts';
import { InvalidInput, ReleaseDecided, StaleVersion } from '../domain/errors.ts';
import { decideRelease, withMasks, type Release, type ReleaseCopy } from '../domain/releasing/release.ts';
import type { Routine } from '../domain/routine.ts';
import type { ReleasePorts } from './ports-releasing.ts';
import type { StaffCommand } from './ports.ts';
import { openRelease, releaseEntries } from './read-release.ts';
import { releaseViewOf } from './release-view.ts';

type Change = output<typeof body>;

/** Masks or unmasks spans of the copy, or decides what leaves. @throws UnknownUser, NotAllowed, NotFound, StaleVersion, ReleaseDecided, InvalidInput, IdempotencyKeyReused */
export async function changeRelease(ports: ReleasePorts, { caller, idempotency, body: change, releaseId }: StaffCommand<Change> & { readonly releaseId: string }): Promise<ReleaseView> {
  const { signedIn, release, routine } = await openRelease(ports, caller, releaseId);
  const copies = await ports.releases.copies(release);
  const earlier = await ports.cases.findAnswer(caller.userId, idempotency, caller.now);
  if (earlier !== undefined) return releaseViewOf(release, copies, signedIn.register, routine, caller.now);
  if (change.version !== release.version) throw new StaleVersion(release.version);
  const next = changed(release, copies, change, { actor: caller.userId, now: caller.now, routine });
  await ports.accessLog.recordAll(releaseEntries(caller, signedIn, 'change-release', 'write', release.cases));
  await ports.releases.change(next.release, next.copies.filter((copy) => !copies.includes(copy)), { ...idempotency, scope: caller.userId, answer: { version: next.release.version } });
  return releaseViewOf(next.release, next.copies, signedIn.register, routine, caller.now);
}

function changed(
  release: Release, copies: readonly ReleaseCopy[], change: Change, { actor, now, routine }: { readonly actor: string; readonly now: string; readonly routine: Pick<Routine, 'law'> },
): { readonly release: Release; readonly copies: readonly ReleaseCopy[] } {
  const grounds = routine.law.map(({ code }) => code);
  if (change.kind === 'decide') return decideRelease(release, copies, change, { actor, now, grounds });
  if (release.decision !== null) throw new ReleaseDecided();
  const { caseId, blockId, masks } = change;
  const found = copies.find((copy) => copy.caseId === caseId);
  if (found === undefined) throw new InvalidInput({ pointer: '/caseId', code: 'block-unknown' });
  const next = withMasks(found, blockId, masks, grounds);
  return {
    release: { ...release, version: release.version + 1, events: withMasking(release.events, { at: now, by: actor, type: 'masked', count: masks.filter(({ masked }) => masked).length }) },
    copies: copies.map((copy) => (copy === found ? next : copy)),
  };
}

/** Who worked on it, not each of a hundred spans: what the same person does one after the other is one event. */
const withMasking = (events: Release['events'], event: Release['events'][number]): Release['events'] => {
  const last = events.at(-1);
  return last?.type === 'masked' && last.by === event.by ? [...events.slice(0, -1), { ...event, count: last.count + 1 }] : [...events, { ...event, count: 1 }];
};
