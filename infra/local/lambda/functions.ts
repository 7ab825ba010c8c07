import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { FunctionResult } from '../states/step-functions.ts';
import type { Resource, ResolvedTemplate } from '../template/resolved-template.ts';
import { ExecutionEnvironment } from './execution-environment.ts';
import { readFunction, type FunctionDefinition } from './function-definition.ts';
import { FunctionLog } from './function-log.ts';

/** Threads at once, all functions together; more events wait their turn. Each takes some 30 MB. */
const threadLimit = 24;
/** Threads at once of one function, unless it reserves fewer: starting more costs more than it wins on one machine. */
const functionLimit = Math.max(2, Math.min(4, availableParallelism()));
/** Idle threads that stay, however long they have been idle. */
const keptWarm = 8;
const idleMilliseconds = 60_000;
/** As on AWS: a synchronous event or answer. */
const payloadLimit = 6_291_556;

class UnknownFunction extends Error {
  override readonly name = 'UnknownFunction';
  readonly code = 'ResourceNotFoundException';
}

export interface FunctionsDependencies {
  readonly template: ResolvedTemplate;
  /** Folder of the functions' logs. */
  readonly logs: string;
  /** What every function finds in its environment beside what the template gives it. */
  readonly environment: Readonly<Record<string, string>>;
  /** Told after each event: the function may have written to a table. */
  readonly onEnd?: (() => void) | undefined;
}

interface Queued {
  readonly definition: FunctionDefinition;
  readonly start: () => void;
}

/** The functions of the template, in worker threads started on first use and stopped when idle. */
export class Functions {
  readonly #dependencies: FunctionsDependencies;
  /** By name: other resources may have the same one. */
  readonly #resources: ReadonlyMap<string, Resource>;
  readonly #definitions = new Map<string, FunctionDefinition>();
  readonly #logs = new Map<string, FunctionLog>();
  readonly #idle: ExecutionEnvironment[] = [];
  readonly #running = new Map<string, number>();
  readonly #inFlight = new Set<Promise<unknown>>();
  readonly #busy = new Set<ExecutionEnvironment>();
  #queue: Queued[] = [];
  #invocations = 0;
  #closed = false;
  readonly #sweep: NodeJS.Timeout;

  constructor(dependencies: FunctionsDependencies) {
    this.#dependencies = dependencies;
    this.#resources = new Map(dependencies.template.ofType('AWS::Lambda::Function').map((resource) => [resource.physicalId, resource]));
    this.#sweep = setInterval(() => this.#stopIdle(), idleMilliseconds / 4).unref();
  }

  /** Events begun since the start; tells whether something happened in between. */
  get invocations(): number {
    return this.#invocations;
  }

  get inFlight(): number {
    return this.#inFlight.size;
  }

  /** Whether the template has the function; by name, ARN, or ARN with a version or alias. */
  has(nameOrArn: string): boolean {
    return this.#resource(nameOrArn) !== undefined;
  }

  /**
   * Runs the function with the event and gives its answer or its error, as AWS would.
   *
   * @throws UnknownFunction when the template has no such function
   */
  invoke(nameOrArn: string, event: unknown): Promise<FunctionResult> {
    const run = this.#invoke(this.#definition(nameOrArn), JSON.stringify(event) ?? 'null');
    this.#inFlight.add(run);
    const forget = (): boolean => this.#inFlight.delete(run);
    void run.then(forget, forget);
    return run;
  }

