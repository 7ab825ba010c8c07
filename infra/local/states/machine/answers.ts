import type { State, TaskState } from '../definition/model.ts';
import { exceedsDataLimit, type Json, type JsonObject, toJson } from '../json.ts';
import type { Frame } from '../store/frame.ts';
import { DATA_LIMIT_EXCEEDED, HEARTBEAT_TIMEOUT, shownError, TIMEOUT } from './errors.ts';
import { data, settle } from './flow.ts';
import { resourceNames } from './plan-task.ts';
import type { Transition } from './transition.ts';

/** What an invoked function came to. */
export type FunctionResult =
  | { readonly ok: true; readonly payload: unknown }
  | { readonly ok: false; readonly errorType: string; readonly errorMessage: string; readonly trace?: readonly string[] };

/** A function has answered the attempt the frame waits for. */
export function functionAnswered(transition: Transition, frame: Frame, state: TaskState, answer: FunctionResult): void {
  if (!answer.ok) {
    const cause = JSON.stringify({
      errorType: answer.errorType, errorMessage: answer.errorMessage, ...(answer.trace === undefined ? {} : { trace: answer.trace }),
    });
    taskFailed(transition, frame, state, answer.errorType, cause);
    return;
  }
  const payload = toJson(answer.payload);
  const result: Json = state.resource.functionArn === undefined ? { ExecutedVersion: '$LATEST', Payload: payload, StatusCode: 200 } : payload;
  const text = JSON.stringify(result);
  if (!state.resource.waitsForToken) {
    taskSucceeded(transition, frame, state, text);
  } else if (exceedsDataLimit(text)) {
    taskFailed(transition, frame, state, DATA_LIMIT_EXCEEDED, tooLarge(state));
  } else {
    transition.record(frame, 'TaskSubmitted', { taskSubmittedEventDetails: { ...resourceNames(state), ...data('output', text) } });
    frame.call = null;
    transition.move(frame, 'token');
  }
}

export function taskSucceeded(transition: Transition, frame: Frame, state: TaskState, result: string): void {
  if (exceedsDataLimit(result)) {
    taskFailed(transition, frame, state, DATA_LIMIT_EXCEEDED, tooLarge(state));
    return;
  }
  recordTask(transition, frame, state, 'Succeeded', data('output', result));
  settle(transition, frame, { ok: true, result });
}

export function taskFailed(transition: Transition, frame: Frame, state: TaskState, error: string | undefined, cause: string | undefined): void {
  const details = { ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) };
  recordTask(transition, frame, state, 'Failed', details);
  settle(transition, frame, { ok: false, error: error ?? '', cause });
}

/** A due instant of a frame has come: its timer, its retry, or one of its task's limits. */
export function instantReached(transition: Transition, frame: Frame, state: State): void {
  if (frame.phase === 'rest') {
    frame.wakeAt = null;
    transition.move(frame, frame.outcome === null ? 'rerun' : 'settle');
    return;
  }
  if (state.type !== 'Task') {
    throw new TypeError('only a task has limits');
  }
  const missedBeat = frame.heartbeatAt !== null && frame.heartbeatAt <= Math.min(transition.now, (frame.timeoutAt ?? Infinity) - 1);
  const error = missedBeat ? HEARTBEAT_TIMEOUT : TIMEOUT;
  recordTask(transition, frame, state, 'TimedOut', { error: shownError(error) });
  settle(transition, frame, { ok: false, error, cause: undefined });
}

function recordTask(transition: Transition, frame: Frame, state: TaskState, what: 'Succeeded' | 'Failed' | 'TimedOut', details: JsonObject): void {
  const direct = state.resource.functionArn !== undefined;
  transition.record(frame, `${direct ? 'LambdaFunction' : 'Task'}${what}`, {
    [`${direct ? 'lambdaFunction' : 'task'}${what}EventDetails`]: { ...(direct ? {} : resourceNames(state)), ...details },
  });
}

function tooLarge(state: TaskState): string {
  const resource = state.resource.functionArn ?? resourceNames(state).resourceType;
  return `The state/task '${resource}' returned a result with a size exceeding the maximum number of bytes service limit.`;
}
