import { GetCommand, QueryCommand, TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { Conflict } from '../domain/errors.ts';
import type { LegalHold } from '../domain/keeping/legal-hold.ts';
import { holdScopes } from '../domain/keeping/words.ts';
import type { LegalHoldStore } from '../use-cases/ports-retention.ts';
import type { IdempotentAnswer } from '../use-cases/ports.ts';
import { idempotencyItem, type TransactItem } from './case-write.ts';
import { asking, transact } from './store-errors.ts';

const stored = z.object({
  id: z.string(), scope: z.enum(holdScopes), target: z.string(), caseId: z.nullable(z.string()), caseNumber: z.nullable(z.string()), reason: z.string(), by: z.string(), at: z.string(), until: z.nullable(z.string()),
  released: z.optional(z.object({ by: z.string(), at: z.string(), reason: z.string() })),
});
const pk = 'HOLD';
const revisionKey = { pk: 'HOLDS', sk: 'REVISION' } as const;
const keyOf = (id: string) => ({ pk, sk: id });

/** What an erasure's transaction checks: nobody has placed or released a hold since they were looked at. */
export const holdsUnchanged = (TableName: string, revision: number): TransactItem => ({ ConditionCheck: {
  TableName, Key: revisionKey, ConditionExpression: revision === 0 ? 'attribute_not_exists(pk)' : '#revision = :seen',
  ...(revision > 0 && { ExpressionAttributeNames: { '#revision': 'revision' }, ExpressionAttributeValues: { ':seen': revision } }),
} });

/** `HOLD / id`: few, in one partition, under one revision. */
export class DynamoLegalHoldStore implements LegalHoldStore {
  readonly #documents: DynamoDBDocumentClient;
  readonly #table: () => string;

  constructor(documents: DynamoDBDocumentClient, table: () => string) {
    this.#documents = documents;
    this.#table = table;
  }

  async find(id: string): Promise<LegalHold | undefined> {
    const { Item } = await asking(this.#documents.send(new GetCommand({ TableName: this.#table(), Key: keyOf(id), ConsistentRead: true })));
    return Item && stored.parse(Item['hold']);
  }

  async all(): ReturnType<LegalHoldStore['all']> {
    // In this order: a hold that comes between is in the list, or in the revision.
    const revision = await this.#revision();
    const holds: LegalHold[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const answer = await asking(this.#documents.send(new QueryCommand({
        TableName: this.#table(), ConsistentRead: true, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk }, ...(start && { ExclusiveStartKey: start }),
      })));
      for (const item of answer.Items ?? []) holds.push(stored.parse(item['hold']));
      start = answer.LastEvaluatedKey;
    } while (start !== undefined);
    return { revision, holds: holds.toSorted((one, other) => (one.at < other.at ? 1 : -1)) };
  }

  async put(hold: LegalHold, idempotency: IdempotentAnswer): Promise<void> {
    const TableName = this.#table();
    const at = hold.released?.at ?? hold.at;
    const failed = await transact(() => this.#documents.send(new TransactWriteCommand({ TransactItems: [
      { Put: {
        TableName, Item: { ...keyOf(hold.id), hold },
        ConditionExpression: hold.released ? 'attribute_exists(pk) AND attribute_not_exists(#hold.#released)' : 'attribute_not_exists(pk)',
        ...(hold.released && { ExpressionAttributeNames: { '#hold': 'hold', '#released': 'released' } }),
      } },
      { Update: { TableName, Key: revisionKey, UpdateExpression: 'ADD #revision :one', ExpressionAttributeNames: { '#revision': 'revision' }, ExpressionAttributeValues: { ':one': 1 } } },
      idempotencyItem(TableName, idempotency, at),
    ] })));
    if (failed.length > 0) throw new Conflict();
  }

  async #revision(): Promise<number> {
    const { Item } = await asking(this.#documents.send(new GetCommand({ TableName: this.#table(), Key: revisionKey, ConsistentRead: true })));
    return Number(Item?.['revision'] ?? 0);
  }
}
