import { GetCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Instant } from '../domain/case.ts';
import { CursorInvalid, NotFound, StaleVersion } from '../domain/errors.ts';
import { descriptionEventTypes, publishedOf, stateOf, withoutRemarks, type EventDescription, type PublishedDescription } from '../domain/event-description/description.ts';
import type { OutboxEntry } from '../domain/outbox.ts';
import { categories, targetGroups } from '../domain/vocabulary.ts';
import type { DescriptionList, DescriptionStore, PublishedStore } from '../use-cases/ports-description.ts';
import type { IdempotentAnswer, Page, RowWrite } from '../use-cases/ports.ts';
import { tieRow } from './case-ties.ts';
import { idempotencyItem, outboxItems, rowItem, type TransactItem } from './case-write.ts';
import { asking, transact } from './store-errors.ts';

const texts = z.object({ event: z.string(), action: z.string(), followUp: z.string() });
const approval = z.nullable(z.object({ revision: z.number(), by: z.string(), at: z.string() }));
const stored = z.object({
  id: z.string(), number: z.string(), caseId: z.string(), routine: z.object({ id: z.string(), version: z.number() }), counterpartId: z.string(), unitId: z.nullable(z.string()),
  category: z.enum(categories), targetGroup: z.nullable(z.enum(targetGroups)), title: z.string(), texts, resolved: z.array(z.string()), revision: z.number(), version: z.number(), epoch: z.number(),
  draftedBy: z.string(), createdAt: z.string(), updatedAt: z.string(), ours: approval, theirs: approval,
  asked: z.nullable(z.object({ epoch: z.number(), at: z.string(), expiresAt: z.string(), reminders: z.number(), lastReminderAt: z.nullable(z.string()), told: z.boolean() })),
  answers: z.array(z.object({ kind: z.enum(['approved', 'refused', 'change']), revision: z.number(), text: z.string(), at: z.string() })),
  publishedAt: z.nullable(z.string()), withdrawn: z.nullable(z.object({ side: z.enum(['ours', 'theirs']), reason: z.string(), at: z.string(), by: z.string() })),
  events: z.array(z.object({ at: z.string(), type: z.enum(descriptionEventTypes), actor: z.string(), revision: z.number(), text: z.string() })),
});
const publicShape = z.object({ number: z.string(), title: z.string(), texts, category: z.enum(categories), targetGroup: z.nullable(z.enum(targetGroups)), publishedAt: z.string() });

const keyOf = (id: string) => ({ pk: `DESCRIPTION#${id}`, sk: 'DESCRIPTION' });
const partition = (list: DescriptionList): string => `description#${list}`;
const listOf = (description: EventDescription): DescriptionList => {
  const state = stateOf(description);
  return state === 'published' || state === 'withdrawn' || state === 'asked' ? state : 'open';
};
/** In the index of parties, in partitions of its own. */
const rowOf = (description: EventDescription) => ({
  ...keyOf(description.id), description: { ...description, resolved: [...description.resolved], answers: description.answers.map((each) => ({ ...each })), events: description.events.map((each) => ({ ...each })), texts: { ...description.texts }, routine: { ...description.routine },
    ours: description.ours && { ...description.ours }, theirs: description.theirs && { ...description.theirs }, asked: description.asked && { ...description.asked }, withdrawn: description.withdrawn && { ...description.withdrawn } },
  version: description.version, partyKey: partition(listOf(description)), dueKey: `${description.updatedAt}#${description.id}`,
});
/** What anybody may read lies in rows of its own: the public page reads nothing else. */
const publicPk = 'PUBLISHED-DESCRIPTION';
const publicNumberKey = (number: string) => ({ pk: `${publicPk}#${number}`, sk: 'PUBLISHED' });
const publicListKey = ({ publishedAt, number }: PublishedDescription) => ({ pk: publicPk, sk: `${publishedAt}#${number}` });

