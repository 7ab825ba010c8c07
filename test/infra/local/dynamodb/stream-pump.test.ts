import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startRuntime, type Runtime } from '../../../../infra/local/runtime.ts';
import { awsRequest, FixtureApp } from '../fixture-app.ts';

let app: FixtureApp;
let runtime: Runtime | undefined;
beforeEach(() => {
  app = new FixtureApp();
  app.table('cases', { GlobalSecondaryIndexes: [{ IndexName: 'byKind', KeySchema: [{ AttributeName: 'kind', KeyType: 'HASH' }], Projection: { ProjectionType: 'ALL' } }], AttributeDefinitions: ['pk', 'kind'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })), TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true } });
});
afterEach(async () => {
  await runtime?.stop();
  app.remove();
});

const keys = `const keys = (event) => event.Records.map((record) => record.dynamodb.Keys.pk.S);`;

function map(properties: Record<string, unknown>): void {
  app.resource('Mapping', 'AWS::Lambda::EventSourceMapping', { EventSourceArn: { 'Fn::GetAtt': ['cases', 'StreamArn'] }, FunctionName: { Ref: 'Relay' }, BatchSize: 10, StartingPosition: 'LATEST', ...properties });
}

async function start(): Promise<Runtime> {
  runtime = await startRuntime(app.write().options({ startAt: Date.parse('2026-03-02T08:00:00Z') }));
  return runtime;
}

async function put(key: string, kind = 'outbox'): Promise<void> {
  const { status } = await awsRequest(runtime?.awsEndpoint ?? '', 'DynamoDB_20120810.PutItem', { TableName: 'cases', Item: { pk: { S: key }, kind: { S: kind } } });
  expect(status).toBe(200);
}

describe('a stream', () => {
  test('brings what its filter wants, in order, with simulated times and our ARN', async () => {
    app.function('Relay', `export const handler = async (event) => record(event.Records);`);
    map({ FilterCriteria: { Filters: [{ Pattern: '{"eventName":["INSERT"],"dynamodb":{"NewImage":{"kind":{"S":["outbox"]}}}}' }] } });
    await start();
    for (const [key, kind] of [['a', 'outbox'], ['b', 'case'], ['c', 'outbox']] as const) await put(key, kind);
    await runtime?.idle();
    const records = app.recorded('Relay').flat() as { eventSourceARN: string; awsRegion: string; dynamodb: { Keys: { pk: { S: string } }; ApproximateCreationDateTime: number } }[];
    expect(records.map(({ dynamodb }) => dynamodb.Keys.pk.S)).toEqual(['a', 'c']);
    expect(records[0]).toMatchObject({ awsRegion: 'eu-north-1', eventSource: 'aws:dynamodb', eventSourceARN: 'arn:aws:dynamodb:eu-north-1:000000000000:table/cases/stream/local' });
    expect(new Date((records[0]?.dynamodb.ApproximateCreationDateTime ?? 0) * 1000).toISOString()).toMatch(/^2026-03-02T0(7:59|8:00)/);
  });

  test('goes on after a restart where it was', async () => {
    app.function('Relay', `${keys} export const handler = async (event) => record(keys(event));`);
    map({});
    await start();
    await put('before');
    await runtime?.idle();
    await runtime?.stop();
    await start();
    await put('after');
    await runtime?.idle();
    expect(app.recorded('Relay').flat()).toEqual(['before', 'after']);
  });

  test('retries from the first record that was reported as failed', async () => {
    app.function('Relay', `${keys} let failed = false; export const handler = async (event) => { record(keys(event)); const bad = event.Records.find((item) => item.dynamodb.Keys.pk.S === 'b'); if (!bad || failed) return { batchItemFailures: [] }; failed = true; return { batchItemFailures: [{ itemIdentifier: bad.dynamodb.SequenceNumber }] }; };`);
    map({ FunctionResponseTypes: ['ReportBatchItemFailures'] });
    await start();
    await awsRequest(runtime?.awsEndpoint ?? '', 'DynamoDB_20120810.TransactWriteItems', { TransactItems: ['a', 'b', 'c'].map((key) => ({ Put: { TableName: 'cases', Item: { pk: { S: key }, kind: { S: 'outbox' } } } })) });
    await runtime?.idle();
    expect(app.recorded('Relay')).toEqual([['a', 'b', 'c'], ['b', 'c']]);
  });

  test('halves a failing batch, gives a poisoned record up to its queue, and delivers the others', async () => {
    app.function('Relay', `${keys} export const handler = async (event) => { if (keys(event).includes('poison')) throw new Error('cannot'); record(keys(event)); };`);
    app.resource('Failed', 'AWS::SQS::Queue', { QueueName: 'failed' });
    map({ BisectBatchOnFunctionError: true, MaximumRetryAttempts: 4, DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['Failed', 'Arn'] } } } });
    await start();
    await awsRequest(runtime?.awsEndpoint ?? '', 'DynamoDB_20120810.TransactWriteItems', { TransactItems: ['a', 'poison', 'c', 'd'].map((key) => ({ Put: { TableName: 'cases', Item: { pk: { S: key }, kind: { S: 'outbox' } } } })) });
    await runtime?.idle();
    expect(await runtime?.advance({ advance: 'PT10M' })).toMatchObject({ status: 200 });
    expect(app.recorded('Relay').flat()).toEqual(['a', 'c', 'd']);
    expect(runtime?.deadLetters()).toMatchObject([{ queueArn: 'arn:aws:sqs:eu-north-1:000000000000:failed', body: { requestContext: { condition: 'RetryAttemptsExhausted' }, DDBStreamBatchInfo: { batchSize: 1 } } }]);
  });

  test('a write in the function comes back to it, and all of it is at rest before idle resolves', async () => {
    app.function('Relay', `${keys} export const handler = async (event) => { record(keys(event)); const last = Number(keys(event).at(-1)); if (last < 5) await aws('DynamoDB_20120810.PutItem', { TableName: 'cases', Item: { pk: { S: String(last + 1) }, kind: { S: 'outbox' } } }); };`);
    map({});
    await start();
    await put('1');
    await runtime?.idle();
    expect(app.recorded('Relay').flat()).toEqual(['1', '2', '3', '4', '5']);
  });
});

