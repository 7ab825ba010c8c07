import type { Instant } from '../domain/case.ts';
import { addDays, endOfDay, localDate } from '../domain/calendar.ts';
import { holdsOn, isInForce, type LegalHold } from '../domain/keeping/legal-hold.ts';
import { caseTypeOf, dueOn, isCaseType, monthsAfter, type RetentionRule } from '../domain/keeping/retention.ts';
import { archivedSince, itemId, newRun, reported, runIdOf, tallied, waitsForArchive, type RetentionRun, type RunItem } from '../domain/keeping/retention-run.ts';
import type { Obstacle } from '../domain/keeping/words.ts';
import { noticeEntry } from '../domain/outbox.ts';
import type { Register } from '../domain/register.ts';
import { holdersOf } from '../domain/role-holders.ts';
import type { KeptCase, ReportPorts } from './ports-retention.ts';
import type { ExecutionState } from './ports.ts';

/** Pages of an index that one run of the function goes through; the next goes on where it stopped. */
const pagesAtOnce = 150;
const ended: readonly ExecutionState[] = ['ended', 'following'];
/** What is counted from its report may be past its time and still open. */
const statesOf = ({ from }: RetentionRule): readonly ExecutionState[] => (from === 'registration' ? [...ended, 'open', 'overdue', 'stopped'] : ended);

interface Place {
  readonly rule: number;
  readonly state: number;
  readonly from: string | null;
}
const placeOf = (cursor: string | null): Place => {
  const [rule = 0, state = 0, from = null]: readonly unknown[] = cursor === null ? [] : JSON.parse(cursor);
  return { rule: Number(rule), state: Number(state), from: typeof from === 'string' ? from : null };
};
const cursorOf = ({ rule, state, from }: Place): string => JSON.stringify([rule, state, from]);

/**
 * L9a, once a month: draws up what will go by the rules in force, tells whoever is to go through it, and reminds of what nobody
 * has signed. While one report is open there is no other. Goes on where it was interrupted.
 */
export async function reportRetention(ports: ReportPorts, now: Instant): Promise<{ readonly outcome: 'nothing' | 'going-on' | 'reported' | 'reminded' }> {
  const register = await ports.registers.read();
  // Before bootstrap there is nothing to keep.
  if (register.organisations.length === 0) return { outcome: 'nothing' };
  const run = (await ports.retention.open())[0] ?? await drawn(ports, register, now);
  if (!run) return { outcome: 'nothing' };
  if (run.state === 'awaiting' && run.toldIn !== runIdOf(now)) {
    await ports.retention.change({ ...run, version: run.version + 1, toldIn: runIdOf(now) }, { at: now, outbox: noticesOf(run, register, 'retentionReminder', now) });
    return { outcome: 'reminded' };
  }
  if (run.state === 'awaiting') return { outcome: (await takeArchived(ports, run, now)) > 0 ? 'going-on' : 'nothing' };
  return run.state === 'reporting' ? report(ports, register, run, now) : { outcome: 'nothing' };
}

const itemsAtATime = 100;
/** Written in one transaction with the report. */
const changedAtATime = 80;
async function* toArchive({ retention }: ReportPorts, run: RetentionRun): AsyncGenerator<RunItem> {
  let cursor: string | undefined;
  do {
    const page = await retention.items(run.id, { limit: itemsAtATime, cursor, outcome: 'blocked' });
    yield* page.rows.filter(waitsForArchive);
    cursor = page.cursor ?? undefined;
  } while (cursor !== undefined);
}
async function hasAnyToArchive(ports: ReportPorts, run: RetentionRun): Promise<boolean> {
  return (await toArchive(ports, run).next()).done !== true;
}
/** What has been archived since the report was drawn up goes with it; how many. */
async function takeArchived(ports: ReportPorts, awaiting: RetentionRun, now: Instant): Promise<number> {
  const ready: RunItem[] = [];
  for await (const item of toArchive(ports, awaiting)) {
    const loaded = item.caseId === null ? undefined : await ports.cases.load(item.caseId);
    if (loaded && (await ports.retention.isArchived(loaded.case.id, loaded.chain))) ready.push(item);
  }
  let run = awaiting;
  for (let from = 0; from < ready.length; from += changedAtATime) {
    const taken = archivedSince(run, ready.slice(from, from + changedAtATime));
    await ports.retention.change(taken.run, { at: now, items: taken.items });
    run = taken.run;
  }
  return ready.length;
}

async function drawn(ports: ReportPorts, register: Register, now: Instant): Promise<RetentionRun | undefined> {
  const { id, version, retention } = await ports.registers.activeRoutine(register, now);
  if (retention === null || retention.rules.length === 0 || (await ports.retention.find(runIdOf(now)))) return undefined;
  const run = newRun({ id, version, retention }, now);
  return (await ports.retention.draw(run)) === 'drawn' ? run : undefined;
}

const noticesOf = (run: RetentionRun, register: Register, mail: 'retentionReported' | 'retentionReminder', now: Instant) =>
  [...new Set([run.told, run.signOff].flatMap((role) => holdersOf(register, role, localDate(now))))]
    .map((userId) => noticeEntry({ caseId: `retention-${run.id}`, mail, userId, occasion: runIdOf(now), path: `/collaboration/keeping/runs/${run.id}` }));

