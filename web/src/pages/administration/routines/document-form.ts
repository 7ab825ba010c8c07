import type { RoutineCheck } from '../../../../../functions/contracts/routine-administration.ts';
import type { Form } from '../../../components/form/use-form.ts';
import { language } from '../../../language/language.ts';
import { type Document, listAt, valueAt, withValue } from './document.ts';
import { innermostAt } from './fields.ts';

export type Fault = RoutineCheck['faults'][number];
export const reasonOf = (fault: Fault): string => fault.reason[language.value] ?? '';
/** A choice among several is a field `POINTER#VALUE`. */
const parted = (name: string): readonly [pointer: string, value: string | undefined] => {
  const [pointer = '', value] = name.split('#');
  return [pointer, value];
};
const idOf = (name: string): string => `routine${name.replaceAll(/[^A-Za-z0-9]/g, '-')}`;
const typed = (pointer: string, text: string): unknown => {
  if (/\/(?:link)$/.test(pointer)) return text.trim() === '' ? null : text.trim();
  if (/\/(?:url)$/.test(pointer)) return text.trim() === '' ? undefined : text.trim();
  if (innermostAt(pointer)?.kind === 'number') return /^\d{1,6}$/.test(text.trim()) ? Number(text) : text;
  return text;
};

/** The routine as a form: the house's fields read and write it by pointers, and show the faults that lie there. */
export function documentForm(document: Document, change: (next: Document) => void, faults: readonly Fault[]): Form<string> {
  const wrong = faults.filter(({ severity }) => severity === 'fault');
  const faultAt = (name: string): Fault | undefined => wrong.find(({ pointer }) => pointer === name);
  return {
    values: {}, errors: [], refusals: 0,
    text: (name) => {
      const value = valueAt(document, name);
      return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    },
    flag: (name) => {
      const [pointer, value] = parted(name);
      return listAt(document, pointer).includes(value);
    },
    set: (name, value) => {
      const [pointer, chosen] = parted(name);
      if (chosen === undefined) return change(withValue(document, pointer, typed(pointer, String(value))));
      const others = listAt(document, pointer).filter((each) => each !== chosen);
      change(withValue(document, pointer, value === true ? [...others, chosen] : others));
    },
    setAll: () => undefined,
    fail: () => undefined,
    errorAt: (name) => {
      const found = faultAt(name);
      return found && reasonOf(found);
    },
    idOf,
  };
}

/** Faults of a group lie on it or on one of what it holds. */
export const faultsWithin = (faults: readonly Fault[], pointer: string): readonly Fault[] =>
  faults.filter((each) => each.pointer === pointer || each.pointer.startsWith(`${pointer}/`));
