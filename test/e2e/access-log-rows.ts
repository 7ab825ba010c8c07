import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Installation } from './installation.ts';

export type AccessLogRow = Record<string, unknown>;

/** The whole access log of an installation, as it is stored. */
export const accessLogRows = async ({ awsEndpoint }: Installation): Promise<readonly AccessLogRow[]> => {
  const client = new DynamoDBClient({ endpoint: awsEndpoint, region: 'eu-north-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } });
  const TableName = (await client.send(new ListTablesCommand({}))).TableNames?.find((name) => /AccessLog/i.test(name)) ?? '';
  const documents = DynamoDBDocumentClient.from(client);
  const rows: AccessLogRow[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const answer = await documents.send(new ScanCommand({ TableName, ...(start && { ExclusiveStartKey: start }) }));
    rows.push(...(answer.Items ?? []));
    start = answer.LastEvaluatedKey;
  } while (start !== undefined);
  client.destroy();
  return rows;
};
