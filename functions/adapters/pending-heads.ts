import { DeleteCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { PendingHead, PendingHeads } from '../use-cases/ports-chain.ts';
import { documentClient } from './clients.ts';
import { casesTable } from './environment.ts';
import { getRow, putRow } from './row-access.ts';
import { asking, isConditionFailure } from './store-errors.ts';

/** Written in every command's transaction: over as many partitions, so that none of them is the bottleneck. */
const shards = 8;
const atOnce = 20;
const partition = (shard: number): string => `CHAINHEAD#${shard}`;
const shardOf = (caseId: string): number => [...caseId].reduce((sum, character) => sum + (character.codePointAt(0) ?? 0), 0) % shards;
const keyOf = (caseId: string) => ({ pk: partition(shardOf(caseId)), sk: caseId });
/** `CHAINHEAD#3 / caseId`: the case's last head, until a daily document holds it. */
export const pendingHeadRow = (head: PendingHead) => ({ ...keyOf(head.caseId), ...head });

const row = z.object({ caseId: z.string(), number: z.string(), sequence: z.number(), digest: z.string() });
const lastKey = { pk: 'CHAINHEADS', sk: 'LAST' };
const lastRow = z.object({ date: z.string(), digest: z.string() });

async function ofShard(shard: number): Promise<PendingHead[]> {
  const heads: PendingHead[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const answer = await asking(documentClient().send(new QueryCommand({
      TableName: casesTable(), ConsistentRead: true, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': partition(shard) },
      ...(start && { ExclusiveStartKey: start }),
    })));
    for (const item of answer.Items ?? []) heads.push(row.parse(item));
    start = answer.LastEvaluatedKey;
  } while (start !== undefined);
  return heads;
}
async function forget({ caseId, digest }: PendingHead): Promise<void> {
  try {
    await asking(documentClient().send(new DeleteCommand({
      TableName: casesTable(), Key: keyOf(caseId), ConditionExpression: 'digest = :digest', ExpressionAttributeValues: { ':digest': digest },
    })));
  } catch (error) {
    // It has grown meanwhile, or went with an earlier run.
    if (!isConditionFailure(error)) throw error;
  }
}

export const pendingHeads: PendingHeads = {
  list: async () => (await Promise.all(Array.from({ length: shards }, (_, shard) => ofShard(shard)))).flat(),
  async anchored(heads) {
    for (let from = 0; from < heads.length; from += atOnce) await Promise.all(heads.slice(from, from + atOnce).map(forget));
  },
  async last() {
    const found = await getRow(lastKey);
    return found === undefined ? null : lastRow.parse(found);
  },
  setLast: (last) => putRow({ ...lastKey, ...last }),
};
