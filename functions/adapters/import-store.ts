import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { BatchWriteCommand, GetCommand, PutCommand, QueryCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod/mini';
import { importStatuses } from '../contracts/import.ts';
import type { Instant } from '../domain/case.ts';
import { Throttled } from '../domain/errors.ts';
import { startEntry } from '../domain/outbox.ts';
import { fileLimits, fileRegisters } from '../domain/register-file/columns.ts';
import { fileFaultCodes } from '../domain/register-file/read-file.ts';
import type { ImportRecord, ImportStore } from '../use-cases/ports-import.ts';
import { outboxItems } from './case-write.ts';
import { asking, isConditionFailure, transact } from './store-errors.ts';

/** An item holds 400 KB. */
const chunkBytes = 350 * 1024;
const batchSize = 25;
const pk = 'IMPORT';
const key = (id: string) => ({ pk, sk: id });
const chunksPk = (id: string): string => `IMPORT#${id}`;
const cell = z.object({ column: z.string(), from: z.string(), to: z.string() });
const stored = z.object({
  id: z.string(), register: z.enum(fileRegisters), fileName: z.string(), by: z.string(), at: z.string(), status: z.enum(importStatuses), startedAt: z.nullable(z.string()), endedAt: z.nullable(z.string()),
  counts: z.object({ added: z.number(), changed: z.number(), ended: z.number(), untouched: z.number(), faults: z.number() }),
  fingerprint: z.string(), written: z.number(), total: z.number(),
  /** Faults and changes, compressed: a preview of long rows would not fit an item. */
  details: z.instanceof(Uint8Array),
});
const details = z.object({
  faults: z.array(z.object({ line: z.number(), column: z.nullable(z.string()), code: z.enum(fileFaultCodes) })),
  changes: z.array(z.object({ kind: z.enum(['added', 'changed', 'ended']), key: z.string(), line: z.number(), cells: z.array(cell) })),
});

/** Imports lie beside the registers they go into; a file in pieces, until its import has ended. */
export class DynamoImportStore implements ImportStore {
  readonly #documents: DynamoDBDocumentClient;
  readonly #tables: { readonly registers: () => string; readonly cases: () => string };

  constructor(documents: DynamoDBDocumentClient, tables: { readonly registers: () => string; readonly cases: () => string }) {
    this.#documents = documents;
    this.#tables = tables;
  }
  get #table(): string {
    return this.#tables.registers();
  }

  async create({ faults, changes, ...record }: ImportRecord, content: Uint8Array): Promise<'created' | 'exists'> {
    if (record.status === 'ready') {
      const bytes = gzipSync(content);
      for (let start = 0, piece = 1; start < bytes.length; start += chunkBytes, piece += 1) {
        await asking(this.#documents.send(new PutCommand({ TableName: this.#table, Item: { pk: chunksPk(record.id), sk: String(piece).padStart(4, '0'), bytes: bytes.subarray(start, start + chunkBytes) } })));
      }
    }
    const Item = { ...key(record.id), ...record, details: gzipSync(JSON.stringify({ faults, changes })) };
    const written = await this.#ifHolds(this.#documents.send(new PutCommand({ TableName: this.#table, Item, ConditionExpression: 'attribute_not_exists(pk)' })));
    return written ? 'created' : 'exists';
  }

  async find(id: string): Promise<ImportRecord | undefined> {
    const { Item } = await asking(this.#documents.send(new GetCommand({ TableName: this.#table, Key: key(id), ConsistentRead: true })));
    return Item && recordOf(Item);
  }

  async content(id: string): Promise<Uint8Array | undefined> {
    const pieces = await this.#query(chunksPk(id));
    if (pieces.length === 0) return undefined;
    const bytes = pieces.map(({ bytes: piece }) => z.instanceof(Uint8Array).parse(piece));
    return gunzipSync(Buffer.concat(bytes), { maxOutputLength: fileLimits.bytes });
  }

  async list(): Promise<readonly ImportRecord[]> {
    return (await this.#query(pk)).map(recordOf).sort((a, b) => (a.at < b.at ? 1 : -1));
  }

  async start({ id }: ImportRecord, at: Instant): Promise<'started' | 'moved-on'> {
    const failed = await transact(() => this.#documents.send(new TransactWriteCommand({ TransactItems: [
      { Update: {
        TableName: this.#table, Key: key(id), UpdateExpression: 'SET #status = :running, startedAt = :at', ConditionExpression: '#status = :ready',
        ExpressionAttributeNames: { '#status': 'status' }, ExpressionAttributeValues: { ':running': 'running', ':ready': 'ready', ':at': at },
      } },
      ...outboxItems(this.#tables.cases(), id, at, 'import', [startEntry(id, 1, 'register-import')]),
    ] })));
    return failed.length === 0 ? 'started' : 'moved-on';
  }

  async progress(id: string, { written, total }: { readonly written: number; readonly total: number }): Promise<void> {
    await this.#ifHolds(this.#documents.send(new UpdateCommand({
      TableName: this.#table, Key: key(id), UpdateExpression: 'SET written = :written, #total = :total', ConditionExpression: '#status = :running',
      ExpressionAttributeNames: { '#status': 'status', '#total': 'total' }, ExpressionAttributeValues: { ':running': 'running', ':written': written, ':total': total },
    })));
  }

  async end(id: string, status: 'done' | 'outdated' | 'failed', at: Instant): Promise<void> {
    const ended = await this.#ifHolds(this.#documents.send(new UpdateCommand({
      TableName: this.#table, Key: key(id), UpdateExpression: 'SET #status = :status, endedAt = :at', ConditionExpression: '#status = :running',
      ExpressionAttributeNames: { '#status': 'status' }, ExpressionAttributeValues: { ':running': 'running', ':status': status, ':at': at },
    })));
    if (ended) await this.#removeContent(id);
  }

  async prune({ unused, any }: { readonly unused: Instant; readonly any: Instant }): Promise<void> {
    const old = (await this.list()).filter(({ status, at }) => status !== 'running' && at < (status === 'ready' || status === 'refused' || status === 'unchanged' ? unused : any));
    for (const { id } of old) {
      await this.#removeContent(id);
      await this.#delete([key(id)]);
    }
  }

  async #removeContent(id: string): Promise<void> {
    await this.#delete((await this.#query(chunksPk(id))).map(({ sk }) => ({ pk: chunksPk(id), sk: String(sk) })));
  }
  async #delete(keys: readonly { readonly pk: string; readonly sk: string }[]): Promise<void> {
    for (let start = 0; start < keys.length; start += batchSize) {
      const answer = await asking(this.#documents.send(new BatchWriteCommand({ RequestItems: { [this.#table]: keys.slice(start, start + batchSize).map((Key) => ({ DeleteRequest: { Key } })) } })));
      if (Object.keys(answer.UnprocessedItems ?? {}).length > 0) throw new Throttled('The store asks to slow down');
    }
  }
  async #query(partition: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const items: Record<string, unknown>[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const answer = await asking(this.#documents.send(new QueryCommand({
        TableName: this.#table, ConsistentRead: true, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': partition }, ...(start && { ExclusiveStartKey: start }),
      })));
      items.push(...answer.Items ?? []);
      start = answer.LastEvaluatedKey;
    } while (start !== undefined);
    return items;
  }
  async #ifHolds(call: Promise<unknown>): Promise<boolean> {
    try {
      await asking(call);
      return true;
    } catch (error) {
      if (isConditionFailure(error)) return false;
      throw error;
    }
  }
}

function recordOf(item: Readonly<Record<string, unknown>>): ImportRecord {
  const { details: packed, ...record } = stored.parse(item);
  return { ...record, ...details.parse(JSON.parse(gunzipSync(packed).toString('utf8'))) };
}
