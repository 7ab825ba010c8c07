import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { OutboxEntry } from '../domain/outbox.ts';
import { languages } from '../domain/vocabulary.ts';
import type { CopyStore, ShortfallCopy } from '../use-cases/ports-report.ts';
import { outboxItems } from './case-write.ts';
import { asking, transact } from './store-errors.ts';

const shape = z.object({
  id: z.string(), groupId: z.string(), month: z.string(), counterpart: z.string(), clause: z.record(z.enum(languages), z.string()), text: z.string(), at: z.string(),
});
const pkOf = (groupId: string): string => `GROUPCOPY#${groupId}`;

/** `GROUPCOPY#group`, in the table of cases: each copy once, with word to the group. */
export class DynamoCopyStore implements CopyStore {
  readonly #documents: DynamoDBDocumentClient;
  readonly #table: () => string;

  constructor(documents: DynamoDBDocumentClient, table: () => string) {
    this.#documents = documents;
    this.#table = table;
  }

  async list(groupId: string): Promise<readonly ShortfallCopy[]> {
    const rows: ShortfallCopy[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const answer = await asking(this.#documents.send(new QueryCommand({
        TableName: this.#table(), KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pkOf(groupId) }, ...(start && { ExclusiveStartKey: start }),
      })));
      rows.push(...(answer.Items ?? []).map(({ copy }) => shape.parse(copy)));
      start = answer.LastEvaluatedKey;
    } while (start !== undefined);
    return rows.toSorted((one, other) => (one.at < other.at ? 1 : -1));
  }

  async put(copy: ShortfallCopy, outbox: readonly OutboxEntry[]): Promise<'put' | 'exists'> {
    const failed = await transact(() => this.#documents.send(new TransactWriteCommand({ TransactItems: [
      { Put: { TableName: this.#table(), Item: { pk: pkOf(copy.groupId), sk: copy.id, copy }, ConditionExpression: 'attribute_not_exists(pk)' } },
      ...outboxItems(this.#table(), copy.id, copy.at, 'copy', outbox),
    ] })));
    return failed.length === 0 ? 'put' : 'exists';
  }
}
