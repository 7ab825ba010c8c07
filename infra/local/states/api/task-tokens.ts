import { AwsError } from '../aws-error.ts';
import { exceedsDataLimit, parseJson } from '../json.ts';
import { taskFailed, taskSucceeded } from '../machine/answers.ts';
import type { Transition } from '../machine/transition.ts';
import { type Frame, frameByToken, saveFrame } from '../store/frame.ts';
import { type Input, invalid, optionalText, requiredText } from './input.ts';
import type { Action, Surroundings } from './surroundings.ts';

const sendTaskSuccess: Action = (input, around) => {
  const output = requiredText(input, 'output');
  if (exceedsDataLimit(output)) {
    throw invalid("Value at 'output' failed to satisfy constraint: Member must have length less than or equal to 262144");
  }
  try {
    parseJson(output);
  } catch (error) {
    throw new AwsError('InvalidOutput', `Invalid Output: '${error instanceof Error ? error.message : ''}'`);
  }
  withTask(input, around, (transition, frame) => {
    taskSucceeded(transition, frame, around.interpreter.taskOf(frame, transition.execution), output);
  });
  return {};
};

const sendTaskFailure: Action = (input, around) => {
  const error = optionalText(input, 'error', 256);
  const cause = optionalText(input, 'cause', 32_768);
  withTask(input, around, (transition, frame) => {
    taskFailed(transition, frame, around.interpreter.taskOf(frame, transition.execution), error, cause);
  });
  return {};
};

const sendTaskHeartbeat: Action = (input, around) => {
  withTask(input, around, (transition, frame) => {
    if (frame.heartbeatSeconds !== null) {
      frame.heartbeatAt = transition.now + frame.heartbeatSeconds * 1000;
      saveFrame(transition.queries, frame);
    }
  });
  return {};
};

export const TASK_TOKEN_ACTIONS: Readonly<Record<string, Action>> = {
  SendTaskSuccess: sendTaskSuccess,
  SendTaskFailure: sendTaskFailure,
  SendTaskHeartbeat: sendTaskHeartbeat,
};

/**
 * @throws AwsError InvalidToken for what was never a token here; TaskTimedOut for a token whose task has ended
 * (answered, timed out, or its execution closed), as AWS answers.
 */
function withTask(input: Input, around: Surroundings, work: (transition: Transition, frame: Frame) => void): void {
  const token = requiredText(input, 'taskToken', 2048);
  if (!around.interpreter.tokens.isGenuine(token)) {
    throw new AwsError('InvalidToken', "Invalid Token: 'Invalid token'");
  }
  const now = around.now();
  const waiting = frameByToken(around.queries, token);
  const done = waiting !== undefined && around.interpreter.change(waiting.execution, (transition) => {
    const frame = frameByToken(around.queries, token);
    const due = frame === undefined ? 0 : Math.min(frame.timeoutAt ?? Infinity, frame.heartbeatAt ?? Infinity);
    // A deadline that has passed counts even when nobody has woken it yet.
    if (frame === undefined || due <= now) {
      return false;
    }
    work(transition, frame);
    return true;
  });
  around.interpreter.pump();
  if (done !== true) {
    throw new AwsError('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'");
  }
}

