import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Diagnostics } from './diagnostics.ts';

/** Fields of JSONPath mode: this interpreter runs JSONata mode and refuses each of them by name. */
const JSONPATH_FIELDS = new Set([
  'InputPath', 'OutputPath', 'ResultPath', 'Parameters', 'ResultSelector', 'ItemsPath', 'SecondsPath', 'TimestampPath',
  'TimeoutSecondsPath', 'HeartbeatSecondsPath', 'MaxConcurrencyPath', 'ErrorPath', 'CausePath', 'Variable',
  'ToleratedFailureCountPath', 'ToleratedFailurePercentagePath', 'And', 'Or', 'Not',
]);

/** Fields that exist in JSONata mode only. */
const JSONATA_FIELDS = new Set(['Arguments', 'Output', 'Assign', 'Condition', 'Items', 'ItemSelector']);

export interface FieldRules {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

/** Reports every field that is missing, unknown, or of the other query language. */
export function checkFields(fields: JsonObject, rules: FieldRules, jsonata: boolean, at: string, log: Diagnostics): void {
  const missing = rules.required.filter((name) => !(name in fields));
  if (missing.length > 0) {
    log.schema(`These fields are required: [${missing.join(', ')}]`, at);
  }
  for (const name of Object.keys(fields)) {
    if (JSONPATH_FIELDS.has(name)) {
      log.schema(`The field '${name}' belongs to QueryLanguage JSONPath, which is not served; use JSONata`, `${at}/${name}`);
    } else if (!rules.required.includes(name) && !rules.optional.includes(name)) {
      log.schema(`The field '${name}' is not supported`, `${at}/${name}`);
    } else if (!jsonata && JSONATA_FIELDS.has(name)) {
      log.schema(`The field '${name}' needs QueryLanguage JSONata`, `${at}/${name}`);
    }
  }
}

export function textField(fields: JsonObject, name: string, at: string, log: Diagnostics): string {
  const value = fields[name];
  if (typeof value === 'string' && value !== '') {
    return value;
  }
  if (value !== undefined) {
    log.schema(`The value of '${name}' must be a non-empty string`, `${at}/${name}`);
  }
  return '';
}

export function numberField(
  fields: JsonObject, name: string, allow: { readonly min: number; readonly max?: number; readonly integer?: boolean }, at: string, log: Diagnostics,
): number | undefined {
  const value = fields[name];
  if (value === undefined) {
    return undefined;
  }
  const inRange = typeof value === 'number' && value >= allow.min && value <= (allow.max ?? Number.MAX_SAFE_INTEGER);
  if (!inRange || (allow.integer !== false && !Number.isInteger(value))) {
    log.schema(`The value of '${name}' must be a number, at least ${String(allow.min)}`, `${at}/${name}`);
    return undefined;
  }
  return value;
}

export function listField(fields: JsonObject, name: string, at: string, log: Diagnostics): readonly Json[] {
  const value = fields[name];
  if (Array.isArray(value)) {
    const list: readonly Json[] = value;
    return list;
  }
  if (value !== undefined) {
    log.schema(`The value of '${name}' must be an array`, `${at}/${name}`);
  }
  return [];
}

export function objectAt(value: Json | undefined, at: string, log: Diagnostics): JsonObject {
  if (isJsonObject(value)) {
    return value;
  }
  log.schema('Value is not of type object', at);
  return {};
}

/** The expression inside `{% … %}`, or undefined for a literal. */
export function expressionOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value.startsWith('{%') && value.endsWith('%}') && value.length >= 4
    ? value.slice(2, -2).trim()
    : undefined;
}
