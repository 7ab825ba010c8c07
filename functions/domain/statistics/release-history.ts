import { leastCell, type Sum } from './disclosure.ts';
import type { Months } from './months.ts';

/** A figure by the name of what it counts: `outgoing|category|medication|submitted`. `count` null: kept back. */
export interface ReleasedCell {
  readonly key: string;
  readonly count: number | null;
}
/** Figures that leave, or have left, for a period; and the sums among them that anybody can reckon with, in every part of the period. */
export interface Release {
  readonly months: Months;
  readonly cells: readonly ReleasedCell[];
  /** By keys of cells; a part that no cell shows is a figure too. */
  readonly sums: readonly Sum[];
}

const tolerance = 1e-6;
type Row = Map<string, number>;
const constant = '=';
const entry = (key: string, segment: number): string => `${segment}@${key}`;

/** Months as numbers, the end not included. */
const bounds = ({ from, to }: Months): readonly [number, number] => {
  const number = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
  return [number(from), number(to) + 1];
};

const subtract = (from: Row, row: Row, factor: number): void => {
  for (const [name, each] of row) {
    const left = (from.get(name) ?? 0) - factor * each;
    if (Math.abs(left) < tolerance && name !== constant) from.delete(name);
    else from.set(name, left);
  }
};

/** What is known, as rows by a leading entry that no other row holds. */
class Echelon {
  readonly #rows = new Map<string, Row>();

  /** What is left of a row when all that is known is taken from it. */
  reduce(row: Row): Row {
    const left = new Map(row);
    // No row holds the leading entry of another: each is taken away once.
    for (const [name, factor] of row) {
      const known = this.#rows.get(name);
      if (known !== undefined) subtract(left, known, factor);
      if (known !== undefined) left.delete(name);
    }
    return left;
  }
  /** The value of a sum of figures, where it follows from what is known. */
  valueOf(target: Row): number | null {
    const left = this.reduce(target);
    return [...left].some(([name, factor]) => name !== constant && Math.abs(factor) >= tolerance) ? null : left.get(constant) ?? 0;
  }

  add(row: Row): void {
    const left = this.reduce(row);
    const [lead] = [...left].filter(([name, factor]) => name !== constant && Math.abs(factor) >= tolerance).toSorted(([one], [other]) => (one < other ? -1 : 1));
    if (lead === undefined) return;
    const [name, by] = lead;
    const scaled: Row = new Map([...left].map(([other, each]) => [other, each / by]));
    for (const known of this.#rows.values()) {
      const factor = known.get(name);
      if (factor === undefined) continue;
      subtract(known, scaled, factor);
      known.delete(name);
    }
    this.#rows.set(name, scaled);
  }
}

/** Keys that have to do with each other, through sums. */
const families = (releases: readonly Release[]): ReadonlyMap<string, string> => {
  const parent = new Map<string, string>();
  const rootOf = (key: string): string => {
    let at = key;
    for (let next = parent.get(at); next !== undefined && next !== at; next = parent.get(at)) at = next;
    return at;
  };
  for (const { cells, sums } of releases) {
    for (const { key } of cells) if (!parent.has(key)) parent.set(key, key);
    for (const { total, parts } of sums) for (const part of parts) parent.set(rootOf(part), rootOf(total));
  }
  return new Map([...parent.keys()].map((key) => [key, rootOf(key)]));
};

/** All that anybody can reckon from what releases show of these keys, between these points in time. */
const knownFrom = (concerned: readonly Release[], keys: ReadonlySet<string>, points: readonly number[]): Echelon => {
  const segmentsOf = (months: Months): readonly number[] => {
    const [from, to] = bounds(months);
    return points.flatMap((point, index) => (point >= from && point < to ? [index] : []));
  };
  const known = new Echelon();
  const row = (parts: readonly (readonly [string, number])[], count: number): Row => new Map([...parts, [constant, -count]]);
  for (const { months, sums } of concerned) {
    const segments = segmentsOf(months);
    for (const { total, parts } of sums) {
      if (!keys.has(total)) continue;
      for (const segment of segments) known.add(row([[entry(total, segment), -1], ...parts.map((part) => [entry(part, segment), 1] as const)], 0));
    }
  }
  for (const { months, cells } of concerned) {
    const segments = segmentsOf(months);
    for (const { key, count } of cells) if (count !== null && keys.has(key)) known.add(row(segments.map((segment) => [entry(key, segment), 1]), count));
  }
  return known;
};

