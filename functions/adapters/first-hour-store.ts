import { GetCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { testMailNotice } from '../domain/first-hour.ts';
import type { FirstHourStore } from '../use-cases/ports-first-hour.ts';
import { outboxItems } from './case-write.ts';
import { documentClient } from './clients.ts';
import { casesTable, registersTable } from './environment.ts';
import { asking, transact } from './store-errors.ts';

const Key = { pk: 'SETTING', sk: 'first-hour' } as const;
const said = { by: z.string(), at: z.string() };
const notes = z.object({
  approved: z._default(z.nullable(z.object({ id: z.string(), version: z.number(), ...said })), null),
  testMail: z._default(z.nullable(z.object({ id: z.string(), ...said })), null),
  caseSkipped: z._default(z.nullable(z.object(said)), null),
});

export const firstHourStore: FirstHourStore = {
  async read() {
    const { Item } = await asking(documentClient().send(new GetCommand({ TableName: registersTable(), Key, ConsistentRead: true })));
    return notes.parse(Item ?? {});
  },
  async note(some) {
    const entries = Object.entries(some);
    await asking(documentClient().send(new UpdateCommand({
      TableName: registersTable(), Key, UpdateExpression: `SET ${entries.map((_, index) => `#${index} = :${index}`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(entries.map(([name], index) => [`#${index}`, name])),
      ExpressionAttributeValues: Object.fromEntries(entries.map(([, value], index) => [`:${index}`, value])),
    })));
  },
  async askTestMail(mail) {
    // Condition: not this mail already; a row that is the same is no second mail.
    await transact(() => documentClient().send(new TransactWriteCommand({ TransactItems: [
      { Update: {
        TableName: registersTable(), Key, UpdateExpression: 'SET testMail = :mail', ConditionExpression: 'attribute_not_exists(testMail) OR testMail.id <> :id',
        ExpressionAttributeValues: { ':mail': mail, ':id': mail.id },
      } },
      ...outboxItems(casesTable(), mail.id, mail.at, 'test', [testMailNotice(mail)]),
    ] })));
  },
};
