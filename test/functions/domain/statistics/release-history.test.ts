import { describe, expect, it } from 'vitest';
import { releasedBeside, type Release } from '../../../../functions/domain/statistics/release-history.ts';

const months = (from: number, to: number) => ({ from: `2026-${String(from).padStart(2, '0')}`, to: `2026-${String(to).padStart(2, '0')}` });
const keys = ['a', 'b', 'c'];
/** Counts of three values by month; a release of a period shows each and their total. */
type Truth = readonly (readonly number[])[];
const sum = (truth: Truth, value: number, from: number, to: number): number => truth.slice(from - 1, to).reduce((all, month) => all + (month[value] ?? 0), 0);
const releaseOf = (truth: Truth, from: number, to: number): Release => ({
  months: months(from, to), sums: [{ total: 'total', parts: keys }],
  cells: [...keys.map((key, index) => ({ key, count: sum(truth, index, from, to) })), { key: 'total', count: keys.reduce((all, _, index) => all + sum(truth, index, from, to), 0) }],
});
const shown = (release: Release) => Object.fromEntries(release.cells.map(({ key, count }) => [key, count]));

describe('What may leave beside what has left (L11)', () => {
  const truth = [[5, 9, 8], [5, 7, 9], [5, 1, 9], [9, 9, 9]];
  it('shows two periods that tell of none between them', () => {
    const first = releasedBeside(releaseOf(truth, 1, 2), []);
    expect(shown(first)).toEqual({ a: 10, b: 16, c: 17, total: 43 });
    expect(shown(releasedBeside(releaseOf(truth, 4, 4), [first]))).toEqual({ a: 9, b: 9, c: 9, total: 27 });
  });
  it('keeps back what the difference between two periods would tell', () => {
    const first = releasedBeside(releaseOf(truth, 1, 2), []);
    const second = shown(releasedBeside(releaseOf(truth, 1, 3), [first]));
    expect(second['b']).toBeNull();
    // Nor from the total and the others.
    expect([second['a'], second['c'], second['total']]).toContain(null);
  });
  it('lets what has left leave again as it left', () => {
    const first = releasedBeside(releaseOf(truth, 1, 2), []);
    const changed = [[6, 9, 8], ...truth.slice(1)];
    expect(shown(releasedBeside(releaseOf(changed, 1, 2), [first]))).toEqual(shown(first));
  });
  it('keeps back cells below the least, and what tells of them', () => {
    expect(shown(releasedBeside(releaseOf([[2, 9, 8]], 1, 1), []))).toEqual({ a: null, b: 9, c: null, total: 19 });
  });

  /** Every world that fits what left must leave each small cell open: tried by changing the truth where nothing shown changes. */
  const random = (seed: number) => () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed / 2147483648;
  };
  /** By elimination of its own: whether the vector lies in the span of the rows. */
  const lies = (rows: number[][], target: number[]): boolean => {
    const left = rows.map((row) => [...row]);
    const wanted = [...target];
    let top = 0;
    for (let column = 0; column < wanted.length; column += 1) {
      const pivot = left.findIndex((row, index) => index >= top && Math.abs(row[column] ?? 0) > 1e-9);
      if (pivot < 0) continue;
      [left[top], left[pivot]] = [left[pivot] as number[], left[top] as number[]];
      const chosen = left[top] as number[];
      const reduce = (row: number[]) => {
        const factor = (row[column] ?? 0) / (chosen[column] ?? 1);
        if (Math.abs(factor) > 1e-9) row.forEach((each, index) => { row[index] = each - factor * (chosen[index] ?? 0); });
      };
      left.forEach((row, index) => index > top && reduce(row));
      reduce(wanted);
      top += 1;
    }
    return wanted.every((each) => Math.abs(each) < 1e-6);
  };
  it.each(Array.from({ length: 60 }, (_, seed) => seed + 1))('seed %i: overlapping releases tell of no cell below three', (seed) => {
    const next = random(seed);
    const world = Array.from({ length: 6 }, () => keys.map(() => Math.floor(next() * 7)));
    const releases: Release[] = [];
    for (let each = 0; each < 4; each += 1) {
      const [one, other] = [1 + Math.floor(next() * 6), 1 + Math.floor(next() * 6)];
      releases.push(releasedBeside(releaseOf(world, Math.min(one, other), Math.max(one, other)), releases));
    }
    expect(releases).toHaveLength(4);
    // Variables: each value in each month.
    const vector = (of: (value: number, month: number) => boolean) => world.flatMap((_, month) => keys.map((_key, value) => (of(value, month + 1) ? 1 : 0)));
    const inside = (release: Release, month: number) => month >= Number(release.months.from.slice(5)) && month <= Number(release.months.to.slice(5));
    const rows = releases.flatMap((release) => release.cells.filter(({ count }) => count !== null).map(({ key }) => vector((value, month) => inside(release, month) && (key === 'total' || keys[value] === key))));
    const told: string[] = [];
    for (let value = 0; value < keys.length; value += 1) {
      for (let from = 1; from <= 6; from += 1) {
        for (let to = from; to <= 6; to += 1) {
          if (sum(world, value, from, to) < 3 && lies(rows, vector((each, month) => each === value && month >= from && month <= to))) told.push(`${keys[value]} ${from}–${to}`);
        }
      }
    }
    expect(told).toEqual([]);
  });
});
