import type { Instant } from '../domain/case.ts';
import { isCaseType } from '../domain/keeping/retention.ts';
import { chosenPerRow, isChosen, type Archive } from '../domain/releasing/archive.ts';
import type { ArchiveTaskPorts } from './ports-releasing.ts';

/** What the machine does next with a package. */
export interface ArchiveStep {
  readonly next: 'choose' | 'write' | 'finish' | 'ended';
}
/** Pages of a list that one task goes through: a few seconds' work. */
const pagesAtATime = 5;
const itemsAtATime = 100;

/** Goes through some of the cases and remembers those that come into the package. Done again it chooses the same. @throws Throttled */
export async function chooseArchiveCases(ports: ArchiveTaskPorts, { caseId: id }: { readonly caseId: string; readonly now: Instant }): Promise<ArchiveStep> {
  const archive = await ports.archives.find(id);
  if (archive === undefined || archive.status !== 'running') return { next: 'ended' };
  if (archive.phase !== 'choosing') return { next: archive.phase === 'writing' ? 'write' : 'finish' };
  let { cursor, chosen } = archive;
  let ended = false;
  const named = archive.selection.caseIds;
  if (named !== undefined) {
    chosen = await addChosen(ports, id, 0, await chosenOf(ports, archive, named));
    ended = true;
  }
  for (let page = 0; page < pagesAtATime && !ended; page += 1) {
    const some = await someCases(ports, archive, cursor);
    chosen = await addChosen(ports, id, chosen, await chosenOf(ports, archive, some.caseIds));
    cursor = some.cursor;
    ended = cursor === null;
  }
  await ports.archives.step({ ...archive, cursor, chosen, phase: ended ? 'writing' : 'choosing', revision: archive.revision + 1 });
  return { next: ended ? 'write' : 'choose' };
}

/** Of a report of what will go: its cases that are archived first. A case stands there once for itself; its parts go with it. */
async function someCases(ports: ArchiveTaskPorts, { selection: { retentionRunId } }: Archive, cursor: string | null): ReturnType<ArchiveTaskPorts['archives']['someCases']> {
  if (retentionRunId === undefined) return ports.archives.someCases(cursor);
  const { rows, cursor: next } = await ports.runs.items(retentionRunId, { limit: itemsAtATime, cursor: cursor ?? undefined });
  return { caseIds: rows.flatMap(({ caseId, ending, documentType }) => (caseId !== null && ending === 'archiveThenErase' && isCaseType(documentType) ? [caseId] : [])), cursor: next };
}

async function chosenOf(ports: ArchiveTaskPorts, archive: Parameters<typeof isChosen>[0], caseIds: readonly string[]): Promise<readonly string[]> {
  const loaded = await Promise.all(caseIds.map((caseId) => ports.cases.load(caseId)));
  return loaded.flatMap((each) => (each !== undefined && isChosen(archive, each.case) ? [each.case.id] : []));
}

/** Puts ids after those that are chosen already; a case that moved from one list to the other meanwhile comes once. */
async function addChosen(ports: ArchiveTaskPorts, id: string, before: number, caseIds: readonly string[]): Promise<number> {
  let chosen = before;
  const left = [...caseIds];
  while (left.length > 0) {
    const row = Math.floor(chosen / chosenPerRow);
    const standing = (await ports.archives.chosen(id, row)).slice(0, chosen % chosenPerRow);
    const some = left.splice(0, chosenPerRow - standing.length).filter((each) => !standing.includes(each));
    await ports.archives.choose(id, row, [...standing, ...some]);
    chosen += some.length;
  }
  return chosen;
}
