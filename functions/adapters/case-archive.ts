import { BatchGetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Case } from '../domain/case.ts';
import type { ExecutionState } from '../use-cases/ports.ts';
import type { CaseArchive } from '../use-cases/ports-routine.ts';
import { caseKey, isErased, loadedCaseOf } from './case-row.ts';
import { documentClient } from './clients.ts';
import { casesTable } from './environment.ts';
import { asking } from './store-errors.ts';

/** Counting stops here. */
const countedAtMost = 10_000;
const batchSize = 100;
type Item = Readonly<Record<string, unknown>>;

const named = z.object({ id: z.string(), routine: z.optional(z.object({ id: z.string(), version: z.number() })) });
const routineName = ({ id, version }: Case['routine']): string => `${id}/${version}`;

/** Rows of one state of the execution index; never a scan. */
async function rowsOf(state: ExecutionState, newestFirst: boolean, most: number): Promise<readonly Item[]> {
  const rows: Item[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const answer = await asking(documentClient().send(new QueryCommand({
      TableName: casesTable(), IndexName: 'execution', KeyConditionExpression: 'executionKey = :state', ExpressionAttributeValues: { ':state': state },
      ProjectionExpression: 'summary, dueKey, #status', ExpressionAttributeNames: { '#status': 'status' }, ScanIndexForward: !newestFirst, Limit: most - rows.length, ...(start && { ExclusiveStartKey: start }),
    })));
    rows.push(...(answer.Items ?? []));
    start = answer.LastEvaluatedKey;
  } while (start !== undefined && rows.length < most);
  return rows;
}

async function casesOf(ids: readonly string[]): Promise<readonly Case[]> {
  const TableName = casesTable();
  const cases: Case[] = [];
  for (let from = 0; from < ids.length; from += batchSize) {
    let left: Record<string, unknown>[] = ids.slice(from, from + batchSize).map(caseKey);
    while (left.length > 0) {
      const batch = await asking(documentClient().send(new BatchGetCommand({ RequestItems: { [TableName]: { Keys: left } } })));
      for (const item of batch.Responses?.[TableName] ?? []) if (!isErased(item)) cases.push(loadedCaseOf(item).case);
      left = batch.UnprocessedKeys?.[TableName]?.Keys ?? [];
    }
  }
  return cases;
}
const isEnded = (state: ExecutionState): boolean => state === 'ended' || state === 'following';
const sortKeyOf = (item: Item): string => (typeof item['dueKey'] === 'string' ? item['dueKey'] : '');

/** All of it @throws Throttled. */
export const caseArchive: CaseArchive = {
  async openByRoutine() {
    const states = await Promise.all((['open', 'overdue', 'stopped'] as const).map((state) => rowsOf(state, false, countedAtMost)));
    const rows = states.flat().map((item) => named.parse(item['summary']));
    // Rows from before there were versions to choose from do not say it; the case does.
    const older = await casesOf(rows.filter(({ routine }) => routine === undefined).map(({ id }) => id));
    const counts = new Map<string, number>();
    for (const routine of [...rows.flatMap((row) => row.routine ?? []), ...older.map((each) => each.routine)]) {
      counts.set(routineName(routine), (counts.get(routineName(routine)) ?? 0) + 1);
    }
    return { counts, more: states.some(({ length }) => length >= countedAtMost) };
  },
  async answered(limit) {
    const states = ['ended', 'following', 'open', 'overdue', 'stopped'] as const;
    const rows = (await Promise.all(states.map(async (state) => (await rowsOf(state, true, isEnded(state) ? limit : countedAtMost)).filter((row) => isEnded(state) || row['status'] === 'answered')))).flat();
    const newest = rows.toSorted((one, other) => (sortKeyOf(one) < sortKeyOf(other) ? 1 : -1)).slice(0, limit);
    return casesOf(newest.map((item) => named.parse(item['summary']).id));
  },
};
