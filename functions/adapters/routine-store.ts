import { DeleteCommand, GetCommand, PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { KeptAnswer, RoutineLogEntry, RoutineStore } from '../use-cases/ports-routine.ts';
import { IdempotencyKeyReused } from '../domain/errors.ts';
import { milliseconds } from '../domain/instant.ts';
import type { TransactItem } from './case-write.ts';
import { documentClient } from './clients.ts';
import { registersTable } from './environment.ts';
import { newRevision, publicationKey, readAll, readPublications, routineKey } from './routine-rows.ts';
import { asking, isConditionFailure, transact } from './store-errors.ts';

const draftKey = (routineId: string) => ({ pk: `ROUTINE-DRAFT#${routineId}`, sk: 'DRAFT' });
const logPk = (routineId: string): string => `ROUTINE-LOG#${routineId}`;
const reviewKey = (routineId: string) => ({ pk: `ROUTINE-REVIEW#${routineId}`, sk: 'LAST' });
const answerKey = ({ scope, key }: { readonly scope: string; readonly key: string }) => ({ pk: `ANSWER#${scope}`, sk: key });

const draft = z.object({ routineId: z.string(), revision: z.number(), document: z.record(z.string(), z.unknown()), savedAt: z.string(), savedBy: z.string() });
const answered = z.object({ bodyHash: z.string(), answer: z.string() });
const outcome = z.enum(['unchanged', 'toBeChanged']);
const logged = z.object({
  at: z.string(), by: z.string(), kind: z.enum(['published', 'withdrawn', 'reviewed']), version: z.number(), validFrom: z.nullable(z.string()),
  changes: z.array(z.object({ pointer: z.string(), from: z.unknown(), to: z.unknown() })), review: z.optional(z.object({ outcome, note: z.string() })),
});
const lastReview = z.object({ at: z.string() });

const read = async (Key: Record<string, string>): Promise<Readonly<Record<string, unknown>> | undefined> =>
  (await asking(documentClient().send(new GetCommand({ TableName: registersTable(), Key, ConsistentRead: true })))).Item;
const put = (row: Record<string, unknown>, condition?: string): TransactItem =>
  ({ Put: { TableName: registersTable(), Item: row, ...(condition !== undefined && { ConditionExpression: condition }) } });
const absent = 'attribute_not_exists(pk)';
const logRow = (routineId: string, entry: RoutineLogEntry, key: string): TransactItem => put({ pk: logPk(routineId), sk: `${entry.at}#${key}`, value: entry });
const answerRow = ({ scope, key, bodyHash, answer }: KeptAnswer): TransactItem => put({ ...answerKey({ scope, key }), bodyHash, answer: JSON.stringify(answer) }, absent);
const write = async (...items: readonly TransactItem[]): Promise<'written' | 'moved'> =>
  ((await transact(() => documentClient().send(new TransactWriteCommand({ TransactItems: [...items, newRevision(registersTable())] })))).length === 0 ? 'written' : 'moved');

/** Drafts, publications and what was done to a routine, in the Registers table. All of it @throws Throttled, Conflict. */
export const routineStore: RoutineStore = {
  publications: () => readPublications(documentClient(), registersTable()),
  async draft(routineId) {
    const row = await read(draftKey(routineId));
    return row && draft.parse(row['value']);
  },
  async saveDraft(value, seen) {
    const command = new PutCommand({
      TableName: registersTable(), Item: { ...draftKey(value.routineId), revision: value.revision, value },
      ConditionExpression: seen === 0 ? absent : 'revision = :seen', ...(seen > 0 && { ExpressionAttributeValues: { ':seen': seen } }),
    });
    try {
      await asking(documentClient().send(command));
      return 'saved';
    } catch (error) {
      if (isConditionFailure(error)) return 'moved';
      throw error;
    }
  },
  async discardDraft(routineId, seen) {
    const command = new DeleteCommand({ TableName: registersTable(), Key: draftKey(routineId), ConditionExpression: `${absent} OR revision = :seen`, ExpressionAttributeValues: { ':seen': seen } });
    try {
      await asking(documentClient().send(command));
      return 'discarded';
    } catch (error) {
      if (isConditionFailure(error)) return 'moved';
      throw error;
    }
  },
  publish({ routine, publication, draftRevision, entry, answer }) {
    return write(
      put({ ...routineKey(routine.id, routine.version), value: routine }, absent),
      put({ ...publicationKey(publication), value: publication }, absent),
      { Delete: { TableName: registersTable(), Key: draftKey(routine.id), ConditionExpression: 'revision = :seen', ExpressionAttributeValues: { ':seen': draftRevision } } },
      logRow(routine.id, entry, answer.key),
      answerRow(answer),
    );
  },
  withdraw({ publication, entry, answer }) {
    return write(
      put({ ...publicationKey(publication), value: publication, withdrawn: true }, 'attribute_exists(pk) AND attribute_not_exists(withdrawn)'),
      logRow(publication.id, entry, answer.key),
      answerRow(answer),
    );
  },
  recordReview({ routineId, entry, answer }) {
    return write(put({ ...reviewKey(routineId), at: entry.at }), logRow(routineId, entry, answer.key), answerRow(answer));
  },
  async log(routineId, limit) {
    const rows = (await readAll(documentClient(), registersTable(), logPk(routineId))).map((row) => {
      const { review, ...entry } = logged.parse(row['value']);
      return { ...entry, ...(review && { review }) };
    });
    return rows.toSorted((one, other) => milliseconds(other.at) - milliseconds(one.at)).slice(0, limit);
  },
  async lastReview(routineId) {
    const row = lastReview.safeParse(await read(reviewKey(routineId)));
    return row.success ? row.data.at : null;
  },
  async findAnswer(scope, { key, bodyHash }) {
    const found = answered.safeParse(await read(answerKey({ scope, key })));
    if (!found.success) return undefined;
    if (found.data.bodyHash !== bodyHash) throw new IdempotencyKeyReused();
    return JSON.parse(found.data.answer);
  },
};
