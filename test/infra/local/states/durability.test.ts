import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { awaiting, fails, given, ok, pass, Rig, single, START, task } from './rig.ts';

let rig: Rig;
beforeEach(() => { rig = new Rig(); });
afterEach(() => rig.dispose());

const never = () => new Promise<never>(() => undefined);

describe('after a crash', () => {
  it('timers go on', async () => {
    const arn = await rig.begin({ StartAt: 'W', States: { W: { Type: 'Wait', Seconds: 3_024_000, Assign: { day: 35 }, Next: 'P' }, P: pass({ Output: '{% $day %}' }) } });
    rig.crash();
    expect(rig.service.nextDue()).toBe(START + 3_024_000_000);
    await rig.advance(3_024_000);
    expect(await rig.output(arn)).toBe(35);
  });

  it('a function in flight is invoked again, a due timer of before fires', async () => {
    rig.handler = never;
    const stateMachineArn = await rig.deploy(single(task({ Output: '{% $states.result.Payload %}' })));
    const { executionArn } = await rig.call('StartExecution', { stateMachineArn });
    await expect.poll(() => rig.invocations.length).toBe(1);
    rig.handler = () => ok('second');
    rig.crash();
    await rig.service.idle();
    expect(rig.invocations).toHaveLength(2);
    expect(await rig.output(executionArn)).toBe('second');
    expect((await rig.types(executionArn)).filter((type) => type === 'TaskScheduled')).toHaveLength(1);
  });

  it('a token that was handed out stays good', async () => {
    const arn = await rig.begin(single(awaiting({ TimeoutSeconds: 600 })));
    rig.crash();
    await rig.call('SendTaskSuccess', { taskToken: rig.token(), output: '1' });
    await rig.service.idle();
    expect(await rig.output(arn)).toBe(1);
    expect(rig.invocations).toHaveLength(1);
  });

  it('a token task cut off while handing it out hands out the same token', async () => {
    rig.handler = never;
    const stateMachineArn = await rig.deploy(single(awaiting()));
    await rig.call('StartExecution', { stateMachineArn });
    await expect.poll(() => rig.invocations.length).toBe(1);
    rig.handler = () => ok({});
    rig.crash();
    await rig.service.idle();
    expect(rig.invocations[1]).toEqual(rig.invocations[0]);
  });

  it('what was started but not stepped goes on, on the definition it was started with', async () => {
    const stateMachineArn = await rig.deploy(single({ Type: 'Pass', Output: 'old' }));
    const started = rig.call('StartExecution', { stateMachineArn });
    rig.crash();
    const { executionArn } = await started;
    await rig.deploy(single({ Type: 'Pass', Output: 'new' }));
    await rig.service.idle();
    expect(await rig.output(executionArn)).toBe('old');
  });

  it('branches and iterations keep what they have', async () => {
    const arn = await rig.begin(single({ Type: 'Parallel', Branches: [
      single(task({ Output: 'quick' }), 'Q'),
      single({ Type: 'Map', Items: [30, 10], ItemProcessor: single({ Type: 'Wait', Seconds: '{% $states.input %}' }, 'W') }, 'M'),
    ] }));
    await rig.advance(10);
    rig.crash();
    await rig.advance(20);
    expect(await rig.output(arn)).toEqual(['quick', [30, 10]]);
    expect(rig.invocations).toHaveLength(1);
  });
});

describe('many at once', () => {
  it('more tasks than may be invoked at once all get their turn, a few at a time', async () => {
    let open = 0;
    let most = 0;
    rig.handler = async () => {
      open += 1;
      most = Math.max(most, open);
      await new Promise(setImmediate);
      open -= 1;
      return ok({});
    };
    rig.db.exec('PRAGMA synchronous = OFF');
    const stateMachineArn = await rig.deploy(single(task()));
    for (let index = 0; index < 300; index += 1) {
      await rig.call('StartExecution', { stateMachineArn });
    }
    await rig.service.idle();
    expect((await rig.call('ListExecutions', { stateMachineArn, statusFilter: 'SUCCEEDED', maxResults: 1000 })).executions).toHaveLength(300);
    expect(most).toBe(16);
  });
});

describe('status changes', () => {
  it('are told at start and end, and again after a crash when they were not taken', async () => {
    const arn = await rig.begin(single({ Type: 'Wait', Seconds: 10 }), { id: 'A' });
    expect(rig.changes).toMatchObject([{ executionArn: arn, status: 'RUNNING', startDate: START, stopDate: null, input: '{"id":"A"}', name: 'case-1' }]);
    rig.changes.push = () => { throw new Error('receiver is down'); };
    await rig.advance(10);
    rig.changes.push = Array.prototype.push;
    expect(rig.changes).toHaveLength(1);
    rig.crash();
    expect(rig.changes).toHaveLength(2);
    expect(rig.changes[1]).toMatchObject({ status: 'SUCCEEDED', stopDate: START + 10_000, redriveStatus: 'NOT_REDRIVABLE' });
  });
});

