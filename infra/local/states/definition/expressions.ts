import { compileExpression } from '../evaluation/expression.ts';
import { isJsonObject, type Json } from '../json.ts';
import type { Diagnostics } from './diagnostics.ts';
import { expressionOf } from './fields.ts';

/** Compiles every `{% … %}` in a value, however deep, so that a broken one is refused at creation. */
export function checkExpressions(value: Json | undefined, at: string, log: Diagnostics): void {
  const expression = expressionOf(value);
  if (expression !== undefined) {
    try {
      compileExpression(expression);
    } catch (error) {
      const reason = error instanceof Error ? error.message : describe(error);
      log.schema(`The JSONata expression '${expression}' does not compile: ${reason}`, at);
    }
    if (/\$eval\s*\(/.test(expression)) {
      log.schema(`The JSONata expression '${expression}' uses $eval, which Step Functions does not support`, at);
    }
  } else if (Array.isArray(value)) {
    const list: readonly Json[] = value;
    list.forEach((entry, index) => { checkExpressions(entry, `${at}[${String(index)}]`, log); });
  } else if (isJsonObject(value)) {
    for (const [key, entry] of Object.entries(value)) {
      checkExpressions(entry, `${at}/${key}`, log);
    }
  }
}

/** JSONata throws plain objects from its parser. */
function describe(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
}

/** A field that takes a literal of one kind or an expression. */
export function checkNumberOrExpression(value: Json | undefined, least: number, at: string, log: Diagnostics): void {
  if (value === undefined || expressionOf(value) !== undefined) {
    return;
  }
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least) {
    log.schema(`Expected an integer of at least ${String(least)} or a JSONata expression`, at);
  }
}

export function checkText(value: Json | undefined, at: string, log: Diagnostics): void {
  if (value !== undefined && typeof value !== 'string') {
    log.schema('Expected value of type string', at);
  }
}
