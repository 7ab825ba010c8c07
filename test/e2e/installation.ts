import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { operations, type OperationId } from '../../functions/contracts/operations.ts';

const root = join(import.meta.dirname, '..', '..');
/** Many start one after the other: each need not compile the same again. A build empties it. */
const compiled = join(root, '.brygga-build/compiled');

export interface SentMail {
  readonly id: string;
  readonly at: string;
  readonly to: readonly string[];
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}
export interface Answer {
  readonly status: number;
  readonly body: any;
  readonly headers: Headers;
}
export interface CallOptions {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly rawBody?: string;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The real process, as `npm start` runs it, on ports and in a folder of its own. */
export class Installation {
  readonly folder: string;
  readonly #options: readonly string[];
  readonly #entry: string;
  #child: ChildProcess | undefined;
  #tokens = new Map<string, string>();
  origin = '';
  awsEndpoint = '';
  printed = '';

  /**
   * @param options.assembly a synthesized app to serve as it is, instead of building what has changed
   * @param options.entry another program with `start.ts`'s options and words
   */
  constructor(options: { now?: string; folder?: string; routine?: string; assembly?: string; entry?: string; empty?: boolean } = {}) {
    this.#entry = options.entry ?? join(root, 'infra/local/start.ts');
    this.folder = options.folder ?? mkdtempSync(join(tmpdir(), 'brygga-e2e-'));
    this.#options = ['--data', this.folder, ...(options.now === undefined ? [] : ['--now', options.now]), ...(options.routine === undefined ? [] : ['--routine', options.routine]), ...(options.assembly === undefined ? [] : ['--assembly', options.assembly]), ...(options.empty === true ? ['--empty'] : [])];
  }

  static async start(options: { now?: string; routine?: string; empty?: boolean } = {}): Promise<Installation> {
    const installation = new Installation(options);
    await installation.start();
    return installation;
  }

  /** One that runs in the test's own process. */
  meet(origin: string, awsEndpoint: string): void {
    this.origin = origin;
    this.awsEndpoint = awsEndpoint;
    this.#tokens.clear();
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, [this.#entry, '--port', '0', '--aws-port', '0', ...this.#options], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_COMPILE_CACHE: compiled } });
    this.#child = child;
    this.#tokens.clear();
    this.printed = '';
    await new Promise<void>((resolve, reject) => {
      const read = (chunk: Buffer) => {
        this.printed += chunk.toString();
        const origin = /http:\/\/127\.0\.0\.1:\d+(?=\s|$)/m.exec(this.printed);
        const aws = /AWS_ENDPOINT_URL=(http:\/\/127\.0\.0\.1:\d+)/.exec(this.printed);
        if (origin !== null && aws?.[1] !== undefined) {
          this.origin = origin[0];
          this.awsEndpoint = aws[1];
          resolve();
        }
      };
      child.stdout?.on('data', read);
      child.stderr?.on('data', read);
      child.once('exit', (code) => reject(new Error(`npm start ended with ${code}: ${this.printed}`)));
    });
  }

  /** `SIGKILL`: nothing gets a chance to tidy up. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  }

  /** Stops it, and says what of the stories' words got into the open while it ran: mails, logs, executions. */
  async stop(): Promise<void> {
    const leaks = this.#isOurs ? await this.#leaks() : [];
    await this.kill('SIGTERM');
    rmSync(this.folder, { recursive: true, force: true });
    if (leaks.length > 0) throw new Error(`personal data in the open: ${leaks.join('; ')}`);
  }

  /** As `npm start` serves it: others are searched, where it matters, by their own tests. */
  get #isOurs(): boolean {
    return this.#child?.exitCode === null && this.#child.signalCode === null && this.#entry.endsWith('start.ts') && !this.#options.includes('--assembly');
  }

  async #leaks(): Promise<readonly string[]> {
    const { executionsOf, foundIn, logsOf } = await import('./planted.ts');
    const places = [
      ['mail', JSON.stringify(await this.mails())], ['logs', logsOf(this.folder)], ['executions', (await executionsOf(this.awsEndpoint)).join()],
    ] as const;
    return places.flatMap(([place, text]) => foundIn(text).map((word) => `${place}: ${word}`));
  }

  async local(path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(`${this.origin}/_local/${path}`, body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    return { status: response.status, body: await readBody(response), headers: response.headers };
  }

  async mails(): Promise<readonly SentMail[]> {
    return (await this.local('mail')).body;
  }

  /** Mails to an address or with a subject that matches, newest first. */
  async mailsTo(to: string, subject = /./): Promise<readonly SentMail[]> {
    return (await this.mails()).filter((mail) => mail.to.includes(to) && subject.test(mail.subject));
  }

  async advance(duration: string): Promise<void> {
    const answer = await this.local('clock', { advance: duration });
    if (answer.status !== 200) throw new Error(`clock: ${JSON.stringify(answer.body)}`);
  }

  /** Lets relay, executions and mails come to rest without moving the clock. */
  async rest(): Promise<void> {
    await this.advance('PT0S');
  }

  async now(): Promise<string> {
    return (await this.local('clock')).body.now;
  }

  async token(user: string): Promise<string> {
    const known = this.#tokens.get(user);
    if (known !== undefined) return known;
    const answer = await this.local('token', { user });
    this.#tokens.set(user, answer.body.access_token);
    return answer.body.access_token;
  }

  /** One operation as a signed-in user; `user` null: without a token. */
  async as(user: string | null, operation: OperationId, options: CallOptions = {}): Promise<Answer> {
    return this.#call(operation, options, user === null ? {} : { authorization: `Bearer ${await this.token(user)}` });
  }

  async withCookie(cookie: string, operation: OperationId, options: CallOptions = {}): Promise<Answer> {
    return this.#call(operation, options, { cookie, origin: this.origin, 'sec-fetch-site': 'same-origin' });
  }

  async #call(operation: OperationId, options: CallOptions, identity: Record<string, string>): Promise<Answer> {
    const { method, path, command } = operations[operation];
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(options.path?.[name] ?? ''));
    const url = new URL(filled, this.origin);
    for (const [name, value] of Object.entries(options.query ?? {})) url.searchParams.set(name, value);
    const body = options.rawBody ?? (options.body === undefined ? undefined : JSON.stringify(options.body));
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      headers: {
        ...identity,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(command && { 'idempotency-key': options.key ?? randomUUID() }),
        ...options.headers,
      },
      ...(body !== undefined && { body }),
    });
    return { status: response.status, body: await readBody(response), headers: response.headers };
  }
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
}