async function report(ports: ReportPorts, register: Register, begun: RetentionRun, now: Instant): Promise<{ readonly outcome: 'going-on' | 'reported' }> {
  const { holds } = await ports.holds.all();
  let run = begun;
  for (let page = 0; page < pagesAtOnce; page += 1) {
    const place = placeOf(run.cursor);
    const rule = run.rules[place.rule];
    if (rule === undefined) {
      const done = reported(run, await hasAnyToArchive(ports, run), now);
      await ports.retention.change(done, { at: now, outbox: done.state === 'awaiting' ? noticesOf(done, register, 'retentionReported', now) : [] });
      ports.log.info('retention-reported', { count: Object.values(run.tallies).reduce((sum, tally) => sum + (tally?.due ?? 0), 0) });
      return { outcome: 'reported' };
    }
    const { items, next } = rule.documentType === 'accessLog' ? { items: await ofAccessLog(ports, register, run, rule, holds, now), next: null } : await somePast(ports, run, rule, place, holds, now);
    await ports.retention.putItems(run.id, items);
    run = { ...run, version: run.version + 1, cursor: cursorOf(next ?? { rule: place.rule + 1, state: 0, from: null }), tallies: tallied(run.tallies, items) };
    await ports.retention.change(run, { at: now });
  }
  return { outcome: 'going-on' };
}

async function somePast(ports: ReportPorts, run: RetentionRun, rule: RetentionRule, place: Place, holds: readonly LegalHold[], now: Instant): Promise<{ readonly items: readonly RunItem[]; readonly next: Place | null }> {
  const states = statesOf(rule);
  const state = states[place.state] ?? 'ended';
  const before = rule.from === 'closing' ? endOfDay(addDays(monthsAfter(run.date, -rule.keepMonths), 3)) : null;
  const page = await ports.retention.keptCases(state, before, place.from);
  const items: RunItem[] = [];
  for (const kept of page.cases) {
    const item = await itemOf(ports, run, rule, kept, state, holds, now);
    if (item) items.push(item);
  }
  if (page.cursor !== null) return { items, next: { ...place, from: page.cursor } };
  return { items, next: place.state + 1 < states.length ? { rule: place.rule, state: place.state + 1, from: null } : null };
}

const sinceOf = (rule: RetentionRule, { createdAt, endedAt }: KeptCase): string => localDate(rule.from === 'registration' || endedAt === null ? createdAt : endedAt);
/** Undefined: its time has not come, it is another rule's, or there is nothing of this kind. */
async function itemOf(ports: ReportPorts, run: RetentionRun, rule: RetentionRule, kept: KeptCase, state: ExecutionState, holds: readonly LegalHold[], now: Instant): Promise<RunItem | undefined> {
  const { documentType } = rule;
  const whole = caseTypeOf(kept.direction);
  const since = sinceOf(rule, kept);
  const due = dueOn(since, rule);
  if (due > run.date || (isCaseType(documentType) && documentType !== whole)) return undefined;
  if (!isCaseType(documentType)) {
    // What goes with its case need not go by itself.
    const ofCase = run.rules.find((each) => each.documentType === whole);
    if (ofCase && dueOn(sinceOf(ofCase, kept), ofCase) <= run.date) return undefined;
    if (kept.retired.includes(documentType)) return undefined;
    if (documentType === 'patientReference' ? kept.patientKey === null : documentType === 'accessLog' || !(await ports.retention.hasPart(kept.id, documentType))) return undefined;
  }
  const obstacle = await obstacleOf(ports, rule, kept, state, holds, now);
  return {
    id: itemId(documentType, kept.id), documentType, caseId: kept.id, number: kept.number, since, dueOn: due, ending: rule.ending,
    outcome: obstacle === undefined ? 'due' : obstacle === 'hold' ? 'held' : 'blocked', ...(obstacle !== undefined && { obstacle }),
  };
}
async function obstacleOf(ports: ReportPorts, { ending }: RetentionRule, kept: KeptCase, state: ExecutionState, holds: readonly LegalHold[], now: Instant): Promise<Obstacle | undefined> {
  if (holdsOn(holds, kept, now).length > 0) return 'hold';
  if (state === 'following') return 'followed';
  if (state !== 'ended') return 'open';
  if (ending === 'archiveThenErase') {
    const loaded = await ports.cases.load(kept.id);
    if (loaded && !(await ports.retention.isArchived(kept.id, loaded.chain))) return 'not-archived';
  }
  return undefined;
}

/** The log has no cases of its own: one entry for all of it. A party that is held holds the log. */
async function ofAccessLog({ retention }: ReportPorts, { units }: Register, run: RetentionRun, rule: RetentionRule, holds: readonly LegalHold[], now: Instant): Promise<readonly RunItem[]> {
  const before = accessBefore(run, rule);
  const entries = await retention.countAccess(units.map(({ id }) => id), before);
  if (entries === 0) return [];
  const held = holds.some((hold) => hold.scope === 'party' && isInForce(hold, now));
  return [{
    id: itemId('accessLog', null), documentType: 'accessLog', caseId: null, number: null, since: localDate(before), dueOn: run.date, ending: rule.ending, entries,
    outcome: held ? 'held' : 'due', ...(held && { obstacle: 'hold' as const }),
  }];
}
/** Entries before this instant have been kept long enough. */
export const accessBefore = (run: Pick<RetentionRun, 'date'>, { keepMonths }: Pick<RetentionRule, 'keepMonths'>): Instant => endOfDay(addDays(monthsAfter(run.date, -Math.max(keepMonths, 60)), -1));
