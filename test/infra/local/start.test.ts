import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { engineBinary } from '../../../infra/local/dynamodb/engine.ts';
import { readOptions } from '../../../infra/local/options.ts';
import { startRuntime } from '../../../infra/local/runtime.ts';
import { awsRequest, FixtureApp } from './fixture-app.ts';

const startFile = fileURLToPath(new URL('../../../infra/local/start.ts', import.meta.url));

let app: FixtureApp;
let running: ChildProcess[] = [];
beforeEach(() => {
  app = new FixtureApp().table('cases');
});
afterEach(async () => {
  for (const child of running) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  running = [];
  app.remove();
});

interface Started {
  readonly child: ChildProcess;
  readonly output: string;
  readonly exitCode: number | undefined;
}

/** Until the program says where it is, or ends. */
async function start(parameters: readonly string[] = [], environment: Record<string, string> = {}): Promise<Started> {
  const child = spawn(process.execPath, [startFile, '--assembly', app.assembly, '--data', app.data, '--port', '0', '--aws-port', '0', ...parameters], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...environment } });
  running.push(child);
  let output = '';
  return new Promise((resolve) => {
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
      if (output.includes('Stop with Ctrl-C')) resolve({ child, output, exitCode: undefined });
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('close', (code) => resolve({ child, output, exitCode: code ?? -1 }));
  });
}

function addressesIn(output: string): { site: string; aws: string } {
  return { site: /Site\s+(\S+)/.exec(output)?.[1] ?? '', aws: /AWS_ENDPOINT_URL=(\S+)/.exec(output)?.[1] ?? '' };
}

/** Processes whose command line names our folder. */
function processesOf(folder: string): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => {
      try {
        return pid > 0 && pid !== process.pid && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder);
      } catch {
        return false;
      }
    });
}

async function noProcessLeft(): Promise<boolean> {
  for (let look = 0; look < 200; look += 1) {
    if (processesOf(app.folder).length === 0) return true;
    await pause(10);
  }
  return false;
}

