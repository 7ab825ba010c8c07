import type { core } from 'zod/mini';
import type { Fault } from './refusal.ts';

/** zod's issues as JSON pointers and stable codes. Neither input nor zod's words are echoed. */
export function faultsOf(issues: readonly core.$ZodIssue[]): readonly Fault[] {
  return issues.slice(0, 50).map((issue) => ({ pointer: pointerOf(issue.path), code: codeOf(issue) }));
}

/** A key that a client made up may hold anything, so only names that look like ours are repeated. */
function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((key) => (typeof key === 'number' || (typeof key === 'string' && /^[a-z][A-Za-z]{0,39}$/.test(key)) ? `/${key}` : '/-')).join('');
}

function codeOf(issue: core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type': return issue.input === undefined && 'input' in issue ? 'required' : 'invalid-type';
    case 'too_small': return issue.origin !== 'string' && issue.origin !== 'array' ? 'too-low' : Number(issue.minimum) === 1 ? 'required' : 'too-short';
    case 'too_big': return issue.origin === 'string' || issue.origin === 'array' ? 'too-long' : 'too-high';
    case 'invalid_format': return 'invalid-format';
    case 'unrecognized_keys': return 'unknown-key';
    case 'not_multiple_of':
    case 'invalid_value':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom': return 'invalid-value';
  }
}
