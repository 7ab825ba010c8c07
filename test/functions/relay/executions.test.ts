import { afterAll, beforeAll, expect, it } from 'vitest';
import { executions } from '../../../functions/adapters/executions.ts';
import { handleStatesRequest } from '../../../infra/local/states/wire.ts';
import { awaiting, Rig, ROLE, single } from '../../infra/local/states/rig.ts';
import { loopback, type Loopback } from '../loopback.ts';

const machine = 'outgoing-deviation';
const rig = new Rig();
let service: Loopback;
beforeAll(async () => {
  service = await loopback((headers, body) => handleStatesRequest(rig.service, headers, body));
  const arn = await rig.service.deployStateMachine({ name: 'outgoing-deviation', definition: JSON.stringify({ QueryLanguage: 'JSONata', ...single(awaiting()) }), roleArn: ROLE, type: 'STANDARD' });
  Object.assign(process.env, { AWS_ENDPOINT_URL_SFN: service.endpoint, AWS_REGION: 'eu-north-1', AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local', STATE_MACHINE_ARN_OUTGOING_DEVIATION: arn });
});
afterAll(async () => {
  await service.close();
  await rig.dispose();
});

it('starts an execution once, completes its token once, and reads it without its data', async () => {
  const input = { caseId: 'case1', generation: 1 };
  expect(await executions.start(machine, 'case1-1', input)).toBe('started');
  await rig.service.idle();
  expect(await executions.describe(machine, 'case1-1')).toMatchObject({ status: 'RUNNING', stateMachine: 'outgoing-deviation', stoppedAt: null, input: '{"caseId":"case1","generation":1}' });
  const token = rig.token();
  expect(await executions.complete(token)).toBe('completed');
  await rig.service.idle();
  expect(await executions.complete(token)).toBe('gone');
  expect(await executions.complete('no such token')).toBe('gone');
  // An ended execution's name stays taken.
  expect(await executions.start(machine, 'case1-1', input)).toBe('exists');
  expect((await executions.describe(machine, 'case1-1'))?.status).toBe('SUCCEEDED');
  const history = await executions.history(machine, 'case1-1', undefined);
  expect(history?.events.map(({ type }) => type)).toContain('TaskSubmitted');
  expect(JSON.stringify(history)).not.toContain('caseId');
});

it('knows no execution by another name', async () => {
  expect(await executions.describe(machine, 'case2-1')).toBeUndefined();
  expect(await executions.history(machine, 'case2-1', undefined)).toBeUndefined();
});

it('links to a console only where there is one', () => {
  process.env['STATE_MACHINE_ARN_OUTGOING_DEVIATION'] = 'arn:aws:states:eu-north-1:123456789012:stateMachine:brygga';
  expect(executions.consoleUrl(machine, 'case1-1')).toContain('console.aws.amazon.com');
  process.env['STATE_MACHINE_ARN_OUTGOING_DEVIATION'] = 'arn:aws:states:eu-north-1:000000000000:stateMachine:brygga';
  expect(executions.consoleUrl(machine, 'case1-1')).toBeNull();
});
