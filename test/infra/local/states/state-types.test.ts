import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { awaiting, fails, FUNCTION, given, ok, pass, Rig, single, START, task } from './rig.ts';

let rig: Rig;
beforeEach(() => { rig = new Rig(); });
afterEach(() => rig.dispose());

const PASS = ['ExecutionStarted', 'PassStateEntered', 'PassStateExited', 'ExecutionSucceeded'];
const TASK = ['TaskStateEntered', 'TaskScheduled', 'TaskStarted'];

const cases: { name: string; definition: object; input?: unknown; handler?: Rig['handler']; output: unknown; types: string[] }[] = [
  { name: 'Pass gives its input', definition: single({ Type: 'Pass' }), input: { a: 1 }, output: { a: 1 }, types: PASS },
  { name: 'Pass evaluates Output', definition: single({ Type: 'Pass', Output: { b: '{% $states.input.a + 1 %}', c: ['{% "x" %}'] } }), input: { a: 1 }, output: { b: 2, c: ['x'] }, types: PASS },
  {
    name: 'an undefined result is an error', definition: single({ Type: 'Pass', Output: { b: '{% $states.input.none %}' } }),
    output: { status: 'FAILED', error: 'States.QueryEvaluationError', cause: "An error occurred while executing the state 'S' (entered at the event id #2). The JSONata expression '$states.input.none' specified for the field 'Output/b' returned nothing (undefined)." },
    types: ['ExecutionStarted', 'PassStateEntered', 'EvaluationFailed', 'ExecutionFailed'],
  },
  { name: 'Succeed', definition: { StartAt: 'S', States: { S: { Type: 'Succeed', Output: '{% $states.input.a %}' } } }, input: { a: 7 }, output: 7, types: ['ExecutionStarted', 'SucceedStateEntered', 'SucceedStateExited', 'ExecutionSucceeded'] },
  {
    name: 'Fail evaluates Error and Cause', definition: { StartAt: 'S', States: { S: { Type: 'Fail', Error: '{% $states.input.e %}', Cause: 'because' } } }, input: { e: 'Late' },
    output: { status: 'FAILED', error: 'Late', cause: 'because' }, types: ['ExecutionStarted', 'FailStateEntered', 'ExecutionFailed'],
  },
  {
    name: 'Choice takes the first rule that holds', input: { n: 5 }, output: { went: 'B', n: 5 },
    definition: { StartAt: 'C', States: {
      C: { Type: 'Choice', Choices: [{ Condition: '{% $states.input.n < 3 %}', Next: 'A' }, { Condition: '{% $states.input.n < 9 %}', Next: 'B', Assign: { n: '{% $states.input.n %}' }, Output: 'x' }], Default: 'A' },
      A: pass({ Output: { went: 'A' } }), B: pass({ Output: { went: 'B', n: '{% $n %}' } }),
    } },
    types: ['ExecutionStarted', 'ChoiceStateEntered', 'ChoiceStateExited', 'PassStateEntered', 'PassStateExited', 'ExecutionSucceeded'],
  },
  {
    name: 'Choice without a match', input: { n: 5 },
    definition: { StartAt: 'C', States: { C: { Type: 'Choice', Choices: [{ Condition: '{% $states.input.n < 3 %}', Next: 'A' }] }, A: pass() } },
    output: { status: 'FAILED', error: 'States.NoChoiceMatched', cause: "An error occurred while executing the state 'C' (entered at the event id #2). Failed to transition out of the state 'C'. The state does not point to a next state." },
    types: ['ExecutionStarted', 'ChoiceStateEntered', 'ExecutionFailed'],
  },
  {
    name: 'Task invokes a function', definition: single(task({ Output: '{% $states.result.Payload.answer %}' })), handler: (payload) => ok({ answer: given(payload, 'case') }), output: 'A',
    types: ['ExecutionStarted', ...TASK, 'TaskSucceeded', 'TaskStateExited', 'ExecutionSucceeded'],
  },
  { name: 'Task gives the result as AWS shapes it', definition: single(task()), handler: () => ok(1), output: { ExecutedVersion: '$LATEST', Payload: 1, StatusCode: 200 }, types: ['ExecutionStarted', ...TASK, 'TaskSucceeded', 'TaskStateExited', 'ExecutionSucceeded'] },
  {
    name: "a function's ARN as Resource", definition: single({ Type: 'Task', Resource: FUNCTION }), input: { q: 1 }, handler: (payload) => ok({ got: payload }), output: { got: { q: 1 } },
    types: ['ExecutionStarted', 'TaskStateEntered', 'LambdaFunctionScheduled', 'LambdaFunctionStarted', 'LambdaFunctionSucceeded', 'TaskStateExited', 'ExecutionSucceeded'],
  },
  {
    name: 'a failed Task', definition: single(task()), handler: () => fails('Refused', 'no'), output: { status: 'FAILED', error: 'Refused', cause: '{"errorType":"Refused","errorMessage":"no"}' },
    types: ['ExecutionStarted', ...TASK, 'TaskFailed', 'ExecutionFailed'],
  },
  {
    name: 'Catch with Output and Assign',
    definition: { StartAt: 'T', States: { T: task({ Catch: [{ ErrorEquals: ['Other'], Next: 'X' }, { ErrorEquals: ['States.ALL'], Next: 'X', Output: '{% $states.errorOutput.Error %}', Assign: { was: '{% $parse($states.errorOutput.Cause).errorMessage %}' } }] }), X: pass({ Output: ['{% $states.input %}', '{% $was %}'] }) } },
    handler: () => fails('Refused', 'no'), output: ['Refused', 'no'],
    types: ['ExecutionStarted', ...TASK, 'TaskFailed', 'TaskStateExited', 'PassStateEntered', 'PassStateExited', 'ExecutionSucceeded'],
  },
  {
    name: 'Parallel gives the outputs in order; branches read outer variables',
    definition: { StartAt: 'V', States: { V: { Type: 'Pass', Assign: { v: 3 }, Next: 'P' }, P: { Type: 'Parallel', End: true, Arguments: { k: 2 }, Branches: [single({ Type: 'Pass', Output: '{% $states.input.k + $v %}' }, 'A'), single({ Type: 'Pass', Output: 'b' }, 'B')] } } },
    output: [5, 'b'],
    types: ['ExecutionStarted', 'PassStateEntered', 'PassStateExited', 'ParallelStateEntered', 'ParallelStateStarted', 'PassStateEntered', 'PassStateExited', 'PassStateEntered', 'PassStateExited', 'ParallelStateSucceeded', 'ParallelStateExited', 'ExecutionSucceeded'],
  },
  {
    name: 'a branch that fails stops the others',
    definition: single({ Type: 'Parallel', Branches: [single({ Type: 'Wait', Seconds: 60 }, 'W'), single(task(), 'T')] }), handler: () => fails('Refused', 'no'),
    output: { status: 'FAILED', error: 'Refused', cause: '{"errorType":"Refused","errorMessage":"no"}' },
    types: ['ExecutionStarted', 'ParallelStateEntered', 'ParallelStateStarted', 'WaitStateEntered', 'TaskStateEntered', 'TaskScheduled', 'TaskStarted', 'TaskFailed', 'WaitStateAborted', 'ParallelStateFailed', 'ExecutionFailed'],
  },
  {
    name: 'Map', input: { list: [1, 2] },
    definition: single({ Type: 'Map', Items: '{% $states.input.list %}', ItemSelector: { i: '{% $states.context.Map.Item.Index %}', v: '{% $states.context.Map.Item.Value %}' }, MaxConcurrency: 1, ItemProcessor: single({ Type: 'Pass', Output: '{% $states.input.v * 10 + $states.context.Map.Item.Index %}' }, 'I') }),
    output: [10, 21],
    types: ['ExecutionStarted', 'MapStateEntered', 'MapStateStarted', 'MapIterationStarted', 'PassStateEntered', 'PassStateExited', 'MapIterationSucceeded', 'MapIterationStarted', 'PassStateEntered', 'PassStateExited', 'MapIterationSucceeded', 'MapStateSucceeded', 'MapStateExited', 'ExecutionSucceeded'],
  },
  {
    name: 'Map over nothing', definition: single({ Type: 'Map', Items: [], ItemProcessor: single({ Type: 'Pass' }, 'I') }), output: [],
    types: ['ExecutionStarted', 'MapStateEntered', 'MapStateStarted', 'MapStateSucceeded', 'MapStateExited', 'ExecutionSucceeded'],
  },
  {
    name: 'an iteration that fails', definition: single({ Type: 'Map', Items: [1], ItemProcessor: { StartAt: 'F', States: { F: { Type: 'Fail', Error: 'Bad' } } } }),
    output: { status: 'FAILED', error: 'Bad', cause: undefined },
    types: ['ExecutionStarted', 'MapStateEntered', 'MapStateStarted', 'MapIterationStarted', 'FailStateEntered', 'MapIterationFailed', 'MapStateFailed', 'ExecutionFailed'],
  },
  {
    name: 'a tolerated failure', definition: single({ Type: 'Map', Items: [1, 2], ToleratedFailureCount: 1, MaxConcurrency: 1, ItemProcessor: { StartAt: 'C', States: { C: { Type: 'Choice', Choices: [{ Condition: '{% $states.input = 1 %}', Next: 'F' }], Default: 'D' }, F: { Type: 'Fail', Error: 'Bad' }, D: pass() } } }),
    output: [2],
    types: ['ExecutionStarted', 'MapStateEntered', 'MapStateStarted', 'MapIterationStarted', 'ChoiceStateEntered', 'ChoiceStateExited', 'FailStateEntered', 'MapIterationFailed', 'MapIterationStarted', 'ChoiceStateEntered', 'ChoiceStateExited', 'PassStateEntered', 'PassStateExited', 'MapIterationSucceeded', 'MapStateSucceeded', 'MapStateExited', 'ExecutionSucceeded'],
  },
  {
    name: "Step Functions' own functions",
    definition: single({ Type: 'Pass', Output: { p: '{% $partition([1,2,3],2) %}', r: '{% $range(1,7,3) %}', h: '{% $hash("a","MD5") %}', j: '{% $parse("[1]") %}', s: '{% $random(1) = $random(1) %}', u: '{% $length($uuid()) %}', n: '{% $now() %}', m: '{% $millis() %}' } }),
    output: { p: [[1, 2], [3]], r: [1, 4, 7], h: '0cc175b9c0f1b6a831c399e269772661', j: [1], s: true, u: 36, n: '2026-03-02T08:00:00.000Z', m: START }, types: PASS,
  },
  {
    name: 'an endless expression is stopped', definition: single({ Type: 'Pass', Output: '{% ($f := function($n) { $f($n + 1) }; $f(1)) %}' }),
    output: { status: 'FAILED', error: 'States.QueryEvaluationError', cause: expect.stringContaining('too many steps') }, types: ['ExecutionStarted', 'PassStateEntered', 'EvaluationFailed', 'ExecutionFailed'],
  },
];

