import { createServer, type Server } from 'node:http';
import { buffer } from 'node:stream/consumers';
import * as sfn from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { handleStatesRequest } from '../../../../infra/local/states/wire.ts';
import { executionsOf } from '../../../e2e/planted.ts';
import { awaiting, Rig, ROLE, single, START } from './rig.ts';

let rig: Rig;
let server: Server;
let client: sfn.SFNClient;
let endpoint = '';

beforeEach(async () => {
  rig = new Rig();
  server = createServer((request, response) => {
    void buffer(request).then(async (body) => {
      const answer = await handleStatesRequest(rig.service, request.headers, body);
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const address = server.address();
  endpoint = `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : '')}`;
  client = new sfn.SFNClient({
    endpoint, region: 'eu-north-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' }, maxAttempts: 1,
  });
});
afterEach(async () => {
  client.destroy();
  server.closeAllConnections();
  await new Promise((resolve) => { server.close(resolve); });
  await rig.dispose();
});

it('serves the unchanged SDK', async () => {
  const definition = JSON.stringify({ QueryLanguage: 'JSONata', ...single(awaiting()) });
  const valid = await client.send(new sfn.ValidateStateMachineDefinitionCommand({ definition: '{}' }));
  expect(valid).toMatchObject({ result: 'FAIL', diagnostics: [{ severity: 'ERROR', code: 'SCHEMA_VALIDATION_FAILED', message: 'These fields are required: [States, StartAt]', location: '/' }] });
  const { stateMachineArn } = await client.send(new sfn.CreateStateMachineCommand({ name: 'lifecycle', definition, roleArn: ROLE }));
  const started = await client.send(new sfn.StartExecutionCommand({ stateMachineArn, name: 'A-1', input: '{}' }));
  expect(started.startDate).toEqual(new Date(START));
  await rig.service.idle();
  await client.send(new sfn.SendTaskHeartbeatCommand({ taskToken: rig.token() }));
  await client.send(new sfn.SendTaskSuccessCommand({ taskToken: rig.token(), output: '{"done":true}' }));
  await rig.service.idle();
  const described = await client.send(new sfn.DescribeExecutionCommand({ executionArn: started.executionArn }));
  expect(described).toMatchObject({ status: 'SUCCEEDED', output: '{"done":true}', stopDate: new Date(START) });
  expect(described.$metadata.requestId).toMatch(/^[0-9a-f-]{36}$/);
  const { events } = await client.send(new sfn.GetExecutionHistoryCommand({ executionArn: started.executionArn }));
  expect(events?.map(({ type }) => type)).toEqual(['ExecutionStarted', 'TaskStateEntered', 'TaskScheduled', 'TaskStarted', 'TaskSubmitted', 'TaskSucceeded', 'TaskStateExited', 'ExecutionSucceeded']);
  expect(events?.[0]?.timestamp).toEqual(new Date(START));
});

it('answers errors as the SDK knows them', async () => {
  const taskToken = 'AAAA';
  await expect(client.send(new sfn.SendTaskSuccessCommand({ taskToken, output: '{}' }))).rejects.toBeInstanceOf(sfn.InvalidToken);
  const executionArn = 'arn:aws:states:eu-north-1:000000000000:execution:none:none';
  await expect(client.send(new sfn.DescribeExecutionCommand({ executionArn }))).rejects.toMatchObject({ name: 'ExecutionDoesNotExist', message: `Execution Does Not Exist: '${executionArn}'`, $metadata: { httpStatusCode: 400 } });
  await expect(client.send(new sfn.RedriveExecutionCommand({ executionArn }))).rejects.toBeInstanceOf(sfn.ExecutionDoesNotExist);
});

it.each([
  [{ 'x-amz-target': 'AWSStepFunctions.ListStateMachines' }, 'no json', 'SerializationException'],
  [{ 'x-amz-target': 'AWSStepFunctions.Nothing' }, '{}', 'UnknownOperationException'],
  [{}, '{}', 'UnknownOperationException'],
])('refuses %o %s', async (headers, body, code) => {
  const answer = await handleStatesRequest(rig.service, headers, body);
  expect(answer).toMatchObject({ status: 400, headers: { 'content-type': 'application/x-amz-json-1.0' } });
  expect(JSON.parse(answer.body)).toMatchObject({ __type: code });
});

it('gives the search of the whole run every execution, of more than one page, with what it began and ended with', async () => {
  const definition = JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'A', States: { A: { Type: 'Succeed' } } });
  const { stateMachineArn } = await client.send(new sfn.CreateStateMachineCommand({ name: 'lifecycle', definition, roleArn: ROLE }));
  const names = Array.from({ length: 120 }, (_, index) => `A-${index}`);
  for (const name of names) await client.send(new sfn.StartExecutionCommand({ stateMachineArn, name, input: `{"planted":"of ${name}."}` }));
  await rig.service.idle();
  const found = (await executionsOf(endpoint)).join();
  expect(names.filter((name) => !found.includes(`of ${name}.`))).toEqual([]);
  expect(found).toContain('ExecutionSucceeded');
});
