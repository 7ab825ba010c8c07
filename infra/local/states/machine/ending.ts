import type { JsonObject } from '../json.ts';
import type { Execution, ExecutionStatus } from '../store/execution.ts';
import { deleteFramesOf, type Frame, framesOf, quieten, saveFrame } from '../store/frame.ts';
import { removeDeletedMachine } from '../store/machine.ts';
import type { Queries } from '../store/row.ts';
import { MOST_EVENTS, type Transition } from './transition.ts';

/** EventBridge "Step Functions Execution Status Change", its detail; instants in ms since the epoch, as there. */
export interface ExecutionStatusChange {
  readonly executionArn: string;
  readonly stateMachineArn: string;
  readonly name: string;
  readonly status: ExecutionStatus;
  readonly startDate: number;
  readonly stopDate: number | null;
  readonly input: string;
  readonly inputDetails: { readonly included: boolean };
  readonly output: string | null;
  readonly outputDetails: { readonly included: boolean } | null;
  readonly error: string | null;
  readonly cause: string | null;
  readonly stateMachineVersionArn: null;
  readonly stateMachineAliasArn: null;
  readonly redriveCount: number;
  readonly redriveDate: number | null;
  readonly redriveStatus: string;
  readonly redriveStatusReason: string | null;
}

export type Ending =
  | { readonly status: 'SUCCEEDED'; readonly output: string }
  | { readonly status: 'FAILED' | 'ABORTED' | 'TIMED_OUT'; readonly error: string | undefined; readonly cause: string | undefined };

const EVENTS = { SUCCEEDED: 'ExecutionSucceeded', FAILED: 'ExecutionFailed', ABORTED: 'ExecutionAborted', TIMED_OUT: 'ExecutionTimedOut' } as const;

/** Ends an execution. Unless it succeeded, its frames stay, at rest, so that it can be redriven. */
export function endExecution(transition: Transition, ending: Ending, previous: number): void {
  const { execution, queries, now } = transition;
  const type = EVENTS[ending.status];
  transition.append(type, previous, { [`e${type.slice(1)}EventDetails`]: endingDetails(ending) });
  execution.status = ending.status;
  execution.stopped = now;
  execution.timeoutAt = null;
  if (ending.status === 'SUCCEEDED') {
    execution.output = ending.output;
    deleteFramesOf(queries, execution.id);
  } else {
    execution.error = ending.error ?? null;
    execution.cause = ending.cause ?? null;
    framesOf(queries, execution.id).filter(isOpen).forEach((frame) => { putAside(queries, frame); });
  }
  announceStatus(queries, execution);
}

/** Run after the execution is saved. */
export function afterEnding(queries: Queries, execution: Execution): void {
  if (execution.status !== 'RUNNING') {
    removeDeletedMachine(queries, execution.machine);
  }
}

export function isOpen(frame: Frame): boolean {
  return frame.phase !== 'done' && frame.phase !== 'failed' && frame.phase !== 'aborted';
}

/** A frame that had not entered its state remembers it: `enteredEvent` 0. */
export function putAside(queries: Queries, frame: Frame): void {
  if (frame.phase === 'enter') {
    frame.enteredEvent = 0;
  }
  frame.phase = 'aborted';
  quieten(frame);
  saveFrame(queries, frame);
}

/** Kept until delivered, so that a crash between the change and its delivery delivers it at the next start. */
export function announceStatus(queries: Queries, execution: Execution): void {
  const detail: ExecutionStatusChange = {
    executionArn: execution.arn, stateMachineArn: execution.machine, name: execution.name, status: execution.status,
    startDate: execution.started, stopDate: execution.stopped, input: execution.input, inputDetails: { included: true },
    output: execution.output, outputDetails: execution.output === null ? null : { included: true },
    error: execution.error, cause: execution.cause, stateMachineVersionArn: null, stateMachineAliasArn: null,
    redriveCount: execution.redrives, redriveDate: execution.redriven, ...redrivability(execution, execution.stopped ?? execution.started),
  };
  queries.run('INSERT INTO sfn_status_change (detail) VALUES (?)', JSON.stringify(detail));
}

const REDRIVE_PERIOD_MS = 14 * 24 * 60 * 60 * 1000;

/** AWS: an unsuccessful Standard execution can be redriven within 14 days of its end. */
export function redrivability(execution: Execution, now: number): { readonly redriveStatus: string; readonly redriveStatusReason: string | null } {
  const because = (reason: string) => ({ redriveStatus: 'NOT_REDRIVABLE', redriveStatusReason: reason });
  if (execution.status === 'RUNNING') {
    return because('Execution is RUNNING and cannot be redriven');
  }
  if (execution.status === 'SUCCEEDED') {
    return because('Execution is SUCCEEDED and cannot be redriven');
  }
  if (now - (execution.stopped ?? now) > REDRIVE_PERIOD_MS) {
    return because('Execution has exceeded the redrivable period of 14 days');
  }
  if (execution.nextEvent >= MOST_EVENTS) {
    return because(`Execution has reached the limit of ${String(MOST_EVENTS)} history events`);
  }
  return { redriveStatus: 'REDRIVABLE', redriveStatusReason: null };
}

function endingDetails(ending: Ending): JsonObject {
  if (ending.status === 'SUCCEEDED') {
    return { output: ending.output, outputDetails: { truncated: false } };
  }
  return {
    ...(ending.error === undefined ? {} : { error: ending.error }),
    ...(ending.cause === undefined ? {} : { cause: ending.cause }),
  };
}
