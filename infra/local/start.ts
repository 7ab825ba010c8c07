import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWhenChanged } from './build-when-changed.ts';
import { demoOrganisation, routineOfFolder, usualRoutine } from './demo.ts';
import { helpText, readOptions, type StartOptions } from './options.ts';
import type { OrganisationDocument } from './organisation.ts';
import { startRuntime, type Runtime } from './runtime.ts';
import { StartFailure, startFailureExitCodes } from './start-failure.ts';

/** `npm start`: builds what has changed, serves it, says where it is, and stops cleanly. */
const root = fileURLToPath(new URL('../..', import.meta.url));

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), process.cwd());
  if (options.help) {
    process.stdout.write(helpText);
    return;
  }
  const stopOnSignal = stopper();
  const assembly = options.assembly ?? buildWhenChanged(root, process.env['BRYGGA_STAGE'], (text) => process.stdout.write(`${text}\n`));
  if (options.assembly === undefined) enableCompileCache(join(root, '.brygga-build', 'compiled'));
  const routine = routineOfFolder(options.data) ?? options.routine ?? usualRoutine;
  const organisation = demoOrganisation(routine);
  const runtime = await startRuntime({
    assembly,
    data: options.data,
    port: options.port,
    awsPort: options.awsPort,
    startAt: options.startAt,
    organisation,
    empty: options.empty,
    routine,
    dynamoDbEndpoint: process.env['DYNAMODB_ENDPOINT'],
    onBroken: (reason) => stopOnSignal.broke(reason),
  });
  stopOnSignal.owns(runtime);
  process.stdout.write(welcome(runtime, organisation, routine, options));
}

function welcome(runtime: Runtime, { users }: OrganisationDocument, routine: string, { data, startAt, routine: wanted }: StartOptions): string {
  const now = runtime.now();
  const clockNote = startAt !== undefined && Math.abs(now - startAt) > 60_000 ? ' (the data folder had a clock already; --now is for a new one)' : '';
  const routineNote = wanted !== undefined && wanted !== routine ? ' (the data folder was begun with it; --routine is for a new one)' : '';
  const longest = Math.max(...users.map(({ id }) => id.length));
  return `
Brygga is running on this machine.

  Site           ${runtime.origin}
  Local console  ${runtime.origin}/_local  (mailbox, clock, demo users)
  Clock          ${new Date(now).toISOString()}${clockNote}
  Routine        ${routine}${routineNote}
  Data           ${data}

  Sign in as one of the demo users, without a password:
${users.map(({ id, name, title }) => `    ${id.padEnd(longest)}  ${name}, ${title}`).join('\n')}

  Point the aws CLI here:
    export AWS_ENDPOINT_URL=${runtime.awsEndpoint} AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local AWS_REGION=${runtime.region} AWS_DEFAULT_REGION=${runtime.region}

Stop with Ctrl-C; everything is kept.
`;
}

/** Ends the runtime on a signal or when a part of it has ended; a second signal does not wait. */
function stopper(): { owns(runtime: Runtime): void; broke(reason: string): void } {
  let runtime: Runtime | undefined;
  let pending: number | undefined;
  let stopping = false;
  const end = (exitCode: number): void => {
    pending = exitCode;
    if (runtime === undefined || stopping) return;
    stopping = true;
    runtime.stop().then(
      () => process.exit(exitCode),
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => (stopping || (pending !== undefined && runtime === undefined) ? process.exit(130) : end(0)));
  }
  return {
    owns: (started) => {
      runtime = started;
      if (pending !== undefined) end(pending);
    },
    broke: (reason) => {
      process.stderr.write(`${reason}\n`);
      end(1);
    },
  };
}

main().catch((error: unknown) => {
  const known = error instanceof StartFailure;
  process.stderr.write(`${known ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(known ? startFailureExitCodes[error.code] : 1);
});
