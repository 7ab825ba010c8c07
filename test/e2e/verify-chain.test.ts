import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Installation } from './installation.ts';
import { Story } from './story.ts';

describe('chains of events', () => {
  let at: Installation;
  beforeAll(async () => {
    at = await Installation.start({ now: '2026-11-23T08:00:00Z' });
  });
  afterAll(() => at.stop());
  const verify = () => new Promise<{ code: number; out: string }>((resolve) => {
    execFile(process.execPath, [join(import.meta.dirname, '../../infra/verify-chain.ts')], { env: { PATH: process.env['PATH'], AWS_ENDPOINT_URL: at.awsEndpoint } }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out: out + err }));
  });

  it('hold through days of work, and tell a text that somebody changed in the table, by case number and event', async () => {
    const story = await new Story(at).submitted();
    await at.advance('P2D');
    expect(await verify()).toEqual({ code: 0, out: expect.stringMatching(/^1 cases, \d+ events \(0 of before there were chains, 0 erased\), 2 daily documents: no break\n$/) });
    const documents = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint: at.awsEndpoint, region: 'eu-north-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }));
    const tables = await documents.send(new ListTablesCommand({}));
    const TableName = tables.TableNames?.find((name) => name.includes('CaseStoreCases'));
    const { Items = [] } = await documents.send(new QueryCommand({ TableName, KeyConditionExpression: 'pk = :pk AND begins_with(sk, :event)', ExpressionAttributeValues: { ':pk': `CASE#${story.caseId}`, ':event': 'EVENT#' } }));
    const [first] = Items;
    await documents.send(new UpdateCommand({ TableName, Key: { pk: first?.['pk'], sk: first?.['sk'] }, UpdateExpression: 'SET #event.#actor = :other', ExpressionAttributeNames: { '#event': 'event', '#actor': 'actor' }, ExpressionAttributeValues: { ':other': 'maj' } }));
    expect(await verify()).toMatchObject({ code: 1, out: expect.stringMatching(new RegExp(`^Case [^,]+, event 1 \\(${first?.['event'].id}\\): its content is not what was written\n`)) });
  });
});
