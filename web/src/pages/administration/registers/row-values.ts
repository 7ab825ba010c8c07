import type { Form, FormValue } from '../../../components/form/use-form.ts';
import type { Field } from './fields.ts';

export type RowForm = Form<string>;
/** How many rows a part of rows shows at least. */
const rowsAtOnce = 1;
export const mostRows = 200;

const at = (value: unknown, path: string): unknown => path.split('.').reduce<unknown>((inner, name) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, name) : undefined), value);
const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** The form of a value; `count-PATH` says how many rows a part of rows has. */
export function formOf(fields: readonly Field[], value: unknown, choicesOf: (field: Field) => readonly string[], prefix = ''): Record<string, FormValue> {
  const values: Record<string, FormValue> = {};
  for (const field of fields) {
    const name = prefix + field.path;
    const found = at(value, field.path);
    if (field.kind === 'flag') values[name] = found === true;
    else if (field.kind === 'choices') {
      const chosen = Array.isArray(found) ? found.map(String) : [];
      for (const option of choicesOf(field)) values[`${name}.${option}`] = chosen.includes(option);
    } else if (field.kind === 'rows') {
      const rows: readonly unknown[] = Array.isArray(found) ? found : [];
      values[`count-${name}`] = String(Math.max(rows.length, field.optional ? 0 : rowsAtOnce));
      for (let index = 0; index < rows.length; index += 1) Object.assign(values, formOf(field.fields ?? [], rows[index], choicesOf, `${name}.${index}.`));
    } else values[name] = text(found);
  }
  return values;
}

export const countOf = (form: RowForm, name: string): number => Number(form.text(`count-${name}`)) || 0;

/** What was typed, over what the row has beside it; empty optional fields are left out. */
export function valueOf(fields: readonly Field[], form: RowForm, before: unknown, choicesOf: (field: Field) => readonly string[], prefix = ''): Record<string, unknown> {
  const value: Record<string, unknown> = typeof before === 'object' && before !== null && !Array.isArray(before) ? { ...before } : {};
  const put = (path: string, found: unknown) => {
    const [head = '', ...rest] = path.split('.');
    if (rest.length === 0) {
      if (found === undefined) delete value[head];
      else value[head] = found;
      return;
    }
    const inner = value[head];
    value[head] = { ...(typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? inner : {}), [rest.join('.')]: found };
  };
  for (const field of fields) {
    const name = prefix + field.path;
    if (field.kind === 'flag') put(field.path, form.flag(name));
    else if (field.kind === 'choices') {
      const chosen = choicesOf(field).filter((option) => form.flag(`${name}.${option}`)).map((option) => (field.path === 'weekdays' ? Number(option) : option));
      put(field.path, chosen.length === 0 && field.optional && field.path !== 'weekdays' ? undefined : chosen);
    } else if (field.kind === 'rows') {
      put(field.path, Array.from({ length: countOf(form, name) }, (_, index) => valueOf(field.fields ?? [], form, undefined, choicesOf, `${name}.${index}.`)));
    } else {
      const typed = form.text(name).trim();
      if (field.kind === 'number') put(field.path, Number(typed));
      else put(field.path, typed === '' && field.optional ? undefined : typed);
    }
  }
  return value;
}

/** The field that a pointer of the answer means. */
export const fieldAt = (pointer: string): string => pointer.replace(/^\/entry\/value\/?/, '').replaceAll('/', '.');
