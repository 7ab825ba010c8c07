import { expressionOf } from '../definition/fields.ts';
import { isJsonObject, type Json } from '../json.ts';
import { evaluateExpression, QueryEvaluationError, type Scope } from './expression.ts';

/** Evaluates every `{% … %}` in a value, however deep; all else stays as it is. `field` names it in errors: `Output/a[0]`. */
export async function evaluateTemplate(template: Json, scope: Scope, field: string): Promise<Json> {
  const expression = expressionOf(template);
  if (expression !== undefined) {
    return evaluateExpression(expression, scope, field);
  }
  if (Array.isArray(template)) {
    const list: readonly Json[] = template;
    const values: Json[] = [];
    for (const [index, entry] of list.entries()) {
      values.push(await evaluateTemplate(entry, scope, `${field}[${String(index)}]`));
    }
    return values;
  }
  if (isJsonObject(template)) {
    const values: Record<string, Json> = {};
    for (const [key, entry] of Object.entries(template)) {
      values[key] = await evaluateTemplate(entry, scope, `${field}/${key}`);
    }
    return values;
  }
  return template;
}

/** A whole number of at least `least`, from a literal or an expression. @throws QueryEvaluationError */
export async function evaluateInteger(template: Json, scope: Scope, field: string, least: number): Promise<number> {
  const value = await evaluateTemplate(template, scope, field);
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least) {
    throw wrongType(field, `an integer of at least ${String(least)}`);
  }
  return value;
}

/** @throws QueryEvaluationError */
export async function evaluateText(template: Json, scope: Scope, field: string): Promise<string> {
  const value = await evaluateTemplate(template, scope, field);
  if (typeof value !== 'string') {
    throw wrongType(field, 'a string');
  }
  return value;
}

export function wrongType(field: string, expected: string): QueryEvaluationError {
  return new QueryEvaluationError(field, `The value of the field '${field}' must be ${expected}.`);
}
