import { isJsonObject, type Json } from '../json.ts';
import type { Diagnostics } from './diagnostics.ts';
import type { State, StateGroup } from './model.ts';

/** Where a state can go, in the order it is written. */
function targetsOf(state: State): string[] {
  switch (state.type) {
    case 'Choice':
      return [...state.choices.map((rule) => rule.next), ...(state.default === undefined ? [] : [state.default])];
    case 'Task':
    case 'Parallel':
    case 'Map':
      return [...(state.next === undefined ? [] : [state.next]), ...state.catch.map((rule) => rule.next)];
    case 'Pass':
    case 'Wait':
      return state.next === undefined ? [] : [state.next];
    case 'Succeed':
    case 'Fail':
      return [];
  }
}

function groupsOf(state: State): readonly StateGroup[] {
  if (state.type === 'Parallel') {
    return state.branches;
  }
  return state.type === 'Map' ? [state.processor] : [];
}

/** Every target exists and every state can be reached, in each group. */
export function checkReferences(group: StateGroup, at: string, log: Diagnostics): void {
  if (!group.states.has(group.startAt)) {
    log.add('MISSING_TRANSITION_TARGET', `Missing 'StartAt' target: ${group.startAt}`, `${at}/StartAt`);
  }
  const reached = new Set<string>();
  const open = [group.startAt];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const state = group.states.get(name);
    if (state !== undefined && !reached.has(name)) {
      reached.add(name);
      open.push(...targetsOf(state));
    }
  }
  for (const state of group.states.values()) {
    const where = `${at}/States/${state.name}`;
    for (const target of targetsOf(state).filter((name) => !group.states.has(name))) {
      log.add('MISSING_TRANSITION_TARGET', `Missing 'Next' target: ${target}`, where);
    }
    if (!reached.has(state.name)) {
      log.add('MISSING_TRANSITION_TARGET', `State "${state.name}" is not reachable`, where);
    }
    groupsOf(state).forEach((inner) => { checkReferences(inner, where, log); });
  }
}

/** A branch or an iteration has its own variables and must not reuse a name assigned outside of it. */
export function checkVariableScopes(group: StateGroup, outer: ReadonlySet<string>, at: string, log: Diagnostics): void {
  const own = new Set(outer);
  for (const state of group.states.values()) {
    for (const name of assignedNames(state)) {
      if (outer.has(name)) {
        log.schema(`The variable '${name}' is assigned in an outer scope and cannot be assigned here`, `${at}/States/${state.name}/Assign`);
      }
      if (name === 'states') {
        log.schema("The variable name 'states' is reserved", `${at}/States/${state.name}/Assign`);
      }
      own.add(name);
    }
  }
  for (const state of group.states.values()) {
    groupsOf(state).forEach((inner) => { checkVariableScopes(inner, own, `${at}/States/${state.name}`, log); });
  }
}

function assignedNames(state: State): string[] {
  const rules = state.type === 'Choice' ? state.choices : state.type === 'Task' || state.type === 'Parallel' || state.type === 'Map' ? state.catch : [];
  const assigns: (Json | undefined)[] = [state.assign, ...rules.map((rule) => rule.assign)];
  return assigns.flatMap((assign) => (isJsonObject(assign) ? Object.keys(assign) : []));
}
