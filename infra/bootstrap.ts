import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, env, exit, stderr, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { organisationFaults } from '../functions/contracts/organisation-faults.ts';
import { bootstrapReceipt } from '../functions/contracts/trigger.ts';
import { readNamedSettings, type Settings } from './settings.ts';

/**
 * Writes an organisation and the routine it works by into an empty deployment: `node infra/bootstrap.ts FILE [--routine NAME]
 * [--renew]`; NAME is a preset (workflows/routines), vaxjo where none is said. An installation that was begun with is left
 * as it is; with `--renew` the rows of FILE that differ are changed (an administrator who cannot sign in), those that FILE
 * does not name stay, and so does the routine, which is changed under Administration.
 * FILE is an organisation document (workflows/demo/ekdala.json is one); it is checked as a whole before anything is sent.
 * Calls the function that the application stack names in its output BootstrapFunctionName, through the aws CLI and its
 * credentials; where AWS_ENDPOINT_URL names an address of this machine, the installation there, without the CLI.
 */
const usage = 'npm run bootstrap -- FILE [--routine NAME] [--renew]';
const { values, positionals } = readArguments();
const [file] = positionals;
if (file === undefined) fail(`Name the organisation document: ${usage}`);
const presets = readdirSync(new URL('../workflows/routines/', import.meta.url)).map((name) => name.replace(/\.json$/, ''));
const { routine = 'vaxjo' } = values;
if (!presets.includes(routine)) fail(`--routine must be one of ${presets.join(', ')}, not "${routine}"`);
if (values.renew && values.routine !== undefined) fail('--renew leaves the routine as it is: change it under Administration');

const organisation = readDocument(file);
const faults = organisationFaults(organisation, new Date().toISOString().slice(0, 10));
if (faults.length > 0) fail([`${file} has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}; nothing was sent:`, ...faults.map(({ path, reason }) => `  ${path}: ${reason}`)].join('\n'));

const payload = JSON.stringify({ organisation, routine, renew: values.renew, at: new Date().toISOString() });
const local = env['AWS_ENDPOINT_URL'];
const answer = local !== undefined && isLoopback(local) ? await invokeHere(local) : invokeThere();
if (answer.refused) fail(`The installation refused the document:\n${answer.text}`);
const { written, routine: begun } = bootstrapReceipt.parse(JSON.parse(answer.text));
if (begun !== null) stdout.write(`${written} rows are written; the installation works by ${begun.id}, version ${begun.version}.\n`);
else if (written > 0) stdout.write(`${written} rows are changed; the routine is as it was.\n`);
else if (values.renew) stdout.write('Nothing differs; nothing was written.\n');
else fail('Nothing was written: this installation was begun with before. Change it under Administration, or say --renew.');

function readArguments() {
  try {
    return parseArgs({ args: argv.slice(2), options: { routine: { type: 'string' }, renew: { type: 'boolean', default: false } }, allowPositionals: true });
  } catch (error) {
    return fail(`${error instanceof Error ? error.message.split('. ', 1)[0] ?? '' : String(error)}: ${usage}`);
  }
}

interface Answer {
  readonly text: string;
  readonly refused: boolean;
}

/** The installation that `npm start` runs. */
async function invokeHere(endpoint: string): Promise<Answer> {
  const response = await fetch(`${endpoint.replace(/\/$/, '')}/2015-03-31/functions/brygga-local-bootstrap-organisation/invocations`, { method: 'POST', body: payload })
    .catch((error: unknown) => fail(`Nothing answers at ${endpoint}: ${error instanceof Error ? error.message : String(error)}`));
  return { text: await response.text(), refused: !response.ok || response.headers.has('x-amz-function-error') };
}

function invokeThere(): Answer {
  const { stage, region } = settingsOfStage();
  const aws = (parameters: readonly string[]): string => execFileSync('aws', ['--region', region, '--output', 'json', ...parameters], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  const outputs: unknown = JSON.parse(aws(['cloudformation', 'describe-stacks', '--stack-name', `Brygga-${stage}-Application`, '--query', 'Stacks[0].Outputs']));
  const functionName = outputNamed(outputs, 'BootstrapFunctionName', stage);
  const folder = mkdtempSync(join(tmpdir(), 'brygga-bootstrap-'));
  try {
    const sent = join(folder, 'payload.json');
    const received = join(folder, 'answer.json');
    writeFileSync(sent, payload);
    const invoked: unknown = JSON.parse(aws(['lambda', 'invoke', '--function-name', functionName, '--payload', `fileb://${sent}`, received]));
    return { text: readFileSync(received, 'utf8'), refused: typeof invoked === 'object' && invoked !== null && 'FunctionError' in invoked };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function isLoopback(endpoint: string): boolean {
  return URL.canParse(endpoint) && ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(endpoint).hostname);
}

function readDocument(name: string): unknown {
  try {
    return JSON.parse(readFileSync(name, 'utf8'));
  } catch (error) {
    return fail(`${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function outputNamed(outputs: unknown, name: string, stage: string): string {
  for (const output of Array.isArray(outputs) ? outputs : []) {
    if (typeof output === 'object' && output !== null && 'OutputKey' in output && output.OutputKey === name && 'OutputValue' in output) return String(output.OutputValue);
  }
  return fail(`The application stack of stage ${stage} has no output ${name}: deploy it first`);
}

function settingsOfStage(): Settings {
  try {
    return readNamedSettings(env);
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

function fail(message: string): never {
  stderr.write(`${message}\n`);
  exit(1);
}
