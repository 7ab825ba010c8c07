import type { ReleaseSummary } from '../contracts/release.ts';
import type { Instant } from '../domain/case.ts';
import { mayRelease, releaseScopes } from '../domain/releasing/archive.ts';
import { mayOpenRelease } from '../domain/releasing/release.ts';
import type { ReleasePorts } from './ports-releasing.ts';
import type { Caller } from './ports.ts';
import { releaseSummaryOf } from './release-view.ts';
import { signIn } from './staff-access.ts';

const shown = 50;

/** The newest requests for public records of this user's field, with what was decided. @throws UnknownUser */
export async function listReleases(ports: ReleasePorts, { caller }: { readonly caller: Caller }): Promise<{ now: Instant; mayRelease: boolean; releases: ReleaseSummary[] }> {
  const { member, register } = await signIn(ports, caller);
  if (!mayRelease(member)) return { now: caller.now, mayRelease: false, releases: [] };
  const scopes = releaseScopes(member);
  return { now: caller.now, mayRelease: true, releases: (await ports.releases.list(shown)).filter((release) => mayOpenRelease(release, scopes)).map((release) => releaseSummaryOf(release, register)) };
}
