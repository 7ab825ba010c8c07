import jsonata from 'jsonata';
import { isObject, type Json, parseJson } from '../json.ts';
import { stepFunctionsExtras } from './functions.ts';

/** What an expression can see: `$states`, the variables in scope, and the instant. */
export interface Scope {
  readonly states: Readonly<Record<string, Json>>;
  readonly variables: Readonly<Record<string, Json>>;
  /** Milliseconds since the epoch, for $now and $millis. */
  readonly now: number;
}

export class QueryEvaluationError extends Error {
  readonly field: string;

  constructor(field: string, message: string) {
    super(message);
    this.name = 'States.QueryEvaluationError';
    this.field = field;
  }
}

// An expression that loops would stop the whole runtime; AWS stops it too, on time instead of on steps.
const MOST_STEPS = 1_000_000;
const MOST_CACHED = 2_000;
const COUNT = ' steps';
const ENTRY_HOOK = Symbol.for('jsonata.__evaluate_entry');
const compiled = new Map<string, jsonata.Expression>();

/** @throws the parser's error (a plain object with `code` and `message`) when it does not compile. */
export function compileExpression(source: string): jsonata.Expression {
  const known = compiled.get(source);
  if (known !== undefined) {
    return known;
  }
  const expression = jsonata(source);
  // The hook's name is a symbol, which JSONata takes and its types do not mention.
  Reflect.apply(expression.assign, expression, [ENTRY_HOOK, countStep]);
  if (compiled.size >= MOST_CACHED) {
    compiled.clear();
  }
  compiled.set(source, expression);
  return expression;
}

/**
 * Evaluates one expression in JSONata 2.0.6 with Step Functions' own functions.
 * @throws QueryEvaluationError when it throws, returns nothing, or returns what JSON cannot carry.
 */
export async function evaluateExpression(source: string, scope: Scope, field: string): Promise<Json> {
  const about = `The JSONata expression '${source}' specified for the field '${field}'`;
  let value: unknown;
  try {
    value = await compileExpression(source).evaluate(undefined, {
      ...scope.variables, ...stepFunctionsExtras(scope.now), [COUNT]: { steps: 0 }, states: scope.states,
    });
  } catch (error) {
    const code = isObject(error) && typeof error['code'] === 'string' ? `${error['code']}: ` : '';
    const message = isObject(error) && typeof error['message'] === 'string' ? error['message'] : String(error);
    throw new QueryEvaluationError(field, `${about} threw an error during evaluation. ${code}${message}`);
  }
  if (value === undefined) {
    throw new QueryEvaluationError(field, `${about} returned nothing (undefined).`);
  }
  if (typeof value === 'function' || (isObject(value) && (value['_jsonata_lambda'] === true || value['_jsonata_function'] === true))) {
    throw new QueryEvaluationError(field, `${about} returned an unsupported result type.`);
  }
  // A round trip drops JSONata's own marks on sequences and keeps stored data apart from the inputs.
  return parseJson(JSON.stringify(value));
}

interface StepCount {
  steps: number;
}

/** JSONata calls this before each node; the count lies in the evaluation's own bindings, as expressions are shared. */
function countStep(_node: unknown, _input: unknown, environment: { lookup(name: string): unknown }): void {
  const count = environment.lookup(COUNT);
  if (isCount(count)) {
    count.steps += 1;
    if (count.steps > MOST_STEPS) {
      throw new Error('the expression takes too many steps');
    }
  }
}

function isCount(value: unknown): value is StepCount {
  return isObject(value) && typeof value['steps'] === 'number';
}
