import type { AggregateBatch } from '../contracts/trigger.ts';
import type { Instant } from '../domain/case.ts';
import { Conflict } from '../domain/errors.ts';
import { instantAt } from '../domain/instant.ts';
import { contributionChanges, contributionOf, withChanges, type Contribution } from '../domain/statistics/contribution.ts';
import { addMonths } from '../domain/statistics/months.ts';
import { firstRecomputation, generationsOf, isOutdated, nextRecomputation, steppedOn } from '../domain/statistics/recomputation.ts';
import { likeCasesOf } from '../domain/statistics/similar.ts';
import { noticeRecurrence } from './notice-recurrence.ts';
import { rowsPerWrite, type KeepingPorts } from './ports-statistics.ts';

/** Somebody else may keep the same case in the moment between reading and writing; more often is no coincidence. */
const attempts = 8;

/** As much of a difference as one transaction takes, over all generations. */
const someOf = (changes: ReadonlyMap<number, Contribution>): ReadonlyMap<number, Contribution> => {
  let left = rowsPerWrite;
  return new Map([...changes].map(([generation, rows]) => {
    const taken = [...rows].slice(0, left);
    left -= taken.length;
    return [generation, new Map(taken)];
  }));
};

/**
 * Brings the figures up to what the case is now. What the case has added so far stands in a row of its own and changes in
 * the same transaction as the figures: the same record twice, or an older one after a newer, adds nothing. The months that
 * it adds to, earliest first. @throws Conflict, Throttled
 */
export const keepCase = async ({ aggregates, cases }: KeepingPorts, caseId: string): Promise<readonly string[]> => {
  for (let attempt = 0; attempt < attempts;) {
    // In this order: what is written on top of the first is then never older than it.
    const seen = await aggregates.contribution(caseId);
    const recomputation = await aggregates.recomputation();
    const loaded = await cases.load(caseId);
    // What has been counted stays counted when the case is weeded out.
    if (recomputation === undefined || loaded === undefined) return [];
    const wanted = contributionOf(loaded.case);
    const likeCases = likeCasesOf(loaded.case);
    const months = [...new Set([...wanted.keys()].map((row) => row.slice(0, 7)))].toSorted();
    const generations = generationsOf(recomputation);
    const changes = new Map(generations.map((generation) => [generation, contributionChanges(seen.generations.get(generation) ?? new Map(), wanted)]));
    const rows = [...changes.values()].reduce((sum, { size }) => sum + size, 0);
    const isKnown = generations.every((generation) => seen.generations.has(generation));
    if (rows === 0 && isKnown && JSON.stringify(likeCases) === JSON.stringify(seen.likeCases)) return months;
    const some = someOf(changes);
    const written = await aggregates.write({
      caseId, seen, likeCases, changes: some,
      generations: new Map(generations.map((generation) => [generation, withChanges(seen.generations.get(generation) ?? new Map(), some.get(generation) ?? new Map())])),
    });
    if (!written) attempt += 1;
    else if (rows <= rowsPerWrite) return months;
  }
  throw new Conflict();
};

/** One step of making the figures anew. Its own writing brings the next record, until there is nothing more to do. @throws Conflict, Throttled */
const stepOn = async (ports: KeepingPorts, now: Instant): Promise<void> => {
  const { aggregates } = ports;
  const recomputation = await aggregates.recomputation();
  if (recomputation === undefined) return;
  if (recomputation.building !== null) {
    const some = await aggregates.someCases(recomputation.cursor);
    let firstMonth: string | null = null;
    for (const caseId of some.caseIds) {
      const [first] = await keepCase(ports, caseId);
      if (first !== undefined && (firstMonth === null || first < firstMonth)) firstMonth = first;
    }
    await aggregates.putRecomputation(steppedOn(recomputation, { cursor: some.cursor, done: some.caseIds.length, firstMonth }, now));
  } else if (recomputation.clearing !== null) {
    const { generation, month } = recomputation.clearing;
    await aggregates.clear(generation, month);
    const next = addMonths(month, 1);
    // Deadlines lie ahead: at most some months.
    const clearing = next > addMonths(now.slice(0, 7), 12) ? null : { generation, month: next };
    await aggregates.putRecomputation({ ...recomputation, revision: recomputation.revision + 1, clearing });
  }
};

/**
 * A batch of the stream: cases that were written, and steps of a recomputation. Names the records to be tried again.
 * @throws what is no passing failure
 */
export const keepAggregates = async (ports: KeepingPorts, batch: AggregateBatch): Promise<{ readonly batchItemFailures: readonly { readonly itemIdentifier: string }[] }> => {
  const kept = new Set<string>();
  for (const { dynamodb: { Keys, SequenceNumber, ApproximateCreationDateTime } } of batch.Records) {
    const now = instantAt(ApproximateCreationDateTime * 1000);
    const caseId = /^CASE#(.+)$/.exec(Keys.pk.S)?.[1];
    try {
      if (caseId === undefined) await stepOn(ports, now);
      else if (!kept.has(caseId)) {
        // The first record of all, or of an installation from before there were figures: everything is counted from the cases.
        const recomputation = await ports.aggregates.recomputation();
        if (recomputation === undefined) await ports.aggregates.putRecomputation(firstRecomputation(now));
        else if (isOutdated(recomputation)) await ports.aggregates.putRecomputation(nextRecomputation(recomputation, now));
        await keepCase(ports, caseId);
        await noticeRecurrence(ports, caseId, now);
        kept.add(caseId);
      }
    } catch (error) {
      if (error instanceof Conflict || (error instanceof Error && error.name === 'Throttled')) return { batchItemFailures: [{ itemIdentifier: SequenceNumber }] };
      throw error;
    }
  }
  return { batchItemFailures: [] };
};
