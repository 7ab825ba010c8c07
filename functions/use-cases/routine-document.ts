import type { core } from 'zod/mini';
import { routine as shape } from '../contracts/routine.ts';
import { dateFaults, routineFault, routineFaults, type Finding, type RoutineFault, type RoutineSurroundings } from '../domain/routine/faults.ts';
import type { RoutineFaultCode } from '../domain/routine/fault-texts.ts';
import type { Routine } from '../domain/routine.ts';

/** What a document holds that is not a routine yet. `routine` null: it has not even the shape. */
export interface CheckedDocument {
  readonly faults: readonly RoutineFault[];
  readonly routine: Routine | null;
}

/**
 * Every fault of a document at once: those of its shape, and where it has the shape those of its rules. What only the
 * schema's own rules refuse is said in general words, so that nothing is published that it would not take.
 */
export function checkDocument(document: unknown, routineId: string, surroundings: RoutineSurroundings): CheckedDocument {
  const result = shape.safeParse(document, { reportInput: true });
  const issues: readonly core.$ZodIssue[] = result.success ? [] : result.error.issues;
  // What contradicts something that has not even its shape is told of once it has.
  if (!hasShape(document, issues)) return { faults: unique([...issues.map(findingOf).filter(([, code]) => code !== 'inconsistent'), ...dateFaults(surroundings.today, surroundings.validFrom)].map(routineFault)), routine: null };
  const own = document.id === routineId ? [] : [routineFault(['/id', 'id-fixed'])];
  const faults = [...own, ...routineFaults(document, surroundings)];
  const rest = issues.map(findingOf).filter(([pointer]) => !faults.some((fault) => fault.severity === 'fault' && fault.pointer.startsWith(parentOf(pointer))));
  return { faults: unique([...faults, ...rest.map(routineFault)]), routine: document };
}

/** All that is left are rules about values that each have the right shape. */
const hasShape = (_document: unknown, issues: readonly core.$ZodIssue[]): _document is Routine => issues.every(({ code }) => code === 'custom');
const parentOf = (pointer: string): string => pointer.split('/').slice(0, 2).join('/');
const unique = (faults: readonly RoutineFault[]): readonly RoutineFault[] =>
  faults.filter((one, index) => faults.findIndex((other) => other.pointer === one.pointer && other.code === one.code && other.reason.sv === one.reason.sv) === index);

/** Keys that somebody made up are not repeated. */
const pointerOf = (path: readonly PropertyKey[]): string => path.map((key) => (typeof key === 'number' || (typeof key === 'string' && /^[a-z][A-Za-z]{0,39}$/.test(key)) ? `/${key}` : '/-')).join('');

function findingOf(issue: core.$ZodIssue): Finding {
  const pointer = pointerOf(issue.path);
  switch (issue.code) {
    case 'invalid_type':
      return [pointer, 'input' in issue && (issue.input === undefined || issue.input === null) ? absent(pointer) : issue.expected === 'int' ? 'not-whole' : 'wrong-kind'];
    case 'too_small':
      return issue.origin === 'string' ? [pointer, absent(pointer)] : issue.origin === 'array' ? [pointer, 'too-few'] : [pointer, 'too-low', { limit: Number(issue.minimum) }];
    case 'too_big':
      return [pointer, issue.origin === 'string' || issue.origin === 'array' ? 'too-long' : 'too-high', { limit: Number(issue.maximum) }];
    case 'invalid_format':
      return [pointer, formatAt(pointer)];
    case 'unrecognized_keys':
      return [pointer, 'key-unknown'];
    case 'invalid_value':
      return [pointer, wordAt(pointer)];
    case 'custom':
      return [pointer, issue.message === 'names something twice' ? 'twice' : 'inconsistent'];
    default:
      return [pointer, 'word-unknown'];
  }
}
const absent = (pointer: string): RoutineFaultCode => (/\/(?:sv|en)$/.test(pointer) ? 'translation-missing' : 'required');
const formatAt = (pointer: string): RoutineFaultCode => {
  if (/\/(?:link|url)$/.test(pointer)) return 'link-not-https';
  return pointer === '/validFrom' ? 'date-malformed' : 'code-malformed';
};
const wordAt = (pointer: string): RoutineFaultCode => {
  if (/\/(?:responsible|role|lexMaria|lexSarah)$|\/(?:may[A-Z]\w*|registeredBy|enteredBy)\/\d+$/.test(pointer)) return 'role-unknown';
  if (/\/categories\/\d+$/.test(pointer)) return 'category-unknown';
  return /\/partyTypes\/\d+$/.test(pointer) ? 'party-type-unknown' : 'word-unknown';
};
