import type { CaseEvent, Instant } from '../domain/case.ts';
import { localDate } from '../domain/calendar.ts';
import { holdsOn, isInForce, type LegalHold } from '../domain/keeping/legal-hold.ts';
import { dueOn, isCaseType, type RetentionRule } from '../domain/keeping/retention.ts';
import { isToBeCarriedOut, tallied, type RetentionRun, type RunItem, type Tallies } from '../domain/keeping/retention-run.ts';
import type { Obstacle } from '../domain/keeping/words.ts';
import { otherPartyOf } from '../domain/parties.ts';
import { isFollowed } from '../domain/tracks.ts';
import { isOpen } from '../domain/transitions.ts';
import { keepCase } from './keep-aggregates.ts';
import type { ErasePorts, PartOfCase } from './ports-retention.ts';
import type { LoadedCase } from './ports.ts';
import { accessBefore } from './report-retention.ts';
import { settleFigures } from './settle-figures.ts';
import { Conflict } from '../domain/errors.ts';

/** Entries that one run of the function carries out; the next goes on where it stopped. */
const itemsAtOnce = 1000;
const pageSize = 40;
const parallel = 4;
/** Case or holds may change in the moment between looking and erasing; more often is no coincidence. */
const attempts = 4;

/**
 * L9a: carries out what was signed off, once its days of grace are over, case by case. Everything is looked at again at that
 * moment: a hold, a reopened case, a track that waits keep what they concern. It can die anywhere and be repeated.
 */
export async function eraseRetired(ports: ErasePorts, now: Instant): Promise<{ readonly erased: number; readonly spared: number }> {
  const counts = { erased: 0, spared: 0 };
  let left = itemsAtOnce;
  for (const waiting of await ports.retention.open()) {
    if (!isToBeCarriedOut(waiting, now)) continue;
    let run = waiting;
    while (left > 0 && run.state === 'waiting') {
      const page = await ports.retention.items(run.id, { limit: pageSize, ...(run.cursor !== null && { cursor: run.cursor }) });
      const due = page.rows.filter(({ outcome }) => outcome === 'due');
      for (let from = 0; from < due.length; from += parallel) {
        const some = await Promise.allSettled(due.slice(from, from + parallel).map((item) => carriedOut(ports, run, item, now)));
        const done = some.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
        await ports.retention.putItems(run.id, done);
        for (const { outcome } of done) counts[outcome === 'erased' ? 'erased' : 'spared'] += 1;
        // What went, is written down; the rest is for the next run.
        const failed = some.find((one) => one.status === 'rejected');
        if (failed) throw failed.reason;
      }
      left -= Math.max(due.length, 1);
      run = { ...run, version: run.version + 1, cursor: page.cursor };
      if (page.cursor === null) run = { ...run, state: 'done', finishedAt: now, tallies: await talliesOf(ports, run.id) };
      await ports.retention.change(run, { at: now });
    }
  }
  if (counts.erased + counts.spared > 0) ports.log.info('retention-carried-out', { count: counts.erased, failed: counts.spared });
  return counts;
}

async function talliesOf({ retention }: ErasePorts, runId: string): Promise<Tallies> {
  let tallies: Tallies = {};
  let cursor: string | undefined;
  do {
    const page = await retention.items(runId, { limit: 500, cursor });
    tallies = tallied(tallies, page.rows);
    cursor = page.cursor ?? undefined;
  } while (cursor !== undefined);
  return tallies;
}

async function carriedOut(ports: ErasePorts, run: RetentionRun, item: RunItem, now: Instant): Promise<RunItem> {
  const rule = run.rules.find(({ documentType }) => documentType === item.documentType);
  const obstacle = rule === undefined ? 'rule-changed' : item.caseId === null ? await eraseAccess(ports, run, rule, now) : await eraseOf(ports, run, rule, item.caseId, now);
  if (obstacle !== null) return { ...item, outcome: 'spared', obstacle };
  // No personal data: identifiers alone.
  ports.log.info('content-erased', { runId: run.id, documentType: item.documentType, ...(item.caseId !== null && { caseId: item.caseId }) });
  return { ...item, outcome: 'erased', erasedAt: now };
}

