import { asRecord, isRecord } from '../template/json.ts';

/**
 * Whether an event matches a pattern, by EventBridge's rules, which Lambda's event filters share:
 * every field of the pattern must match; a list is a choice; an event's list matches when one of its items does.
 *
 * @throws Error naming an operator that is not served
 */
export function matchesPattern(pattern: Record<string, unknown>, event: unknown): boolean {
  return Object.entries(pattern).every(([field, wanted]) => {
    if (field === '$or' && Array.isArray(wanted)) return wanted.some((choice) => matchesPattern(asRecord(choice), event));
    const present = isRecord(event) && field in event;
    const value = isRecord(event) ? event[field] : undefined;
    if (Array.isArray(wanted)) return wanted.some((matcher) => matchesValue(matcher, value, present));
    if (isRecord(wanted)) return Array.isArray(value) ? value.some((item) => matchesPattern(wanted, item)) : matchesPattern(wanted, value);
    throw new Error(`An event pattern's field must hold a list or an object: ${field}`);
  });
}

function matchesValue(matcher: unknown, value: unknown, present: boolean): boolean {
  if (isRecord(matcher) && 'exists' in matcher) return (matcher['exists'] === true) === (present && !isRecord(value));
  if (!present) return false;
  return Array.isArray(value) ? value.some((item) => matchesOne(matcher, item)) : matchesOne(matcher, value);
}

function matchesOne(matcher: unknown, value: unknown): boolean {
  if (!isRecord(matcher)) return matcher === value;
  const [operator, argument] = Object.entries(matcher)[0] ?? [];
  const text = typeof value === 'string' ? value : undefined;
  switch (operator) {
    case 'prefix':
      return affix(argument, text, (one, other) => one.startsWith(other));
    case 'suffix':
      return affix(argument, text, (one, other) => one.endsWith(other));
    case 'equals-ignore-case':
      return text?.toLowerCase() === String(argument).toLowerCase();
    case 'wildcard':
      return text !== undefined && wildcard(String(argument)).test(text);
    case 'anything-but':
      return isRecord(argument) ? !matchesOne(argument, value) : !(Array.isArray(argument) ? argument : [argument]).includes(value);
    case 'numeric':
      return Array.isArray(argument) && matchesNumber(argument, value);
    default:
      throw new Error(`The event pattern operator ${operator ?? '{}'} is not served by the local runtime`);
  }
}

function affix(argument: unknown, text: string | undefined, test: (one: string, other: string) => boolean): boolean {
  if (text === undefined) return false;
  if (!isRecord(argument)) return test(text, String(argument));
  return test(text.toLowerCase(), String(argument['equals-ignore-case']).toLowerCase());
}

function wildcard(pattern: string): RegExp {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's');
}

function matchesNumber(conditions: readonly unknown[], value: unknown): boolean {
  // DynamoDB's numbers are text in a stream record.
  const number = typeof value === 'number' ? value : typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
  if (Number.isNaN(number)) return false;
  for (let index = 0; index + 1 < conditions.length; index += 2) {
    const bound = Number(conditions[index + 1]);
    if (!compare(String(conditions[index]), number, bound)) return false;
  }
  return true;
}

function compare(operator: string, number: number, bound: number): boolean {
  switch (operator) {
    case '=':
      return number === bound;
    case '<':
      return number < bound;
    case '<=':
      return number <= bound;
    case '>':
      return number > bound;
    case '>=':
      return number >= bound;
    default:
      throw new Error(`The numeric comparison ${operator} is not served by the local runtime`);
  }
}
