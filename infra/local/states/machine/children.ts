import { isJsonObject, type Json, parseJson } from '../json.ts';
import { childrenOf, type Fork, type Frame, insertFrame, type Outcome, quieten, saveFrame } from '../store/frame.ts';
import { isOpen, putAside } from './ending.ts';
import { THRESHOLD_EXCEEDED } from './errors.ts';
import { innerPath } from './situation.ts';
import type { Transition } from './transition.ts';

/** What a child starts from. For an iteration: `[item]`, or `[item, input]` when a selector made the input. */
export type Start = readonly [Json] | readonly [Json, Json];

function forkOf(frame: Frame): Fork | undefined {
  if (frame.fork === null) {
    return undefined;
  }
  const fork: Fork = JSON.parse(frame.fork);
  return fork;
}

/** The state's branches, all at once. */
export function startBranches(transition: Transition, frame: Frame, startAt: readonly string[], input: string): void {
  transition.record(frame, 'ParallelStateStarted');
  const fork: Fork = {
    length: startAt.length, startedEvent: frame.lastEvent, items: undefined, concurrency: startAt.length, tolerated: undefined,
    next: startAt.length, pending: startAt.length, failed: 0,
  };
  keepFork(transition, frame, fork);
  startAt.forEach((state, position) => {
    insertFrame(transition.queries, {
      execution: frame.execution, parent: frame.id, position, path: innerPath(frame, position), item: null, state, input,
      lastEvent: frame.lastEvent, queued: transition.nextNumber(),
    });
  });
}

export interface Iterations {
  readonly starts: readonly Start[];
  readonly startAt: string;
  readonly concurrency: number;
  readonly tolerated: number | undefined;
}

export function startIterations(transition: Transition, frame: Frame, iterations: Iterations): void {
  const { starts, startAt, concurrency, tolerated } = iterations;
  transition.record(frame, 'MapStateStarted', { mapStateStartedEventDetails: { length: starts.length } });
  const fork: Fork = {
    length: starts.length, startedEvent: frame.lastEvent, items: JSON.stringify({ startAt, starts }), concurrency, tolerated, next: 0, pending: 0, failed: 0,
  };
  if (starts.length === 0) {
    keepFork(transition, frame, fork);
    allEnded(transition, frame, frame.lastEvent);
    return;
  }
  startMore(transition, frame, fork);
  keepFork(transition, frame, fork);
}

/** A branch or an iteration has reached its end. */
export function joinChild(transition: Transition, parent: Frame, child: Frame): void {
  const fork = mustFork(parent);
  fork.pending -= 1;
  if (fork.items !== undefined) {
    transition.record(child, 'MapIterationSucceeded', { mapIterationSucceededEventDetails: { name: parent.state, index: child.position } });
    saveFrame(transition.queries, child);
  }
  goOn(transition, parent, fork, child.lastEvent);
}

/** A branch or an iteration has failed: the state fails, unless a Map tolerates it. */
export function loseChild(
  transition: Transition, parent: Frame, child: Frame, failure: { readonly error: string | undefined; readonly cause: string | undefined },
): void {
  const fork = mustFork(parent);
  fork.pending -= 1;
  fork.failed += 1;
  const isMap = fork.items !== undefined;
  if (isMap) {
    transition.record(child, 'MapIterationFailed', { mapIterationFailedEventDetails: { name: parent.state, index: child.position } });
    saveFrame(transition.queries, child);
  }
  if (fork.tolerated !== undefined && fork.failed <= fork.tolerated) {
    goOn(transition, parent, fork, child.lastEvent);
    return;
  }
  for (const sibling of childrenOf(transition.queries, parent).filter(isOpen)) {
    abortFrame(transition, sibling);
    if (isMap) {
      transition.append('MapIterationAborted', sibling.lastEvent, { mapIterationAbortedEventDetails: { name: parent.state, index: sibling.position } });
    }
  }
  parent.lastEvent = transition.append(isMap ? 'MapStateFailed' : 'ParallelStateFailed', child.lastEvent);
  parent.fork = JSON.stringify(fork);
  const outcome: Outcome = fork.tolerated === undefined
    ? { ok: false, error: failure.error ?? '', cause: failure.cause }
    : { ok: false, error: THRESHOLD_EXCEEDED, cause: 'The specified tolerated failure threshold was exceeded' };
  settleParent(transition, parent, outcome);
}

