import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { TaskState } from '../definition/model.ts';
import { isObject, parseJson } from '../json.ts';
import { type Execution, executionById, saveExecution } from '../store/execution.ts';
import { type Call, type Frame, frameById, nextInLane, toFrame } from '../store/frame.ts';
import { isBeingDeleted } from '../store/machine.ts';
import { integer, integerOrNull, type Queries } from '../store/row.ts';
import { type FunctionResult, functionAnswered, instantReached } from './answers.ts';
import { Definitions } from './definitions.ts';
import { afterEnding, endExecution, isOpen } from './ending.ts';
import { RUNTIME } from './errors.ts';
import { planStep } from './plan.ts';
import { situationOf, stateOf } from './situation.ts';
import { TaskTokens } from './task-tokens.ts';
import { HistoryFull, Transition } from './transition.ts';

export interface InterpreterDependencies {
  readonly queries: Queries;
  readonly now: () => number;
  readonly region: string;
  readonly accountId: string;
  readonly invokeFunction: (functionArn: string, payload: unknown) => Promise<FunctionResult>;
  /** Called after each transaction that may have changed an execution's status. */
  readonly afterCommit: () => void;
}

const STEPS_READ_AT_ONCE = 32;
const MOST_INVOCATIONS = 16;

/**
 * Moves executions. All state is in SQLite: one pump takes what the `step` lane holds, plans it (which may wait for an
 * expression), and writes it in one transaction if the frame is still as it was read; the `invoke` lane is worked off
 * beside it with bounded concurrency. Whatever a crash cuts off is still in its lane at the next start.
 */
export class Interpreter {
  readonly definitions: Definitions;
  readonly tokens: TaskTokens;
  private readonly dependencies: InterpreterDependencies;
  private readonly inFlight = new Set<string>();
  private idleWaiters: (() => void)[] = [];
  private pumping: Promise<void> | undefined;
  private running = false;
  private lastNumber: number;

  constructor(dependencies: InterpreterDependencies) {
    this.dependencies = dependencies;
    this.definitions = new Definitions(dependencies.queries);
    this.tokens = new TaskTokens(dependencies.queries);
    const row = dependencies.queries.one(`SELECT MAX(queued) AS last FROM (
      SELECT * FROM (SELECT queued FROM sfn_frame WHERE lane = 'step' ORDER BY queued DESC LIMIT 1)
      UNION ALL SELECT * FROM (SELECT queued FROM sfn_frame WHERE lane = 'invoke' ORDER BY queued DESC LIMIT 1))`);
    this.lastNumber = row === undefined ? 0 : integerOrNull(row, 'last') ?? 0;
  }

  start(): void {
    this.running = true;
    this.pump();
  }

  async stop(): Promise<void> {
    this.running = false;
    await this.pumping;
    this.releaseIdle();
  }

  /** Resolves when nothing is ready and nothing is being invoked. */
  idle(): Promise<void> {
    if (!this.running || this.isIdle()) {
      return Promise.resolve();
    }
    this.pump();
    return new Promise((resolve) => { this.idleWaiters.push(resolve); });
  }

  pump(): void {
    if (this.running && this.pumping === undefined) {
      this.pumping = this.work().finally(() => {
        this.pumping = undefined;
        // An answer that came while the pump was stopping could not start it again.
        if (this.running) {
          this.invokeReady();
        }
        if (!this.running || this.isIdle()) {
          this.releaseIdle();
        } else if (this.hasWork()) {
          this.pump();
        }
      });
    }
  }

  nextNumber(): number {
    this.lastNumber += 1;
    return this.lastNumber;
  }

  nextDue(): number | undefined {
    const row = this.dependencies.queries.one(`SELECT MIN(due) AS due FROM (
      SELECT MIN(due) AS due FROM sfn_frame WHERE due IS NOT NULL
      UNION ALL SELECT MIN(timeout_at) AS due FROM sfn_execution WHERE timeout_at IS NOT NULL)`);
    return row === undefined ? undefined : integerOrNull(row, 'due') ?? undefined;
  }

  /** Everything due at now(), in due order. */
  runDue(): void {
    const { queries, now } = this.dependencies;
    const instant = now();
    const due = queries.all(
      `SELECT due, id, 0 AS whole FROM sfn_frame WHERE due <= ? UNION ALL SELECT timeout_at, id, 1 FROM sfn_execution WHERE timeout_at <= ? ORDER BY 1, 3, 2`,
      instant, instant,
    );
    for (const row of due) {
      if (integer(row, 'whole') === 1) {
        this.timeOut(integer(row, 'id'));
      } else {
        this.reach(integer(row, 'id'), integer(row, 'due'));
      }
    }
    this.pump();
  }

  /** Changes an execution that runs, in one transaction. Returns undefined when it does not run (any more). */
  change<T>(execution: number, work: (transition: Transition) => T): T | undefined {
    const { queries, afterCommit } = this.dependencies;
    try {
      const result = queries.transaction(() => {
        const current = executionById(queries, execution);
        if (current.status !== 'RUNNING') {
          return undefined;
        }
        return this.inTransaction(current, work);
      });
      afterCommit();
      return result;
    } catch (error) {
      if (error instanceof HistoryFull) {
        this.fail(execution, error.message);
        return undefined;
      }
      throw error;
    }
  }