const startShape = z.record(z.string(), z.string().check(z.maxLength(300)));
/** `key`, `value`: the partition that the list is of; a cursor of another is none of its. */
const startOf = (cursor: string | undefined, key: 'pk' | 'partyKey', value: string) => {
  if (cursor === undefined) return {};
  try {
    const start = startShape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    if (start[key] !== value) throw new CursorInvalid();
    return { ExclusiveStartKey: start };
  } catch {
    throw new CursorInvalid();
  }
};
const cursorOf = (key: Readonly<Record<string, unknown>> | undefined): string | null => (key === undefined ? null : Buffer.from(JSON.stringify(key)).toString('base64url'));

/** `DESCRIPTION#id` and what of it is published, in the table of cases. */
export class DynamoDescriptionStore implements DescriptionStore, PublishedStore {
  readonly #documents: DynamoDBDocumentClient;
  readonly #table: () => string;

  constructor(documents: DynamoDBDocumentClient, table: () => string) {
    this.#documents = documents;
    this.#table = table;
  }

  async findDescription(id: string): Promise<EventDescription | undefined> {
    const item = await this.#get(keyOf(id));
    return item && stored.parse(item['description']);
  }
  async openedAt(id: string): Promise<Instant | null> {
    const at: unknown = (await this.#get({ ...keyOf(id), sk: 'OPENED' }))?.['at'];
    return typeof at === 'string' ? at : null;
  }
  newRows(description: EventDescription): readonly RowWrite[] {
    return [{ kind: 'put', row: rowOf(description), onlyIfAbsent: true }, tieRow(description.caseId, 'DESCRIPTION', description.id), { kind: 'put', row: { pk: `DESCRIPTION-NUMBER#${description.number}`, sk: 'NUMBER', id: description.id }, onlyIfAbsent: true }];
  }

  async change(before: EventDescription, after: EventDescription, { outbox, idempotency }: { readonly outbox: readonly OutboxEntry[]; readonly idempotency?: IdempotentAnswer | undefined }): Promise<void> {
    const failed = await transact(() => this.#documents.send(new TransactWriteCommand({ TransactItems: [
      { Put: { TableName: this.#table(), Item: rowOf(after), ConditionExpression: '#version = :seen AND size(#description.#events) = :happened', ExpressionAttributeNames: { '#version': 'version', '#description': 'description', '#events': 'events' }, ExpressionAttributeValues: { ':seen': before.version, ':happened': before.events.length } } },
      ...this.#publishing(before, after),
      ...(idempotency ? [idempotencyItem(this.#table(), idempotency, after.updatedAt)] : []),
      ...outboxItems(this.#table(), after.id, after.updatedAt, `v${String(after.version).padStart(5, '0')}`, outbox),
    ] })));
    if (failed.length === 0) return;
    const now = await this.findDescription(after.id);
    if (!now) throw new NotFound('event-description');
    throw new StaleVersion(now.version);
  }
  /** Its case has been erased: what is published stays as the parties approved it, without what they wrote on the way; the rest goes. @throws StaleVersion */
  async eraseCase(id: string): Promise<void> {
    const before = await this.findDescription(id);
    if (before === undefined) return;
    const seen = { ConditionExpression: '#version = :seen', ExpressionAttributeNames: { '#version': 'version' }, ExpressionAttributeValues: { ':seen': before.version } };
    const failed = await transact(() => this.#documents.send(new TransactWriteCommand({ TransactItems: publishedOf(before) === null
      ? [{ Delete: { TableName: this.#table(), Key: keyOf(id), ...seen } }, { Delete: { TableName: this.#table(), Key: { ...keyOf(id), sk: 'OPENED' } } }]
      : [{ Put: { TableName: this.#table(), Item: rowOf(withoutRemarks(before)), ...seen } }] })));
    if (failed.length > 0) throw new StaleVersion(before.version);
  }
  /** The disclosure itself, and its end. */
  #publishing(before: EventDescription, after: EventDescription): TransactItem[] {
    const [was, is] = [publishedOf(before), publishedOf(after)];
    const keys = (of: PublishedDescription) => [publicNumberKey(of.number), publicListKey(of)];
    if (is !== null) return keys(is).map((key) => ({ Put: { TableName: this.#table(), Item: { ...key, published: is } } }));
    return was === null ? [] : keys(was).map((Key) => ({ Delete: { TableName: this.#table(), Key } }));
  }

  async remind(before: EventDescription, after: EventDescription, outbox: readonly OutboxEntry[]): Promise<'written' | 'moved-on'> {
    const at = after.asked?.lastReminderAt ?? after.updatedAt;
    const failed = await transact(() => this.#documents.send(new TransactWriteCommand({ TransactItems: [
      { Put: {
        TableName: this.#table(), Item: rowOf(after), ConditionExpression: '#version = :seen AND #description.#asked.#last = :last',
        ExpressionAttributeNames: { '#version': 'version', '#description': 'description', '#asked': 'asked', '#last': 'lastReminderAt' },
        ExpressionAttributeValues: { ':seen': before.version, ':last': before.asked?.lastReminderAt ?? null },
      } },
      ...outboxItems(this.#table(), after.id, at, `r${after.events.length}`, outbox),
    ] })));
    return failed.length === 0 ? 'written' : 'moved-on';
  }

  async record(id: string, { at, outbox, alongside, opened = false }: { readonly at: Instant; readonly outbox: readonly OutboxEntry[]; readonly alongside: readonly RowWrite[]; readonly opened?: boolean }): Promise<void> {
    await transact(() => this.#documents.send(new TransactWriteCommand({ TransactItems: [
      ...alongside.map((row) => rowItem(this.#table(), row)),
      ...(opened ? [{ Put: { TableName: this.#table(), Item: { ...keyOf(id), sk: 'OPENED', at } } }] : []),
      ...outboxItems(this.#table(), id, at, 'link', outbox),
    ] })));
  }

  async listDescriptions(list: DescriptionList, { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined }): Promise<Page<EventDescription>> {
    const answer = await asking(this.#documents.send(new QueryCommand({
      TableName: this.#table(), IndexName: 'party', KeyConditionExpression: 'partyKey = :partition', ExpressionAttributeValues: { ':partition': partition(list) }, ScanIndexForward: false, Limit: limit, ...startOf(cursor, 'partyKey', partition(list)),
    })));
    const ids = (answer.Items ?? []).flatMap(({ pk }) => (typeof pk === 'string' ? [pk.slice('DESCRIPTION#'.length)] : []));
    const rows = await Promise.all(ids.map((id) => this.findDescription(id)));
    // The index lags behind: what has gone on to another list is not shown in this one.
    return { rows: rows.filter((row): row is EventDescription => row !== undefined && listOf(row) === list), cursor: cursorOf(answer.LastEvaluatedKey) };
  }
  async findPublished(number: string): Promise<PublishedDescription | undefined> {
    const item = await this.#get(publicNumberKey(number));
    return item && publicShape.parse(item['published']);
  }
  async listPublished({ limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined }): Promise<Page<PublishedDescription>> {
    const answer = await asking(this.#documents.send(new QueryCommand({
      TableName: this.#table(), ConsistentRead: true, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': publicPk }, ScanIndexForward: false, Limit: limit, ...startOf(cursor, 'pk', publicPk),
    })));
    return { rows: (answer.Items ?? []).map((item) => publicShape.parse(item['published'])), cursor: cursorOf(answer.LastEvaluatedKey) };
  }

  async #get(Key: { readonly pk: string; readonly sk: string }): Promise<Readonly<Record<string, unknown>> | undefined> {
    return (await asking(this.#documents.send(new GetCommand({ TableName: this.#table(), Key, ConsistentRead: true })))).Item;
  }
}
