import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DeleteCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Instant } from '../domain/case.ts';
import { milliseconds } from '../domain/instant.ts';
import type { DraftStore, StoredDraft } from '../use-cases/ports.ts';
import { asking } from './store-errors.ts';

/** A draft holds patient data and is nobody's record: it goes by itself after this many days untouched. */
const draftDays = 30;
export const draftKey = (userId: string, draftId: string) => ({ pk: `DRAFT#${userId}`, sk: `DRAFT#${draftId}` });
const row = z.object({
  id: z.string(), savedAt: z.string(), expiresAt: z.number(), values: z.record(z.string(), z.union([z.string(), z.boolean(), z.null()])),
});

export class DynamoDraftStore implements DraftStore {
  readonly #documents: DynamoDBDocumentClient;
  readonly #table: () => string;

  constructor(documents: DynamoDBDocumentClient, table: () => string) {
    this.#documents = documents;
    this.#table = table;
  }

  /** Newest first. */
  async list(userId: string, now: Instant): Promise<readonly StoredDraft[]> {
    const drafts: StoredDraft[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const answer = await asking(this.#documents.send(new QueryCommand({
        TableName: this.#table(), ConsistentRead: true, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': `DRAFT#${userId}` },
        ...(start && { ExclusiveStartKey: start }),
      })));
      for (const item of answer.Items ?? []) {
        const { expiresAt, ...draft } = row.parse(item);
        if (expiresAt * 1000 > milliseconds(now)) drafts.push(draft);
      }
      start = answer.LastEvaluatedKey;
    } while (start !== undefined);
    return drafts.toSorted((one, other) => milliseconds(other.savedAt) - milliseconds(one.savedAt));
  }

  async save(userId: string, draft: StoredDraft): Promise<void> {
    const expiresAt = Math.floor(milliseconds(draft.savedAt) / 1000) + draftDays * 86_400;
    await asking(this.#documents.send(new PutCommand({ TableName: this.#table(), Item: { ...draftKey(userId, draft.id), ...draft, expiresAt } })));
  }

  async discard(userId: string, draftId: string): Promise<void> {
    await asking(this.#documents.send(new DeleteCommand({ TableName: this.#table(), Key: draftKey(userId, draftId) })));
  }
}
