import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { BatchWriteCommand, GetCommand, PutCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { CursorInvalid, NotFound, StaleVersion, Throttled } from '../domain/errors.ts';
import type { ChainHead } from '../domain/event-chain.ts';
import type { RetentionRun, RunItem } from '../domain/keeping/retention-run.ts';
import { documentTypes, obstacles, retentionEnds, retentionOutcomes, retentionStarts, runStates } from '../domain/keeping/words.ts';
import { directions, roles } from '../domain/vocabulary.ts';
import type { KeptCase, RetentionStore, RunChange } from '../use-cases/ports-retention.ts';
import type { ExecutionState, Page } from '../use-cases/ports.ts';
import { casePk } from './case-row.ts';
import { idempotencyItem, outboxItems } from './case-write.ts';
import { asking, isConditionFailure, transact } from './store-errors.ts';

const signature = z.object({ by: z.string(), at: z.string(), note: z.string(), eraseFrom: z.string() });
const rule = z.object({ documentType: z.enum(documentTypes), from: z.enum(retentionStarts), keepMonths: z.number(), ending: z.enum(retentionEnds), ground: z.string() });
const tally = z.object({ due: z.number(), held: z.number(), blocked: z.number(), exempted: z.number(), erased: z.number(), spared: z.number(), oldest: z.string(), newest: z.string() });
const storedRun = z.object({
  id: z.string(), drawnAt: z.string(), date: z.string(), routine: z.object({ id: z.string(), version: z.number() }), rules: z.array(rule), told: z.enum(roles), signOff: z.enum(roles), graceDays: z.number(),
  state: z.enum(runStates), version: z.number(), cursor: z.nullable(z.string()), tallies: z.partialRecord(z.enum(documentTypes), tally), toldIn: z.string(),
  signedOff: z.optional(signature), finishedAt: z.optional(z.string()),
});
const storedItem = z.object({
  id: z.string(), documentType: z.enum(documentTypes), caseId: z.nullable(z.string()), number: z.nullable(z.string()), since: z.string(), dueOn: z.string(), ending: z.enum(retentionEnds),
  outcome: z.enum(retentionOutcomes), obstacle: z.optional(z.enum(obstacles)), exemption: z.optional(z.object({ by: z.string(), at: z.string(), reason: z.string() })), erasedAt: z.optional(z.string()), entries: z.optional(z.number()),
});
const runPk = (id: string): string => `RETENTION#${id}`;
const runKey = (id: string) => ({ pk: runPk(id), sk: 'RUN' });
const itemKey = (runId: string, id: string) => ({ pk: runPk(runId), sk: `ITEM#${id}` });
/** In the index of parties, in partitions of its own. */
const partition = (state: 'open' | 'done'): string => `retention-run#${state}`;
const runRow = (run: RetentionRun) => ({ ...runKey(run.id), run, version: run.version, partyKey: partition(run.state === 'done' ? 'done' : 'open'), dueKey: `${run.date}#${run.id}` });
const itemRow = (runId: string, item: RunItem) => ({ ...itemKey(runId, item.id), item });

/** As an index of the cases shows one; `retired` is taken away by the next command on the case. */
const kept = z.object({
  dueKey: z.string(),
  summary: z.object({
    id: z.string(), number: z.string(), direction: z._default(z.enum(directions), 'outgoing'), counterpartId: z.nullable(z.string()), patientKey: z._default(z.nullable(z.string()), null), createdAt: z.string(),
    retired: z._default(z.array(z.enum(documentTypes)), []),
  }),
});
/** Written when somebody fetches a package that holds the case (archive-store.ts). */
const archived = z.object({ digest: z.string() });
const partKeys = { attachment: 'ATTACHMENT#', mailLedger: 'MAIL#' } as const;
const keyShape = z.record(z.string(), z.unknown());
const stateCursor = z.object({ state: z.number(), from: z.optional(keyShape) });
const endedStates = ['ended', 'erased'] as const;
const casesAtATime = 200;
/** DynamoDB writes so many in a batch. */
const rowsPerBatch = 25;
type Item = Readonly<Record<string, unknown>>;

/** `RETENTION#2031-03 / RUN` and its entries, in the table of cases; kept for good: they say what was erased, when and under which decision. */
export class DynamoRetentionStore implements RetentionStore {
  readonly #documents: DynamoDBDocumentClient;
  readonly #tables: { readonly cases: () => string; readonly accessLog: () => string };

  constructor(documents: DynamoDBDocumentClient, tables: { readonly cases: () => string; readonly accessLog: () => string }) {
    this.#documents = documents;
    this.#tables = tables;
  }
  get #table(): string {
    return this.#tables.cases();
  }

  async find(id: string): Promise<RetentionRun | undefined> {
    const item = await this.#get(runKey(id));
    return item && storedRun.parse(item['run']);
  }

  async open(): Promise<readonly RetentionRun[]> {
    const { rows } = await this.#listed('open', true, 10, undefined);
    return rows.filter(({ state }) => state !== 'done');
  }

  done({ limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined }): Promise<Page<RetentionRun>> {
    return this.#listed('done', false, limit, cursor);
  }

  async draw(run: RetentionRun): Promise<'drawn' | 'exists'> {
    try {
      await asking(this.#documents.send(new PutCommand({ TableName: this.#table, Item: runRow(run), ConditionExpression: 'attribute_not_exists(pk)' })));
      return 'drawn';
    } catch (error) {
      if (isConditionFailure(error)) return 'exists';
      throw error;
    }
  }

  async change(next: RetentionRun, { at, items = [], outbox = [], idempotency }: RunChange): Promise<void> {
    const TableName = this.#table;
    const failed = await transact(() => this.#documents.send(new TransactWriteCommand({ TransactItems: [
      { Put: { TableName, Item: runRow(next), ConditionExpression: '#version = :seen', ExpressionAttributeNames: { '#version': 'version' }, ExpressionAttributeValues: { ':seen': next.version - 1 } } },
      ...items.map((item) => ({ Put: { TableName, Item: itemRow(next.id, item) } })),
      ...(idempotency ? [idempotencyItem(TableName, idempotency, at)] : []),
      ...outboxItems(TableName, `retention-${next.id}`, at, `v${String(next.version).padStart(5, '0')}`, outbox),
    ] })));
    if (failed.length === 0) return;
    const now = await this.find(next.id);
    if (!now) throw new NotFound('retention-run');
    throw new StaleVersion(now.version);
  }

  async putItems(runId: string, items: readonly RunItem[]): Promise<void> {
    const TableName = this.#table;
    for (let start = 0; start < items.length; start += rowsPerBatch) {
      const RequestItems = { [TableName]: items.slice(start, start + rowsPerBatch).map((item) => ({ PutRequest: { Item: itemRow(runId, item) } })) };
      const answer = await asking(this.#documents.send(new BatchWriteCommand({ RequestItems })));
      if (Object.keys(answer.UnprocessedItems ?? {}).length > 0) throw new Throttled('The store asks to slow down');
    }
  }

  async item(runId: string, id: string): Promise<RunItem | undefined> {
    const item = await this.#get(itemKey(runId, id));
    return item && storedItem.parse(item['item']);
  }

  async items(runId: string, { limit, cursor, outcome }: Parameters<RetentionStore['items']>[1]): Promise<Page<RunItem>> {
    const rows: RunItem[] = [];
    let start: Item | undefined = cursor === undefined ? undefined : { pk: runPk(runId), sk: decoded(cursor) };
    do {
      const answer = await asking(this.#documents.send(new QueryCommand({
        TableName: this.#table, ConsistentRead: true, KeyConditionExpression: 'pk = :pk AND begins_with(sk, :item)',
        ExpressionAttributeValues: { ':pk': runPk(runId), ':item': 'ITEM#', ...(outcome !== undefined && { ':outcome': outcome }) },
        ...(outcome !== undefined && { FilterExpression: '#item.#outcome = :outcome', ExpressionAttributeNames: { '#item': 'item', '#outcome': 'outcome' } }),
        Limit: limit - rows.length, ...(start && { ExclusiveStartKey: start }),
      })));
      rows.push(...(answer.Items ?? []).map((item) => storedItem.parse(item['item'])));
      start = answer.LastEvaluatedKey;
    } while (start !== undefined && rows.length < limit);
    return { rows, cursor: start === undefined ? null : Buffer.from(String(start['sk'])).toString('base64url') };
  }

  async keptCases(state: ExecutionState, before: string | null, cursor: string | null): ReturnType<RetentionStore['keptCases']> {
    const ended = state === 'ended' || state === 'following';
    const answer = await asking(this.#documents.send(new QueryCommand({
      TableName: this.#table, IndexName: 'execution', KeyConditionExpression: `executionKey = :state${before === null ? '' : ' AND dueKey < :before'}`,
      ExpressionAttributeValues: { ':state': state, ...(before !== null && { ':before': before }) },
      Limit: casesAtATime, ...(cursor !== null && { ExclusiveStartKey: keyShape.parse(JSON.parse(cursor)) }),
    })));
    const cases = (answer.Items ?? []).map((item): KeptCase => {
      const { dueKey, summary } = kept.parse(item);
      return { ...summary, endedAt: ended ? dueKey.slice(0, -(summary.id.length + 1)) : null };
    });
    return { cases, cursor: answer.LastEvaluatedKey ? JSON.stringify(answer.LastEvaluatedKey) : null };
  }

  async endedBefore(before: string, cursor: string | null): ReturnType<RetentionStore['endedBefore']> {
    const { state, from } = cursor === null ? { state: 0 } : stateCursor.parse(JSON.parse(cursor));
    const answer = await asking(this.#documents.send(new QueryCommand({
      TableName: this.#table, IndexName: 'execution', KeyConditionExpression: 'executionKey = :state AND dueKey < :before', ExpressionAttributeValues: { ':state': endedStates[state], ':before': before },
      ProjectionExpression: 'pk', Limit: casesAtATime, ...(from && { ExclusiveStartKey: from }),
    })));
    const caseIds = (answer.Items ?? []).map(({ pk }) => String(pk).slice('CASE#'.length));
    if (answer.LastEvaluatedKey) return { caseIds, cursor: JSON.stringify({ state, from: answer.LastEvaluatedKey }) };
    return { caseIds, cursor: state + 1 < endedStates.length ? JSON.stringify({ state: state + 1 }) : null };
  }

  async hasPart(caseId: string, part: keyof typeof partKeys): Promise<boolean> {
    const { Count = 0 } = await asking(this.#documents.send(new QueryCommand({
      TableName: this.#table, KeyConditionExpression: 'pk = :pk AND begins_with(sk, :part)', ExpressionAttributeValues: { ':pk': casePk(caseId), ':part': partKeys[part] }, Limit: 1, Select: 'COUNT',
    })));
    return Count > 0;
  }

  async isArchived(caseId: string, head: ChainHead | null): Promise<boolean> {
    const found = archived.safeParse(await this.#get({ pk: casePk(caseId), sk: 'ARCHIVED' }));
    return found.success && found.data.digest === (head?.digest ?? '');
  }

  async countAccess(unitIds: readonly string[], before: string): Promise<number> {
    let count = 0;
    for (const unitId of unitIds) {
      let start: Item | undefined;
      do {
        const answer = await asking(this.#documents.send(new QueryCommand({
          TableName: this.#tables.accessLog(), IndexName: 'unit', KeyConditionExpression: 'unitId = :unit AND #at < :before', ExpressionAttributeNames: { '#at': 'at' },
          ExpressionAttributeValues: { ':unit': unitId, ':before': before }, Select: 'COUNT', ...(start && { ExclusiveStartKey: start }),
        })));
        count += answer.Count ?? 0;
        start = answer.LastEvaluatedKey;
      } while (start !== undefined);
    }
    return count;
  }

  async #listed(state: 'open' | 'done', ascending: boolean, limit: number, cursor: string | undefined): Promise<Page<RetentionRun>> {
    const after = cursor === undefined ? undefined : decoded(cursor);
    const answer = await asking(this.#documents.send(new QueryCommand({
      TableName: this.#table, IndexName: 'party', KeyConditionExpression: `partyKey = :partition${after === undefined ? '' : ' AND dueKey < :after'}`, ScanIndexForward: ascending, Limit: limit + 1,
      ExpressionAttributeValues: { ':partition': partition(state), ...(after !== undefined && { ':after': after }) },
    })));
    const keys = (answer.Items ?? []).flatMap(({ pk, dueKey }) => (typeof pk === 'string' && typeof dueKey === 'string' ? [{ id: pk.slice('RETENTION#'.length), dueKey }] : []));
    const shown = keys.slice(0, limit);
    const rows = await Promise.all(shown.map(({ id }) => this.find(id)));
    const last = shown.at(-1);
    return { rows: rows.filter((row) => row !== undefined), cursor: last !== undefined && keys.length > limit ? Buffer.from(last.dueKey).toString('base64url') : null };
  }

  async #get(Key: { readonly pk: string; readonly sk: string }): Promise<Item | undefined> {
    return (await asking(this.#documents.send(new GetCommand({ TableName: this.#table, Key, ConsistentRead: true })))).Item;
  }
}

/** @throws CursorInvalid */
const decoded = (cursor: string): string => {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  if (!/^[\w#-]{1,200}$/.test(text)) throw new CursorInvalid();
  return text;
};
