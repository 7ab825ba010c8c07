import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { CursorInvalid } from '../domain/errors.ts';
import type { ActionListing, ActionRow, CaseList, CaseRow, Page, PageRequest } from '../use-cases/ports.ts';
import { actionPartition, actionRowOf } from './action-register.ts';
import { caseRowOf } from './case-row.ts';
import { inboxPartitions } from './inbox-key.ts';
import { asking } from './store-errors.ts';

/** One index, some of its partitions, in one direction: the question behind a list. */
interface Question {
  readonly index: string;
  readonly partitionAttribute: string;
  readonly sortAttribute: 'dueKey' | 'createdKey';
  readonly partitions: readonly string[];
  readonly ascending: boolean;
}
const openness = (open: boolean): string => (open ? 'open' : 'closed');
const questionOf = (list: CaseList): Question => {
  switch (list.by) {
    case 'responsible':
      return { index: 'responsible', partitionAttribute: 'responsibleKey', sortAttribute: 'dueKey', partitions: inboxPartitions(list.scopes).map((whose) => `${whose}#${openness(list.open)}`), ascending: list.open };
    case 'unit':
      return { index: 'unit', partitionAttribute: 'unitKey', sortAttribute: 'dueKey', partitions: list.unitIds.map((unitId) => `${unitId}#${openness(list.open)}`), ascending: list.open };
    case 'reporter':
      return { index: 'reporter', partitionAttribute: 'reporterKey', sortAttribute: 'createdKey', partitions: [list.userId], ascending: false };
    case 'party':
      return { index: 'party', partitionAttribute: 'partyKey', sortAttribute: 'dueKey', partitions: [`${list.organisationId}#${openness(list.open)}`], ascending: list.open };
    case 'execution':
      return { index: 'execution', partitionAttribute: 'executionKey', sortAttribute: 'dueKey', partitions: list.states, ascending: !list.states.every((state) => state === 'ended') };
  }
};

/**
 * A cursor is the sort key of the last row given, bound to its list by a digest. It may be altered by hand, but only to
 * another place in the same list, which the caller may read anyway.
 */
const cursorShape = z.object({ list: z.string(), after: z.string().check(z.maxLength(200)) });
interface Digested {
  readonly list: unknown;
  readonly page: PageRequest;
}
const digestOf = ({ list, page }: Digested): string =>
  createHash('sha256').update(JSON.stringify([list, page.statuses ?? null, page.dueBefore === undefined ? null : 'due', page.stopped ?? null, ...(page.direction === undefined ? [] : [page.direction])])).digest('base64url').slice(0, 16);
const cursorFor = (of: Digested, after: string): string => Buffer.from(JSON.stringify({ list: digestOf(of), after })).toString('base64url');
const afterOf = (of: Digested): string | undefined => {
  if (of.page.cursor === undefined) return undefined;
  let decoded: unknown;
  try {
    decoded = JSON.parse(Buffer.from(of.page.cursor, 'base64url').toString('utf8'));
  } catch {
    throw new CursorInvalid();
  }
  const result = cursorShape.safeParse(decoded);
  if (!result.success || result.data.list !== digestOf(of)) throw new CursorInvalid();
  return result.data.after;
};

type Item = Readonly<Record<string, unknown>>;
interface Found {
  readonly sortKey: string;
  readonly item: Item;
}
/** Rows of these statuses, this direction, and stopped or not, alone; `direction` lies in the summary, outgoing ones of old have none. */
const filterOf = ({ statuses = [], direction, stopped }: PageRequest) => {
  const conditions = [
    ...(statuses.length > 0 ? [`#status IN (${statuses.map((_, index) => `:status${index}`).join(', ')})`] : []),
    ...(stopped === undefined ? [] : ['#stopped = :stopped']),
    ...(direction === 'incoming' ? ['#summary.#direction = :incoming'] : []),
    ...(direction === 'outgoing' ? ['(attribute_not_exists(#summary.#direction) OR #summary.#direction <> :incoming)'] : []),
  ];
  return conditions.length === 0 ? null : {
    expression: conditions.join(' AND '),
    names: { ...(statuses.length > 0 && { '#status': 'status' }), ...(stopped !== undefined && { '#stopped': 'stopped' }), ...(direction !== undefined && { '#summary': 'summary', '#direction': 'direction' }) },
    values: { ...Object.fromEntries(statuses.map((status, index) => [`:status${index}`, status])), ...(stopped !== undefined && { ':stopped': stopped }), ...(direction !== undefined && { ':incoming': 'incoming' }) },
  };
};

