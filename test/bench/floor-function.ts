import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
// oxlint-disable-next-line import/no-named-as-default -- its types have the default export only
import middy from '@middy/core';
import * as z from 'zod/mini';

/** The least that a function which stores what it is sent can be: SDK, middy, zod, one transaction of three rows. */
const shape = z.object({ report: z.object({ whatHappened: z.string(), category: z.string() }) });
const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const TableName = process.env['CASES_TABLE'];

interface Event {
  readonly body: string;
  readonly requestContext: { readonly requestId: string };
}

export const handler = middy<Event, { statusCode: number; body: string }>(async (event: Event) => {
  const { report } = shape.parse(JSON.parse(event.body));
  const pk = `FLOOR#${event.requestContext.requestId}`;
  await documents.send(new TransactWriteCommand({ TransactItems: ['CASE', 'EVENT', 'ROW'].map((sk) => ({ Put: { TableName, Item: { pk, sk, report } } })) }));
  return { statusCode: 201, body: JSON.stringify({ id: pk }) };
});
