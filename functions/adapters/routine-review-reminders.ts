import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { ReviewReminders } from '../use-cases/ports-routine.ts';
import { outboxItems } from './case-write.ts';
import { documentClient } from './clients.ts';
import { casesTable } from './environment.ts';
import { transact } from './store-errors.ts';

/** DynamoDB takes a hundred items in a transaction; one says that these were reminded. */
const noticesPerTransaction = 99;

/**
 * `ROUTINEREVIEW#id`, in the table of cases, where the outbox is: each occasion once, with its mails. Of more mails than a
 * transaction takes each part is written once: what was cut off is gone on with at the next call.
 */
export const reviewRemindersOver = (documents: () => DynamoDBDocumentClient, table: () => string): ReviewReminders => ({
  async remind(id, occasion, at, notices) {
    const TableName = table();
    let reminded = false;
    for (let start = 0; start === 0 || start < notices.length; start += noticesPerTransaction) {
      const part = start === 0 ? occasion : `${occasion}-${start / noticesPerTransaction + 1}`;
      const failed = await transact(() => documents().send(new TransactWriteCommand({ TransactItems: [
        { Put: { TableName, Item: { pk: `ROUTINEREVIEW#${id}`, sk: part, at }, ConditionExpression: 'attribute_not_exists(pk)' } },
        ...outboxItems(TableName, id, at, part, notices.slice(start, start + noticesPerTransaction)),
      ] })));
      reminded ||= failed.length === 0;
    }
    return reminded ? 'reminded' : 'done-before';
  },
});
export const reviewReminders = reviewRemindersOver(documentClient, casesTable);