/** Up to `limit` rows of one partition after a sort key. */
const queryPartition = async (documents: DynamoDBDocumentClient, table: string, question: Question, partition: string, after: string | undefined, page: PageRequest, limit: number): Promise<Found[]> => {
  const found: Found[] = [];
  let start: Record<string, unknown> | undefined;
  // Every key begins with a year and holds no space: `after + space` is the first place after `after`.
  const range = question.ascending
    ? { condition: 'BETWEEN :from AND :to', values: { ':from': after === undefined ? '0' : `${after} `, ':to': page.dueBefore ?? '~' } }
    : { condition: '< :to', values: { ':to': after ?? '~' } };
  const filter = filterOf(page);
  do {
    const answer = await asking(documents.send(new QueryCommand({
      TableName: table,
      IndexName: question.index,
      KeyConditionExpression: `#partition = :partition AND #sort ${range.condition}`,
      ExpressionAttributeNames: { '#partition': question.partitionAttribute, '#sort': question.sortAttribute, ...filter?.names },
      ExpressionAttributeValues: { ':partition': partition, ...range.values, ...filter?.values },
      ...(filter && { FilterExpression: filter.expression }),
      ScanIndexForward: question.ascending,
      Limit: Math.max(limit - found.length, filter ? 100 : 1),
      ...(start && { ExclusiveStartKey: start }),
    })));
    for (const item of answer.Items ?? []) {
      const sortKey: unknown = item[question.sortAttribute];
      if (typeof sortKey === 'string') found.push({ sortKey, item });
    }
    start = answer.LastEvaluatedKey;
  } while (start !== undefined && found.length < limit);
  return found.slice(0, limit);
};

/** Partitions are read side by side and merged by sort key; never a scan. @throws CursorInvalid */
const listItems = async (documents: DynamoDBDocumentClient, table: string, question: Question, of: Digested): Promise<Page<Item>> => {
  const { page } = of;
  const after = afterOf(of);
  const perPartition = await Promise.all(question.partitions.map((partition) =>
    queryPartition(documents, table, question, partition, after, page, page.limit + 1)));
  const direction = question.ascending ? 1 : -1;
  const merged = perPartition.flat().toSorted((one, other) => (one.sortKey < other.sortKey ? -direction : direction));
  const rows = merged.slice(0, page.limit);
  const last = rows.at(-1);
  return {
    rows: rows.map(({ item }) => item),
    cursor: last !== undefined && merged.length > page.limit ? cursorFor(of, last.sortKey) : null,
  };
};

export const listCases = async (documents: DynamoDBDocumentClient, table: string, list: CaseList, page: PageRequest): Promise<Page<CaseRow>> => {
  const { rows, cursor } = await listItems(documents, table, questionOf(list), { list, page });
  return { rows: rows.map(caseRowOf), cursor };
};

/** The action register's rows lie in the same indexes, in partitions of their own (action-register.ts). */
const actionQuestion = (list: ActionListing): Question => {
  const ascending = !list.done;
  switch (list.by) {
    case 'responsible':
      return { index: 'responsible', partitionAttribute: 'responsibleKey', sortAttribute: 'dueKey', partitions: inboxPartitions(list.scopes).map((whose) => actionPartition(whose, list.done)), ascending };
    case 'unit':
      return { index: 'unit', partitionAttribute: 'unitKey', sortAttribute: 'dueKey', partitions: list.unitIds.map((unitId) => actionPartition(unitId, list.done)), ascending };
    case 'user':
      return { index: 'party', partitionAttribute: 'partyKey', sortAttribute: 'dueKey', partitions: list.userIds.map((userId) => actionPartition(userId, list.done)), ascending };
  }
};
/** @throws CursorInvalid */
export const listActions = async (documents: DynamoDBDocumentClient, table: string, list: ActionListing, page: Pick<PageRequest, 'limit' | 'cursor'>): Promise<Page<ActionRow>> => {
  const { dueBefore, ...rest } = list;
  const whole: PageRequest = { ...page, dueBefore };
  const { rows, cursor } = await listItems(documents, table, actionQuestion(list), { list: ['actions', rest], page: whole });
  return { rows: rows.map(actionRowOf), cursor };
};