/** Of each sum the parts that are kept back, where there are several: together they may still be too few. */
const heldBack = ({ cells, sums }: Release): readonly (readonly string[])[] => {
  const shown = new Set(cells.flatMap(({ key, count }) => (count === null ? [] : [key])));
  return sums.map(({ parts }) => parts.filter((part) => !shown.has(part))).filter((parts) => parts.length > 1);
};

/** The key of the smallest figure below the least that follows from the releases, and not from the earlier ones alone: over any months in a row. Null: there is none. */
const smallestTelling = (fresh: Release, earlier: readonly Release[], keys: ReadonlySet<string>): string | null => {
  const before = earlier.filter(({ cells }) => cells.some(({ key }) => keys.has(key)));
  const points = [...new Set([fresh, ...before].flatMap(({ months }) => bounds(months)))].toSorted((one, other) => one - other);
  const known = knownFrom([...before, fresh], keys, points);
  const knownBefore = knownFrom(before, keys, points);
  let found: { readonly key: string; readonly count: number } | null = null;
  for (const key of keys) {
    for (let first = 0; first < points.length - 1; first += 1) {
      for (let last = first; last < points.length - 1; last += 1) {
        const target: Row = new Map(Array.from({ length: last - first + 1 }, (_, index) => [entry(key, first + index), 1]));
        const count = known.valueOf(target);
        if (count === null || count >= leastCell - tolerance || (found !== null && count >= found.count) || knownBefore.valueOf(target) !== null) continue;
        found = { key, count };
      }
    }
  }
  const [from, to] = bounds(fresh.months);
  const segments = points.flatMap((point, index) => (point >= from && point < to ? [index] : []));
  for (const parts of heldBack(fresh)) {
    const [first] = parts;
    if (first === undefined || !keys.has(first)) continue;
    const count = known.valueOf(new Map(parts.flatMap((part) => segments.map((segment) => [entry(part, segment), 1] as const))));
    if (count !== null && count < leastCell - tolerance && (found === null || count < found.count)) found = { key: first, count };
  }
  return found?.key ?? null;
};

/**
 * L11: what may leave beside all that has left. A figure that has left before leaves as it left then; of the others as many
 * are kept back, the smallest first, as it takes that nobody can reckon a figure below the least, over any months in a row,
 * by laying releases side by side. What has left cannot be taken back.
 */
export const releasedBeside = (fresh: Release, earlier: readonly Release[]): Release => {
  const before = new Map(earlier.flatMap(({ months, cells }) => cells.map(({ key, count }) => [`${key} ${months.from} ${months.to}`, count] as const)).filter(([, count]) => count !== null));
  const same = ({ key, count }: ReleasedCell): ReleasedCell => ({ key, count: count === null ? null : before.get(`${key} ${fresh.months.from} ${fresh.months.to}`) ?? count });
  let release: Release = { ...fresh, cells: fresh.cells.map(same).map((cell) => (cell.count !== null && cell.count < leastCell ? { ...cell, count: null } : cell)) };
  const roots = families([...earlier, release]);
  for (const root of new Set(roots.values())) {
    const keys = new Set([...roots].flatMap(([key, of]) => (of === root ? [key] : [])));
    if (!release.cells.some(({ key }) => keys.has(key))) continue;
    for (let telling = smallestTelling(release, earlier, keys); telling !== null; telling = smallestTelling(release, earlier, keys)) {
      const shown = release.cells.filter(({ key, count }) => count !== null && keys.has(key));
      const [smallest] = [...shown.filter(({ key }) => key === telling), ...shown.filter(({ key }) => key !== telling).toSorted((one, other) => (one.count ?? 0) - (other.count ?? 0))];
      if (smallest === undefined) break;
      release = { ...release, cells: release.cells.map((cell) => (cell.key === smallest.key ? { ...cell, count: null } : cell)) };
    }
  }
  return release;
};
