import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { awaiting, fails, given, ok, pass, Rig, single, START, task } from './rig.ts';

let rig: Rig;
beforeEach(() => { rig = new Rig(); });
afterEach(() => rig.dispose());

describe('Retry', () => {
  it('backs off, caps the delay, counts in the context, and then gives up', async () => {
    rig.handler = () => fails('Busy');
    const arn = await rig.begin(single(task({
      Arguments: { FunctionName: 'ask', Payload: { tries: '{% $states.context.State.RetryCount %}' } },
      Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 10, BackoffRate: 3, MaxDelaySeconds: 50, MaxAttempts: 3 }],
    })));
    const waits: number[] = [];
    for (let due = rig.service.nextDue(); due !== undefined; due = rig.service.nextDue()) {
      waits.push((due - rig.now) / 1000);
      await rig.advance(waits.at(-1) ?? 0);
    }
    expect(waits).toEqual([10, 30, 50]);
    expect(rig.invocations.map(({ payload }) => given(payload, 'tries'))).toEqual([0, 1, 2, 3]);
    expect(rig.invocations[0]?.functionArn).toBe('arn:aws:lambda:eu-north-1:000000000000:function:ask');
    expect((await rig.types(arn)).slice(0, 8)).toEqual(['ExecutionStarted', 'TaskStateEntered', 'TaskScheduled', 'TaskStarted', 'TaskFailed', 'TaskScheduled', 'TaskStarted', 'TaskFailed']);
    expect((await rig.describe(arn)).error).toBe('Busy');
  });

  const matches: [string, string[], string, boolean][] = [
    ['its name', ['Busy'], 'Busy', true], ['another name', ['Busy'], 'Idle', false], ['States.ALL', ['States.ALL'], 'Idle', true],
    ['States.TaskFailed', ['States.TaskFailed'], 'Idle', true], ['States.ALL, a data limit', ['States.ALL'], 'States.DataLimitExceeded', false],
    ['States.Runtime, never', ['States.Runtime'], 'States.Runtime', false], ['States.TaskFailed, a time-out', ['States.TaskFailed'], 'States.Timeout', false],
  ];
  it.each(matches)('Catch covers %s', async (_, names, error, caught) => {
    rig.handler = () => fails(error);
    const arn = await rig.begin({ StartAt: 'T', States: { T: task({ Catch: [{ ErrorEquals: names, Next: 'C' }] }), C: pass() } });
    expect((await rig.describe(arn)).status).toBe(caught ? 'SUCCEEDED' : 'FAILED');
  });

  it('runs a Parallel again, whole', async () => {
    let calls = 0;
    rig.handler = () => { calls += 1; return calls === 1 ? fails('Busy') : ok(calls); };
    const arn = await rig.begin(single({ Type: 'Parallel', Branches: [single(task({ Output: '{% $states.result.Payload %}' }), 'T')], Retry: [{ ErrorEquals: ['States.ALL'] }] }));
    await rig.advance(1);
    expect(await rig.output(arn)).toEqual([2]);
    expect((await rig.types(arn)).filter((type) => type.startsWith('Parallel'))).toEqual(['ParallelStateEntered', 'ParallelStateStarted', 'ParallelStateFailed', 'ParallelStateStarted', 'ParallelStateSucceeded', 'ParallelStateExited']);
  });

  it('every attempt sees the same EnteredTime, though the clock runs', async () => {
    rig.drift = 1;
    rig.handler = () => (rig.invocations.length < 3 ? fails('Busy') : ok({}));
    await rig.begin(single(task({ Arguments: { FunctionName: 'ask', Payload: { at: '{% $states.context.State.EnteredTime %}' } }, Retry: [{ ErrorEquals: ['Busy'] }] })));
    await rig.advance(1);
    await rig.advance(2);
    expect(rig.invocations).toHaveLength(3);
    expect(new Set(rig.invocations.map(({ payload }) => given(payload, 'at'))).size).toBe(1);
  });

  it('catches a broken Output of a task', async () => {
    const arn = await rig.begin({ StartAt: 'T', States: { T: task({ Output: '{% $states.result.none %}', Catch: [{ ErrorEquals: ['States.QueryEvaluationError'], Next: 'C' }] }), C: pass({ Output: 'caught' }) } });
    expect(await rig.output(arn)).toBe('caught');
    expect((await rig.types(arn)).slice(4, 7)).toEqual(['TaskSucceeded', 'EvaluationFailed', 'TaskStateExited']);
  });
});

describe('task tokens', () => {
  it('complete, fail and beat; each is answered once', async () => {
    const arn = await rig.begin({ StartAt: 'T', States: { T: awaiting({ HeartbeatSeconds: 60, Catch: [{ ErrorEquals: ['Declined'], Next: 'C' }] }), C: pass({ Output: '{% $states.input.Cause %}' }) } });
    const taskToken = rig.token();
    await rig.advance(50);
    await rig.call('SendTaskHeartbeat', { taskToken });
    await rig.advance(50);
    expect((await rig.describe(arn)).status).toBe('RUNNING');
    await rig.call('SendTaskFailure', { taskToken, error: 'Declined', cause: 'moved' });
    await expect(rig.call('SendTaskSuccess', { taskToken, output: '{}' })).rejects.toMatchObject({ code: 'TaskTimedOut', message: "Task Timed Out: 'Provided task does not exist anymore'" });
    await rig.service.idle();
    expect(await rig.output(arn)).toBe('moved');
    await expect(rig.call('SendTaskSuccess', { taskToken: 'AAAA', output: '{}' })).rejects.toMatchObject({ code: 'InvalidToken' });
    await expect(rig.call('SendTaskSuccess', { taskToken, output: 'no json' })).rejects.toMatchObject({ code: 'InvalidOutput' });
  });

  it('may be completed while the function that got it still runs', async () => {
    rig.handler = async () => {
      await rig.call('SendTaskSuccess', { taskToken: rig.token(), output: '"early"' });
      return ok('late');
    };
    const arn = await rig.begin(single(awaiting()));
    expect(await rig.output(arn)).toBe('early');
    expect(await rig.types(arn)).not.toContain('TaskSubmitted');
  });

  it('each attempt has its own', async () => {
    await rig.begin(single(awaiting({ Retry: [{ ErrorEquals: ['Again'] }] })));
    const first = rig.token();
    await rig.call('SendTaskFailure', { taskToken: first, error: 'Again' });
    await rig.service.idle();
    await rig.advance(1);
    expect(rig.token(1)).not.toBe(first);
    await expect(rig.call('SendTaskHeartbeat', { taskToken: first })).rejects.toMatchObject({ code: 'TaskTimedOut' });
  });
});

