import type { DynamoDBDocumentClient, TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { Conflict, IdempotencyKeyReused, NotFound, StaleVersion } from '../domain/errors.ts';
import { milliseconds } from '../domain/instant.ts';
import type { Case, CaseEvent, Instant } from '../domain/case.ts';
import { packedOutbox, type OutboxEntry, type OutboxRow } from '../domain/outbox.ts';
import type { CaseWrite, CommitOutcome, IdempotentAnswer, Json, RowWrite } from '../use-cases/ports.ts';
import { accessRowOn } from './access-log.ts';
import { actionItem } from './action-register.ts';
import { caseAttributes, caseKey, casePk } from './case-row.ts';
import { chainedEvents, type Chained } from './chained-events.ts';
import { disputeItem } from './dispute-register.ts';
import { draftKey } from './draft-store.ts';
import { referenceRow } from './patient-reference-store.ts';
import { pendingHeadRow } from './pending-heads.ts';
import { inPendingIndex } from './pending-index.ts';
import type { FailedCondition } from './store-errors.ts';
import { transact } from './store-errors.ts';

/** Table names, asked for when needed: a function that writes no patient reference need not know its table. */
export interface StoreTables {
  readonly cases: () => string;
  readonly patientReferences: () => string;
  readonly accessLog: () => string;
}
export type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** How long a repeated command finds its answer. */
const idempotencySeconds = 48 * 3600;
export const idempotencyKey = (scope: string, key: string) => ({ pk: `IDEMPOTENCY#${scope}#${key}`, sk: 'IDEMPOTENCY' });
export const idempotencyRow = z.object({ bodyHash: z.string(), answer: z.string(), expiresAt: z.number() });

const put = (TableName: string, Item: Record<string, unknown>): TransactItem => ({ Put: { TableName, Item } });
const eventKey = ({ caseId, at, id }: CaseEvent) => ({ pk: casePk(caseId), sk: `EVENT#${at}#${id}` });
/** Events as links of their case's chain, and the row by which the day's document finds its head. */
export const eventItems = (table: string, { id, number }: Pick<Case, 'id' | 'number'>, { links, mended, head }: Chained): TransactItem[] => [
  ...links.map(({ event, chain, salt }) => put(table, { ...eventKey(event), event, chain, salt })),
  // Its link stays as it was; without the salt nobody can find out what stood there.
  ...mended.map(({ event, mended: content }) => ({ Update: {
    TableName: table, Key: eventKey(event), UpdateExpression: 'SET #event = :event, #mended = :mended REMOVE #salt',
    ExpressionAttributeNames: { '#event': 'event', '#mended': 'mended', '#salt': 'salt' }, ExpressionAttributeValues: { ':event': event, ':mended': content },
  } })),
  ...(links.length > 0 && head !== null ? [put(table, pendingHeadRow({ caseId: id, number, ...head }))] : []),
];
/** Outbox rows are read in key order: instant, writer, place. */
export const outboxItems = (table: string, caseId: string, at: string, writer: string, outbox: readonly OutboxEntry[]): TransactItem[] =>
  packedOutbox(outbox).map((entry, index) => {
    const id = `${at}-${writer}-${String(index + 1).padStart(3, '0')}`;
    const row: OutboxRow = { id, caseId, at, entry };
    return put(table, { pk: casePk(caseId), sk: `OUTBOX#${id}`, ...row, ...inPendingIndex('outbox', at, caseId) });
  });
export const rowItem = (TableName: string, write: RowWrite): TransactItem => write.kind === 'delete'
  ? { Delete: { TableName, Key: { pk: write.pk, sk: write.sk } } }
  : { Put: { TableName, Item: write.row, ...(write.onVersion !== undefined && {
    ConditionExpression: '#version = :seen', ExpressionAttributeNames: { '#version': 'version' }, ExpressionAttributeValues: { ':seen': write.onVersion }, ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  }), ...(write.onlyIfAbsent && { ConditionExpression: 'attribute_not_exists(pk)', ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }) } };

/** `SET` for all attributes; a name `#a0` and a value `:a0` each, since many are reserved words. */
export const settingAll = (attributes: Readonly<Record<string, unknown>>) => {
  const entries = Object.entries(attributes).filter(([, value]) => value !== undefined);
  return {
    expression: `SET ${entries.map((_, index) => `#a${index} = :a${index}`).join(', ')}`,
    names: Object.fromEntries(entries.map(([name], index) => [`#a${index}`, name])),
    values: Object.fromEntries(entries.map(([, value], index) => [`:a${index}`, value])),
  };
};

/** The case row is item 0, the idempotency row item 1 where there is one: failures are told apart by place. */
type Part = 'case' | 'idempotency' | 'number' | 'other';

/** The answer of a command, once a key. */
export const idempotencyItem = (TableName: string, { scope, key, bodyHash, answer }: IdempotentAnswer, at: Instant): TransactItem => {
  const now = Math.floor(milliseconds(at) / 1000);
  return { Put: {
    TableName,
    Item: { ...idempotencyKey(scope, key), bodyHash, answer: JSON.stringify(answer), expiresAt: now + idempotencySeconds },
    ConditionExpression: 'attribute_not_exists(pk) OR expiresAt <= :now',
    ExpressionAttributeValues: { ':now': now },
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  } };
};

/** Whoever writes a case knows its pseudonym for the log. */
const patientKeyOf = (write: CaseWrite): string | null => write.patientReference?.patientKey ?? write.access.patientKey;
const caseItem = (table: string, write: CaseWrite, { head }: Chained): TransactItem => {
  const attributes = {
    ...caseAttributes(write.case, patientKeyOf(write)), ...(head && { chain: head }),
    ...(write.patientReference && { patientKey: write.patientReference.patientKey }),
  };
  if (write.expected === null) {
    return { Put: { TableName: table, Item: { ...caseKey(write.case.id), ...attributes, systemRevision: 0 }, ConditionExpression: 'attribute_not_exists(pk)' } };
  }
  const set = settingAll(attributes);
  return {
    Update: {
      TableName: table,
      Key: caseKey(write.case.id),
      UpdateExpression: set.expression,
      ConditionExpression: '#version = :seen AND #system = :seenSystem',
      ExpressionAttributeNames: { ...set.names, '#version': 'version', '#system': 'systemRevision' },
      ExpressionAttributeValues: { ...set.values, ':seen': write.expected.version, ':seenSystem': write.expected.systemRevision },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  };
};

const partsOf = (tables: StoreTables, write: CaseWrite): readonly (readonly [Part, TransactItem])[] => {
  const table = tables.cases();
  const { id, number, version, updatedAt } = write.case;
  const chained = chainedEvents(write.events, write.expected?.chain ?? null, write.expected === null ? 'new' : 'older', write.mendedEvents);
  const parts: (readonly [Part, TransactItem])[] = [['case', caseItem(table, write, chained)]];
  const add = (...items: TransactItem[]): void => items.forEach((item) => parts.push(['other', item]));
  if (write.idempotency) parts.push(['idempotency', idempotencyItem(table, write.idempotency, updatedAt)]);
  if (write.expected === null) {
    parts.push(['number', { Put: { TableName: table, Item: { pk: `NUMBER#${number}`, sk: 'NUMBER', caseId: id }, ConditionExpression: 'attribute_not_exists(pk)' } }]);
  }
  add(...eventItems(table, write.case, chained));
  add(...outboxItems(table, id, updatedAt, `v${String(version).padStart(5, '0')}`, write.outbox));
  add(put(tables.accessLog(), accessRowOn(write.case, write.access)));
  if (write.patientReference) add(put(tables.patientReferences(), referenceRow(id, write.patientReference)));
  if (write.discardDraft) add({ Delete: { TableName: table, Key: draftKey(write.discardDraft.userId, write.discardDraft.draftId) } });
  for (const userId of new Set(write.assigns ?? [])) add(put(table, { pk: `ASSIGNED#${userId}`, sk: casePk(id) }));
  for (const action of write.actions ?? []) add(put(table, actionItem(write.case, action, patientKeyOf(write))));
  if (write.case.disputes !== undefined) add(put(table, disputeItem(write.case)));
  for (const row of write.alongside ?? []) add(rowItem(table, row));
  return parts;
};

const replay = (row: FailedCondition['row'], bodyHash: string): CommitOutcome => {
  if (row?.['bodyHash']?.S !== bodyHash) throw new IdempotencyKeyReused();
  const answer: Json = JSON.parse(row['answer']?.S ?? 'null');
  return { kind: 'replayed', answer };
};

/** One command, one transaction (design.md 1.2). @throws StaleVersion, IdempotencyKeyReused, NotFound, Conflict, Throttled */
export const commitCase = async (documents: DynamoDBDocumentClient, tables: StoreTables, write: CaseWrite): Promise<CommitOutcome> => {
  const parts = partsOf(tables, write);
  const failed = await transact(() => documents.send(new TransactWriteCommand({ TransactItems: parts.map(([, item]) => item) })));
  if (failed.length === 0) return { kind: 'written' };
  const failure = (part: Part): FailedCondition | undefined => failed.find(({ index }) => parts[index]?.[0] === part);
  // The same command twice also fails the version: the answer of the first counts.
  const idempotency = failure('idempotency');
  if (idempotency && write.idempotency) return replay(idempotency.row, write.idempotency.bodyHash);
  const concerned = failure('case');
  if (concerned) {
    if (write.expected === null) throw new Conflict();
    if (!concerned.row) throw new NotFound('case');
    const version = Number(concerned.row['version']?.N);
    if (version !== write.expected.version) throw new StaleVersion(version);
    return { kind: 'superseded' };
  }
  if (failure('number')) return { kind: 'number-taken' };
  throw new Conflict('A row written beside the case has changed');
};
