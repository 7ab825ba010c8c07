import type { MapState, ParallelState } from '../definition/model.ts';
import { evaluateInteger, evaluateTemplate, wrongType } from '../evaluation/template.ts';
import { type Json, parseJson } from '../json.ts';
import { type Start, startBranches, startIterations } from './children.ts';
import { scopeOf, type Situation } from './situation.ts';
import type { Commit } from './transition.ts';

/** AWS runs at most 40 iterations of an inline Map at once. */
const MOST_AT_ONCE = 40;

export function planFork(state: ParallelState | MapState, situation: Situation): Promise<Commit> {
  return state.type === 'Map' ? planMap(state, situation) : planParallel(state, situation);
}

async function planParallel(state: ParallelState, situation: Situation): Promise<Commit> {
  const input = state.arguments === undefined
    ? situation.frame.input
    : JSON.stringify(await evaluateTemplate(state.arguments, scopeOf(situation), 'Arguments'));
  return (transition, frame) => { startBranches(transition, frame, state.branches.map((branch) => branch.startAt), input); };
}

async function planMap(state: MapState, situation: Situation): Promise<Commit> {
  const scope = scopeOf(situation);
  const items = state.items === undefined ? parseJson(situation.frame.input) : await evaluateTemplate(state.items, scope, 'Items');
  if (!Array.isArray(items)) {
    throw wrongType('Items', 'an array');
  }
  const list: readonly Json[] = items;
  const concurrency = state.maxConcurrency === undefined ? 0 : await evaluateInteger(state.maxConcurrency, scope, 'MaxConcurrency', 0);
  const iterations = {
    starts: await starts(state, situation, list),
    startAt: state.processor.startAt,
    concurrency: concurrency === 0 ? MOST_AT_ONCE : Math.min(concurrency, MOST_AT_ONCE),
    tolerated: await tolerated(state, situation, list.length),
  };
  return (transition, frame) => { startIterations(transition, frame, iterations); };
}

async function starts(state: MapState, situation: Situation, items: readonly Json[]): Promise<Start[]> {
  const made: Start[] = [];
  for (const [index, value] of items.entries()) {
    const context = { ...situation.context, Map: { Item: { Index: index, Value: value } } };
    made.push(state.itemSelector === undefined
      ? [value]
      : [value, await evaluateTemplate(state.itemSelector, scopeOf({ ...situation, context }), 'ItemSelector')]);
  }
  return made;
}

/** How many iterations may fail; undefined when the definition says nothing, and then the iteration's own error is the state's. */
async function tolerated(state: MapState, situation: Situation, length: number): Promise<number | undefined> {
  const scope = scopeOf(situation);
  const { toleratedFailureCount: count, toleratedFailurePercentage: percentage } = state;
  if (count === undefined && percentage === undefined) {
    return undefined;
  }
  return Math.min(
    count === undefined ? Infinity : await evaluateInteger(count, scope, 'ToleratedFailureCount', 0),
    percentage === undefined ? Infinity : Math.floor((length * await evaluateInteger(percentage, scope, 'ToleratedFailurePercentage', 0)) / 100),
    length,
  );
}