describe('time-outs', () => {
  it.each([
    ['TimeoutSeconds', { TimeoutSeconds: 30 }, ['States.Timeout'], 30],
    ['HeartbeatSeconds', { HeartbeatSeconds: 20, TimeoutSeconds: 90 }, ['States.HeartbeatTimeout'], 20],
    ['HeartbeatSeconds as a time-out', { HeartbeatSeconds: 20 }, ['States.Timeout'], 20],
  ])('%s', async (_, limits, names, after) => {
    const arn = await rig.begin({ StartAt: 'T', States: { T: awaiting({ ...limits, Catch: [{ ErrorEquals: names, Next: 'C', Output: '{% $states.errorOutput %}' }] }), C: pass() } });
    await rig.advance(after - 1);
    expect((await rig.describe(arn)).status).toBe('RUNNING');
    await rig.advance(1);
    expect(await rig.output(arn)).toEqual({ Error: 'States.Timeout' });
    expect((await rig.types(arn)).slice(4, 7)).toEqual(['TaskSubmitted', 'TaskTimedOut', 'TaskStateExited']);
  });

  it('drops the answer of a function that took too long', async () => {
    let answer: (() => void) | undefined;
    rig.handler = () => new Promise((resolve) => { answer = () => { resolve(ok('late')); }; });
    const stateMachineArn = await rig.deploy(single(task({ TimeoutSeconds: 5 })));
    const { executionArn } = await rig.call('StartExecution', { stateMachineArn });
    await expect.poll(() => answer).toBeDefined();
    rig.now += 5000;
    rig.service.runDue();
    answer?.();
    await rig.service.idle();
    expect(await rig.output(executionArn)).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
  });

  it('ends the execution at its own limit', async () => {
    const arn = await rig.begin({ TimeoutSeconds: 100, ...single({ Type: 'Wait', Seconds: 1000 }) });
    await rig.advance(100);
    expect((await rig.describe(arn)).status).toBe('TIMED_OUT');
    expect((await rig.types(arn)).at(-1)).toBe('ExecutionTimedOut');
    expect(rig.service.nextDue()).toBeUndefined();
  });

  it('a clock that jumps finds everything, in due order', async () => {
    const stateMachineArn = await rig.deploy({ StartAt: 'W', States: {
      W: { Type: 'Wait', Seconds: '{% $states.input %}', Next: 'T' }, T: task({ Arguments: { FunctionName: 'ask', Payload: '{% $states.input %}' } }),
    } });
    for (const wait of [300, 100, 200]) {
      await rig.call('StartExecution', { stateMachineArn, input: String(wait) });
    }
    await rig.service.idle();
    expect(rig.service.nextDue()).toBe(START + 100_000);
    await rig.advance(1000);
    expect(rig.invocations.map(({ payload }) => payload)).toEqual([100, 200, 300]);
  });
});

describe('limits', () => {
  it('a result above 256 KiB fails the task, and States.ALL does not catch it', async () => {
    rig.handler = () => ok('x'.repeat(262_144));
    const arn = await rig.begin({ StartAt: 'T', States: { T: task({ Catch: [{ ErrorEquals: ['States.ALL'], Next: 'C' }] }), C: pass() } });
    expect(await rig.output(arn)).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
  });

  it('an Output above 256 KiB fails the state', async () => {
    const arn = await rig.begin(single({ Type: 'Pass', Output: '{% $join($map($range(1,1000,1), function($n) { $pad("x", 300) })) %}' }));
    expect(await rig.output(arn)).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
  });

  it('25,000 events end the execution', async () => {
    const arn = await rig.begin({ StartAt: 'W', States: {
      W: { Type: 'Wait', Seconds: 1, Next: 'A' }, A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Choice', Choices: [{ Condition: true, Next: 'A' }] },
    } });
    // As if it had run for long.
    rig.db.exec('UPDATE sfn_execution SET next_event = 24900');
    await rig.advance(1);
    expect(await rig.output(arn)).toMatchObject({ status: 'FAILED', error: 'States.Runtime', cause: 'The execution reached the maximum number of history events (25000).' });
    expect(await rig.describe(arn)).toMatchObject({ redriveStatus: 'NOT_REDRIVABLE' });
    const { events } = await rig.call('GetExecutionHistory', { executionArn: arn, reverseOrder: true, maxResults: 1 });
    expect(events).toMatchObject([{ type: 'ExecutionFailed' }]);
    expect([24_998, 24_999, 25_000]).toContain(events[0]?.id);
  });
});
