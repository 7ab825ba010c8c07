import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { languages } from '../domain/vocabulary.ts';
import { intakeId, type Intake, type IntakeSession, type IntakeStore } from '../use-cases/ports-intake.ts';
import { outboxItems } from './case-write.ts';
import { documentClient } from './clients.ts';
import { casesTable } from './environment.ts';
import { changeRow, getRow } from './row-access.ts';
import { transact } from './store-errors.ts';
import { secondsOf } from './time-to-live.ts';

const party = { kind: z.enum(['party', 'public']), unitId: z.nullable(z.string()), mailbox: z.string(), language: z.enum(languages) };
const intake = z.object({ ...party, hash: z.string(), codeHash: z.string(), sentAt: z.string(), codeExpiresAt: z.string(), tries: z.number() });
const session = z.object({ ...party, hash: z.string(), startedAt: z.string(), lastUsedAt: z.string(), filed: z.boolean() });
const intakeKey = (hash: string) => ({ pk: `INTAKE#${hash}`, sk: 'INTAKE' });
const sessionKey = (hash: string) => ({ pk: `INTAKESESSION#${hash}`, sk: 'INTAKESESSION' });
/** Longer than a session can be; a mailbox that was typed and never used is gone after it. */
const keptSeconds = 24 * 3600;
const sessionRow = (of: IntakeSession) => ({ ...sessionKey(of.hash), ...of, expiresAt: secondsOf(of.startedAt, keptSeconds) });

export const intakeStore: IntakeStore = {
  async begin(of: Intake, code) {
    const table = casesTable();
    const Item = { ...intakeKey(of.hash), ...of, expiresAt: secondsOf(of.sentAt, keptSeconds) };
    await transact(() => documentClient().send(new TransactWriteCommand({
      TransactItems: [{ Put: { TableName: table, Item } }, ...outboxItems(table, intakeId(of.hash), of.sentAt, 'intake', [code])],
    })));
  },
  async find(hash) {
    const row = await getRow(intakeKey(hash));
    return row && intake.parse(row);
  },
  async countTry(of, atMost) {
    const row = await changeRow(intakeKey(of.hash), {
      set: 'SET tries = tries + :one', condition: 'codeHash = :hash AND tries < :most', values: { ':one': 1, ':hash': of.codeHash, ':most': atMost },
    });
    return row ? intake.parse(row).tries : 'exhausted';
  },
  async open(of, started) {
    const TableName = casesTable();
    const failed = await transact(() => documentClient().send(new TransactWriteCommand({ TransactItems: [
      { Delete: { TableName, Key: intakeKey(of.hash), ConditionExpression: 'attribute_exists(pk)' } },
      { Put: { TableName, Item: sessionRow(started) } },
    ] })));
    return failed.length === 0 ? 'opened' : 'spent';
  },
  async findSession(hash) {
    const row = await getRow(sessionKey(hash));
    return row && session.parse(row);
  },
  async touch(hash, at) {
    await changeRow(sessionKey(hash), { set: 'SET lastUsedAt = :at', condition: 'attribute_exists(pk)', values: { ':at': at } });
  },
  filedRow: (of) => ({ kind: 'put', row: sessionRow({ ...of, filed: true }) }),
};
