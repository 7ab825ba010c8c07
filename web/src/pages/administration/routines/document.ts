/** A routine as it is being written: whatever was typed, reached by JSON pointers. */
export type Document = Readonly<Record<string, unknown>>;

const isPart = (value: unknown): value is Document => typeof value === 'object' && value !== null && !Array.isArray(value);
const keysOf = (pointer: string): readonly string[] => pointer.split('/').slice(1);

export const valueAt = (document: unknown, pointer: string): unknown => keysOf(pointer).reduce<unknown>((part, key) => {
  if (Array.isArray(part)) return part[Number(key)];
  return isPart(part) ? part[key] : undefined;
}, document);

/** A copy with another value at one place; undefined takes the place away. */
export const withValue = (document: Document, pointer: string, value: unknown): Document => {
  const changed = put(document, keysOf(pointer), value);
  return isPart(changed) ? changed : document;
};
const put = (part: unknown, [key, ...rest]: readonly string[], value: unknown): unknown => {
  if (key === undefined) return value;
  if (Array.isArray(part)) return part.map((item: unknown, index) => (index === Number(key) ? put(item, rest, value) : item));
  const fields = isPart(part) ? part : {};
  const inner = put(fields[key], rest, value);
  if (inner !== undefined) return { ...fields, [key]: inner };
  const { [key]: _gone, ...kept } = fields;
  return kept;
};

export const listAt = (document: unknown, pointer: string): readonly unknown[] => {
  const value = valueAt(document, pointer);
  return Array.isArray(value) ? value : [];
};
export const partAt = (document: unknown, pointer: string): Document => {
  const value = valueAt(document, pointer);
  return isPart(value) ? value : {};
};

/** A choice made or unmade, in the order of what can be chosen; what is none of that stays, after it. */
export const toggled = (values: readonly string[], chosen: readonly string[], value: string, on: boolean): readonly string[] =>
  [...values, ...chosen.filter((each) => !values.includes(each))].filter((each) => (each === value ? on : chosen.includes(each)));
