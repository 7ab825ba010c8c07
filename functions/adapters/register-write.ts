import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { randomUUID } from 'node:crypto';
import type { TransactItem } from './case-write.ts';
import type { Revision } from './register-rows.ts';
import { revisionKey } from './routine-rows.ts';
import { transact } from './store-errors.ts';

/**
 * Writes items and a new revision together, if the registers still stand as they were seen.
 * `refused`: a condition of the items failed. @throws Conflict, Throttled
 */
export const writeAtRevision = async (
  documents: DynamoDBDocumentClient, table: string, at: Revision, items: readonly TransactItem[], next: Partial<Pick<Revision, 'generations' | 'retired'>> = {},
): Promise<'written' | 'superseded' | 'refused'> => {
  const revision: TransactItem = { Put: {
    TableName: table, Item: { ...revisionKey, revision: randomUUID(), generations: next.generations ?? at.generations, retired: next.retired ?? at.retired },
    ...(at.revision === undefined
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: '#revision = :revision', ExpressionAttributeNames: { '#revision': 'revision' }, ExpressionAttributeValues: { ':revision': at.revision } }),
  } };
  const failed = await transact(() => documents.send(new TransactWriteCommand({ TransactItems: [...items, revision] })));
  if (failed.length === 0) return 'written';
  return failed.some(({ index }) => index === items.length) ? 'superseded' : 'refused';
};
