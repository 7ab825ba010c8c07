import type { RoutineChangeView } from '../../../../../functions/contracts/routine-administration.ts';
import type { Language } from '../../../../../functions/contracts/words.ts';
import { bilingual, language } from '../../../language/language.ts';
import { areaName } from './areas.ts';
import { listAt, partAt, valueAt } from './document.ts';
import { fieldAt, type Field, type Unit } from './fields.ts';
import { wordOf } from './words.ts';

const texts = bilingual({
  days: (n: string) => (n === '1' ? '1 dag' : `${n} dagar`), workingDays: (n: string) => (n === '1' ? '1 arbetsdag' : `${n} arbetsdagar`), months: (n: string) => (n === '1' ? '1 månad' : `${n} månader`), number: (n: string) => n,
  none: 'inget', all: 'alla', everyone: 'alla i registret', added: 'tillkommer', removed: 'tas bort', place: (n: number) => `regel ${n}`,
}, {
  days: (n: string) => (n === '1' ? '1 day' : `${n} days`), workingDays: (n: string) => (n === '1' ? '1 working day' : `${n} working days`), months: (n: string) => (n === '1' ? '1 month' : `${n} months`), number: (n: string) => n,
  none: 'nothing', all: 'all', everyone: 'everyone in the register', added: 'added', removed: 'removed', place: (n: number) => `rule ${n}`,
});
export const amount = (unit: Unit, value: unknown): string => texts()[unit](String(value));
export const nameOf = (field: Field): string => field[language.value];

const several = (field: Field & { readonly kind: 'several' }, value: unknown): string =>
  (Array.isArray(value) && value.length > 0 ? value.map((each) => wordOf(field.list, each)).join(', ') : field.any ? texts().all : texts().none);
/** A rule, a reason, a reference: each of its parts that says something. */
const itemWords = (fields: readonly Field[], item: unknown, spoken: Language = language.value): string => fields.flatMap((field) => {
  const value = valueAt(item, field.at);
  if (value === undefined || value === null || value === '' || (field.kind === 'list' && Array.isArray(value) && value.length === 0)) return [];
  return field.kind === 'text' || field.kind === 'localised' ? [field.kind === 'localised' ? String(valueAt(value, `/${spoken}`) ?? '') : valueWords(field, value)] : [`${nameOf(field).toLowerCase()}: ${valueWords(field, value)}`];
}).join('; ') || texts().all;

/** What stands at a place, as a person would say it. */
export function valueWords(field: Field, value: unknown): string {
  if (field.kind === 'several') return several(field, value);
  if (value === null || value === undefined) return field.kind === 'list' && field.optional ? texts().everyone : field.kind === 'one' && field.any ? texts().all : texts().none;
  switch (field.kind) {
    case 'number': return amount(field.unit, value);
    case 'one': return wordOf(field.list, value);
    case 'text': return String(value);
    case 'localised': return String(valueAt(value, `/${language.value}`) ?? '');
    case 'areas': return listAt({ value }, '/value').map(areaName).join(', ');
    case 'part': return field.fields.map((inner) => `${nameOf(inner)}: ${valueWords(inner, valueAt(value, inner.at.slice(field.at.length)))}`).join('; ');
    case 'list': return listAt({ value }, '/value').map((item) => itemWords(field.item, item)).join(' · ');
  }
}

export interface ChangeWords {
  readonly what: string;
  readonly from: string;
  readonly to: string;
}
/** "Svarstid: 30 → 60 dagar". */
export function changeWords({ pointer, from, to }: RoutineChangeView): ChangeWords {
  const text = texts();
  const field = fieldAt(pointer);
  if (field === undefined) return { what: pointer, from: JSON.stringify(from), to: JSON.stringify(to) };
  if (field.kind === 'number' && typeof from === 'number' && typeof to === 'number') return { what: nameOf(field), from: String(from), to: amount(field.unit, to) };
  if (field.kind === 'list' && pointer !== field.at) {
    const place = pointer.slice(field.at.length + 1);
    const say = (item: unknown, absent: string, spoken: Language) => (item === null || item === undefined ? absent : itemWords(field.item, item, spoken));
    const words = (spoken: Language) => ({ from: say(from, text.added, spoken), to: say(to, text.removed, spoken) });
    const own = words(language.value);
    // What has changed in the other language alone is shown in that one.
    return { what: `${nameOf(field)}, ${field.ordered ? text.place(Number(place) + 1) : place}`, ...(own.from === own.to ? words(language.value === 'sv' ? 'en' : 'sv') : own) };
  }
  if (field.kind === 'part' && pointer !== field.at) return { what: nameOf(field), from: JSON.stringify(from), to: JSON.stringify(to) };
  if (field.kind === 'localised') return { what: nameOf(field), ...both(from, to) };
  return { what: nameOf(field), from: valueWords(field, from), to: valueWords(field, to) };
}
/** A text that has changed in the other language alone shows that one. */
const both = (from: unknown, to: unknown): { readonly from: string; readonly to: string } => {
  const shown = (value: unknown, key: 'sv' | 'en') => String(partAt({ value }, '/value')[key] ?? '');
  const key = shown(from, language.value) !== shown(to, language.value) ? language.value : language.value === 'sv' ? 'en' : 'sv';
  return { from: shown(from, key), to: shown(to, key) };
};