/** Why it stays; null: it is gone. */
async function eraseOf(ports: ErasePorts, run: RetentionRun, rule: RetentionRule, caseId: string, now: Instant): Promise<Obstacle | null> {
  const stone = await ports.erasure.tombstone(caseId);
  if (stone) {
    if (stone.clearedAt === null) await finish(ports, caseId, now);
    return null;
  }
  const { documentType } = rule;
  const part = documentType === 'patientReference' || documentType === 'attachment' || documentType === 'mailLedger' ? documentType : undefined;
  if (part && (await ports.erasure.isRetiring(caseId, part))) return finishPart(ports, caseId, part, now);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const loaded = await ports.cases.load(caseId);
    if (!loaded) return null;
    const { holds, revision } = await ports.holds.all();
    const obstacle = await obstacleNow(ports, run, rule, loaded, holds, now);
    if (obstacle !== null) return obstacle;
    const event: CaseEvent = { id: `r${run.id}-${rule.documentType}`, caseId, at: now, type: 'contentErased', actor: 'clock', detail: { documentType: rule.documentType, run: run.id, ground: rule.ground } };
    const begin = { loaded, runId: run.id, at: now, holdsRevision: revision, event };
    if (part) {
      // Nothing goes before case and holds have been found as they were; a death after that finds it begun.
      if ((await ports.erasure.retire(begin, part)) === 'begun') return finishPart(ports, caseId, part, now);
    } else {
      // What it has added to the figures is counted before it goes, and stays counted.
      await keepCase(ports, caseId);
      if ((await ports.erasure.begin(begin)) === 'begun') {
        await finish(ports, caseId, now);
        return null;
      }
    }
  }
  throw new Conflict();
}

async function finishPart({ files, erasure, registers }: ErasePorts, caseId: string, part: PartOfCase, now: Instant): Promise<null> {
  // Files first: they are named still.
  if (part === 'attachment') await files.eraseFiles(caseId, now);
  await erasure.finishRetiring(caseId, part, (await registers.read()).groups.map(({ id }) => id));
  return null;
}
async function finish(ports: ErasePorts, caseId: string, now: Instant): Promise<void> {
  const stone = await ports.erasure.tombstone(caseId);
  if (!stone) return;
  await settleFigures(ports, caseId);
  await ports.files.eraseFiles(caseId, now);
  const { users, groups } = await ports.registers.read();
  await ports.erasure.clear(stone, now, { userIds: users.map(({ id }) => id), groupIds: groups.map(({ id }) => id) });
}

async function obstacleNow({ registers, retention }: ErasePorts, run: RetentionRun, rule: RetentionRule, { case: concerned, patientKey, chain }: LoadedCase, holds: readonly LegalHold[], now: Instant): Promise<Obstacle | null> {
  if (holdsOn(holds, { id: concerned.id, patientKey, counterpartId: otherPartyOf(concerned) }, now).length > 0) return 'hold';
  if (isOpen(concerned.status)) return 'open';
  if (isFollowed(concerned)) return 'followed';
  const since = localDate(rule.from === 'registration' ? concerned.createdAt : concerned.closedAt ?? concerned.updatedAt);
  // It was opened and ended again meanwhile.
  if (dueOn(since, rule) > run.date) return 'begun-again';
  const inForce = await ruleInForce(registers, rule, now);
  const sinceNow = localDate(inForce?.from === 'registration' ? concerned.createdAt : concerned.closedAt ?? concerned.updatedAt);
  if (inForce === undefined || dueOn(sinceNow, inForce) > localDate(now) || (inForce.ending !== rule.ending && inForce.ending === 'archiveThenErase')) return 'rule-changed';
  return rule.ending === 'archiveThenErase' && isCaseType(rule.documentType) && !(await retention.isArchived(concerned.id, chain)) ? 'not-archived' : null;
}

/** A decision that was corrected after the report was drawn up: what it keeps longer, stays. */
async function ruleInForce(registers: ErasePorts['registers'], { documentType }: RetentionRule, now: Instant): Promise<RetentionRule | undefined> {
  const { retention } = await registers.activeRoutine(await registers.read(), now);
  return retention?.rules.find((each) => each.documentType === documentType);
}

/** Staff's and externals' entries lie by user, the system's by case. */
async function eraseAccess({ registers, retention, holds, access }: ErasePorts, run: RetentionRun, rule: RetentionRule, now: Instant): Promise<Obstacle | null> {
  const inForce = (await holds.all()).holds.filter((hold) => isInForce(hold, now));
  if (inForce.some(({ scope }) => scope === 'party')) return 'hold';
  const decided = await ruleInForce(registers, rule, now);
  if (decided === undefined || decided.keepMonths > rule.keepMonths) return 'rule-changed';
  const held = {
    caseIds: new Set(inForce.filter(({ scope }) => scope === 'case').map(({ target }) => target)),
    patientKeys: new Set(inForce.filter(({ scope }) => scope === 'patient').map(({ target }) => target)),
  };
  const before = accessBefore(run, rule);
  for (const userId of [...(await registers.read()).users.map(({ id }) => id), 'external']) await access.erase({ userId }, before, held);
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof retention.endedBefore>> = await retention.endedBefore(before, cursor);
    for (let from = 0; from < page.caseIds.length; from += 8) await Promise.all(page.caseIds.slice(from, from + 8).map((caseId) => access.erase({ caseId }, before, held)));
    cursor = page.cursor;
  } while (cursor !== null);
  return null;
}
