import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { ReviewReminders } from '../use-cases/ports-routine.ts';
import { outboxItems } from './case-write.ts';
import { documentClient } from './clients.ts';
import { casesTable } from './environment.ts';
import { transact } from './store-errors.ts';

/** `ROUTINEREVIEW#id`, in the table of cases, where the outbox is: each occasion once, with its mails. */
export const reviewReminders: ReviewReminders = {
  async remind(id, occasion, at, notices) {
    const TableName = casesTable();
    const failed = await transact(() => documentClient().send(new TransactWriteCommand({ TransactItems: [
      { Put: { TableName, Item: { pk: `ROUTINEREVIEW#${id}`, sk: occasion, at }, ConditionExpression: 'attribute_not_exists(pk)' } },
      ...outboxItems(TableName, id, at, occasion, notices),
    ] })));
    return failed.length === 0 ? 'reminded' : 'done-before';
  },
};
