import { isJsonObject, type Json, parseJson } from '../json.ts';
import { type Diagnostic, Diagnostics } from './diagnostics.ts';
import { checkFields, numberField, objectAt, textField } from './fields.ts';
import { checkReferences, checkVariableScopes } from './graph.ts';
import type { State, StateGroup, StateMachine } from './model.ts';
import { parseState } from './parse-state.ts';

export interface Parsed {
  readonly machine: StateMachine;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a definition (Amazon States Language as JSON text). Never throws: everything wrong, and everything
 * this interpreter does not run, is a diagnostic that names it. With diagnostics the machine must not be run.
 */
export function parseDefinition(text: string): Parsed {
  const log = new Diagnostics();
  const empty = { startAt: '', states: new Map<string, State>(), timeoutSeconds: undefined };
  let value: Json;
  try {
    value = parseJson(text);
  } catch {
    log.add('INVALID_JSON_DESCRIPTION', 'The definition is no JSON', '/');
    return { machine: empty, diagnostics: log.found };
  }
  if (!isJsonObject(value)) {
    log.schema('Definition must be a valid JSON object', '/');
    return { machine: empty, diagnostics: log.found };
  }
  const names = new Set<string>();
  const group = parseGroup(value, '', ['Version', 'TimeoutSeconds', 'QueryLanguage'], queryLanguage(value, 'JSONPath', '', log), names, log);
  const timeoutSeconds = numberField(value, 'TimeoutSeconds', { min: 1, max: 99_999_999 }, '', log);
  if (log.found.length === 0) {
    checkReferences(group, '', log);
    checkVariableScopes(group, new Set(), '', log);
  }
  return { machine: { ...group, timeoutSeconds }, diagnostics: log.found };
}

function parseGroup(value: Json | undefined, at: string, extra: readonly string[], language: string, names: Set<string>, log: Diagnostics): StateGroup {
  const fields = objectAt(value, at === '' ? '/' : at, log);
  checkFields(fields, { required: ['States', 'StartAt'], optional: ['Comment', ...extra] }, true, at === '' ? '/' : at, log);
  const states = new Map<string, State>();
  const entries = fields['States'] === undefined ? {} : objectAt(fields['States'], `${at}/States`, log);
  for (const [name, entry] of Object.entries(entries)) {
    const where = `${at}/States/${name}`;
    if (name.length === 0 || name.length > 80) {
      log.schema('The name of a state has 1 to 80 characters', where);
    }
    if (names.has(name)) {
      log.add('DUPLICATE_STATE_NAME', `Duplicate State name: ${name}`, where);
    }
    names.add(name);
    const body = objectAt(entry, where, log);
    const own = queryLanguage(body, language, where, log);
    const state = parseState(name, body, own === 'JSONata', where, log, (inner, innerAt, innerExtra) =>
      parseGroup(inner, innerAt, innerExtra, language, names, log));
    if (state !== undefined) {
      states.set(name, state);
    }
  }
  return { startAt: textField(fields, 'StartAt', at, log), states };
}

function queryLanguage(fields: Readonly<Record<string, Json>>, inherited: string, at: string, log: Diagnostics): string {
  const value = fields['QueryLanguage'] ?? inherited;
  if (value !== 'JSONata' && value !== 'JSONPath') {
    log.schema("The value of 'QueryLanguage' must be JSONata or JSONPath", `${at}/QueryLanguage`);
    return inherited;
  }
  if (value === 'JSONPath' && inherited === 'JSONata') {
    log.schema("'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine", at);
  }
  return value;
}
