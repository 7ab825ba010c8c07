import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type ExecutionStatusChange, type FunctionResult, StepFunctions } from '../../../../infra/local/states/step-functions.ts';

export const ROLE = 'arn:aws:iam::000000000000:role/lifecycle';
export const FUNCTION = 'arn:aws:lambda:eu-north-1:000000000000:function:ask';
const INVOKE = 'arn:aws:states:::lambda:invoke';
const AWAIT = 'arn:aws:states:::lambda:invoke.waitForTaskToken';
export const START = Date.parse('2026-03-02T08:00:00Z');

type Handler = (payload: unknown, functionArn: string) => FunctionResult | Promise<FunctionResult>;

export const ok = (payload: unknown): FunctionResult => ({ ok: true, payload });
export const fails = (errorType: string, errorMessage = 'it failed'): FunctionResult => ({ ok: false, errorType, errorMessage });

/** An event as it goes over the wire, with the details tests look at. */
export interface HistoryEvent {
  readonly id: number;
  readonly previousEventId: number;
  readonly type: string;
  readonly timestamp: number;
  readonly [details: `${string}EventDetails`]: Readonly<Record<string, unknown>> | undefined;
}

/** The fields of all actions' answers that tests look at. */
export interface Answer {
  readonly executionArn: string;
  readonly stateMachineArn: string;
  readonly status: string;
  readonly output: string;
  readonly error: string;
  readonly cause: string;
  readonly revisionId: string;
  readonly nextToken: string;
  readonly events: HistoryEvent[];
  readonly executions: { readonly name: string }[];
  readonly stateMachines: { readonly name: string }[];
}

/** A field of what a function was given. */
export function given(payload: unknown, field: string): unknown {
  return typeof payload === 'object' && payload !== null ? Object.entries(payload).find(([name]) => name === field)?.[1] : undefined;
}

/** A service on a database file with a clock that stands still until it is moved. */
export class Rig {
  readonly folder = mkdtempSync(join(tmpdir(), 'states-'));
  readonly invocations: { functionArn: string; payload: unknown }[] = [];
  readonly changes: ExecutionStatusChange[] = [];
  now = START;
  /** Milliseconds that pass at each look at the clock. */
  drift = 0;
  handler: Handler = () => ok({});
  db!: DatabaseSync;
  service!: StepFunctions;

  constructor() {
    this.open();
  }

  open(): void {
    this.db = new DatabaseSync(join(this.folder, 'runtime.sqlite'));
    this.db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    this.service = new StepFunctions({
      db: this.db, now: () => (this.now += this.drift), region: 'eu-north-1', accountId: '000000000000',
      invokeFunction: async (functionArn, payload) => {
        this.invocations.push({ functionArn, payload });
        return this.handler(payload, functionArn);
      },
      onStatusChange: (detail) => { this.changes.push(detail); },
    });
    this.service.start();
  }

  /** The token a function was given. */
  token(invocation = 0): string {
    return String(given(this.invocations[invocation]?.payload, 'token'));
  }

  /** As kill −9 leaves it: the old instance can write no more, a new one opens the file. */
  crash(): void {
    this.db.close();
    void this.service.close().catch(() => undefined);
    this.open();
  }

  async dispose(): Promise<void> {
    await this.service.close();
    this.db.close();
    rmSync(this.folder, { recursive: true });
  }

  call(action: string, input: object): Promise<Answer> {
    return this.service.handle(action, input) as Promise<Answer>;
  }

  async deploy(definition: object, name = 'machine'): Promise<string> {
    return this.service.deployStateMachine({ name, definition: JSON.stringify({ QueryLanguage: 'JSONata', ...definition }), roleArn: ROLE, type: 'STANDARD' });
  }

  /** Deploys, starts, and lets it come to rest. */
  async begin(definition: object, input: unknown = {}): Promise<string> {
    const stateMachineArn = await this.deploy(definition);
    const { executionArn } = await this.call('StartExecution', { stateMachineArn, name: 'case-1', input: JSON.stringify(input) });
    await this.service.idle();
    return executionArn;
  }

  async advance(seconds: number): Promise<void> {
    this.now += seconds * 1000;
    this.service.runDue();
    await this.service.idle();
  }

  describe(executionArn: string): Promise<Answer> {
    return this.call('DescribeExecution', { executionArn });
  }

  async output(executionArn: string): Promise<unknown> {
    const { status, output, error, cause } = await this.describe(executionArn);
    return status === 'SUCCEEDED' ? JSON.parse(output) : { status, error, cause };
  }

  async history(executionArn: string): Promise<HistoryEvent[]> {
    return (await this.call('GetExecutionHistory', { executionArn, maxResults: 1000 })).events;
  }

  async types(executionArn: string): Promise<string[]> {
    return (await this.history(executionArn)).map((event) => event.type);
  }
}

export function single(state: object, name = 'S'): object {
  return { StartAt: name, States: { [name]: { End: true, ...state } } };
}

export const pass = (fields: object = {}) => ({ Type: 'Pass', End: true, ...fields });
export const task = (fields: object = {}) => ({ Type: 'Task', Resource: INVOKE, Arguments: { FunctionName: FUNCTION, Payload: { case: 'A' } }, End: true, ...fields });
export const awaiting = (fields: object = {}) => ({
  Type: 'Task', Resource: AWAIT, Arguments: { FunctionName: FUNCTION, Payload: { token: '{% $states.context.Task.Token %}' } }, End: true, ...fields,
});
