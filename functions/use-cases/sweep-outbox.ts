import type { Case, Instant } from '../domain/case.ts';
import { CursorInvalid } from '../domain/errors.ts';
import { executionName, isTrack, machineOf } from '../domain/outbox.ts';
import { tracksOf, type TrackOfCase } from '../domain/tracks.ts';
import { isOpen } from '../domain/transitions.ts';
import type { Machine } from '../domain/vocabulary.ts';
import { deliverRow } from './deliver-outbox.ts';
import { markStopped } from './mark-stopped.ts';
import { errorFields } from './ports-log.ts';
import type { SweepPorts } from './ports-relay.ts';
import type { CaseRow } from './ports.ts';
import { replaceLifecycle, replaceTrack, startNextGeneration } from './start-next-generation.ts';

/** The stream has had this long to deliver a row. */
const graceMilliseconds = 30_000;
/** A sweep says when it was due; it may run as late as the next. */
const sweepMilliseconds = 300_000;
const rowsAtATime = 500;
const casesAtATime = 200;

/**
 * The slow path that heals (design.md 1.2): delivers what the stream missed, and gives every open case, and every track of a case, a
 * running execution again, after a relay that was down for days or a restored backup. Cases are checked some at a time, in a
 * circle; where it has come is kept.
 */
export async function sweepOutbox(ports: SweepPorts, now: Instant): Promise<{ readonly delivered: number; readonly failed: number; readonly healed: number }> {
  const before = later(now, -graceMilliseconds);
  let delivered = 0;
  let failed = 0;
  for (const row of await ports.outbox.pending(before, rowsAtATime)) {
    if ((await deliverRow(ports, row, now, 'sweep')) === 'delivered') delivered += 1;
    else failed += 1;
  }
  const healed = await healExecutions(ports, now, before);
  ports.log.info('outbox-swept', { count: delivered, failed });
  return { delivered, failed, healed };
}

async function healExecutions(ports: SweepPorts, now: Instant, before: Instant): Promise<number> {
  const page = await nextCases(ports);
  let healed = 0;
  for (const row of page.rows) {
    // A case that was written a moment ago has its start in the outbox.
    if (row.createdAt > before) continue;
    try {
      if (await heal(ports, row, now, before)) healed += 1;
    } catch (error) {
      ports.log.error('outbox-failed', { caseId: row.id, ...errorFields(error) });
    }
  }
  await ports.progress.write(page.cursor);
  return healed;
}

async function nextCases(ports: SweepPorts) {
  const list = { by: 'execution', states: ['open', 'overdue', 'following'] } as const;
  const cursor = (await ports.progress.read()) ?? undefined;
  try {
    return await ports.cases.list(list, { limit: casesAtATime, ...(cursor !== undefined && { cursor }) });
  } catch (error) {
    if (!(error instanceof CursorInvalid)) throw error;
    return ports.cases.list(list, { limit: casesAtATime });
  }
}

/** Whether something had to be mended. */
async function heal(ports: SweepPorts, row: CaseRow, now: Instant, before: Instant): Promise<boolean> {
  // The index lags behind: the case itself decides.
  const concerned = (await ports.cases.load(row.id))?.case;
  if (concerned === undefined || concerned.generation !== row.generation) return false;
  const lifecycle = isOpen(concerned.status) && !concerned.stopped && (await healLifecycle(ports, concerned, now, before));
  const tracks = await healTracks(ports, concerned, now, before);
  return lifecycle || tracks;
}

async function healLifecycle(ports: SweepPorts, concerned: Case, now: Instant, before: Instant): Promise<boolean> {
  const { id: caseId, generation } = concerned;
  const machine = machineOf(concerned);
  const name = executionName(caseId, generation);
  const execution = await ports.executions.describe(machine, name);
  if (execution?.status === 'RUNNING' && (await waitsRightly(ports, caseId, machine, { name, now, before }))) return false;
  if (execution === undefined) {
    await ports.executions.start(machine, name, { caseId, generation });
  } else if (execution.status === 'RUNNING') {
    await replaceLifecycle(ports, { caseId, generation, now });
  } else if (execution.status === 'SUCCEEDED') {
    await startNextGeneration(ports, { caseId, generation, now });
  } else {
    // The notice of its end was lost.
    await markStopped(ports, { executionName: name, status: execution.status, at: now });
  }
  ports.log.warn('lifecycle-healed', { caseId, generation, executionName: name });
  return true;
}

/** A track that never started starts, after a restored backup; one that ended or waits in vain begins another run; one that stopped waits to be mended, and is told of where the notice was lost. */
async function healTracks(ports: SweepPorts, concerned: Case, now: Instant, before: Instant): Promise<boolean> {
  let healed = false;
  for (const track of tracksOf(concerned)) {
    const name = executionName(concerned.id, track.generation, track.machine, track.run);
    if (!(await healTrack(ports, concerned.id, track, { name, now, before }))) continue;
    ports.log.warn('lifecycle-healed', { caseId: concerned.id, generation: track.generation, executionName: name });
    healed = true;
  }
  return healed;
}

async function healTrack(ports: SweepPorts, caseId: string, track: TrackOfCase, { name, now, before }: { readonly name: string; readonly now: Instant; readonly before: Instant }): Promise<boolean> {
  const { machine, generation, run } = track;
  const execution = await ports.executions.describe(machine, name);
  if (execution?.status === 'RUNNING' && (await waitsRightly(ports, caseId, machine, { name, now, before }))) return false;
  if (execution !== undefined && execution.status !== 'RUNNING' && execution.status !== 'SUCCEEDED') {
    return (await markStopped(ports, { executionName: name, status: execution.status, at: now })) === 'marked';
  }
  // After a restore it may be newer than what the next run registers: nobody waits with it any more.
  const dead = await ports.waits.find(caseId, machine);
  if (dead?.generation === generation) await ports.waits.clear(dead);
  if (execution !== undefined) return replaceTrack(ports, { caseId, track, now });
  // Executions that are older than their case may have the run before in them: two would wait for one.
  if (run > 1) await ports.executions.stop(machine, executionName(caseId, generation, machine, run - 1));
  await ports.executions.start(machine, name, { caseId, generation });
  return true;
}

/**
 * Whether a running execution will hear of what becomes of its case: it waits with the token the case knows, or is at
 * work, or is about to be. After one of the two was restored from an older copy it may wait with a token nobody has.
 */
async function waitsRightly(ports: SweepPorts, caseId: string, machine: Machine, { name, now, before }: { readonly name: string; readonly now: Instant; readonly before: Instant }): Promise<boolean> {
  const wait = await ports.waits.find(caseId, isTrack(machine) ? machine : undefined);
  if (wait !== undefined && (await ports.executions.isAwaited(wait.token))) return true;
  // It has run out in this moment: the execution goes on by itself, though its history may not say so yet.
  if (wait !== undefined && wait.until >= before && wait.until <= later(now, sweepMilliseconds)) return true;
  const newest = (await ports.executions.history(machine, name, undefined))?.events[0];
  // The event after which a task waits for its token; the wait was registered before it. All others pass by themselves.
  return newest === undefined || newest.type !== 'TaskSubmitted' || newest.at >= before;
}

const later = (instant: Instant, milliseconds: number): Instant => new Date(Date.parse(instant) + milliseconds).toISOString();