describe('npm start', () => {
  test('says where to go, who can sign in, where the data lies and how to point the aws CLI here', async () => {
    app.write();
    const { output, child } = await start(['--now', '2026-03-02T08:00:00Z']);
    const { site, aws } = addressesIn(output);
    expect(output).toContain('siri');
    expect(output).toContain(app.data);
    expect(output).toMatch(/Clock +2026-03-02T08:00/);
    expect(output).toMatch(/export AWS_ENDPOINT_URL=http:\/\/127\.0\.0\.1:\d+ AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local AWS_REGION=eu-north-1/);
    expect(await (await fetch(`${site}/_local/health`)).json()).toMatchObject({ status: 'ok' });
    expect(await awsRequest(aws, 'DynamoDB_20120810.ListTables', {})).toMatchObject({ body: { TableNames: ['cases'] } });
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(await noProcessLeft()).toBe(true);
  });

  test('after kill -9 leaves no process behind, and the next start has all that was acknowledged', async () => {
    app.write();
    const first = await start();
    for (let number = 0; number < 20; number += 1) await awsRequest(addressesIn(first.output).aws, 'DynamoDB_20120810.PutItem', { TableName: 'cases', Item: { pk: { S: String(number) } } });
    await fetch(`${addressesIn(first.output).site}/_local/clock`, { method: 'POST', body: '{"advance":"P7D"}', headers: { 'content-type': 'application/json' } });
    const exited = once(first.child, 'exit');
    first.child.kill('SIGKILL');
    await exited;
    const second = await start();
    expect(await noProcessLeftBut(second.child)).toBe(true);
    const { site, aws } = addressesIn(second.output);
    expect(await awsRequest(aws, 'DynamoDB_20120810.Scan', { TableName: 'cases' })).toMatchObject({ body: { Count: 20 } });
    const { now } = (await (await fetch(`${site}/_local/clock`)).json()) as { now: string };
    expect(Date.parse(now) - Date.now()).toBeGreaterThan(6.9 * 86_400_000);
    second.child.kill('SIGKILL');
    expect(await noProcessLeft()).toBe(true);
  });

  test('killed again and again in the middle of its work delivers everything that was acknowledged, timers included', async () => {
    app.function('Relay', `export const handler = async (event) => {
      for (const { dynamodb } of event.Records) {
        const name = dynamodb.Keys.pk.S;
        record(name);
        await aws('AWSStepFunctions.StartExecution', { stateMachineArn: 'arn:aws:states:eu-north-1:000000000000:stateMachine:lifecycle', name, input: JSON.stringify({ name }) });
      }
    };`);
    app.function('Remind', 'export const handler = async (event) => record(event.name);');
    app.resource('Mapping', 'AWS::Lambda::EventSourceMapping', { EventSourceArn: { 'Fn::GetAtt': ['cases', 'StreamArn'] }, FunctionName: { Ref: 'Relay' }, BatchSize: 3, StartingPosition: 'LATEST' });
    app.resource('Machine', 'AWS::StepFunctions::StateMachine', {
      StateMachineName: 'lifecycle',
      RoleArn: 'arn:aws:iam::000000000000:role/x',
      DefinitionString: {
        'Fn::Sub': JSON.stringify({
          QueryLanguage: 'JSONata',
          StartAt: 'Wait',
          States: {
            Wait: { Type: 'Wait', Seconds: 30 * 86_400, Next: 'Remind' },
            Remind: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Arguments: { FunctionName: '${Remind.Arn}', Payload: { name: '{% $states.context.Execution.Name %}' } }, End: true },
          },
        }),
      },
    });
    app.write();
    const acknowledged: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      const { child, output } = await start();
      const writes = Array.from({ length: 12 }, async (_, number) => {
        const key = `case-${round}-${number}`;
        const answer = await awsRequest(addressesIn(output).aws, 'DynamoDB_20120810.PutItem', { TableName: 'cases', Item: { pk: { S: key } } }).catch(() => undefined);
        if (answer?.status === 200) acknowledged.push(key);
        // The last write's answer is the moment of death; its record and those before it are on their way.
        if (number === 11) child.kill('SIGKILL');
      });
      await Promise.all(writes);
      if (child.signalCode === null) await once(child, 'exit');
    }
    const { output } = await start();
    const move = (advance: string): Promise<Response> => fetch(`${addressesIn(output).site}/_local/clock`, { method: 'POST', body: JSON.stringify({ advance }), headers: { 'content-type': 'application/json' } });
    await move('P31D');
    expect(acknowledged.length).toBeGreaterThan(4);
    expect(acknowledged.filter((key) => !app.recorded('Relay').includes(key))).toEqual([]);
    expect(acknowledged.filter((key) => !app.recorded('Remind').includes(key))).toEqual([]);
  });

  test('when its engine dies says so and ends', async () => {
    app.write();
    const { child } = await start();
    process.kill(Number(readFileSync(join(app.data, 'dynamodb.pid'), 'utf8')), 'SIGKILL');
    expect(await once(child, 'exit')).toEqual([1, null]);
    expect(await noProcessLeft()).toBe(true);
  });
});

