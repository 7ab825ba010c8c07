import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { awaiting, Rig, ROLE, single, START } from './rig.ts';

let rig: Rig;
beforeEach(() => { rig = new Rig(); });
afterEach(() => rig.dispose());

const WAIT = { QueryLanguage: 'JSONata', ...single({ Type: 'Wait', Seconds: 60 }) };
const definition = JSON.stringify(WAIT);
const create = (more: object = {}) => rig.call('CreateStateMachine', { name: 'lifecycle', definition, roleArn: ROLE, ...more });

describe('state machines', () => {
  it('are created once, described, updated, listed, deleted', async () => {
    const created = await create({ tags: [{ key: 'part', value: 'a' }], loggingConfiguration: { level: 'ALL', includeExecutionData: false } });
    expect(created).toEqual({ stateMachineArn: 'arn:aws:states:eu-north-1:000000000000:stateMachine:lifecycle', creationDate: START / 1000 });
    const { stateMachineArn } = created;
    await expect(create()).rejects.toMatchObject({ code: 'StateMachineAlreadyExists' });
    expect(await create({ loggingConfiguration: { level: 'ALL', includeExecutionData: false } })).toEqual(created);
    const { revisionId } = await rig.call('UpdateStateMachine', { stateMachineArn, roleArn: `${ROLE}-2`, tracingConfiguration: { enabled: true } });
    expect(await rig.call('DescribeStateMachine', { stateMachineArn })).toEqual({
      stateMachineArn, name: 'lifecycle', status: 'ACTIVE', definition, roleArn: `${ROLE}-2`, type: 'STANDARD', creationDate: START / 1000, revisionId,
      loggingConfiguration: { level: 'ALL', includeExecutionData: false }, tracingConfiguration: { enabled: true },
    });
    await expect(rig.call('UpdateStateMachine', { stateMachineArn })).rejects.toMatchObject({ code: 'MissingRequiredParameter' });
    await rig.call('TagResource', { resourceArn: stateMachineArn, tags: [{ key: 'b', value: '2' }] });
    await rig.call('UntagResource', { resourceArn: stateMachineArn, tagKeys: ['part'] });
    expect(await rig.call('ListTagsForResource', { resourceArn: stateMachineArn })).toEqual({ tags: [{ key: 'b', value: '2' }] });
    await create({ name: 'another' });
    const page = await rig.call('ListStateMachines', { maxResults: 1 });
    expect(page.stateMachines).toMatchObject([{ name: 'another', type: 'STANDARD' }]);
    const rest = await rig.call('ListStateMachines', { maxResults: 1, nextToken: page.nextToken });
    expect(rest).toEqual({ stateMachines: [expect.objectContaining({ name: 'lifecycle' })] });
    await rig.call('DeleteStateMachine', { stateMachineArn });
    await rig.call('DeleteStateMachine', { stateMachineArn });
    await expect(rig.call('DescribeStateMachine', { stateMachineArn })).rejects.toMatchObject({ code: 'StateMachineDoesNotExist', message: `State Machine Does Not Exist: '${stateMachineArn}'` });
  });

  it('being deleted stop their executions at the next transition', async () => {
    const { stateMachineArn } = await create({ definition: JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'A', States: { A: { Type: 'Wait', Seconds: 5, Next: 'B' }, B: { Type: 'Wait', Seconds: 5, End: true } } }) });
    const { executionArn } = await rig.call('StartExecution', { stateMachineArn });
    await rig.service.idle();
    await rig.call('DeleteStateMachine', { stateMachineArn });
    expect((await rig.call('DescribeStateMachine', { stateMachineArn })).status).toBe('DELETING');
    await expect(rig.call('StartExecution', { stateMachineArn })).rejects.toMatchObject({ code: 'StateMachineDeleting' });
    await rig.advance(5);
    expect((await rig.describe(executionArn)).status).toBe('ABORTED');
    await expect(rig.call('DescribeStateMachine', { stateMachineArn })).rejects.toMatchObject({ code: 'StateMachineDoesNotExist' });
  });

  it('are deployed again without a change, and updated with one', async () => {
    const arn = await rig.deploy(single({ Type: 'Pass' }));
    rig.now += 1000;
    expect(await rig.deploy(single({ Type: 'Pass' }))).toBe(arn);
    expect(await rig.call('DescribeStateMachine', { stateMachineArn: arn })).not.toHaveProperty('revisionId');
    await rig.deploy(single({ Type: 'Succeed', End: undefined }));
    expect(await rig.call('DescribeStateMachine', { stateMachineArn: arn })).toHaveProperty('revisionId');
  });
});

