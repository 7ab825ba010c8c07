import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, env, exit, stderr, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { readNamedSettings, type Settings } from './settings.ts';

/**
 * Writes an organisation and the routine it works by into an empty deployment: `node infra/bootstrap.ts FILE [--routine NAME]
 * [--renew]`; NAME is a preset (workflows/routines), vaxjo where none is said. With `--renew`
 * it writes over what is there (people that are new, roles that have moved); rows that FILE does not name stay.
 * FILE is an organisation document (workflows/demo/ekdala.json is one). Calls the function that the
 * application stack names in its output BootstrapFunctionName, through the aws CLI and its credentials.
 */
const { values, positionals } = parseArgs({ args: argv.slice(2), options: { routine: { type: 'string', default: 'vaxjo' }, renew: { type: 'boolean', default: false } }, allowPositionals: true });
const [file] = positionals;
if (file === undefined) fail('Name the organisation document: npm run bootstrap -- FILE [--routine NAME] [--renew]');

const presets = readdirSync(new URL('../workflows/routines/', import.meta.url)).map((name) => name.replace(/\.json$/, ''));
if (!presets.includes(values.routine)) fail(`--routine must be one of ${presets.join(', ')}, not "${values.routine}"`);

const { stage, region } = settingsOfStage();
const organisation: unknown = JSON.parse(readFileSync(file, 'utf8'));
const outputs: unknown = JSON.parse(aws(['cloudformation', 'describe-stacks', '--stack-name', `Brygga-${stage}-Application`, '--query', 'Stacks[0].Outputs']));
const functionName = outputNamed(outputs, 'BootstrapFunctionName');

const folder = mkdtempSync(join(tmpdir(), 'brygga-bootstrap-'));
try {
  const payload = join(folder, 'payload.json');
  const answer = join(folder, 'answer.json');
  writeFileSync(payload, JSON.stringify({ organisation, routine: values.routine, renew: values.renew }));
  const invoked: unknown = JSON.parse(aws([
    'lambda', 'invoke', '--function-name', functionName,
    '--payload', `fileb://${payload}`, answer,
  ]));
  stdout.write(`${readFileSync(answer, 'utf8')}\n`);
  if (typeof invoked === 'object' && invoked !== null && 'FunctionError' in invoked) fail(`${functionName} refused the document`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function aws(parameters: readonly string[]): string {
  return execFileSync('aws', ['--region', region, '--output', 'json', ...parameters], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

function outputNamed(outputs: unknown, name: string): string {
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
