import { DescribeExecutionCommand, SendTaskSuccessCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startRuntime, type Runtime } from '../../../infra/local/runtime.ts';
import { awsRequest, FixtureApp } from './fixture-app.ts';

let app: FixtureApp;
let runtime: Runtime | undefined;
beforeEach(() => {
  app = new FixtureApp();
});
afterEach(async () => {
  await runtime?.stop();
  app.remove();
});

const startAt = Date.parse('2026-03-02T08:00:00Z');

async function start(): Promise<Runtime> {
  runtime = await startRuntime(app.write().options({ startAt }));
  return runtime;
}

function machine(states: Record<string, unknown>, startState: string): void {
  app.resource('Machine', 'AWS::StepFunctions::StateMachine', { StateMachineName: 'lifecycle', RoleArn: 'arn:aws:iam::000000000000:role/x', DefinitionString: { 'Fn::Sub': JSON.stringify({ QueryLanguage: 'JSONata', StartAt: startState, States: states }) } });
}

const machineArn = 'arn:aws:states:eu-north-1:000000000000:stateMachine:lifecycle';

function states(): SFNClient {
  return new SFNClient({ endpoint: runtime?.awsEndpoint ?? '', region: 'eu-north-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } });
}

describe('the AWS endpoint', () => {
  test('runs an execution with the unchanged SDK, and its timers by the stepped clock', async () => {
    app.function('Step', 'export const handler = async (event) => { record(event); return { at: event.at }; };');
    machine(
      {
        First: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Arguments: { FunctionName: '${Step.Arn}', Payload: { at: '{% $states.context.State.EnteredTime %}' } }, Next: 'Wait' },
        Wait: { Type: 'Wait', Seconds: 35 * 86_400, Next: 'Second' },
        Second: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Arguments: { FunctionName: '${Step.Arn}', Payload: { at: '{% $states.context.State.EnteredTime %}' } }, Output: '{% $states.result.Payload.at %}', End: true },
      },
      'First',
    );
    await start();
    const { executionArn } = await states().send(new StartExecutionCommand({ stateMachineArn: machineArn, name: 'case-1', input: '{}' }));
    await runtime?.idle();
    expect(app.recorded('Step')).toHaveLength(1);
    expect(await runtime?.advance({ advance: 'P40D' })).toMatchObject({ status: 200, visited: 1 });
    const { status, output } = await states().send(new DescribeExecutionCommand({ executionArn }));
    expect(status).toBe('SUCCEEDED');
    expect(JSON.parse(output ?? '')).toMatch(/^2026-04-06T08:00/);
  });

  test('hands a token out and takes it back', async () => {
    app.function('Ask', 'export const handler = async (event) => record(event);');
    machine({ Ask: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken', TimeoutSeconds: 86_400, Arguments: { FunctionName: '${Ask}', Payload: { token: '{% $states.context.Task.Token %}' } }, End: true } }, 'Ask');
    await start();
    const { executionArn } = await states().send(new StartExecutionCommand({ stateMachineArn: machineArn, name: 'case-1', input: '{}' }));
    await runtime?.idle();
    const [asked] = app.recorded('Ask') as { token: string }[];
    await states().send(new SendTaskSuccessCommand({ taskToken: asked?.token ?? '', output: '"answered"' }));
    await runtime?.idle();
    expect(await states().send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({ status: 'SUCCEEDED', output: '"answered"' });
  });

  test('a failed execution reaches the function of the rule that matches it, and only failed ones do', async () => {
    app.function('MarkStopped', 'export const handler = async (event) => record(event);');
    app.resource('Stopped', 'AWS::Events::Rule', { EventPattern: { source: ['aws.states'], detail: { status: ['FAILED'] } }, Targets: [{ Id: 'T', Arn: { 'Fn::GetAtt': ['MarkStopped', 'Arn'] } }] });
    machine({ Fail: { Type: 'Fail', Error: 'Broken' } }, 'Fail');
    await start();
    await states().send(new StartExecutionCommand({ stateMachineArn: machineArn, name: 'case-1', input: '{}' }));
    await runtime?.idle();
    expect(app.recorded('MarkStopped')).toMatchObject([{ 'detail-type': 'Step Functions Execution Status Change', source: 'aws.states', region: 'eu-north-1', time: expect.stringMatching(/^2026-03-02T08:00/), detail: { status: 'FAILED', name: 'case-1', error: 'Broken' } }]);
  });

  test('invokes functions as Lambda does', async () => {
    app.function('Echo', 'export const handler = async (event) => { record(event); if (event.fail) throw new RangeError("too far"); return { got: event }; };');
    await start();
    const invoke = (name: string, body: string, headers: Record<string, string> = {}): Promise<Response> => fetch(`${runtime?.awsEndpoint}/2015-03-31/functions/${name}/invocations`, { method: 'POST', body, headers });
    expect(await (await invoke('Echo', '{"a":1}')).json()).toEqual({ got: { a: 1 } });
    const failed = await invoke('Echo', '{"fail":true}');
    expect([failed.status, failed.headers.get('x-amz-function-error')]).toEqual([200, 'Unhandled']);
    expect(await failed.json()).toMatchObject({ errorType: 'RangeError', errorMessage: 'too far' });
    expect((await invoke('Nowhere', '{}')).status).toBe(404);
    expect((await invoke('Echo', '{')).status).toBe(400);
    expect((await invoke('Echo', '{"later":1}', { 'x-amz-invocation-type': 'Event' })).status).toBe(202);
    await runtime?.idle();
    expect(app.recorded('Echo')).toContainEqual({ later: 1 });
  });

  test('gives secrets, refuses what it does not serve, and listens to no page', async () => {
    app.resource('Secret', 'AWS::SecretsManager::Secret', { Name: 'origin', GenerateSecretString: { PasswordLength: 48 } });
    await start();
    const endpoint = runtime?.awsEndpoint ?? '';
    expect(await awsRequest(endpoint, 'secretsmanager.GetSecretValue', { SecretId: 'origin' })).toMatchObject({ status: 200, body: { Name: 'origin', SecretString: expect.stringMatching(/^.{48}$/) } });
    expect(await awsRequest(endpoint, 'secretsmanager.GetSecretValue', { SecretId: 'other' })).toMatchObject({ status: 400, body: { __type: 'ResourceNotFoundException' } });
    expect(await awsRequest(endpoint, 'TrentService.Encrypt', {})).toMatchObject({ status: 400, body: { __type: 'UnknownOperationException', message: expect.stringContaining('TrentService.Encrypt') } });
    const fromPage = await fetch(endpoint, { method: 'POST', headers: { origin: 'http://elsewhere.example' }, body: '' });
    expect(fromPage.status).toBe(403);
  });
});

describe('events that nobody waits for', () => {
  test('are tried three times, a minute and two apart, and then left in the queue', async () => {
    app.function('Failing', 'export const handler = async () => { record(1); throw new Error("no"); };', { DeadLetterConfig: { TargetArn: { 'Fn::GetAtt': ['Dead', 'Arn'] } } });
    app.resource('Dead', 'AWS::SQS::Queue', { QueueName: 'dead' });
    await start();
    await fetch(`${runtime?.awsEndpoint}/2015-03-31/functions/Failing/invocations`, { method: 'POST', body: '{"case":"1"}', headers: { 'x-amz-invocation-type': 'Event' } });
    await runtime?.idle();
    const attempts: number[] = [app.recorded('Failing').length];
    for (const advance of ['PT50S', 'PT20S', 'PT100S', 'PT30S', 'P1D']) {
      await runtime?.advance({ advance });
      attempts.push(app.recorded('Failing').length);
    }
    expect(attempts).toEqual([1, 1, 2, 2, 3, 3]);
    expect(runtime?.deadLetters()).toMatchObject([{ queueArn: 'arn:aws:sqs:eu-north-1:000000000000:dead', body: { requestPayload: { case: '1' }, responsePayload: { errorMessage: 'no' } } }]);
  });

  test('schedules run by the stepped clock: daily ones each day, frequent ones once where the clock stops', async () => {
    app.function('Daily', 'export const handler = async (event) => record(event);');
    app.function('Often', 'export const handler = async (event) => record(event);');
    app.resource('EachDay', 'AWS::Scheduler::Schedule', { ScheduleExpression: 'cron(0 6 * * ? *)', ScheduleExpressionTimezone: 'Europe/Stockholm', FlexibleTimeWindow: { Mode: 'OFF' }, Target: { Arn: { 'Fn::GetAtt': ['Daily', 'Arn'] }, RoleArn: 'x', Input: '{"at":"<aws.scheduler.scheduled-time>"}' } });
    // A schedule may well have its function's name.
    app.resource('EachMinute', 'AWS::Scheduler::Schedule', { Name: 'Often', ScheduleExpression: 'rate(1 minute)', FlexibleTimeWindow: { Mode: 'OFF' }, Target: { Arn: { 'Fn::GetAtt': ['Often', 'Arn'] }, RoleArn: 'x' } });
    await start();
    expect(await runtime?.advance({ advance: 'P3D' })).toMatchObject({ status: 200, visited: 3 });
    expect(app.recorded('Daily')).toEqual([3, 4, 5].map((day) => ({ at: `2026-03-0${day}T05:00:00Z` })));
    expect(app.recorded('Often')).toHaveLength(1);
    expect(app.recorded('Often').at(-1)).toMatchObject({ 'detail-type': 'Scheduled Event', source: 'aws.scheduler', time: expect.stringMatching(/^2026-03-05T08:00/), resources: ['arn:aws:scheduler:eu-north-1:000000000000:schedule/default/Often'], detail: '{}' });
  });

  test('messages of a topic reach the functions that subscribe', async () => {
    app.function('Bounced', 'export const handler = async (event) => record(JSON.parse(event.Records[0].Sns.Message));');
    app.resource('Events', 'AWS::SNS::Topic', { TopicName: 'mail-events' });
    app.resource('Subscription', 'AWS::SNS::Subscription', { TopicArn: { Ref: 'Events' }, Protocol: 'lambda', Endpoint: { 'Fn::GetAtt': ['Bounced', 'Arn'] } });
    app.resource('Sender', 'AWS::SES::EmailIdentity', { EmailIdentity: 'brygga@ekdala.example' });
    app.resource('Set', 'AWS::SES::ConfigurationSet', { Name: 'mails' });
    app.resource('ToTopic', 'AWS::SES::ConfigurationSetEventDestination', { ConfigurationSetName: { Ref: 'Set' }, EventDestination: { Enabled: true, MatchingEventTypes: ['bounce'], SnsDestination: { TopicARN: { Ref: 'Events' } } } });
    await start();
    const form = new URLSearchParams({ Action: 'SendEmail', Version: '2010-12-01', Source: 'brygga@ekdala.example', 'Destination.ToAddresses.member.1': 'bounce@simulator.amazonses.com', 'Message.Subject.Data': 'Hej', 'Message.Body.Text.Data': 'Text', ConfigurationSetName: 'mails' });
    const response = await fetch(runtime?.awsEndpoint ?? '', { method: 'POST', body: form });
    expect(response.status).toBe(200);
    await runtime?.idle();
    expect(runtime?.mail()).toMatchObject([{ subject: 'Hej' }]);
    expect(app.recorded('Bounced')).toMatchObject([{ eventType: 'Bounce' }]);
  });
});

describe('an empty store', () => {
  const organisation = { document: { organisations: [] }, users: [{ id: 'siri', name: 'Siri', title: 'Sjuksköterska', language: 'sv' as const }] };

  test('is filled once, by the function that the template names', async () => {
    app.function('Bootstrap', 'export const handler = async (event) => record(event);');
    app.write({ Outputs: { BootstrapFunctionName: { Value: { Ref: 'Bootstrap' } } } });
    for (const routine of ['vaxjo', 'goteborg']) {
      runtime = await startRuntime(app.options({ organisation, routine }));
      await runtime.stop();
    }
    expect(app.recorded('Bootstrap')).toEqual([{ organisation: { organisations: [] }, routine: 'vaxjo', at: expect.any(String) }]);
  });

  test('that cannot be filled stops the start, and the next one tries again', async () => {
    app.function('Bootstrap', 'import { existsSync } from "node:fs"; export const handler = async (event) => { const again = existsSync(process.env.RECORDINGS); record(1); if (!again) throw new Error("unknown routine"); };');
    app.write({ Outputs: { BootstrapFunctionName: { Value: { Ref: 'Bootstrap' } } } });
    await expect(startRuntime(app.options({ organisation }))).rejects.toMatchObject({ code: 'bootstrap-failed', message: expect.stringContaining('unknown routine') });
    runtime = await startRuntime(app.options({ organisation }));
    expect(await runtime.issueToken('siri')).toMatchObject({ access_token: expect.any(String) });
  });
});
