import { useId, useMemo, useState } from 'preact/hooks';
import type { FieldError } from '../../api/field-errors.ts';

export type FormValue = string | boolean;
/** The state of a form: what was typed, what is wrong, and how many times it was sent. Nothing typed is ever lost. */
export interface Form<Name extends string> {
  readonly values: Readonly<Record<Name, FormValue>>;
  text(name: Name): string;
  flag(name: Name): boolean;
  set(name: Name, value: FormValue): void;
  setAll(values: Partial<Record<Name, FormValue>>): void;
  readonly errors: readonly FieldError[];
  /** Grows with each refusal, so that the summary takes the focus anew. */
  readonly refusals: number;
  fail(errors: readonly FieldError[]): void;
  errorAt(name: Name): string | undefined;
  /** Element id of a field: stable, so that the summary's links hit it. */
  idOf(name: string): string;
}

export function useForm<Name extends string>(initial: Readonly<Record<Name, FormValue>>): Form<Name> {
  const prefix = useId();
  const [values, setValues] = useState(initial);
  const [{ errors, refusals }, setOutcome] = useState<{ errors: readonly FieldError[]; refusals: number }>({ errors: [], refusals: 0 });
  return useMemo(() => ({
    values, errors, refusals,
    text: (name: Name) => (typeof values[name] === 'string' ? values[name] : ''),
    flag: (name: Name) => values[name] === true,
    set: (name: Name, value: FormValue) => setValues((before) => ({ ...before, [name]: value })),
    setAll: (some: Partial<Record<Name, FormValue>>) => setValues((before) => ({ ...before, ...some })),
    fail: (found: readonly FieldError[]) => setOutcome((before) => ({ errors: found, refusals: found.length > 0 ? before.refusals + 1 : before.refusals })),
    errorAt: (name: Name) => errors.find(({ field }) => field === name)?.text,
    idOf: (name: string) => `${prefix}-${name}`,
  }), [prefix, values, errors, refusals]);
}
