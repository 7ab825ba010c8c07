import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { reviewRemindersOver } from '../../../functions/adapters/routine-review-reminders.ts';
import { noticeEntry } from '../../../functions/domain/outbox.ts';
import { monday } from '../ekdala.ts';
import { startStores, type Stores } from './dynoxide.ts';

let stores: Stores;
beforeAll(async () => {
  stores = await startStores();
});
afterAll(() => stores.stop());
const notices = (id: string, count: number) => Array.from({ length: count }, (_, index) => noticeEntry({ caseId: id, mail: 'routineReviewDue', userId: `user${index}`, path: '/administration/routines', occasion: '2026' }));

it.each([1, 99, 100, 250])('%s people are reminded of the yearly review, once each', async (count) => {
  const id = `vaxjo-${count}`;
  const reminders = reviewRemindersOver(() => stores.documents, () => 'Cases');
  expect(await reminders.remind(id, '2026-due', monday, notices(id, count))).toBe('reminded');
  expect(await reminders.remind(id, '2026-due', monday, notices(id, count))).toBe('done-before');
  const { Items = [] } = await stores.documents.send(new QueryCommand({ TableName: 'Cases', KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': `CASE#${id}` } }));
  // Many are packed into rows of some.
  const told = Items.flatMap((item) => (item['entry'].kind === 'letters' ? item['entry'].letters : [item['entry']])).map(({ userId }: { readonly userId: string }) => userId);
  expect(told).toHaveLength(count);
  expect(new Set(told).size).toBe(count);
});
