import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { backUpInstallation } from './backup-installation.ts';
import { StartFailure, startFailureExitCodes } from './start-failure.ts';

const help = `A backup of a Brygga on this machine: tables, mailbox, executions and clock of one moment, in one file.

  npm run backup -- [FILE] [--data DIR]

  FILE            where to (brygga-INSTANT.backup in this folder); never an existing file
  --data DIR      folder of the installation (.brygga), running or stopped
  --help          this text

The file holds personal data and keys: its owner alone may read it. Functions' logs are not in it.
Exit codes: 0 done, 2 bad-option, 6 store-broken.
`;

/** `npm run backup`. */
async function main(): Promise<void> {
  const { values, positionals } = read(process.argv.slice(2));
  if (values.help === true) {
    process.stdout.write(help);
    return;
  }
  if (positionals.length > 1) throw new StartFailure('bad-option', 'A backup is one file. See npm run backup -- --help.');
  const target = resolve(positionals[0] ?? `brygga-${new Date().toISOString().replaceAll(/[:.]/g, '-')}.backup`);
  const { takenAt, size } = await backUpInstallation(resolve(values.data ?? '.brygga'), target);
  process.stdout.write(`${target}: the installation as it was at ${takenAt} (${Math.ceil(size / 1024)} kB unpacked).\n`);
}

function read(parameters: string[]) {
  try {
    return parseArgs({ args: parameters, options: { data: { type: 'string' }, help: { type: 'boolean', short: 'h' } }, strict: true, allowPositionals: true });
  } catch (error) {
    throw new StartFailure('bad-option', `${error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error)}. See npm run backup -- --help.`, { cause: error });
  }
}

main().catch((error: unknown) => {
  const known = error instanceof StartFailure;
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(known ? startFailureExitCodes[error.code] : 1);
});