describe('what hinders a start', () => {
  async function refused(parameters: readonly string[] = [], environment: Record<string, string> = {}): Promise<{ exitCode: number | undefined; output: string }> {
    const { exitCode, output } = await start(parameters, environment);
    // Nothing half started.
    expect(await noProcessLeft()).toBe(true);
    return { exitCode, output };
  }

  test.each([
    ['--port', /port \d+ for the site is taken/],
    ['--aws-port', /port \d+ for the AWS endpoint is taken/],
  ])('a taken %s', async (option, message) => {
    app.write();
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    expect(await refused([option, String(port)])).toEqual({ exitCode: 3, output: expect.stringMatching(message) });
    other.close();
  });

  test('a data folder that another one has', async () => {
    app.write();
    await start();
    const { exitCode, output } = await start();
    expect({ exitCode, output }).toEqual({ exitCode: 4, output: expect.stringMatching(/in use by another Brygga \(process \d+\)/) });
  });

  test.each(['state.sqlite', 'dynamodb.sqlite', 'lock.sqlite'])('a broken %s', async (file) => {
    app.write();
    mkdirSync(app.data);
    writeFileSync(join(app.data, file), 'this is no database, whatever its name says'.repeat(100));
    const { exitCode, output } = await refused();
    expect(exitCode).toBe(6);
    expect(output).toContain(app.data);
  });

  test('a data folder that cannot be made', async () => {
    app.write();
    writeFileSync(app.data, 'a file');
    expect(await refused()).toMatchObject({ exitCode: 6, output: expect.stringContaining('cannot be made') });
  });

  test('a resource of a type that is not served', async () => {
    app.resource('Cache', 'AWS::ElastiCache::CacheCluster', {}).write();
    expect(await refused()).toMatchObject({ exitCode: 7, output: expect.stringContaining('Cache in App: AWS::ElastiCache::CacheCluster') });
  });

  test('a workflow that the interpreter refuses', async () => {
    app.resource('Machine', 'AWS::StepFunctions::StateMachine', { DefinitionString: '{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage","End":true}}}' }).write();
    expect(await refused()).toMatchObject({ exitCode: 7, output: expect.stringContaining('Machine is refused: InvalidDefinition') });
  });

  test.each<[string, string, Record<string, unknown>, string]>([
    ['a schedule without its function', 'AWS::Scheduler::Schedule', { ScheduleExpression: 'rate(1 day)', Target: { Arn: 'arn:aws:lambda:eu-north-1:000000000000:function:gone' } }, 'Thing sends its events to arn:aws:lambda:eu-north-1:000000000000:function:gone'],
    ['a rule to something else', 'AWS::Events::Rule', { EventPattern: {}, Targets: [{ Arn: 'arn:aws:sqs:eu-north-1:000000000000:queue' }] }, 'Thing sends its events to arn:aws:sqs'],
    ['a schedule that cannot be read', 'AWS::Scheduler::Schedule', { ScheduleExpression: 'whenever', Target: { Arn: 'arn:aws:lambda:eu-north-1:000000000000:function:Known' } }, 'whenever'],
  ])('%s', async (_, type, properties, message) => {
    app.function('Known', 'export const handler = async () => null;').resource('Thing', type, properties).write();
    await expect(startRuntime(app.options())).rejects.toMatchObject({ code: 'template-broken', message: expect.stringContaining(message) });
    expect(await noProcessLeft()).toBe(true);
  });

  test('no synthesized app', async () => {
    expect(await refused()).toMatchObject({ exitCode: 7, output: expect.stringContaining('manifest.json') });
  });

  test('an engine that does not answer', async () => {
    app.write();
    const { exitCode, output } = await refused([], { DYNAMODB_ENDPOINT: 'http://127.0.0.1:1' });
    expect(exitCode).toBe(5);
    expect(output).toContain('127.0.0.1:1');
  });

  test('a machine without an engine', () => {
    expect(() => engineBinary('plan9', 'mips')).toThrow(expect.objectContaining({ code: 'engine-missing', message: expect.stringContaining('DYNAMODB_ENDPOINT') }));
  });

  test.each([['--bogus'], ['--port', 'x'], ['--port', '70000'], ['--now', 'tomorrow'], ['--now', '2026-02-30T00:00:00Z'], ['--routine', '../x'], ['--routine', 'nacka'], ['surplus']])('the option %s %s', (...parameters) => {
    expect(() => readOptions(parameters, '/')).toThrow(expect.objectContaining({ code: 'bad-option' }));
  });

  test('help ends at once and starts nothing', async () => {
    const { exitCode, output } = await start(['--help']);
    expect(exitCode).toBe(0);
    expect(output).toContain('--aws-port');
    expect(existsSync(app.data)).toBe(false);
  });
});

async function noProcessLeftBut(child: ChildProcess): Promise<boolean> {
  // The runtime itself, its engine, the engine's shell and that shell's guard.
  const own = processesOf(app.folder).length;
  return own <= 4 && child.exitCode === null;
}