  /** Resolves when no function runs. */
  async idle(): Promise<void> {
    while (this.#inFlight.size > 0) await Promise.allSettled(this.#inFlight);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#sweep);
    this.#queue = [];
    await Promise.all([...this.#idle, ...this.#busy].map((environment) => environment.stop()));
    await Promise.allSettled(this.#inFlight);
    await Promise.all([...this.#logs.values()].map((log) => log.close()));
  }

  async #invoke(definition: FunctionDefinition, event: string): Promise<FunctionResult> {
    this.#invocations += 1;
    if (Buffer.byteLength(event) > payloadLimit) return { ok: false, errorType: 'RequestEntityTooLargeException', errorMessage: `Request must be smaller than ${payloadLimit} bytes for the InvokeFunction operation` };
    await this.#turn(definition);
    try {
      if (this.#closed) return { ok: false, errorType: 'ServiceException', errorMessage: 'The local runtime is stopping' };
      return await this.#run(definition, event);
    } finally {
      this.#running.set(definition.name, (this.#running.get(definition.name) ?? 1) - 1);
      this.#startQueued();
      this.#dependencies.onEnd?.();
    }
  }

  async #run(definition: FunctionDefinition, event: string): Promise<FunctionResult> {
    const requestId = randomUUID();
    const environment = this.#take(definition);
    this.#busy.add(environment);
    const result = await environment.run(requestId, event);
    this.#busy.delete(environment);
    if (!environment.ended && !this.#closed) this.#idle.push(environment);
    if (!result.ok) {
      this.#log(definition).line('stderr', JSON.stringify({ timestamp: new Date().toISOString(), level: 'ERROR', requestId, errorType: result.errorType, errorMessage: result.errorMessage, stackTrace: result.trace }));
    }
    return result;
  }

  #take(definition: FunctionDefinition): ExecutionEnvironment {
    const index = this.#idle.findLastIndex((environment) => environment.definition === definition && !environment.ended);
    const [warm] = index === -1 ? [] : this.#idle.splice(index, 1);
    if (warm) return warm;
    // The longest idle thread makes room.
    if (this.#idle.length + this.#busy.size >= threadLimit) void this.#idle.shift()?.stop();
    return new ExecutionEnvironment(definition, { ...this.#dependencies.environment, AWS_LAMBDA_FUNCTION_NAME: definition.name, AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(definition.memoryMegabytes), AWS_LAMBDA_FUNCTION_VERSION: '$LATEST' }, this.#log(definition));
  }

  #turn(definition: FunctionDefinition): Promise<void> | undefined {
    if (this.#mayRun(definition)) {
      this.#count(definition);
      return undefined;
    }
    return new Promise((start) => this.#queue.push({ definition, start }));
  }

  #startQueued(): void {
    this.#queue = this.#queue.filter(({ definition, start }) => {
      if (!this.#mayRun(definition)) return true;
      this.#count(definition);
      start();
      return false;
    });
  }

  #mayRun(definition: FunctionDefinition): boolean {
    const all = [...this.#running.values()].reduce((sum, count) => sum + count, 0);
    return all < threadLimit && (this.#running.get(definition.name) ?? 0) < Math.min(definition.reservedConcurrency ?? functionLimit, functionLimit);
  }

  #count(definition: FunctionDefinition): void {
    this.#running.set(definition.name, (this.#running.get(definition.name) ?? 0) + 1);
  }

  #definition(nameOrArn: string): FunctionDefinition {
    const resource = this.#resource(nameOrArn);
    if (!resource) throw new UnknownFunction(`Function not found: ${nameOrArn}`);
    const known = this.#definitions.get(resource.physicalId);
    if (known) return known;
    const definition = readFunction(resource, this.#dependencies.template);
    this.#definitions.set(definition.name, definition);
    return definition;
  }

  #resource(nameOrArn: string): Resource | undefined {
    const name = /^arn:aws:lambda:[^:]*:[^:]*:function:([^:]+)(?::[^:]+)?$/.exec(nameOrArn)?.[1] ?? nameOrArn.split(':')[0] ?? '';
    return this.#resources.get(name);
  }

  #log(definition: FunctionDefinition): FunctionLog {
    const known = this.#logs.get(definition.name);
    if (known) return known;
    const log = new FunctionLog(this.#dependencies.logs, definition.name);
    this.#logs.set(definition.name, log);
    return log;
  }

  #stopIdle(): void {
    const cutoff = Date.now() - idleMilliseconds;
    while (this.#idle.length > keptWarm && (this.#idle[0]?.lastUsed ?? cutoff) < cutoff) void this.#idle.shift()?.stop();
  }
}
