import type { Problem } from '../../../functions/contracts/problem.ts';
import { problemTexts } from '../language/problem-texts.ts';
import type { ApiFailure } from './failure.ts';

/** A fault at a field of the form on the page; `field` is the field's name, null where no field fits. */
export interface FieldError { readonly field: string | null; readonly text: string }

/** Codes of the shape, as the API names them; anything else that is no problem code is simply a wrong value. */
const fieldCodes: Readonly<Record<string, keyof ReturnType<typeof problemTexts>['field']>> = {
  required: 'required', 'too-short': 'required', 'too-long': 'tooLong', 'too-low': 'outOfRange', 'too-high': 'outOfRange',
};

const isProblemCode = (code: string): code is Problem['code'] => code in problemTexts.sv.problem;

/** The words of one fault, by its stable code; a code that is only a detail of the problem gets the problem's words. */
function textOfCode(code: string, whole: Problem['code']): string {
  const text = problemTexts();
  if (isProblemCode(code)) return text.problem[code];
  const left = /^tries-left-(\d+)$/.exec(code)?.[1];
  if (left !== undefined) return `${text.problem[whole]} ${text.triesLeft(Number(left))}`;
  const known = fieldCodes[code];
  if (known === undefined && whole !== 'invalid-body') return text.problem[whole];
  return text.field[known ?? 'invalid'];
}

/**
 * What to show for a failed call: each JSON pointer of the problem finds its field in `fields`
 * (pointer → field name; the longest pointer that is a beginning of it wins), the rest becomes a general line.
 */
export function errorsOf(failure: ApiFailure, fields: Readonly<Record<string, string>>): readonly FieldError[] {
  const { problem } = failure;
  const text = problemTexts();
  if (problem === null) return [{ field: null, text: text.network }];
  const pointed = (problem.errors ?? []).map(({ pointer, code }) => ({ field: fieldAt(pointer, fields), text: textOfCode(code, problem.code) }));
  const unique = pointed.filter((one, index) => pointed.findIndex((other) => other.field === one.field && other.text === one.text) === index);
  if (unique.some(({ field }) => field !== null)) return unique;
  // Several reasons at no field, such as all that stands in the way of sending: every one of them.
  const reasons = (problem.errors ?? []).filter(({ code }) => isProblemCode(code));
  return reasons.length > 0 ? reasons.map(({ code }) => ({ field: null, text: textOfCode(code, problem.code) })) : [{ field: null, text: text.problem[problem.code] }];
}

function fieldAt(pointer: string, fields: Readonly<Record<string, string>>): string | null {
  let at = pointer;
  while (at !== '') {
    const field = fields[at];
    if (field !== undefined) return field;
    at = at.slice(0, at.lastIndexOf('/'));
  }
  return null;
}