/** Stops a frame and all below it, each running state with its Aborted event. */
function abortFrame(transition: Transition, frame: Frame): void {
  if (!isOpen(frame)) {
    return;
  }
  childrenOf(transition.queries, frame).forEach((child) => { abortFrame(transition, child); });
  const type = abortedType(transition, frame);
  if (type !== undefined) {
    transition.record(frame, type);
  }
  putAside(transition.queries, frame);
}

/** Only states that wait for something can be met while they run. */
function abortedType(transition: Transition, frame: Frame): string | undefined {
  if (frame.phase === 'enter') {
    return undefined;
  }
  const entered = transition.queries.one('SELECT type FROM sfn_event WHERE execution = ? AND id = ?', frame.execution, frame.enteredEvent)?.['type'];
  const state = typeof entered === 'string' ? entered.replace(/Entered$/, '') : '';
  return ['TaskState', 'WaitState', 'ParallelState', 'MapState'].includes(state) ? `${state}Aborted` : undefined;
}

function goOn(transition: Transition, parent: Frame, fork: Fork, previous: number): void {
  startMore(transition, parent, fork);
  parent.fork = JSON.stringify(fork);
  if (fork.pending === 0) {
    allEnded(transition, parent, previous);
  } else {
    saveFrame(transition.queries, parent);
  }
}

function startMore(transition: Transition, parent: Frame, fork: Fork): void {
  if (fork.items === undefined) {
    return;
  }
  const kept: { readonly startAt: string; readonly starts: readonly Start[] } = JSON.parse(fork.items);
  for (; fork.pending < fork.concurrency && fork.next < fork.length; fork.next += 1) {
    const start = kept.starts[fork.next] ?? [null];
    const started = transition.append('MapIterationStarted', fork.startedEvent, { mapIterationStartedEventDetails: { name: parent.state, index: fork.next } });
    insertFrame(transition.queries, {
      execution: parent.execution, parent: parent.id, position: fork.next, path: innerPath(parent, 0),
      item: JSON.stringify({ Index: fork.next, Value: start[0] }), state: kept.startAt, input: JSON.stringify(start.length === 2 ? start[1] : start[0]),
      lastEvent: started, queued: transition.nextNumber(),
    });
    fork.pending += 1;
  }
}

/** AWS gives the state's Succeeded and Exited events the same predecessor: the last child's last event. */
function allEnded(transition: Transition, parent: Frame, previous: number): void {
  const isMap = mustFork(parent).items !== undefined;
  const outputs = childrenOf(transition.queries, parent).flatMap((child) => (child.output === null ? [] : [parseJson(child.output)]));
  transition.append(isMap ? 'MapStateSucceeded' : 'ParallelStateSucceeded', previous);
  parent.lastEvent = previous;
  settleParent(transition, parent, { ok: true, result: JSON.stringify(outputs) });
}

function settleParent(transition: Transition, parent: Frame, outcome: Outcome): void {
  quieten(parent);
  parent.outcome = JSON.stringify(outcome);
  transition.move(parent, 'settle');
}

function keepFork(transition: Transition, frame: Frame, fork: Fork): void {
  frame.fork = JSON.stringify(fork);
  transition.move(frame, 'children');
}

function mustFork(frame: Frame): Fork {
  const fork = forkOf(frame);
  if (fork === undefined || !isJsonObject(parseJson(frame.fork ?? 'null'))) {
    throw new TypeError('a frame with children has no fork');
  }
  return fork;
}