describe('each state type', () => {
  it.each(cases)('$name', async ({ definition, input, handler, output, types }) => {
    rig.handler = handler ?? rig.handler;
    const arn = await rig.begin(definition, input ?? {});
    expect(await rig.output(arn)).toEqual(output);
    expect(await rig.types(arn)).toEqual(types);
  });

  it('Wait rests until its instant, of Seconds or Timestamp', async () => {
    const arn = await rig.begin({ StartAt: 'W', States: {
      W: { Type: 'Wait', Seconds: '{% $states.input.s %}', Next: 'U' }, U: { Type: 'Wait', Timestamp: '2026-03-02T09:00:00Z', End: true, Output: '{% $states.context.State.EnteredTime %}' },
    } }, { s: 90 });
    expect(rig.service.nextDue()).toBe(START + 90_000);
    await rig.advance(89);
    expect((await rig.describe(arn)).status).toBe('RUNNING');
    await rig.advance(1);
    expect(rig.service.nextDue()).toBe(START + 3_600_000);
    await rig.advance(3510);
    expect(await rig.output(arn)).toBe('2026-03-02T08:01:30.000Z');
    expect(await rig.types(arn)).toEqual(['ExecutionStarted', 'WaitStateEntered', 'WaitStateExited', 'WaitStateEntered', 'WaitStateExited', 'ExecutionSucceeded']);
  });

  it('links events as AWS does', async () => {
    const arn = await rig.begin({ StartAt: 'P', States: {
      P: { Type: 'Parallel', Next: 'M', Branches: [single({ Type: 'Pass' }, 'A')] },
      M: { Type: 'Map', Items: [1, 2], MaxConcurrency: 1, End: true, ItemProcessor: single({ Type: 'Pass' }, 'I') },
    } });
    const events = await rig.history(arn);
    expect(events.map((event) => event.previousEventId)).toEqual([0, 0, 2, 3, 4, 5, 5, 7, 8, 9, 10, 11, 12, 9, 14, 15, 16, 17, 17, 19]);
    expect(events[8]).toMatchObject({ type: 'MapStateStarted', mapStateStartedEventDetails: { length: 2 } });
    expect(events[16]?.['mapIterationSucceededEventDetails']).toEqual({ name: 'M', index: 1 });
  });

  it('tells the details of a task and of assigned variables', async () => {
    const arn = await rig.begin(single(awaiting({ TimeoutSeconds: '{% $states.input.t %}', HeartbeatSeconds: 5, Assign: { a: { b: 1 } } })), { t: 60 });
    const token = rig.token();
    await rig.call('SendTaskSuccess', { taskToken: token, output: '"yes"' });
    await rig.service.idle();
    const names = { resourceType: 'lambda', resource: 'invoke.waitForTaskToken' };
    const events = await rig.history(arn);
    expect(events[2]?.['taskScheduledEventDetails']).toEqual({ ...names, region: 'eu-north-1', timeoutInSeconds: 60, heartbeatInSeconds: 5, parameters: JSON.stringify({ FunctionName: FUNCTION, Payload: { token } }) });
    expect(events[4]).toMatchObject({ type: 'TaskSubmitted', taskSubmittedEventDetails: { ...names, output: '{"ExecutedVersion":"$LATEST","Payload":{},"StatusCode":200}' } });
    expect(events[6]?.['stateExitedEventDetails']).toEqual({ name: 'S', output: '"yes"', outputDetails: { truncated: false }, assignedVariables: { a: '{"b":1}' }, assignedVariablesDetails: { truncated: false } });
    const bare = await rig.call('GetExecutionHistory', { executionArn: arn, includeExecutionData: false });
    expect(JSON.stringify(bare)).not.toContain(token);
  });

  it("keeps a branch's variables inside it", async () => {
    const arn = await rig.begin({ StartAt: 'P', States: {
      P: { Type: 'Parallel', Next: 'O', Branches: [{ StartAt: 'A', States: { A: pass({ End: undefined, Assign: { inner: 1 }, Next: 'B' }), B: pass({ Output: '{% $inner %}' }) } }, single(pass({ Assign: { inner: 2 } }), 'C')] },
      O: pass({ Output: ['{% $states.input[0] %}', '{% $exists($inner) %}'] }),
    } });
    expect(await rig.output(arn)).toEqual([1, false]);
  });

  it('catches what fails in a nested Map, and starts no more than allowed at once', async () => {
    let open = 0;
    let most = 0;
    rig.handler = async (payload) => {
      open += 1;
      most = Math.max(most, open);
      await new Promise(setImmediate);
      open -= 1;
      return given(payload, 'case') === 3 ? fails('Third') : ok(1);
    };
    const arn = await rig.begin({ StartAt: 'P', States: {
      P: { Type: 'Parallel', Next: 'D', Catch: [{ ErrorEquals: ['Third'], Next: 'C', Output: '{% $states.errorOutput.Error %}' }], Branches: [
        single({ Type: 'Map', Items: '{% $range(0, 5, 1) %}', MaxConcurrency: '{% 1 + 1 %}', ItemProcessor: single(task({ Arguments: { FunctionName: 'ask', Payload: { case: '{% $states.input %}' } } }), 'T') }, 'M'),
        single(awaiting(), 'A'),
      ] }, C: pass(), D: pass(),
    } });
    expect(await rig.output(arn)).toBe('Third');
    expect(most).toBeLessThanOrEqual(3);
    const types = await rig.types(arn);
    expect(types.filter((type) => type === 'MapIterationFailed' || type === 'MapStateFailed' || type === 'ParallelStateFailed')).toEqual(['MapIterationFailed', 'MapStateFailed', 'ParallelStateFailed']);
    expect(types).toContain('TaskStateAborted');
    expect(types.slice(-4)).toEqual(['ParallelStateExited', 'PassStateEntered', 'PassStateExited', 'ExecutionSucceeded']);
    await expect(rig.call('SendTaskSuccess', { taskToken: rig.token(rig.invocations.findIndex(({ payload }) => given(payload, 'token') !== undefined)), output: '1' })).rejects.toMatchObject({ code: 'TaskTimedOut' });
  });

  it('shows the context object', async () => {
    const arn = await rig.begin(single({ Type: 'Pass', Output: '{% $states.context %}' }), { x: 1 });
    expect(await rig.output(arn)).toEqual({
      Execution: { Id: arn, Input: { x: 1 }, Name: 'case-1', RoleArn: 'arn:aws:iam::000000000000:role/lifecycle', StartTime: '2026-03-02T08:00:00.000Z', RedriveCount: 0 },
      State: { EnteredTime: '2026-03-02T08:00:00.000Z', Name: 'S' },
      StateMachine: { Id: 'arn:aws:states:eu-north-1:000000000000:stateMachine:machine', Name: 'machine' },
    });
  });
});
