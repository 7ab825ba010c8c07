import type { State } from '../definition/model.ts';
import type { Json, JsonObject } from '../json.ts';
import { deleteChildren, type Frame, frameById, quieten, type Outcome, saveFrame } from '../store/frame.ts';
import { joinChild, loseChild } from './children.ts';
import { endExecution } from './ending.ts';
import { shownError } from './errors.ts';
import { objectOf } from './situation.ts';
import type { Transition } from './transition.ts';

const UNCOUNTED = { truncated: false };

export function data(name: 'input' | 'output', text: string): JsonObject {
  return { [name]: text, [`${name}Details`]: UNCOUNTED };
}

/** `enteredAt` is the instant the step was planned with: every attempt of the state must see the same EnteredTime. */
export function recordEntered(transition: Transition, frame: Frame, state: State, enteredAt: number): void {
  transition.record(frame, `${state.type}StateEntered`, { stateEnteredEventDetails: { name: state.name, ...data('input', frame.input) } });
  frame.enteredAt = enteredAt;
  frame.enteredEvent = frame.lastEvent;
  frame.retryCount = 0;
  frame.retriers = '[]';
}

/** How a state is left: its output, the variables it assigns, and where to. */
export interface Exit {
  readonly output: string;
  readonly assigned: Readonly<Record<string, Json>>;
  readonly next: string | undefined;
}

export function leaveState(transition: Transition, frame: Frame, state: State, exit: Exit): void {
  const names = Object.entries(exit.assigned);
  const variables: JsonObject = names.length === 0 ? {} : {
    assignedVariables: Object.fromEntries(names.map(([name, value]) => [name, JSON.stringify(value)])),
    assignedVariablesDetails: UNCOUNTED,
  };
  transition.record(frame, `${state.type}StateExited`, { stateExitedEventDetails: { name: state.name, ...data('output', exit.output), ...variables } });
  if (names.length > 0) {
    frame.variables = JSON.stringify({ ...objectOf(frame.variables), ...exit.assigned });
  }
  if (frame.fork !== null) {
    deleteChildren(transition.queries, frame);
    frame.fork = null;
  }
  quieten(frame);
  frame.outcome = null;
  if (exit.next === undefined) {
    finishFrame(transition, frame, exit.output);
    return;
  }
  frame.state = exit.next;
  frame.input = exit.output;
  transition.move(frame, 'enter');
}

/** The last state of the frame's group has been left. */
function finishFrame(transition: Transition, frame: Frame, output: string): void {
  frame.phase = 'done';
  frame.output = output;
  saveFrame(transition.queries, frame);
  const parent = parentOf(transition, frame);
  if (parent === undefined) {
    endExecution(transition, { status: 'SUCCEEDED', output }, frame.lastEvent);
  } else {
    joinChild(transition, parent, frame);
  }
}

/** No Retry and no Catch of the state covers its error: the frame fails, and what it is part of with it. */
export function failFrame(transition: Transition, frame: Frame, error: string | undefined, cause: string | undefined): void {
  quieten(frame);
  frame.outcome = null;
  frame.phase = 'failed';
  saveFrame(transition.queries, frame);
  const parent = parentOf(transition, frame);
  if (parent === undefined) {
    endExecution(transition, { status: 'FAILED', error: error === undefined ? undefined : shownError(error), cause }, frame.lastEvent);
  } else {
    loseChild(transition, parent, frame, { error, cause });
  }
}

/** Hands an error of the state to its Retry and Catch, if it can have them. */
export function raise(transition: Transition, frame: Frame, state: State, error: string, cause: string | undefined): void {
  if ('retry' in state && (state.retry.length > 0 || state.catch.length > 0)) {
    settle(transition, frame, { ok: false, error, cause });
  } else {
    failFrame(transition, frame, error, cause);
  }
}

/** An answer has come for what the state waits for; it is worked in by the next step. */
export function settle(transition: Transition, frame: Frame, outcome: Outcome): void {
  quieten(frame);
  frame.outcome = JSON.stringify(outcome);
  transition.move(frame, 'settle');
}

/** AWS puts where it happened before the reason of an error of the interpreter itself. */
export function placed(frame: Frame, reason: string): string {
  return `An error occurred while executing the state '${frame.state}' (entered at the event id #${String(frame.enteredEvent)}). ${reason}`;
}

function parentOf(transition: Transition, frame: Frame): Frame | undefined {
  return frame.parent === null ? undefined : frameById(transition.queries, frame.parent);
}
