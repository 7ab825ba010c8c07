import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bundleFunctions } from '../../infra/bundle-functions.ts';
import { readFunction } from '../../infra/local/lambda/function-definition.ts';
import { functionEnvironment } from '../../infra/local/lambda/function-environment.ts';
import { readOrganisation } from '../../infra/local/organisation.ts';
import { startRuntime } from '../../infra/local/runtime.ts';
import { percentile } from './measure.ts';
import { reportBody } from './report.ts';

const root = join(import.meta.dirname, '..', '..');
const run = promisify(execFile);

/** Medians, milliseconds: loading the bundle, and loading and answering the first event. */
export interface FirstInvoke {
  readonly runs: number;
  readonly floor: { readonly loading: number; readonly answered: number };
  readonly submit: { readonly loading: number; readonly answered: number };
}

/**
 * The first invoke of `submit-deviation` in a fresh process, beside that of a function with the same libraries, bundled
 * the same way, that writes three rows. In turns, so that what else the machine does meets both alike. The process's own
 * start is in neither.
 */
export async function firstInvoke(assembly: string, runs: number): Promise<FirstInvoke> {
  const folder = mkdtempSync(join(tmpdir(), 'brygga-bench-invoke-'));
  await bundleFunctions(root, folder, [{ name: 'floor', path: 'test/bench/floor-function.ts' }]);
  const runtime = await startRuntime({
    assembly, data: join(folder, 'data'), port: 0, awsPort: 0, startAt: undefined, routine: 'vaxjo', dynamoDbEndpoint: undefined,
    organisation: readOrganisation(join(root, 'workflows/demo/ekdala.json')), onBroken: (reason) => { throw new Error(reason); },
  });
  try {
    const resource = runtime.template.ofType('AWS::Lambda::Function').find(({ physicalId }) => physicalId.endsWith('submit-deviation'));
    if (resource === undefined) throw new Error('The template has no submit-deviation');
    const { entry, environment } = readFunction(resource, runtime.template);
    // As the runtime gives it: DynamoDB is spoken with the engine itself.
    const engine = `http://127.0.0.1:${enginePort(join(folder, 'data'))}`;
    const env = { ...functionEnvironment(runtime.template, runtime.awsEndpoint, engine), ...environment };
    const ask = async (file: string): Promise<{ milliseconds: number; loading: number }> => {
      const event = join(folder, 'event.json');
      writeFileSync(event, JSON.stringify(eventOf(environment['ORIGIN_SECRETS'] ?? '', runtime.now())));
      const { stdout } = await run(process.execPath, [join(import.meta.dirname, 'first-invoke-process.ts'), file, event], { env });
      const answer: { milliseconds: number; loading: number; statusCode: number } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
      if (answer.statusCode !== 201) throw new Error(`${file} answered ${stdout}`);
      return answer;
    };
    const results: { readonly floor: Awaited<ReturnType<typeof ask>>; readonly submit: Awaited<ReturnType<typeof ask>> }[] = [];
    for (let turn = 0; turn < runs; turn += 1) {
      results.push({ floor: await ask(join(folder, 'floor/index.mjs')), submit: await ask(entry) });
    }
    const median = (which: 'floor' | 'submit') => ({
      loading: percentile(results.map((result) => result[which].loading), 0.5), answered: percentile(results.map((result) => result[which].milliseconds), 0.5),
    });
    return { runs, floor: median('floor'), submit: median('submit') };
  } finally {
    await runtime.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The engine's address is the runtime's own affair; the process that it started has it on its command line. */
function enginePort(data: string): number {
  const pid = readFileSync(join(data, 'dynamodb.pid'), 'utf8').trim();
  const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  return Number(words[words.indexOf('--port') + 1]);
}

function eventOf(secrets: string, now: number): unknown {
  return {
    version: '2.0',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), 'x-brygga-origin': secrets.split(',')[0] ?? '' },
    requestContext: { requestId: randomUUID(), timeEpoch: now, http: { sourceIp: '127.0.0.1' }, authorizer: { jwt: { claims: { sub: 'siri' } } } },
    body: reportBody('första anropet'),
    isBase64Encoded: false,
  };
}
