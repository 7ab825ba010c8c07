import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DeleteCommand, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../domain/case.ts';
import type { OutboxEntry, OutboxRow } from '../domain/outbox.ts';
import type { OutboxStore } from '../use-cases/ports.ts';
import { casePk } from './case-row.ts';
import { pendingPartitions } from './pending-index.ts';
import { asking } from './store-errors.ts';

const kinds: ReadonlySet<unknown> = new Set<OutboxEntry['kind']>(['start', 'signal', 'stop', 'redrive', 'mail']);
const isEntry = (value: unknown): value is OutboxEntry => typeof value === 'object' && value !== null && 'kind' in value && kinds.has(value.kind) && 'caseId' in value;
/** Undefined for what is no outbox row of ours: it must not stop the others. */
const rowOf = (item: Readonly<Record<string, unknown>>): OutboxRow | undefined => {
  const { id, caseId, at, entry } = item;
  return typeof id === 'string' && typeof caseId === 'string' && typeof at === 'string' && isEntry(entry) ? { id, caseId, at, entry } : undefined;
};

export class DynamoOutboxStore implements OutboxStore {
  readonly #documents: DynamoDBDocumentClient;
  readonly #table: () => string;

  constructor(documents: DynamoDBDocumentClient, table: () => string) {
    this.#documents = documents;
    this.#table = table;
  }

  async pending(before: Instant, limit: number): Promise<readonly OutboxRow[]> {
    const rows: OutboxRow[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const answer = await asking(this.#documents.send(new QueryCommand({
        TableName: this.#table(), IndexName: 'outbox',
        KeyConditionExpression: 'outboxKey = :pending AND outboxAt < :before',
        ExpressionAttributeValues: { ':pending': pendingPartitions.outbox, ':before': before },
        Limit: limit,
        ...(start && { ExclusiveStartKey: start }),
      })));
      rows.push(...(answer.Items ?? []).flatMap((item) => rowOf(item) ?? []));
      start = answer.LastEvaluatedKey;
    } while (start !== undefined && rows.length < limit);
    return rows.slice(0, limit);
  }

  async find(caseId: string, id: string): Promise<OutboxRow | undefined> {
    const { Item } = await asking(this.#documents.send(new GetCommand({ TableName: this.#table(), Key: this.#keyOf({ caseId, id }), ConsistentRead: true })));
    return Item && rowOf(Item);
  }

  /** The row goes: timeline and mail ledger keep what came of it. */
  async delivered(row: Pick<OutboxRow, 'caseId' | 'id'>): Promise<void> {
    await asking(this.#documents.send(new DeleteCommand({ TableName: this.#table(), Key: this.#keyOf(row) })));
  }

  #keyOf({ caseId, id }: Pick<OutboxRow, 'caseId' | 'id'>) {
    return { pk: casePk(caseId), sk: `OUTBOX#${id}` };
  }
}