  /** For use inside a transaction. */
  inTransaction<T>(execution: Execution, work: (transition: Transition) => T): T {
    const { queries, now, region } = this.dependencies;
    const result = work(new Transition(queries, execution, { now: now(), region, takeNumber: () => this.nextNumber() }));
    saveExecution(queries, execution);
    afterEnding(queries, execution);
    return result;
  }

  taskOf(frame: Frame, execution: Execution): TaskState {
    const state = stateOf(this.definitions.byHash(execution.definition), frame);
    if (state.type !== 'Task') {
      throw new TypeError('the frame does no task');
    }
    return state;
  }

  private async work(): Promise<void> {
    for (let steps = 0; this.running;) {
      this.invokeReady();
      const frames = nextInLane(this.dependencies.queries, 'step', STEPS_READ_AT_ONCE);
      if (frames.length === 0) {
        return;
      }
      for (const frame of frames) {
        if (!this.running) {
          return;
        }
        await this.step(frame);
        steps += 1;
      }
      // Others (HTTP, other services) get their turn during a long run.
      await yieldToOthers();
    }
  }

  private async step(read: Frame): Promise<void> {
    const { queries, region, accountId, now } = this.dependencies;
    try {
      const frame = frameById(queries, read.id);
      if (frame === undefined || frame.revision !== read.revision) {
        // An earlier step of this round, or an action in between, has moved it.
        return;
      }
      const execution = executionById(queries, frame.execution);
      if (frame.phase === 'enter' && isBeingDeleted(queries, execution.machine)) {
        this.change(execution.id, (transition) => { endExecution(transition, { status: 'ABORTED', error: undefined, cause: undefined }, 0); });
        return;
      }
      const state = stateOf(this.definitions.byHash(execution.definition), frame);
      const situation = situationOf(queries, state, frame, execution, { region, accountId, now: now(), newToken: () => this.tokens.mint() });
      const commit = await planStep(state, situation);
      this.change(execution.id, (transition) => {
        const fresh = frameById(queries, frame.id);
        if (fresh !== undefined && fresh.revision === frame.revision) {
          commit(transition, fresh);
        }
      });
    } catch (error) {
      // A fault of the interpreter must end this execution visibly, and must not stop the others.
      this.fail(read.execution, `The interpreter failed: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  private invokeReady(): void {
    const { queries } = this.dependencies;
    const free = MOST_INVOCATIONS - this.inFlight.size;
    const ready = free <= 0 ? [] : nextInLane(queries, 'invoke', MOST_INVOCATIONS + this.inFlight.size);
    for (const frame of ready.filter((one) => !this.inFlight.has(flightOf(one))).slice(0, free)) {
      this.inFlight.add(flightOf(frame));
      void this.invoke(frame);
    }
  }

  private async invoke(frame: Frame): Promise<void> {
    let answer: FunctionResult;
    try {
      const call = callOf(frame);
      answer = await this.dependencies.invokeFunction(call.functionArn, parseJson(call.payload));
    } catch (error) {
      answer = { ok: false, errorType: 'Lambda.ServiceException', errorMessage: error instanceof Error ? error.message : String(error) };
    }
    this.inFlight.delete(flightOf(frame));
    if (!this.running) {
      return;
    }
    this.change(frame.execution, (transition) => {
      const fresh = frameById(this.dependencies.queries, frame.id);
      if (fresh?.phase === 'invoke' && fresh.attempt === frame.attempt) {
        functionAnswered(transition, fresh, this.taskOf(fresh, transition.execution), answer);
      }
    });
    this.pump();
    if (this.pumping === undefined && this.isIdle()) {
      this.releaseIdle();
    }
  }

  private reach(id: number, due: number): void {
    const { queries } = this.dependencies;
    const row = queries.one('SELECT * FROM sfn_frame WHERE id = ? AND due = ?', id, due);
    if (row === undefined) {
      return;
    }
    const frame = toFrame(row);
    this.change(frame.execution, (transition) => {
      if (isOpen(frame)) {
        instantReached(transition, frame, stateOf(this.definitions.byHash(transition.execution.definition), frame));
      }
    });
  }

  private timeOut(execution: number): void {
    this.change(execution, (transition) => { endExecution(transition, { status: 'TIMED_OUT', error: 'States.Timeout', cause: undefined }, 0); });
  }

  private fail(execution: number, cause: string): void {
    this.change(execution, (transition) => {
      endExecution(transition, { status: 'FAILED', error: RUNTIME, cause }, transition.execution.nextEvent - 1);
    });
  }

  private hasWork(): boolean {
    return this.dependencies.queries.one(`SELECT 1 FROM sfn_frame WHERE lane = 'step' LIMIT 1`) !== undefined;
  }

  private isIdle(): boolean {
    return this.pumping === undefined && this.inFlight.size === 0 && !this.hasWork()
      && this.dependencies.queries.one(`SELECT 1 FROM sfn_frame WHERE lane = 'invoke' LIMIT 1`) === undefined;
  }

  private releaseIdle(): void {
    const waiting = this.idleWaiters;
    this.idleWaiters = [];
    waiting.forEach((resolve) => { resolve(); });
  }
}

function flightOf(frame: Frame): string {
  return `${String(frame.id)}/${String(frame.attempt)}`;
}

function callOf(frame: Frame): Call {
  const call: unknown = JSON.parse(frame.call ?? 'null');
  if (!isObject(call) || typeof call['functionArn'] !== 'string' || typeof call['payload'] !== 'string') {
    throw new TypeError('a frame has nothing to invoke');
  }
  return { functionArn: call['functionArn'], payload: call['payload'] };
}
