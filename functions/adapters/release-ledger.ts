import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod/mini';
import type { Release } from '../domain/statistics/release-history.ts';
import type { ReleaseLedger } from '../use-cases/ports-release.ts';
import type { RowWrite } from '../use-cases/ports.ts';
import { asking, isConditionFailure } from './store-errors.ts';

const pk = 'RELEASES';
const shape = z.object({
  months: z.object({ from: z.string(), to: z.string() }), cells: z.array(z.object({ key: z.string(), count: z.nullable(z.number()) })),
  sums: z.array(z.object({ total: z.string(), parts: z.array(z.string()) })),
});
const packed = z.object({ sk: z.string(), release: z.instanceof(Uint8Array) });
const rowOf = (release: Release, number: number): Extract<RowWrite, { kind: 'put' }> => ({
  kind: 'put', onlyIfAbsent: true,
  // A table of many counterparts and clauses is longer than an item holds; compressed it is not.
  row: { pk, sk: String(number).padStart(8, '0'), release: gzipSync(JSON.stringify(release)) },
});

/** `RELEASES`, in the table of cases: what has left, numbered as it left; kept for as long as the figures are. */
export class DynamoReleaseLedger implements ReleaseLedger {
  readonly #documents: DynamoDBDocumentClient;
  readonly #table: () => string;

  constructor(documents: DynamoDBDocumentClient, table: () => string) {
    this.#documents = documents;
    this.#table = table;
  }

  async read(): Promise<{ readonly releases: readonly Release[]; readonly next: number }> {
    const releases: Release[] = [];
    let last = 0;
    let start: Record<string, unknown> | undefined;
    do {
      const answer = await asking(this.#documents.send(new QueryCommand({
        TableName: this.#table(), ConsistentRead: true, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk }, ...(start && { ExclusiveStartKey: start }),
      })));
      for (const item of answer.Items ?? []) {
        const row = packed.parse(item);
        releases.push(shape.parse(JSON.parse(gunzipSync(row.release).toString('utf8'))));
        last = Number(row.sk);
      }
      start = answer.LastEvaluatedKey;
    } while (start !== undefined);
    return { releases, next: last + 1 };
  }

  row(release: Release, number: number): RowWrite {
    return rowOf(release, number);
  }

  async record(release: Release, number: number): Promise<'recorded' | 'taken'> {
    try {
      await asking(this.#documents.send(new PutCommand({ TableName: this.#table(), Item: rowOf(release, number).row, ConditionExpression: 'attribute_not_exists(pk)' })));
      return 'recorded';
    } catch (error) {
      if (isConditionFailure(error)) return 'taken';
      throw error;
    }
  }
}
