/** One place where two routines differ. `from` and `to` are what stands there: a value, a list, a rule; null: nothing. */
export interface RoutineChange {
  /** JSON pointer into the routine. */
  readonly pointer: string;
  readonly from: unknown;
  readonly to: unknown;
}
type Part = Readonly<Record<string, unknown>>;

/** Each publication has its own. */
const ofThePublication = new Set(['/version', '/validFrom']);
const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null && !Array.isArray(value);
/** A list of rules and the like; nothing at all is an empty one. */
const partsOf = (value: unknown): readonly Part[] | undefined =>
  value === null || value === undefined ? [] : Array.isArray(value) && value.every(isPart) ? value : undefined;
/** A text in both languages is one value. */
const isText = (value: unknown): boolean => isPart(value) && 'sv' in value && 'en' in value;
const nameOf = ({ code, id, documentType }: Part): string | undefined => [code, id, documentType].find((each) => typeof each === 'string');

/** The same content in any order of keys; lists of names are sets. */
const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    const items = value.map(canonical);
    return items.every((item) => typeof item === 'string') ? items.toSorted() : items;
  }
  if (!isPart(value)) return value ?? null;
  return Object.entries(value).filter(([, inner]) => inner !== undefined).toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([key, inner]) => [key, canonical(inner)]);
};
const same = (one: unknown, other: unknown): boolean => JSON.stringify(canonical(one)) === JSON.stringify(canonical(other));

const differences = (pointer: string, from: unknown, to: unknown): readonly RoutineChange[] => {
  if (ofThePublication.has(pointer) || same(from, to)) return [];
  if (isPart(from) && isPart(to) && !isText(from) && !isText(to)) {
    return [...new Set([...Object.keys(from), ...Object.keys(to)])].flatMap((key) => differences(`${pointer}/${key}`, from[key], to[key]));
  }
  const [before, after] = [partsOf(from), partsOf(to)];
  if (before && after && before.length + after.length > 0) return ofLists(pointer, before, after);
  return [{ pointer, from: from ?? null, to: to ?? null }];
};

/** What has a code is followed by it; what goes by its place, as a rule does, is compared place by place. */
const ofLists = (pointer: string, before: readonly Part[], after: readonly Part[]): readonly RoutineChange[] => {
  const named = [...before, ...after].every((part) => nameOf(part) !== undefined);
  if (!named) {
    return Array.from({ length: Math.max(before.length, after.length) }, (_, index) => index)
      .filter((index) => !same(before[index], after[index]))
      .map((index) => ({ pointer: `${pointer}/${index}`, from: before[index] ?? null, to: after[index] ?? null }));
  }
  return [...new Set([...before, ...after].map(nameOf))].flatMap((name) => {
    const [from, to] = [before, after].map((parts) => parts.find((part) => nameOf(part) === name));
    return same(from, to) ? [] : [{ pointer: `${pointer}/${name}`, from: from ?? null, to: to ?? null }];
  });
};

/** In the order in which the routine is written. */
export const routineChanges = (from: unknown, to: unknown): readonly RoutineChange[] => differences('', from, to);