describe('a table', () => {
  test('is described under the template\'s region, and its errors are DynamoDB\'s', async () => {
    await start();
    const { body } = await awsRequest(runtime?.awsEndpoint ?? '', 'DynamoDB_20120810.DescribeTable', { TableName: 'cases' });
    expect(body['Table']).toMatchObject({ TableArn: 'arn:aws:dynamodb:eu-north-1:000000000000:table/cases', GlobalSecondaryIndexes: [{ IndexName: 'byKind' }] });
    const refused = await awsRequest(runtime?.awsEndpoint ?? '', 'DynamoDB_20120810.GetItem', { TableName: 'nowhere', Key: { pk: { S: 'a' } } });
    expect(refused).toMatchObject({ status: 400, body: { __type: expect.stringContaining('ResourceNotFoundException') } });
  });

  test('with another key than the template\'s stops the start', async () => {
    await start();
    await runtime?.stop();
    app.table('cases', { KeySchema: [{ AttributeName: 'other', KeyType: 'HASH' }], AttributeDefinitions: [{ AttributeName: 'other', AttributeType: 'S' }] });
    await expect(start()).rejects.toMatchObject({ code: 'store-broken' });
  });

  test('gets an index that the template has got since', async () => {
    await start();
    await put('a', 'one');
    await runtime?.stop();
    app.table('cases', { GlobalSecondaryIndexes: ['byKind', 'byPlace'].map((IndexName) => ({ IndexName, KeySchema: [{ AttributeName: IndexName === 'byKind' ? 'kind' : 'place', KeyType: 'HASH' }], Projection: { ProjectionType: 'ALL' } })), AttributeDefinitions: ['pk', 'kind', 'place'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })) });
    await start();
    const { body } = await awsRequest(runtime?.awsEndpoint ?? '', 'DynamoDB_20120810.DescribeTable', { TableName: 'cases' });
    expect(body['Table']).toMatchObject({ GlobalSecondaryIndexes: expect.arrayContaining([expect.objectContaining({ IndexName: 'byPlace' })]), ItemCount: 1 });
  });
});
