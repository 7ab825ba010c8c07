import type { ArchiveSummary } from '../contracts/archive.ts';
import type { Instant } from '../domain/case.ts';
import { mayRelease } from '../domain/releasing/archive.ts';
import { archiveSummaryOf } from './archive-view.ts';
import type { ArchivePorts } from './ports-releasing.ts';
import type { Caller } from './ports.ts';
import { signIn } from './staff-access.ts';

const shown = 30;

/** The newest packages this user has ordered; what is in others' is theirs. @throws UnknownUser */
export async function listArchives(ports: ArchivePorts, { caller }: { readonly caller: Caller }): Promise<{ now: Instant; mayRelease: boolean; archives: ArchiveSummary[] }> {
  const { member, register } = await signIn(ports, caller);
  if (!mayRelease(member)) return { now: caller.now, mayRelease: false, archives: [] };
  return { now: caller.now, mayRelease: true, archives: (await ports.archives.list(shown)).filter(({ by }) => by === caller.userId).map((archive) => archiveSummaryOf(archive, register, caller.userId, caller.now)) };
}