describe('redrive', () => {
  it('is done once per client token, for a quarter of an hour', async () => {
    const arn = await rig.begin(single({ Type: 'Fail', End: undefined, Error: 'Broken' }));
    await rig.service.idle();
    const redrive = (clientToken: string) => rig.call('RedriveExecution', { executionArn: arn, clientToken });
    const first = await redrive('v7');
    await rig.service.idle();
    rig.now += 60_000;
    expect(await redrive('v7')).toEqual(first);
    expect(await rig.describe(arn)).toMatchObject({ status: 'FAILED', redriveCount: 1 });
    await redrive('v8');
    await rig.service.idle();
    rig.now += 15 * 60_000;
    await redrive('v7');
    await rig.service.idle();
    expect(await rig.describe(arn)).toMatchObject({ redriveCount: 3 });
    await expect(redrive('two words')).rejects.toMatchObject({ code: 'ValidationException' });
  });

  it('goes on from the failed task, once the cause is gone', async () => {
    rig.handler = () => fails('Down');
    const arn = await rig.begin({ StartAt: 'A', States: { A: { Type: 'Pass', Assign: { kept: 1 }, Next: 'T' }, T: task({ Next: 'Z', End: undefined, Retry: [{ ErrorEquals: ['Down'], MaxAttempts: 1 }] }), Z: pass({ Output: ['{% $kept %}', '{% $states.context.Execution.RedriveCount %}'] }) } });
    await rig.advance(1);
    const failed = await rig.describe(arn);
    expect(failed).toMatchObject({ status: 'FAILED', redriveStatus: 'REDRIVABLE', redriveCount: 0 });
    rig.crash();
    rig.handler = () => ok({});
    rig.now += 1000;
    await rig.call('RedriveExecution', { executionArn: arn });
    await rig.service.idle();
    expect(await rig.output(arn)).toEqual([1, 1]);
    expect(await rig.describe(arn)).toMatchObject({ redriveCount: 1, redriveDate: (START + 2000) / 1000 });
    const events = await rig.history(arn);
    const at = events.findIndex(({ type }) => type === 'ExecutionRedriven');
    expect(events[at]?.['executionRedrivenEventDetails']).toEqual({ redriveCount: 1 });
    expect(events[at + 1]).toMatchObject({ type: 'TaskScheduled', previousEventId: events.find(({ type }) => type === 'TaskStateEntered')?.id });
  });

  it('runs only the branches that did not succeed', async () => {
    rig.handler = (payload) => (given(payload, 'case') === 'bad' ? fails('Down') : ok(given(payload, 'case')));
    const branch = (name: string, wait: number) => ({ StartAt: `${name}W`, States: {
      [`${name}W`]: { Type: 'Wait', Seconds: wait, Next: name }, [name]: task({ Arguments: { FunctionName: 'ask', Payload: { case: name } }, Output: '{% $states.result.Payload %}' }),
    } });
    const arn = await rig.begin(single({ Type: 'Parallel', Branches: [branch('good', 0), branch('bad', 1), branch('slow', 5)] }));
    await rig.advance(1);
    expect((await rig.types(arn)).slice(-4)).toEqual(['TaskFailed', 'WaitStateAborted', 'ParallelStateFailed', 'ExecutionFailed']);
    rig.handler = (payload) => ok(given(payload, 'case'));
    await rig.call('RedriveExecution', { executionArn: arn });
    await rig.service.idle();
    await rig.advance(5);
    expect(await rig.output(arn)).toEqual(['good', 'bad', 'slow']);
    expect(rig.invocations.map(({ payload }) => given(payload, 'case'))).toEqual(['good', 'bad', 'bad', 'slow']);
  });

  it('is refused for what runs, what succeeded, and after 14 days; taken after a stop', async () => {
    const arn = await rig.begin(single(awaiting()));
    const redrive = () => rig.call('RedriveExecution', { executionArn: arn });
    await expect(redrive()).rejects.toMatchObject({ code: 'ExecutionNotRedrivable' });
    await rig.call('StopExecution', { executionArn: arn, error: 'Stopped', cause: 'by hand' });
    expect(await rig.describe(arn)).toMatchObject({ status: 'ABORTED', error: 'Stopped', cause: 'by hand' });
    expect((await rig.history(arn)).at(-1)).toMatchObject({ type: 'ExecutionAborted', previousEventId: 0 });
    await expect(rig.call('SendTaskSuccess', { taskToken: rig.token(), output: '1' })).rejects.toMatchObject({ code: 'TaskTimedOut' });
    await redrive();
    await rig.service.idle();
    await rig.call('SendTaskSuccess', { taskToken: rig.token(1), output: '1' });
    await rig.service.idle();
    await expect(redrive()).rejects.toMatchObject({ code: 'ExecutionNotRedrivable' });
    const { executionArn } = await rig.call('StartExecution', { stateMachineArn: await rig.deploy(single({ Type: 'Wait', Seconds: 1 })), name: 'other' });
    await rig.call('StopExecution', { executionArn });
    rig.now += 15 * 86_400_000;
    await expect(rig.call('RedriveExecution', { executionArn })).rejects.toMatchObject({ code: 'ExecutionNotRedrivable' });
  });
});
