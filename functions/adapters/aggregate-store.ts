import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { BatchWriteCommand, GetCommand, PutCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { Throttled } from '../domain/errors.ts';
import type { Contribution } from '../domain/statistics/contribution.ts';
import { monthsOf } from '../domain/statistics/months.ts';
import type { Recomputation } from '../domain/statistics/recomputation.ts';
import type { LikeCase, Likeness } from '../domain/statistics/similar.ts';
import { likenessBys } from '../domain/statistics/words.ts';
import { settledGeneration, type AggregateStore, type KeptFigures } from '../use-cases/ports-statistics.ts';
import { casePk } from './case-row.ts';
import type { TransactItem } from './case-write.ts';
import { asking, isConditionFailure, transact } from './store-errors.ts';

/** A row of figures stands as so many, so that two writers seldom meet at one; readers add them up. */
const shards = 4;
const shardOf = (caseId: string): number => [...caseId].reduce((sum, character) => sum + (character.codePointAt(0) ?? 0), 0) % shards;
/** Of one counterpart and one clause few cases are sent at once, and a report reads all of these rows: they stand once. */
const isNarrow = (row: string): boolean => row.split('|')[3] === 'shortfall';

const recomputationKey = { pk: 'AGGREGATES', sk: 'RECOMPUTATION' } as const;
const contributionKey = (caseId: string) => ({ pk: casePk(caseId), sk: 'CONTRIBUTION' });
const figurePk = (generation: number, month: string): string => `AGGREGATE#${generation}#${month}`;
/** `2026-11|all|outgoing|category|medication` → `AGGREGATE#1#2026-11 / all|outgoing|category|medication|3`. */
const figureKey = (generation: number, row: string, shard: number) => ({ pk: figurePk(generation, row.slice(0, 7)), sk: `${row.slice(8)}|${shard}` });
const likePk = ({ direction, counterpartId }: Likeness): string => `LIKE#${direction}#${counterpartId}`;
const likeSk = ({ by, value }: Likeness): string => `${by}#${value}#`;
const likeKey = (like: LikeCase) => ({ pk: likePk(like), sk: `${likeSk(like)}${like.createdAt}#${like.caseId}` });

const counts = z.record(z.string(), z.number());
const contribution = z.object({
  revision: z.number(),
  generations: z.record(z.string(), z.record(z.string(), counts)),
  likeCases: z.array(z.object({ direction: z.enum(['outgoing', 'incoming']), counterpartId: z.string(), by: z.enum(likenessBys), value: z.string(), createdAt: z.string(), caseId: z.string() })),
});
const recomputation = z.object({
  revision: z.number(), shape: z._default(z.number(), 1), current: z.number(), building: z.nullable(z.number()), cursor: z.nullable(z.string()), done: z.number(), startedAt: z.string(),
  finishedAt: z.nullable(z.string()), firstMonth: z.nullable(z.string()), clearing: z.nullable(z.object({ generation: z.number(), month: z.string() })),
});
const figureRow = z.object({ sk: z.string() });
const likeRow = z.object({ sk: z.string() });

/** Every case is in one of these states of the execution index. */
const states = ['open', 'overdue', 'stopped', 'following', 'ended'] as const;
const cursorOf = z.object({ state: z.number(), from: z.optional(z.record(z.string(), z.unknown())) });
const casesAtATime = 50;
const named = z.object({ summary: z.object({ id: z.string() }) });
/** DynamoDB writes so many in a batch. */
const rowsPerBatch = 25;
type Item = Readonly<Record<string, unknown>>;

export class DynamoAggregateStore implements AggregateStore {
  readonly #documents: DynamoDBDocumentClient;
  readonly #table: () => string;

  constructor(documents: DynamoDBDocumentClient, table: () => string) {
    this.#documents = documents;
    this.#table = table;
  }

  async contribution(caseId: string): Promise<Awaited<ReturnType<AggregateStore['contribution']>>> {
    const item = await this.#get(contributionKey(caseId));
    if (item === undefined) return { revision: 0, generations: new Map(), likeCases: [] };
    const { revision, generations, likeCases } = contribution.parse(item);
    return { revision, likeCases, generations: new Map(Object.entries(generations).map(([generation, rows]) => [Number(generation), new Map(Object.entries(rows))])) };
  }

  async write({ caseId, seen, generations, likeCases, changes }: Parameters<AggregateStore['write']>[0]): Promise<boolean> {
    const TableName = this.#table();
    const plain = (rows: Contribution) => Object.fromEntries(rows);
    const isFirst = seen.revision === 0;
    const items: TransactItem[] = [{ Put: {
      TableName,
      Item: { ...contributionKey(caseId), revision: seen.revision + 1, likeCases, generations: Object.fromEntries([...generations].map(([generation, rows]) => [String(generation), plain(rows)])) },
      ConditionExpression: isFirst ? 'attribute_not_exists(pk)' : '#revision = :seen',
      ...(!isFirst && { ExpressionAttributeNames: { '#revision': 'revision' }, ExpressionAttributeValues: { ':seen': seen.revision } }),
    } }];
    for (const [generation, rows] of changes) {
      for (const [row, changed] of rows) items.push(this.#adding(figureKey(generation, row, isNarrow(row) ? 0 : shardOf(caseId)), changed));
    }
    const keep = new Set(likeCases.map((like) => JSON.stringify(likeKey(like))));
    for (const like of seen.likeCases) if (!keep.has(JSON.stringify(likeKey(like)))) items.push({ Delete: { TableName, Key: likeKey(like) } });
    for (const like of likeCases) items.push({ Put: { TableName, Item: likeKey(like) } });
    const failed = await transact(() => this.#documents.send(new TransactWriteCommand({ TransactItems: items })));
    return failed.length === 0;
  }

  async recomputation(): Promise<Recomputation | undefined> {
    const item = await this.#get(recomputationKey);
    return item === undefined ? undefined : recomputation.parse(item);
  }

  async putRecomputation(next: Recomputation): Promise<boolean> {
    const isFirst = next.revision === 1;
    try {
      await asking(this.#documents.send(new PutCommand({
        TableName: this.#table(), Item: { ...recomputationKey, ...next },
        ConditionExpression: isFirst ? 'attribute_not_exists(pk)' : '#revision = :before',
        ...(!isFirst && { ExpressionAttributeNames: { '#revision': 'revision' }, ExpressionAttributeValues: { ':before': next.revision - 1 } }),
      })));
      return true;
    } catch (error) {
      if (isConditionFailure(error)) return false;
      throw error;
    }
  }

  /** A case that changes its state on the way is written, and so kept by the stream. */
  async someCases(cursor: string | null): Promise<{ readonly caseIds: readonly string[]; readonly cursor: string | null }> {
    const { state, from } = cursor === null ? { state: 0 } : cursorOf.parse(JSON.parse(cursor));
    const answer = await asking(this.#documents.send(new QueryCommand({
      TableName: this.#table(), IndexName: 'execution', KeyConditionExpression: 'executionKey = :state', ExpressionAttributeValues: { ':state': states[state] },
      Limit: casesAtATime, ...(from && { ExclusiveStartKey: from }),
    })));
    const caseIds = (answer.Items ?? []).map((item) => named.parse(item).summary.id);
    if (answer.LastEvaluatedKey) return { caseIds, cursor: JSON.stringify({ state, from: answer.LastEvaluatedKey }) };
    return { caseIds, cursor: state + 1 < states.length ? JSON.stringify({ state: state + 1 }) : null };
  }

  async clear(generation: number, month: string): Promise<void> {
    const TableName = this.#table();
    const rows = await this.#query({ ':pk': figurePk(generation, month) }, 'pk = :pk', 'pk, sk');
    for (let start = 0; start < rows.length; start += rowsPerBatch) {
      const requests = rows.slice(start, start + rowsPerBatch).map((Key) => ({ DeleteRequest: { Key } }));
      const answer = await asking(this.#documents.send(new BatchWriteCommand({ RequestItems: { [TableName]: requests } })));
      if (Object.keys(answer.UnprocessedItems ?? {}).length > 0) throw new Throttled('The store asks to slow down');
    }
  }

  async figures(generation: number, months: Parameters<AggregateStore['figures']>[1], { scope, direction, dimension }: Parameters<AggregateStore['figures']>[2]): Promise<readonly KeptFigures[]> {
    const begin = `${scope}|${direction}|${dimension}|`;
    const each = await Promise.all(monthsOf(months).map(async (month) => {
      const rows = await Promise.all([generation, settledGeneration].map((one) => this.#query({ ':pk': figurePk(one, month), ':begin': begin }, 'pk = :pk AND begins_with(sk, :begin)')));
      return rows.flat().map((item): KeptFigures => {
        const { pk: _pk, sk: _sk, ...counted } = item;
        const value = figureRow.parse(item).sk.slice(begin.length).replace(/\|\d+$/, '');
        return { month, value, counts: counts.parse(counted) };
      });
    }));
    return each.flat();
  }

  async like(likeness: Likeness, { from, to }: Parameters<AggregateStore['like']>[1], limit: number): Promise<Awaited<ReturnType<AggregateStore['like']>>> {
    const rows = await this.#query(
      { ':pk': likePk(likeness), ':from': `${likeSk(likeness)}${from}`, ':to': `${likeSk(likeness)}${to}~` }, 'pk = :pk AND sk BETWEEN :from AND :to', 'sk', true,
    );
    const cases = rows.map((item) => {
      const [createdAt = '', caseId = ''] = likeRow.parse(item).sk.slice(likeSk(likeness).length).split('#');
      return { createdAt, caseId };
    });
    return { count: cases.length, cases: cases.toReversed().slice(0, limit) };
  }

  #adding(Key: { readonly pk: string; readonly sk: string }, changed: Readonly<Record<string, number>>): TransactItem {
    const entries = Object.entries(changed);
    return { Update: {
      TableName: this.#table(), Key,
      UpdateExpression: `ADD ${entries.map((_, index) => `#c${index} :c${index}`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(entries.map(([name], index) => [`#c${index}`, name])),
      ExpressionAttributeValues: Object.fromEntries(entries.map(([, change], index) => [`:c${index}`, change])),
    } };
  }

  async #get(Key: { readonly pk: string; readonly sk: string }): Promise<Item | undefined> {
    return (await asking(this.#documents.send(new GetCommand({ TableName: this.#table(), Key, ConsistentRead: true })))).Item;
  }

  async #query(values: Readonly<Record<string, string>>, condition: string, projection?: string, consistent = false): Promise<readonly Item[]> {
    const items: Item[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const answer = await asking(this.#documents.send(new QueryCommand({
        TableName: this.#table(), KeyConditionExpression: condition, ExpressionAttributeValues: values, ConsistentRead: consistent,
        ...(projection !== undefined && { ProjectionExpression: projection }), ...(start && { ExclusiveStartKey: start }),
      })));
      items.push(...(answer.Items ?? []));
      start = answer.LastEvaluatedKey;
    } while (start !== undefined);
    return items;
  }
}
