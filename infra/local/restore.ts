import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { restoreInstallation } from './restore-installation.ts';
import { StartFailure, startFailureExitCodes } from './start-failure.ts';

const help = `Puts a backup in the place of a Brygga on this machine.

  npm run restore -- FILE [--data DIR]

  FILE            what npm run backup has written
  --data DIR      folder of the installation (.brygga); it must not be running
  --help          this text

The backup is checked whole before anything changes. What was in the folder is kept beside it, under a name that is printed.
Exit codes: 0 done, 2 bad-option, 4 data-locked, 6 store-broken.
`;

/** `npm run restore`. */
function main(): void {
  const { values, positionals } = read(process.argv.slice(2));
  if (values.help === true) {
    process.stdout.write(help);
    return;
  }
  const [source, ...surplus] = positionals;
  if (source === undefined || surplus.length > 0) throw new StartFailure('bad-option', 'Name one backup. See npm run restore -- --help.');
  const folder = resolve(values.data ?? '.brygga');
  const { takenAt, keptAside } = restoreInstallation(resolve(source), folder);
  process.stdout.write(`${folder} is as it was at ${takenAt}.\n${keptAside === undefined ? '' : `What was there before is in ${keptAside}: remove it when you no longer need it.\n`}`);
}

function read(parameters: string[]) {
  try {
    return parseArgs({ args: parameters, options: { data: { type: 'string' }, help: { type: 'boolean', short: 'h' } }, strict: true, allowPositionals: true });
  } catch (error) {
    throw new StartFailure('bad-option', `${error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error)}. See npm run restore -- --help.`, { cause: error });
  }
}

try {
  main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(error instanceof StartFailure ? startFailureExitCodes[error.code] : 1);
}
