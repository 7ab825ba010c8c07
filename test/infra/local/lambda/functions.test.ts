import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Functions } from '../../../../infra/local/lambda/functions.ts';
import { loadTemplate } from '../../../../infra/local/template/load-template.ts';
import { FixtureApp } from '../fixture-app.ts';

let app: FixtureApp;
let functions: Functions;
beforeEach(() => {
  app = new FixtureApp();
});
afterEach(async () => {
  await functions.close();
  app.remove();
});

function start(): Functions {
  const template = loadTemplate({ folder: app.write().assembly, parameters: {}, db: new DatabaseSync(':memory:'), region: 'eu-north-1', accountId: '000000000000' });
  functions = new Functions({ template, logs: join(app.folder, 'logs'), environment: { AWS_REGION: 'eu-north-1' } });
  return functions;
}

describe('a function', () => {
  test('answers, with its own environment and the context that Lambda gives', async () => {
    app.function('Echo', `export const handler = async (event, context) => ({ event, names: Object.keys(process.env).sort(), name: context.functionName, arn: context.invokedFunctionArn, left: context.getRemainingTimeInMillis() > 9000, id: context.awsRequestId.length });`);
    process.env['OURS'] = 'must not be seen';
    expect(await start().invoke('Echo', { a: 1 })).toEqual({
      ok: true,
      payload: {
        event: { a: 1 },
        names: ['AWS_LAMBDA_FUNCTION_MEMORY_SIZE', 'AWS_LAMBDA_FUNCTION_NAME', 'AWS_LAMBDA_FUNCTION_VERSION', 'AWS_REGION', 'RECORDINGS'],
        name: 'Echo',
        arn: 'arn:aws:lambda:eu-north-1:000000000000:function:Echo',
        left: true,
        id: 36,
      },
    });
  });

  test('is found by name, ARN and ARN with a version; nothing else is', () => {
    app.function('Echo', 'export const handler = async () => null;');
    start();
    expect(['Echo', 'arn:aws:lambda:eu-north-1:000000000000:function:Echo', 'arn:aws:lambda:eu-north-1:000000000000:function:Echo:1', 'Other'].map((name) => functions.has(name))).toEqual([true, true, true, false]);
  });

  test.each([
    ['an error thrown', 'class Conflict extends Error { name = "Conflict" }; export const handler = async () => { throw new Conflict("the case has moved on"); };', {}, 'Conflict', 'the case has moved on'],
    ['something else thrown', 'export const handler = async () => { throw "text"; };', {}, 'string', 'text'],
    ['too long', 'export const handler = () => new Promise(() => setInterval(() => {}, 1000));', { Timeout: 1 }, 'Sandbox.Timedout', 'Task timed out after 1.00 seconds'],
    ['too long without a pause', 'export const handler = () => { for (;;); };', { Timeout: 1 }, 'Sandbox.Timedout', 'Task timed out after 1.00 seconds'],
    ['too much memory', 'export const handler = async () => { const kept = []; for (;;) kept.push(new Array(10000).fill(Math.random())); };', { MemorySize: 128, Timeout: 30 }, 'Runtime.OutOfMemory', 'signal: killed'],
    ['an exit', 'export const handler = async () => process.exit(3);', {}, 'Runtime.ExitError', 'exit status 3'],
    ['no handler', 'export const other = 1;', {}, 'Runtime.HandlerNotFound', 'handler is undefined or not exported'],
    ['a broken file', 'export const handler = (;', {}, 'Runtime.UserCodeSyntaxError', 'Unexpected token'],
    ['a module that is not there', 'import "nowhere-at-all"; export const handler = async () => 1;', {}, 'Runtime.ImportModuleError', 'nowhere-at-all'],
    ['a failing start', 'throw new TypeError("no table"); export const handler = async () => 1;', {}, 'TypeError', 'no table'],
  ])('%s is an error as on AWS', async (_, code, properties, errorType, errorMessage) => {
    app.function('Failing', code, properties);
    expect(await start().invoke('Failing', {})).toMatchObject({ ok: false, errorType, errorMessage: expect.stringContaining(errorMessage) });
  });

  test('works again after it has timed out', async () => {
    app.function('Sometimes', 'export const handler = (event) => event.hang ? new Promise(() => setInterval(() => {}, 1000)) : Promise.resolve("fine");', { Timeout: 1 });
    start();
    expect((await functions.invoke('Sometimes', { hang: true })).ok).toBe(false);
    expect(await functions.invoke('Sometimes', {})).toEqual({ ok: true, payload: 'fine' });
  });

  test('stays warm, and runs events side by side up to its reserved number', async () => {
    app.function('Counting', 'let count = 0; let now = 0; export const handler = async () => { now += 1; await new Promise((done) => setTimeout(done, 20)); now -= 1; return { count: ++count, alone: now === 0 }; };', { ReservedConcurrentExecutions: 1 });
    start();
    const answers = await Promise.all([1, 2, 3].map(() => functions.invoke('Counting', {})));
    expect(answers.map((answer) => (answer.ok ? answer.payload : answer))).toEqual([1, 2, 3].map((count) => ({ count, alone: true })));
  });

  test('writes its log as lines of JSON', async () => {
    app.function('Talking', 'export const handler = async () => { console.log("plain"); console.log(JSON.stringify({ level: "INFO", message: "own" })); };');
    await start().invoke('Talking', {});
    await functions.close();
    const lines = readFileSync(join(app.folder, 'logs', 'Talking.log'), 'utf8').trim().split('\n').map((line): unknown => JSON.parse(line));
    expect(lines).toEqual([expect.objectContaining({ message: 'plain' }), { level: 'INFO', message: 'own' }]);
  });
});
