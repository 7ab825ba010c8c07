import { GetCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { accessKinds } from '../contracts/access-log.ts';
import { CursorInvalid, NotFound, StaleVersion } from '../domain/errors.ts';
import type { OutboxEntry } from '../domain/outbox.ts';
import { accessOutcomes, type SpotCheck } from '../domain/spot-check.ts';
import { responsibleRoles, roles } from '../domain/vocabulary.ts';
import type { SpotCheckStore } from '../use-cases/ports-spot-check.ts';
import type { IdempotentAnswer, Page } from '../use-cases/ports.ts';
import { idempotencyItem, outboxItems } from './case-write.ts';
import { asking, transact } from './store-errors.ts';

const stored = z.object({
  id: z.string(), unitId: z.string(), from: z.string(), to: z.string(), drawnAt: z.string(), dueAt: z.string(), total: z.number(), remindersSent: z.number(), version: z.number(),
  accesses: z.array(z.object({
    id: z.string(), at: z.string(), userId: z.string(), operation: z.string(), kind: z.enum(accessKinds), principal: z.nullable(z.enum(roles)), unitId: z.nullable(z.string()),
    caseId: z.nullable(z.string()), caseNumber: z.optional(z.string()), caseUnitId: z.optional(z.string()), field: z.optional(z.enum(responsibleRoles)),
    patientKey: z.nullable(z.string()), reason: z.optional(z.string()),
    judgement: z.optional(z.object({ outcome: z.enum(accessOutcomes), note: z.string(), by: z.string(), at: z.string() })),
  })),
  signedOff: z.optional(z.object({ by: z.string(), at: z.string(), note: z.string() })),
});
const keyOf = (id: string) => ({ pk: `SPOTCHECK#${id}`, sk: 'SPOTCHECK' });
const progressKey = { pk: 'SPOTCHECK', sk: 'PROGRESS' };
/** In the index of parties, in partitions of its own. */
const partition = (state: 'open' | 'done'): string => `spot-check#${state}`;
const rowOf = (check: SpotCheck) => ({
  ...keyOf(check.id), check, version: check.version,
  partyKey: partition(check.signedOff ? 'done' : 'open'), dueKey: `${check.signedOff?.at ?? check.dueAt}#${check.id}`,
});
const cursorShape = z.object({ after: z.string().check(z.maxLength(200)) });

/** `SPOTCHECK#id`, in the table of cases; kept for good, as the access log is. */
export class DynamoSpotCheckStore implements SpotCheckStore {
  readonly #documents: DynamoDBDocumentClient;
  readonly #table: () => string;

  constructor(documents: DynamoDBDocumentClient, table: () => string) {
    this.#documents = documents;
    this.#table = table;
  }

  async find(id: string): Promise<SpotCheck | undefined> {
    const item = await this.#get(keyOf(id));
    return item && stored.parse(item['check']);
  }

  async list(state: 'open' | 'done', { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined }): Promise<Page<SpotCheck>> {
    const after = cursor === undefined ? undefined : afterOf(cursor);
    const ascending = state === 'open';
    const answer = await asking(this.#documents.send(new QueryCommand({
      TableName: this.#table(), IndexName: 'party', KeyConditionExpression: 'partyKey = :partition AND dueKey BETWEEN :from AND :to', ScanIndexForward: ascending, Limit: limit + 1,
      // A key holds no space, and begins with a year.
      ExpressionAttributeValues: { ':partition': partition(state), ':from': ascending && after !== undefined ? `${after} ` : '0', ':to': !ascending && after !== undefined ? before(after) : '~' },
    })));
    const keys = (answer.Items ?? []).flatMap(({ pk, dueKey }) => (typeof pk === 'string' && typeof dueKey === 'string' ? [{ id: pk.slice('SPOTCHECK#'.length), dueKey }] : []));
    const shown = keys.slice(0, limit);
    const rows = await Promise.all(shown.map(({ id }) => this.find(id)));
    const last = shown.at(-1);
    return { rows: rows.filter((row) => row !== undefined), cursor: last !== undefined && keys.length > limit ? Buffer.from(JSON.stringify({ after: last.dueKey })).toString('base64url') : null };
  }

  async draw(check: SpotCheck, outbox: readonly OutboxEntry[]): Promise<'drawn' | 'exists'> {
    const failed = await transact(() => this.#documents.send(new TransactWriteCommand({ TransactItems: [
      { Put: { TableName: this.#table(), Item: rowOf(check), ConditionExpression: 'attribute_not_exists(pk)' } },
      ...outboxItems(this.#table(), check.id, check.drawnAt, 'v00001', outbox),
    ] })));
    return failed.length === 0 ? 'drawn' : 'exists';
  }

  async change(next: SpotCheck, { at, outbox = [], idempotency }: { readonly at: string; readonly outbox?: readonly OutboxEntry[]; readonly idempotency?: IdempotentAnswer }): Promise<void> {
    const failed = await transact(() => this.#documents.send(new TransactWriteCommand({ TransactItems: [
      { Put: { TableName: this.#table(), Item: rowOf(next), ConditionExpression: '#version = :seen', ExpressionAttributeNames: { '#version': 'version' }, ExpressionAttributeValues: { ':seen': next.version - 1 } } },
      ...(idempotency ? [idempotencyItem(this.#table(), idempotency, at)] : []),
      ...outboxItems(this.#table(), next.id, at, `v${String(next.version).padStart(5, '0')}`, outbox),
    ] })));
    if (failed.length === 0) return;
    const now = await this.find(next.id);
    if (!now) throw new NotFound('spot-check');
    throw new StaleVersion(now.version);
  }

  async drawnTo(): Promise<string | null> {
    const date: unknown = (await this.#get(progressKey))?.['drawnTo'];
    return typeof date === 'string' ? date : null;
  }

  async setDrawnTo(date: string): Promise<void> {
    await transact(() => this.#documents.send(new TransactWriteCommand({ TransactItems: [{ Put: { TableName: this.#table(), Item: { ...progressKey, drawnTo: date } } }] })));
  }

  async #get(Key: { readonly pk: string; readonly sk: string }): Promise<Readonly<Record<string, unknown>> | undefined> {
    return (await asking(this.#documents.send(new GetCommand({ TableName: this.#table(), Key, ConsistentRead: true })))).Item;
  }
}

/** The last place before a key: keys differ before their last character. */
const before = (key: string): string => key.slice(0, -1);
const afterOf = (cursor: string): string => {
  try {
    return cursorShape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))).after;
  } catch {
    throw new CursorInvalid();
  }
};
