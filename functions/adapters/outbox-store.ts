import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { BatchGetCommand, BatchWriteCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../domain/case.ts';
import type { OutboxEntry, OutboxRow } from '../domain/outbox.ts';
import type { OutboxStore } from '../use-cases/ports.ts';
import { casePk } from './case-row.ts';
import { pendingPartitions } from './pending-index.ts';
import { Throttled } from '../domain/errors.ts';
import { asking } from './store-errors.ts';

const kinds: ReadonlySet<unknown> = new Set<OutboxEntry['kind']>(['start', 'signal', 'stop', 'redrive', 'mail', 'intakeCode', 'notice', 'descriptionMail', 'partyMail', 'letters']);
const isEntry = (value: unknown): value is OutboxEntry => typeof value === 'object' && value !== null && 'kind' in value && kinds.has(value.kind) && 'caseId' in value;
/** Undefined for what is no outbox row of ours: it must not stop the others. */
const rowOf = (item: Readonly<Record<string, unknown>>): OutboxRow | undefined => {
  const { id, caseId, at, entry } = item;
  return typeof id === 'string' && typeof caseId === 'string' && typeof at === 'string' && isEntry(entry) ? { id, caseId, at, entry } : undefined;
};

/** DynamoDB writes so many in a batch. */
const rowsPerBatch = 25;

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

  async findAll(keys: readonly Pick<OutboxRow, 'caseId' | 'id'>[]): Promise<readonly OutboxRow[]> {
    if (keys.length === 0) return [];
    const table = this.#table();
    const answer = await asking(this.#documents.send(new BatchGetCommand({ RequestItems: { [table]: { Keys: keys.map((key) => this.#keyOf(key)), ConsistentRead: true } } })));
    // Less than all of them is the store's way to ask for patience.
    if (Object.keys(answer.UnprocessedKeys ?? {}).length > 0) throw new Throttled('The store asks to slow down');
    const found = new Map((answer.Responses?.[table] ?? []).flatMap((item) => rowOf(item) ?? []).map((row) => [`${row.caseId}/${row.id}`, row]));
    return keys.flatMap(({ caseId, id }) => found.get(`${caseId}/${id}`) ?? []);
  }

  /** The rows go: timeline and mail ledger keep what came of them. */
  async deliveredAll(rows: readonly Pick<OutboxRow, 'caseId' | 'id'>[]): Promise<void> {
    const table = this.#table();
    for (let start = 0; start < rows.length; start += rowsPerBatch) {
      const requests = rows.slice(start, start + rowsPerBatch).map((row) => ({ DeleteRequest: { Key: this.#keyOf(row) } }));
      const answer = await asking(this.#documents.send(new BatchWriteCommand({ RequestItems: { [table]: requests } })));
      if (Object.keys(answer.UnprocessedItems ?? {}).length > 0) throw new Throttled('The store asks to slow down');
    }
  }

  #keyOf({ caseId, id }: Pick<OutboxRow, 'caseId' | 'id'>) {
    return { pk: casePk(caseId), sk: `OUTBOX#${id}` };
  }
}
