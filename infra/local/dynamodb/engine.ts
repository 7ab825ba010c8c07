import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { StartFailure } from '../start-failure.ts';
import { signed } from './engine-client.ts';
import { indexStreams, trimStreams } from './stream-file.ts';

/** Real time that the engine has to answer its first request. */
const readyMilliseconds = 5000;

/**
 * A shell that lives exactly as long as we hold its standard input, and kills the engine when we are gone:
 * dynoxide outlives a killed parent, and a second one opens the same file without complaint.
 */
const supervisor = `
exec 3<&0
"$@" </dev/null &
engine=$!
echo "$engine" > "$BRYGGA_ENGINE_PID"
( read -r _ <&3; kill -9 "$engine" ) >/dev/null 2>&1 &
guard=$!
exec 3<&-
wait "$engine"
status=$?
kill "$guard" 2>/dev/null
exit "$status"
`;

export interface EngineOptions {
  /** Folder of the engine's file. */
  readonly folder: string;
  /** Address of an engine that somebody else runs; then none is started. */
  readonly endpoint: string | undefined;
  /** Told when the engine ends by itself. */
  readonly onLost: (reason: string) => void;
}

export interface Engine {
  /** Address of the DynamoDB wire protocol, `http://host:port`. */
  readonly endpoint: string;
  stop(): Promise<void>;
}

/**
 * Starts the DynamoDB engine on a port of its own choice.
 *
 * @throws StartFailure when this platform has no engine or it does not start
 */
export async function startEngine({ folder, endpoint, onLost }: EngineOptions): Promise<Engine> {
  if (endpoint !== undefined) return othersEngine(endpoint);
  const binary = engineBinary(process.platform, process.arch);
  const pidFile = join(folder, 'dynamodb.pid');
  await endPrevious(pidFile, folder);
  const file = join(folder, 'dynamodb.sqlite');
  trimStreams(file);
  let said = '';
  // Another process may take the port between our look and the engine's start.
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const port = await freePort();
    const child = spawn('/bin/sh', ['-c', supervisor, 'dynamodb', binary, 'serve', '--port', String(port), '--db-path', file], {
      detached: true,
      stdio: ['pipe', 'ignore', 'pipe'],
      env: { PATH: '/usr/bin:/bin', BRYGGA_ENGINE_PID: pidFile },
    });
    said = '';
    child.stderr.on('data', (data: Buffer) => (said = `${said}${data.toString()}`.slice(-2000)));
    if (await answers(child, port, () => said.includes('listening on'))) {
      indexStreams(file);
      return running(child, `http://127.0.0.1:${port}`, pidFile, onLost, () => said);
    }
    child.stdin.end();
  }
  throw new StartFailure('engine-failed', `The DynamoDB engine did not start: ${said.trim() || 'no answer'}`);
}

function running(child: ChildProcess, endpoint: string, pidFile: string, onLost: (reason: string) => void, said: () => string): Engine {
  let stopping = false;
  const ended = once(child, 'exit').then(() => {
    if (!stopping) onLost(`The DynamoDB engine ended: ${said().trim()}`);
  });
  return {
    endpoint,
    stop: async () => {
      stopping = true;
      child.stdin?.end();
      await ended;
      rmSync(pidFile, { force: true });
    },
  };
}

async function othersEngine(endpoint: string): Promise<Engine> {
  try {
    await listTables(endpoint);
  } catch (error) {
    throw new StartFailure('engine-failed', `The DynamoDB engine at ${endpoint} (DYNAMODB_ENDPOINT) does not answer.`, { cause: error });
  }
  return { endpoint, stop: () => Promise.resolve() };
}

/**
 * Where the engine's program lies.
 *
 * @throws StartFailure `engine-missing`
 */
export function engineBinary(platform: string, architecture: string): string {
  const require = createRequire(import.meta.url);
  const name = `@dynoxide/${platform}-${architecture}`;
  try {
    return join(dirname(require.resolve(`${name}/package.json`)), 'dynoxide');
  } catch {
    throw new StartFailure('engine-missing', `There is no DynamoDB engine for this machine (${name} is not installed). Run "npm ci", or set DYNAMODB_ENDPOINT to the address of a DynamoDB-compatible server.`);
  }
}

async function answers(child: ChildProcess, port: number, listens: () => boolean): Promise<boolean> {
  let failed = false;
  child.once('error', () => (failed = true));
  const alive = (): boolean => !failed && child.exitCode === null && child.signalCode === null;
  const deadline = Date.now() + readyMilliseconds;
  while (alive() && Date.now() < deadline) {
    try {
      // The port may have become another engine's meanwhile: only ours says so on our pipe.
      if (listens()) await listTables(`http://127.0.0.1:${port}`);
      else await pause(3);
      if (listens() && alive()) return true;
    } catch {
      await pause(3);
    }
  }
  return false;
}

/** @throws Error when nothing that speaks DynamoDB answers */
async function listTables(endpoint: string): Promise<void> {
  const response = await fetch(endpoint, { method: 'POST', headers: { ...signed, 'x-amz-target': 'DynamoDB_20120810.ListTables' }, body: '{}', signal: AbortSignal.timeout(readyMilliseconds) });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`The status is ${response.status}`);
}

/** A runtime that was killed leaves its engine to the guard, which needs a moment. */
async function endPrevious(pidFile: string, folder: string): Promise<void> {
  let pid: number;
  try {
    pid = Number(readFileSync(pidFile, 'utf8'));
  } catch {
    return;
  }
  const deadline = Date.now() + 2000;
  while (runsHere(pid, folder)) {
    if (Date.now() > deadline) process.kill(pid, 'SIGKILL');
    await pause(5);
  }
}

function runsHere(pid: number, folder: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(join(folder, 'dynamodb.sqlite'));
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new StartFailure('engine-failed', 'No free port');
  return address.port;
}
