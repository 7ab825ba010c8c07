import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FunctionResult } from '../states/step-functions.ts';
import type { FunctionDefinition } from './function-definition.ts';
import type { FunctionLog } from './function-log.ts';

/** As on AWS: what runs before the handler has its own limit. */
const initialisationSeconds = 10;
/** Left to itself every thread keeps far more for short-lived objects than a handler needs. */
const youngMegabytes = 8;

interface Waiting {
  readonly requestId: string;
  readonly settle: (result: FunctionResult) => void;
  readonly timer: NodeJS.Timeout;
}

/** One worker thread that runs one function, one event at a time. */
export class ExecutionEnvironment {
  readonly definition: FunctionDefinition;
  /** Real time of the last answer. */
  lastUsed = Date.now();
  readonly #worker: Worker;
  readonly #log: FunctionLog;
  readonly #ready: Promise<FunctionResult | undefined>;
  #setReady: (failure: FunctionResult | undefined) => void = () => undefined;
  #waiting: Waiting | undefined;
  #ended = false;

  constructor(definition: FunctionDefinition, environment: Record<string, string>, log: FunctionLog) {
    this.definition = definition;
    this.#log = log;
    this.#ready = new Promise((resolve) => (this.#setReady = resolve));
    this.#worker = new Worker(new URL('./function-thread.ts', import.meta.url), {
      env: { ...environment, ...definition.environment, ...compiledCode() },
      workerData: { entry: definition.entry, handler: definition.handler, functionName: definition.name, functionArn: definition.arn, memory: definition.memoryMegabytes },
      resourceLimits: { maxOldGenerationSizeMb: definition.memoryMegabytes, maxYoungGenerationSizeMb: youngMegabytes },
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdout: true,
      stderr: true,
    });
    log.follow(this.#worker.stdout, this.#worker.stderr);
    this.#worker.on('message', (message: Record<string, unknown>) => this.#receive(message));
    this.#worker.on('error', (error: Error & { code?: string }) => this.#fail(error));
    this.#worker.on('exit', (code) => this.#exit(code));
    this.#worker.unref();
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Runs one event; the environment is of no more use when `ended` is true afterwards. */
  async run(requestId: string, event: string): Promise<FunctionResult> {
    const initialised = await this.#initialise(requestId);
    if (initialised) return initialised;
    const milliseconds = this.definition.timeoutSeconds * 1000;
    return new Promise((resolve) => {
      const settle = (result: FunctionResult): void => {
        clearTimeout(timer);
        this.#waiting = undefined;
        this.lastUsed = Date.now();
        resolve(result);
      };
      const timer = setTimeout(() => this.#end(timedOut(requestId, this.definition.timeoutSeconds)), milliseconds);
      this.#waiting = { requestId, settle, timer };
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread has no origin
      this.#worker.postMessage({ requestId, event, deadline: Date.now() + milliseconds });
    });
  }

  async stop(): Promise<void> {
    this.#ended = true;
    await this.#worker.terminate();
  }

  async #initialise(requestId: string): Promise<FunctionResult | undefined> {
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<FunctionResult>((resolve) => {
      timer = setTimeout(() => resolve(timedOut(requestId, initialisationSeconds)), initialisationSeconds * 1000);
    });
    const failure = await Promise.race([this.#ready, tooLong]);
    clearTimeout(timer);
    if (failure) this.#end(failure);
    return failure;
  }

  #receive(message: Record<string, unknown>): void {
    if (message['ready'] === true) return this.#setReady(undefined);
    const result: FunctionResult =
      message['ok'] === true
        ? { ok: true, payload: JSON.parse(String(message['payload'])) }
        : { ok: false, errorType: String(message['errorType']), errorMessage: String(message['errorMessage']), trace: Array.isArray(message['trace']) ? message['trace'].map(String) : [] };
    if (message['ready'] === false) return this.#setReady(result);
    if (this.#waiting?.requestId === message['requestId']) this.#waiting?.settle(result);
  }

  #fail(error: Error & { code?: string }): void {
    const outOfMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    const requestId = this.#waiting?.requestId ?? 'initialisation';
    this.#log.line('stderr', `${error.name}: ${error.message}`);
    this.#end({
      ok: false,
      errorType: outOfMemory ? 'Runtime.OutOfMemory' : error.name,
      errorMessage: outOfMemory ? `RequestId: ${requestId} Error: Runtime exited with error: signal: killed` : error.message,
      trace: (error.stack ?? '').split('\n'),
    });
  }

  #exit(code: number): void {
    const requestId = this.#waiting?.requestId ?? 'initialisation';
    this.#end({ ok: false, errorType: 'Runtime.ExitError', errorMessage: `RequestId: ${requestId} Error: Runtime exited ${code === 0 ? 'without providing a reason' : `with error: exit status ${code}`}` });
  }

  #end(result: FunctionResult): void {
    this.#ended = true;
    this.#setReady(result);
    this.#waiting?.settle(result);
    void this.#worker.terminate();
  }
}

/** Where this process keeps compiled code, its threads do too: most of a first call is compiling. */
function compiledCode(): Record<string, string> {
  const folder = getCompileCacheDir();
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: dirname(folder) };
}

function timedOut(requestId: string, seconds: number): FunctionResult {
  return { ok: false, errorType: 'Sandbox.Timedout', errorMessage: `RequestId: ${requestId} Error: Task timed out after ${seconds.toFixed(2)} seconds` };
}
