import type { DatabaseSync } from 'node:sqlite';
import { EXECUTION_ACTIONS } from './api/executions.ts';
import { getExecutionHistory } from './api/history.ts';
import { inputObject } from './api/input.ts';
import { redriveExecution } from './api/redrive.ts';
import { deploy, STATE_MACHINE_ACTIONS } from './api/state-machines.ts';
import type { Action, Surroundings } from './api/surroundings.ts';
import { TAG_ACTIONS } from './api/tags.ts';
import { TASK_TOKEN_ACTIONS } from './api/task-tokens.ts';
import { AwsError } from './aws-error.ts';
import type { FunctionResult } from './machine/answers.ts';
import type { ExecutionStatusChange } from './machine/ending.ts';
import { Interpreter } from './machine/interpreter.ts';
import { integer, Queries, type Row, text } from './store/row.ts';
import { createTables } from './store/schema.ts';

export { AwsError } from './aws-error.ts';
export type { FunctionResult } from './machine/answers.ts';
export type { ExecutionStatusChange } from './machine/ending.ts';

export interface StatesDependencies {
  /** One file shared by the runtime; this service owns the tables that begin with `sfn_`. */
  readonly db: DatabaseSync;
  /** Simulated time, ms since the epoch. */
  readonly now: () => number;
  readonly region: string;
  readonly accountId: string;
  readonly invokeFunction: (functionArn: string, payload: unknown) => Promise<FunctionResult>;
  /** EventBridge's "Step Functions Execution Status Change"; at least once, also across a crash. */
  readonly onStatusChange: (detail: ExecutionStatusChange) => void;
}

const ACTIONS: Readonly<Record<string, Action>> = {
  ...STATE_MACHINE_ACTIONS, ...EXECUTION_ACTIONS, ...TASK_TOKEN_ACTIONS, ...TAG_ACTIONS,
  RedriveExecution: redriveExecution, GetExecutionHistory: getExecutionHistory,
};

/** AWS Step Functions (Standard workflows, JSONata mode) on one SQLite file. */
export class StepFunctions {
  private readonly dependencies: StatesDependencies;
  private readonly queries: Queries;
  private readonly interpreter: Interpreter;
  private readonly around: Surroundings;
  private started = false;
  private delivering = false;

  constructor(dependencies: StatesDependencies) {
    const { db, now, region, accountId, invokeFunction } = dependencies;
    createTables(db);
    this.dependencies = dependencies;
    this.queries = new Queries(db);
    const announce = () => { this.deliverStatusChanges(); };
    this.interpreter = new Interpreter({ queries: this.queries, now, region, accountId, invokeFunction, afterCommit: announce });
    this.around = { queries: this.queries, interpreter: this.interpreter, now, region, accountId, announce };
  }

  /** One API action, e.g. `handle('StartExecution', {…})`. @throws AwsError */
  async handle(action: string, input: unknown): Promise<unknown> {
    const perform = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
    if (perform === undefined) {
      throw new AwsError('UnknownOperationException', `The action ${action} is not served here`);
    }
    return perform(inputObject(input), this.around);
  }

  /** Creates a machine, or updates it when something differs. Resolves to its ARN. @throws AwsError InvalidDefinition */
  async deployStateMachine(input: {
    name: string; definition: string; roleArn: string; type: 'STANDARD'; tags?: Record<string, string>;
  }): Promise<string> {
    return deploy(input, this.around);
  }

  start(): void {
    this.started = true;
    this.deliverStatusChanges();
    this.interpreter.start();
  }

  runDue(): void {
    this.interpreter.runDue();
  }

  nextDue(): number | undefined {
    return this.interpreter.nextDue();
  }

  idle(): Promise<void> {
    return this.interpreter.idle();
  }

  async close(): Promise<void> {
    this.started = false;
    await this.interpreter.stop();
  }

  /** A change is forgotten only after its delivery returned; one that throws stays and is delivered again at the next chance. */
  private deliverStatusChanges(): void {
    // The receiver may call an action, which comes here again; the outer round delivers what that adds.
    if (!this.started || this.delivering) {
      return;
    }
    this.delivering = true;
    try {
      for (let row = this.oldestChange(); row !== undefined; row = this.oldestChange()) {
        const detail: ExecutionStatusChange = JSON.parse(text(row, 'detail'));
        this.dependencies.onStatusChange(detail);
        this.queries.run('DELETE FROM sfn_status_change WHERE id = ?', integer(row, 'id'));
      }
    } catch {
      // Undelivered rows stay for the next chance; what the caller did stands.
    } finally {
      this.delivering = false;
    }
  }

  private oldestChange(): Row | undefined {
    return this.queries.one('SELECT id, detail FROM sfn_status_change ORDER BY id LIMIT 1');
  }
}
