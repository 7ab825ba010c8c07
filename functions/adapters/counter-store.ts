import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Tally } from '../domain/counters.ts';
import { countedThings } from '../domain/vocabulary.ts';
import type { CounterStore } from '../use-cases/ports-statistics.ts';
import type { TransactItem } from './case-write.ts';
import { documentClient } from './clients.ts';
import { casesTable } from './environment.ts';
import { asking } from './store-errors.ts';

/** One unit's cases of a month are written into as many rows, so that two writers seldom meet at one. */
const shards = 8;
const shardOf = (caseId: string): number => [...caseId].reduce((sum, character) => sum + (character.codePointAt(0) ?? 0), 0) % shards;

/** Grows the counters in a case's own transaction: `COUNTER#2026 / 11#hemsjukvard-norr#3`. */
export const counterItem = (TableName: string, caseId: string, { month, unitId, counts }: Tally): TransactItem => {
  const entries = Object.entries(counts);
  return { Update: {
    TableName,
    Key: { pk: `COUNTER#${month.slice(0, 4)}`, sk: `${month.slice(5)}#${unitId}#${shardOf(caseId)}` },
    UpdateExpression: `ADD ${entries.map((_, index) => `#c${index} :c${index}`).join(', ')}`,
    ExpressionAttributeNames: Object.fromEntries(entries.map(([name], index) => [`#c${index}`, name])),
    ExpressionAttributeValues: Object.fromEntries(entries.map(([, change], index) => [`:c${index}`, change])),
  } };
};

const row = z.object({ sk: z.string(), ...Object.fromEntries(countedThings.map((name) => [name, z.optional(z.number())])) });

export const counterStore: CounterStore = {
  async ofYear(year) {
    const tallies: Tally[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const answer = await asking(documentClient().send(new QueryCommand({
        TableName: casesTable(), KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': `COUNTER#${year}` }, ...(start && { ExclusiveStartKey: start }),
      })));
      for (const item of answer.Items ?? []) {
        const { sk, ...counts } = row.parse(item);
        const [month = '', unitId = ''] = sk.split('#');
        tallies.push({ month: `${year}-${month}`, unitId, counts });
      }
      start = answer.LastEvaluatedKey;
    } while (start !== undefined);
    return tallies;
  },
};
