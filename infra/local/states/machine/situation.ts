import type { State, StateGroup, StateMachine } from '../definition/model.ts';
import type { Scope } from '../evaluation/expression.ts';
import { isJsonObject, type Json, parseJson } from '../json.ts';
import type { Execution } from '../store/execution.ts';
import { type Frame, frameById } from '../store/frame.ts';
import type { Queries } from '../store/row.ts';

/** What a step is planned from: a frame that does a state, read before the transaction. */
export interface Situation {
  readonly frame: Frame;
  readonly execution: Execution;
  readonly region: string;
  readonly accountId: string;
  readonly now: number;
  readonly context: Readonly<Record<string, Json>>;
  readonly variables: Readonly<Record<string, Json>>;
  readonly newToken: () => string;
}

export function situationOf(
  queries: Queries, state: State, frame: Frame, execution: Execution,
  at: Pick<Situation, 'region' | 'accountId' | 'now' | 'newToken'>,
): Situation {
  const line = ancestry(queries, frame);
  const item = line.find((one) => one.item !== null)?.item;
  const entering = frame.phase === 'enter';
  return {
    ...at, frame, execution,
    variables: Object.assign({}, ...line.toReversed().map((one) => parseJson(one.variables))),
    context: {
      Execution: {
        Id: execution.arn, Input: parseJson(execution.input), Name: execution.name, RoleArn: execution.role,
        StartTime: iso(execution.started), RedriveCount: execution.redrives,
        ...(execution.redriven === null ? {} : { RedriveTime: iso(execution.redriven) }),
      },
      StateMachine: { Id: execution.machine, Name: execution.machine.slice(execution.machine.lastIndexOf(':') + 1) },
      State: {
        Name: frame.state,
        EnteredTime: iso(entering ? at.now : frame.enteredAt),
        // AWS tells the count only to states that can be retried.
        ...('retry' in state ? { RetryCount: entering ? 0 : frame.retryCount } : {}),
      },
      ...(item === undefined || item === null ? {} : { Map: { Item: parseJson(item) } }),
      ...(frame.token === null ? {} : { Task: { Token: frame.token } }),
    },
  };
}

/** The frame, its parent, and so on to the root. */
function ancestry(queries: Queries, frame: Frame): Frame[] {
  const line = [frame];
  for (let parent = frame.parent; parent !== null;) {
    const next = frameById(queries, parent);
    if (next === undefined) {
      throw new TypeError('a frame has lost its parent');
    }
    line.push(next);
    parent = next.parent;
  }
  return line;
}

export function scopeOf(situation: Situation, more: Readonly<Record<string, Json>> = {}): Scope {
  return {
    now: situation.now,
    variables: situation.variables,
    states: { input: parseJson(situation.frame.input), context: situation.context, ...more },
  };
}

function groupAt(machine: StateMachine, path: string): StateGroup {
  let group: StateGroup = machine;
  const steps = parseJson(path);
  for (const step of Array.isArray(steps) ? steps : []) {
    const [name, branch] = Array.isArray(step) ? step : [];
    const state = group.states.get(String(name));
    const inner = state?.type === 'Map' ? state.processor : state?.type === 'Parallel' ? state.branches[Number(branch)] : undefined;
    if (inner === undefined) {
      throw new TypeError('a frame points outside of its definition');
    }
    group = inner;
  }
  return group;
}

export function stateOf(machine: StateMachine, frame: Frame): State {
  const state = groupAt(machine, frame.path).states.get(frame.state);
  if (state === undefined) {
    throw new TypeError(`the definition has no state '${frame.state}'`);
  }
  return state;
}

/** The path of a group inside a state of this frame. */
export function innerPath(frame: Frame, branch: number): string {
  const outer = parseJson(frame.path);
  return JSON.stringify([...(Array.isArray(outer) ? outer : []), [frame.state, branch]]);
}

export function objectOf(json: string): Readonly<Record<string, Json>> {
  const value = parseJson(json);
  return isJsonObject(value) ? value : {};
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