describe('executions', () => {
  it('start once per name and input', async () => {
    const { stateMachineArn } = await create();
    const start = (more: object = {}) => rig.call('StartExecution', { stateMachineArn, name: 'A-1', input: '{"id":"A"}', ...more });
    const first = await start();
    expect(first).toEqual({ executionArn: 'arn:aws:states:eu-north-1:000000000000:execution:lifecycle:A-1', startDate: START / 1000 });
    rig.now += 1000;
    expect(await start()).toEqual(first);
    await expect(start({ input: '{}' })).rejects.toMatchObject({ code: 'ExecutionAlreadyExists', message: `Execution Already Exists: '${first.executionArn}'` });
    await rig.service.idle();
    await rig.advance(60);
    await expect(start()).rejects.toMatchObject({ code: 'ExecutionAlreadyExists' });
    expect(await rig.describe(first.executionArn)).toEqual({
      ...first, stateMachineArn, name: 'A-1', status: 'SUCCEEDED', stopDate: START / 1000 + 61, input: '{"id":"A"}', inputDetails: { included: true },
      output: '{"id":"A"}', outputDetails: { included: true }, redriveCount: 0, redriveStatus: 'NOT_REDRIVABLE', redriveStatusReason: 'Execution is SUCCEEDED and cannot be redriven',
    });
  });

  it('are listed newest first, by status, in pages', async () => {
    const { stateMachineArn } = await create();
    for (const name of ['A', 'B', 'C']) {
      await rig.call('StartExecution', { stateMachineArn, name });
      rig.now += name === 'A' ? 1000 : 0;
    }
    await rig.service.idle();
    await rig.call('StopExecution', { executionArn: `${stateMachineArn.replace('stateMachine', 'execution')}:B` });
    const names = async (more: object) => (await rig.call('ListExecutions', { stateMachineArn, ...more })).executions.map((one: { name: string }) => one.name);
    expect(await names({})).toEqual(['C', 'B', 'A']);
    expect(await names({ statusFilter: 'RUNNING' })).toEqual(['C', 'A']);
    expect(await names({ statusFilter: 'ABORTED' })).toEqual(['B']);
    const { nextToken } = await rig.call('ListExecutions', { stateMachineArn, maxResults: 2 });
    expect(await names({ maxResults: 2, nextToken })).toEqual(['A']);
    await expect(names({ statusFilter: 'GONE' })).rejects.toMatchObject({ code: 'ValidationException' });
    await expect(names({ nextToken: '!' })).rejects.toMatchObject({ code: 'InvalidToken' });
  });

  it('know the definition they run on', async () => {
    const { stateMachineArn } = await create();
    const { executionArn } = await rig.call('StartExecution', { stateMachineArn });
    await rig.call('UpdateStateMachine', { stateMachineArn, definition: JSON.stringify({ QueryLanguage: 'JSONata', ...single({ Type: 'Pass' }) }) });
    expect(await rig.call('DescribeStateMachineForExecution', { executionArn })).toMatchObject({ stateMachineArn, name: 'lifecycle', definition, roleArn: ROLE, updateDate: START / 1000 });
  });

  it('have a history in pages, either way', async () => {
    const arn = await rig.begin(single(awaiting()));
    const page = await rig.call('GetExecutionHistory', { executionArn: arn, maxResults: 2, reverseOrder: true });
    expect(page.events.map((event: { id: number }) => event.id)).toEqual([5, 4]);
    const next = await rig.call('GetExecutionHistory', { executionArn: arn, maxResults: 2, reverseOrder: true, nextToken: page.nextToken });
    expect(next.events.map((event: { id: number }) => event.id)).toEqual([3, 2]);
    expect(page.events[0]?.timestamp).toBe(START / 1000);
  });
});

describe('bad input', () => {
  const arn = 'arn:aws:states:eu-north-1:000000000000:stateMachine:lifecycle';
  it.each([
    ['CreateStateMachine', { name: 'a b', definition, roleArn: ROLE }, 'InvalidName'],
    ['CreateStateMachine', { name: 'x'.repeat(81), definition, roleArn: ROLE }, 'InvalidName'],
    ['CreateStateMachine', { name: 'a', definition: 'no', roleArn: ROLE }, 'InvalidDefinition'],
    ['CreateStateMachine', { name: 'a', definition, roleArn: ROLE, type: 'EXPRESS' }, 'StateMachineTypeNotSupported'],
    ['CreateStateMachine', { name: 'a', definition }, 'ValidationException'],
    ['StartExecution', { stateMachineArn: arn, input: 'not json' }, 'InvalidExecutionInput'],
    ['StartExecution', { stateMachineArn: arn, input: JSON.stringify('x'.repeat(262_144)) }, 'ValidationException'],
    ['StartExecution', { stateMachineArn: arn, name: 'a/b' }, 'InvalidName'],
    ['StartExecution', { stateMachineArn: `${arn}-no` }, 'StateMachineDoesNotExist'],
    ['StartExecution', { stateMachineArn: 'nonsense' }, 'InvalidArn'],
    ['DescribeExecution', { executionArn: 'arn:aws:states:eu-north-1:000000000000:execution:lifecycle:none' }, 'ExecutionDoesNotExist'],
    ['DescribeExecution', { executionArn: arn }, 'InvalidArn'],
    ['DescribeExecution', {}, 'ValidationException'],
    ['ListExecutions', { stateMachineArn: arn, maxResults: 1001 }, 'ValidationException'],
    ['TagResource', { resourceArn: `${arn}-no`, tags: [] }, 'ResourceNotFound'],
    ['TestState', {}, 'UnknownOperationException'],
    ['constructor', {}, 'UnknownOperationException'],
  ])('%s %#: %s', async (action, input, code) => {
    await create();
    await expect(rig.call(action, input)).rejects.toMatchObject({ code, statusCode: 400 });
  });
});
