import { DeleteCommand, GetCommand, PutCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient } from './clients.ts';
import { casesTable } from './environment.ts';
import { asking, isConditionFailure, transact } from './store-errors.ts';

/** Single rows of the Cases table, for the small stores beside the case store. All of it @throws Throttled. */
export interface RowKey {
  readonly pk: string;
  readonly sk: string;
}
export type Row = Readonly<Record<string, unknown>>;
interface RowChange {
  readonly set: string;
  readonly condition?: string;
  readonly names?: Record<string, string>;
  readonly values: Record<string, unknown>;
}
const keyOf = ({ pk, sk }: RowKey) => ({ pk, sk });

/** Strongly consistent. */
export async function getRow(key: RowKey): Promise<Row | undefined> {
  const { Item } = await asking(documentClient().send(new GetCommand({ TableName: casesTable(), Key: keyOf(key), ConsistentRead: true })));
  return Item;
}
export async function putRow(row: Row & RowKey): Promise<void> {
  await asking(documentClient().send(new PutCommand({ TableName: casesTable(), Item: row })));
}
export async function deleteRow(key: RowKey): Promise<void> {
  await asking(documentClient().send(new DeleteCommand({ TableName: casesTable(), Key: keyOf(key) })));
}
/** The row after the change; undefined where the condition did not hold. */
export async function changeRow(key: RowKey, change: RowChange): Promise<Row | undefined> {
  const command = new UpdateCommand({
    TableName: casesTable(), Key: keyOf(key), UpdateExpression: change.set, ExpressionAttributeValues: change.values, ReturnValues: 'ALL_NEW',
    ...(change.condition !== undefined && { ConditionExpression: change.condition }),
    ...(change.names && { ExpressionAttributeNames: change.names }),
  });
  const answer = await ifConditionHolds(asking(documentClient().send(command)));
  return answer?.Attributes;
}
/** Puts the row in place of one for which the condition holds; whether it did. */
export async function replaceRow(row: Row & RowKey, condition: string, values: Record<string, unknown>, names: Record<string, string>): Promise<boolean> {
  const command = new PutCommand({ TableName: casesTable(), Item: row, ConditionExpression: condition, ExpressionAttributeValues: values, ExpressionAttributeNames: names });
  return (await ifConditionHolds(asking(documentClient().send(command)))) !== undefined;
}
/** Puts all rows, if the first is not there yet; whether it was so. @throws Conflict */
export async function putNewRows(rows: readonly (Row & RowKey)[]): Promise<boolean> {
  const [only, ...more] = rows;
  if (only !== undefined && more.length === 0) {
    const command = new PutCommand({ TableName: casesTable(), Item: only, ConditionExpression: 'attribute_not_exists(pk)' });
    return (await ifConditionHolds(asking(documentClient().send(command)))) !== undefined;
  }
  const TransactItems = rows.map((row, index) => ({
    Put: { TableName: casesTable(), Item: row, ...(index === 0 && { ConditionExpression: 'attribute_not_exists(pk)' }) },
  }));
  const failed = await transact(() => documentClient().send(new TransactWriteCommand({ TransactItems })));
  return failed.length === 0;
}

const ifConditionHolds = <Answer>(answer: Promise<Answer>): Promise<Answer | undefined> => answer.catch((error: unknown) => {
  if (isConditionFailure(error)) return undefined;
  throw error;
});
