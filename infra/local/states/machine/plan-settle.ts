import type { State } from '../definition/model.ts';
import type { Scope } from '../evaluation/expression.ts';
import { evaluateTemplate } from '../evaluation/template.ts';
import { exceedsDataLimit, isJsonObject, type Json, parseJson } from '../json.ts';
import { deleteChildren, type Outcome } from '../store/frame.ts';
import { chooseCatcher, chooseRetry, shownError } from './errors.ts';
import { type Exit, failFrame, leaveState } from './flow.ts';
import { scopeOf, type Situation } from './situation.ts';
import type { Commit } from './transition.ts';

export class DataLimitExceeded extends Error {
  readonly fromCatcher: boolean;

  constructor(state: string, fromCatcher: boolean) {
    super(`The state/task '${state}' returned a result with a size exceeding the maximum number of bytes service limit.`);
    this.fromCatcher = fromCatcher;
  }
}

/** Works in the outcome that a frame waits with: Output and Assign, or Retry, or Catch, or failure. */
export async function planSettle(state: State, situation: Situation): Promise<Commit> {
  const outcome = outcomeOf(situation);
  if (outcome.ok) {
    const result = parseJson(outcome.result);
    const scope = scopeOf(situation, state.type === 'Wait' ? {} : { result });
    const exit = await planExit(state.name, 'next' in state ? state.next : undefined, state, '', result, scope);
    return (transition, frame) => { leaveState(transition, frame, state, exit); };
  }
  const { error, cause } = outcome;
  if (!('retry' in state)) {
    return (transition, frame) => { failFrame(transition, frame, error, cause); };
  }
  const used = usedRetries(situation.frame.retriers);
  const retry = chooseRetry(state.retry, used, error);
  if (retry !== undefined) {
    return (transition, frame) => {
      const counts = [...used];
      counts[retry.index] = (counts[retry.index] ?? 0) + 1;
      frame.retriers = JSON.stringify(Array.from({ length: state.retry.length }, (_, index) => counts[index] ?? 0));
      frame.retryCount += 1;
      frame.outcome = null;
      frame.token = null;
      if (frame.fork !== null) {
        deleteChildren(transition.queries, frame);
        frame.fork = null;
      }
      frame.wakeAt = transition.now + retry.delayMs;
      transition.move(frame, 'rest');
    };
  }
  const catcher = chooseCatcher(state.catch, error);
  if (catcher === undefined) {
    return (transition, frame) => { failFrame(transition, frame, error, cause); };
  }
  const errorOutput = { Error: shownError(error), ...(cause === undefined ? {} : { Cause: cause }) };
  const field = `Catch[${String(state.catch.indexOf(catcher))}]/`;
  const exit = await planExit(state.name, catcher.next, catcher, field, errorOutput, scopeOf(situation, { errorOutput }));
  return (transition, frame) => { leaveState(transition, frame, state, exit); };
}

/** Output and Assign see the same values: neither sees what the other made. */
export async function planExit(
  state: string, next: string | undefined, rules: { readonly output: Json | undefined; readonly assign: Json | undefined }, field: string, fallback: Json, scope: Scope,
): Promise<Exit> {
  const output = JSON.stringify(rules.output === undefined ? fallback : await evaluateTemplate(rules.output, scope, `${field}Output`));
  const assigned = rules.assign === undefined ? {} : await evaluateTemplate(rules.assign, scope, `${field}Assign`);
  if (exceedsDataLimit(output) || exceedsDataLimit(JSON.stringify(assigned))) {
    throw new DataLimitExceeded(state, field !== '');
  }
  return { output, assigned: isJsonObject(assigned) ? assigned : {}, next };
}

function outcomeOf(situation: Situation): Outcome {
  if (situation.frame.outcome === null) {
    throw new TypeError('a frame settles without an outcome');
  }
  const outcome: Outcome = JSON.parse(situation.frame.outcome);
  return outcome;
}

function usedRetries(json: string): number[] {
  const counts = parseJson(json);
  return Array.isArray(counts) ? counts.map(Number) : [];
}
