import type { Json, JsonObject } from '../json.ts';
import type { Diagnostics } from './diagnostics.ts';
import { checkExpressions } from './expressions.ts';
import { checkFields, listField, numberField, objectAt, textField } from './fields.ts';
import type { Catcher, Retrier } from './model.ts';

const RETRIER = {
  required: ['ErrorEquals'],
  optional: ['Comment', 'IntervalSeconds', 'MaxAttempts', 'BackoffRate', 'MaxDelaySeconds', 'JitterStrategy'],
};
const CATCHER = { required: ['ErrorEquals', 'Next'], optional: ['Comment', 'Assign', 'Output'] };

export function parseRetriers(state: JsonObject, jsonata: boolean, at: string, log: Diagnostics): Retrier[] {
  return listField(state, 'Retry', at, log).map((entry, index, all) => {
    const where = `${at}/Retry[${String(index)}]`;
    const fields = objectAt(entry, where, log);
    checkFields(fields, RETRIER, jsonata, where, log);
    const jitter = fields['JitterStrategy'];
    if (jitter !== undefined && jitter !== 'FULL' && jitter !== 'NONE') {
      log.schema("The value of 'JitterStrategy' must be FULL or NONE", `${where}/JitterStrategy`);
    }
    return {
      errors: errorNames(fields, index === all.length - 1, where, log),
      intervalSeconds: numberField(fields, 'IntervalSeconds', { min: 1, max: 99_999_999 }, where, log) ?? 1,
      maxAttempts: numberField(fields, 'MaxAttempts', { min: 0, max: 99_999_999 }, where, log) ?? 3,
      backoffRate: numberField(fields, 'BackoffRate', { min: 1, integer: false }, where, log) ?? 2,
      maxDelaySeconds: numberField(fields, 'MaxDelaySeconds', { min: 1, max: 31_622_400 }, where, log),
      fullJitter: jitter === 'FULL',
    };
  });
}

export function parseCatchers(state: JsonObject, jsonata: boolean, at: string, log: Diagnostics): Catcher[] {
  return listField(state, 'Catch', at, log).map((entry, index, all) => {
    const where = `${at}/Catch[${String(index)}]`;
    const fields = objectAt(entry, where, log);
    checkFields(fields, CATCHER, jsonata, where, log);
    checkExpressions(fields['Assign'], `${where}/Assign`, log);
    checkExpressions(fields['Output'], `${where}/Output`, log);
    return {
      errors: errorNames(fields, index === all.length - 1, where, log),
      next: textField(fields, 'Next', where, log),
      assign: fields['Assign'],
      output: fields['Output'],
    };
  });
}

/** States.ALL must stand alone and last, as the language demands. */
function errorNames(fields: JsonObject, last: boolean, at: string, log: Diagnostics): string[] {
  const names = listField(fields, 'ErrorEquals', at, log).filter((name: Json): name is string => typeof name === 'string');
  if (names.length === 0 && 'ErrorEquals' in fields) {
    log.schema("'ErrorEquals' must name at least one error", `${at}/ErrorEquals`);
  }
  if (names.includes('States.ALL') && (names.length > 1 || !last)) {
    log.schema('States.ALL must appear alone and in the last entry', `${at}/ErrorEquals`);
  }
  return names;
}
