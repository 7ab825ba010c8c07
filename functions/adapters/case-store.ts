import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { BatchGetCommand, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { CaseEvent, Instant } from '../domain/case.ts';
import { caseEventTypes } from '../domain/case.ts';
import { IdempotencyKeyReused } from '../domain/errors.ts';
import { isBefore, milliseconds } from '../domain/instant.ts';
import type { Grant } from '../domain/need.ts';
import { roles } from '../domain/vocabulary.ts';
import { watchersOf } from '../domain/watching.ts';
import type {
  ActionListing, ActionRow, AssignedCase, CaseList, CaseRow, CaseStore, CaseWrite, CommitOutcome, Idempotency, Json, LoadedCase, Page, PageRequest, SystemWrite, SystemWriteOutcome,
} from '../use-cases/ports.ts';
import * as z from 'zod/mini';
import { listActions, listCases } from './case-list.ts';
import { caseKey, casePk, caseRowOf, isErased, loadedCaseOf } from './case-row.ts';
import type { StoreTables } from './case-write.ts';
import { commitCase, idempotencyKey, idempotencyRow } from './case-write.ts';
import { grantKey, storedGrant } from './grant-rows.ts';
import { asking } from './store-errors.ts';
import { recordSystemWrite } from './system-write.ts';

const storedEvent = z.object({
  id: z.string(), caseId: z.string(), at: z.string(), type: z.enum(caseEventTypes), actor: z.string(), principal: z.optional(z.enum(roles)),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

/** Cases in DynamoDB: `CASE#id / CASE` with its index keys, and events, outbox and wait under the same partition. */
export class DynamoCaseStore implements CaseStore {
  readonly #documents: DynamoDBDocumentClient;
  readonly #tables: StoreTables;

  constructor(documents: DynamoDBDocumentClient, tables: StoreTables) {
    this.#documents = documents;
    this.#tables = tables;
  }

  async load(caseId: string): Promise<LoadedCase | undefined> {
    const { Item } = await asking(this.#documents.send(new GetCommand({ TableName: this.#tables.cases(), Key: caseKey(caseId), ConsistentRead: true })));
    return Item && !isErased(Item) ? loadedCaseOf(Item) : undefined;
  }

  async events(caseId: string): Promise<readonly CaseEvent[]> {
    const events: CaseEvent[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const answer = await asking(this.#documents.send(new QueryCommand({
        TableName: this.#tables.cases(),
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :event)',
        ExpressionAttributeValues: { ':pk': casePk(caseId), ':event': 'EVENT#' },
        ...(start && { ExclusiveStartKey: start }),
      })));
      for (const item of answer.Items ?? []) events.push(storedEvent.parse(item['event']));
      start = answer.LastEvaluatedKey;
    } while (start !== undefined);
    return events;
  }

  async findByNumber(number: string): Promise<string | undefined> {
    const { Item } = await asking(this.#documents.send(new GetCommand({ TableName: this.#tables.cases(), Key: { pk: `NUMBER#${number}`, sk: 'NUMBER' } })));
    const caseId: unknown = Item?.['caseId'];
    return typeof caseId === 'string' ? caseId : undefined;
  }

  commit(write: CaseWrite): Promise<CommitOutcome> {
    return commitCase(this.#documents, this.#tables, write);
  }

  record(write: SystemWrite, seen?: LoadedCase): Promise<SystemWriteOutcome> {
    return recordSystemWrite(this.#documents, this.#tables, (caseId) => this.load(caseId), write, seen);
  }

  async findAnswer(scope: string, idempotency: Idempotency, now: Instant): Promise<Json | undefined> {
    const { Item } = await asking(this.#documents.send(new GetCommand({
      TableName: this.#tables.cases(), Key: idempotencyKey(scope, idempotency.key), ConsistentRead: true,
    })));
    const found = idempotencyRow.safeParse(Item);
    // Rows live until the table's sweep finds them: an expired one is none.
    if (!found.success || found.data.expiresAt * 1000 <= milliseconds(now)) return undefined;
    if (found.data.bodyHash !== idempotency.bodyHash) throw new IdempotencyKeyReused();
    return JSON.parse(found.data.answer);
  }

  async findGrant(caseId: string, userId: string, now: Instant): Promise<Grant | undefined> {
    const { Item } = await asking(this.#documents.send(new GetCommand({ TableName: this.#tables.cases(), Key: grantKey(caseId, userId), ConsistentRead: true })));
    const grant = Item && storedGrant.parse(Item);
    return grant && isBefore(now, grant.until) ? grant : undefined;
  }

  list(list: CaseList, page: PageRequest): Promise<Page<CaseRow>> {
    return listCases(this.#documents, this.#tables.cases(), list, page);
  }

  listActions(list: ActionListing, page: Pick<PageRequest, 'limit' | 'cursor'>): Promise<Page<ActionRow>> {
    return listActions(this.#documents, this.#tables.cases(), list, page);
  }

  async listAssigned(userId: string): Promise<readonly AssignedCase[]> {
    const TableName = this.#tables.cases();
    const rows: AssignedCase[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const answer = await asking(this.#documents.send(new QueryCommand({
        TableName, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': `ASSIGNED#${userId}` }, Limit: 100,
        ...(start && { ExclusiveStartKey: start }),
      })));
      const keys = (answer.Items ?? []).flatMap((item) => (typeof item['sk'] === 'string' ? [{ pk: item['sk'], sk: 'CASE' }] : []));
      for (let left: Record<string, unknown>[] = keys; left.length > 0;) {
        const batch = await asking(this.#documents.send(new BatchGetCommand({ RequestItems: { [TableName]: { Keys: left } } })));
        // A row stays when somebody else takes over: the case itself says whose it is.
        for (const item of batch.Responses?.[TableName] ?? []) {
          if (isErased(item)) continue;
          const { case: concerned } = loadedCaseOf(item);
          if (watchersOf(concerned).includes(userId)) rows.push({ row: caseRowOf(item), case: concerned });
        }
        left = batch.UnprocessedKeys?.[TableName]?.Keys ?? [];
      }
      start = answer.LastEvaluatedKey;
    } while (start !== undefined);
    return rows;
  }
}
