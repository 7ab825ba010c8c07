import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { instantMilliseconds } from './clock-steps.ts';
import { routineNames } from './demo.ts';
import { StartFailure, startFailureExitCodes } from './start-failure.ts';

export interface StartOptions {
  readonly port: number;
  readonly awsPort: number;
  /** Absolute path. */
  readonly data: string;
  /** Milliseconds since the epoch. */
  readonly startAt: number | undefined;
  /** Undefined: the usual one, or the one that the data folder was begun with. */
  readonly routine: string | undefined;
  /** Absolute path of a synthesized app to serve as it is; undefined builds what has changed. */
  readonly assembly: string | undefined;
  /** A new data folder stays without an organisation: an export is read into it. */
  readonly empty: boolean;
  readonly help: boolean;
}

const exitCodes = Object.entries(startFailureExitCodes).map(([code, exit]) => `${exit} ${code}`);

export const helpText = `Brygga on one machine: the synthesized templates, served whole.

  npm start -- [options]

  --port N        port of site, API, sign-in and local console (4400; 0 finds a free one)
  --aws-port N    port of the AWS endpoint (4401; 0 finds a free one)
  --data DIR      folder of everything that is kept (.brygga)
  --now INSTANT   where the clock of a new data folder begins, such as 2026-03-02T08:00:00Z
  --routine NAME  how the demo organisation of a new data folder works: ${routineNames.join(', ')} (${routineNames[0]})
  --empty         a new data folder without the demo organisation, for an export to be read into
  --assembly DIR  a synthesized app to serve as it is, instead of building what has changed
  --help          this text

Environment: DYNAMODB_ENDPOINT, the address of a DynamoDB-compatible server, where this machine has no engine of its own.
Exit codes: 0 stopped, 1 broke while running, ${exitCodes.join(', ')}.
`;

/**
 * @param cwd what a relative data folder is relative to
 * @throws StartFailure `bad-option`
 */
export function readOptions(parameters: readonly string[], cwd: string): StartOptions {
  const values = parse(parameters);
  return {
    port: readPort(values.port, '--port', 4400),
    awsPort: readPort(values['aws-port'], '--aws-port', 4401),
    data: resolve(cwd, values.data ?? '.brygga'),
    startAt: readInstant(values.now),
    routine: readRoutine(values.routine),
    assembly: values.assembly === undefined ? undefined : resolve(cwd, values.assembly),
    empty: values.empty ?? false,
    help: values.help ?? false,
  };
}

interface GivenOptions {
  readonly port?: string | undefined;
  readonly 'aws-port'?: string | undefined;
  readonly data?: string | undefined;
  readonly now?: string | undefined;
  readonly routine?: string | undefined;
  readonly assembly?: string | undefined;
  readonly empty?: boolean | undefined;
  readonly help?: boolean | undefined;
}

function parse(parameters: readonly string[]): GivenOptions {
  try {
    return parseArgs({
      args: [...parameters],
      options: { port: { type: 'string' }, 'aws-port': { type: 'string' }, data: { type: 'string' }, now: { type: 'string' }, routine: { type: 'string' }, assembly: { type: 'string' }, empty: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
      strict: true,
      allowPositionals: false,
    }).values;
  } catch (error) {
    throw new StartFailure('bad-option', `${error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error)}. See npm start -- --help.`, { cause: error });
  }
}

function readPort(text: string | undefined, name: string, byDefault: number): number {
  if (text === undefined) return byDefault;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) throw new StartFailure('bad-option', `${name} must be a port between 0 and 65535, not "${text}".`);
  return port;
}

function readInstant(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const instant = instantMilliseconds(text);
  if (instant === undefined) throw new StartFailure('bad-option', `--now must be an instant with a time zone offset, such as 2026-03-02T08:00:00Z, not "${text}".`);
  return instant;
}

function readRoutine(text: string | undefined): string | undefined {
  if (text !== undefined && !routineNames.includes(text)) throw new StartFailure('bad-option', `--routine must be one of ${routineNames.join(', ')}, not "${text}".`);
  return text;
}
