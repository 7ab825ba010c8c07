import { describe, expect, it } from 'vitest';
import { derivable, hiddenCells, leastCell, type Sum } from '../../../../functions/domain/statistics/disclosure.ts';
import { figuresOf } from '../../../../functions/domain/statistics/figures.ts';
import { released } from '../../../../functions/domain/statistics/release.ts';
import { statisticMeasures } from '../../../../functions/domain/statistics/words.ts';
import { pick, seeded } from '../../seeded.ts';

/** Rows by columns with both margins: what a reader can add up. */
const tableOf = (random: () => number, rows: number, columns: number) => {
  const cells = new Map<string, number>();
  const add = (id: string, count: number): void => void cells.set(id, (cells.get(id) ?? 0) + count);
  const [names, heads] = [Array.from({ length: rows }, (_, each) => `r${each}`), Array.from({ length: columns }, (_, each) => `c${each}`)];
  for (const row of names) {
    for (const head of heads) {
      const count = pick(random, [0, 0, 1, 1, 2, 3, 4, 5, 8, 13, 40]);
      for (const id of [`${row}${head}`, `${row}all`, `all${head}`, 'allall']) add(id, count);
    }
  }
  const sums: Sum[] = [
    ...[...names, 'all'].map((row) => ({ total: `${row}all`, parts: heads.map((head) => `${row}${head}`) })),
    ...[...heads, 'all'].map((head) => ({ total: `all${head}`, parts: names.map((row) => `${row}${head}`) })),
  ];
  return { cells, sums };
};

describe('no cell below 3 leaves (L11)', () => {
  it('not as it stands, nor by subtraction within and between the sums, whatever the table', () => {
    for (let seed = 0; seed < 400; seed += 1) {
      const random = seeded(seed);
      const { cells, sums } = tableOf(random, 1 + Math.floor(random() * 6), 1 + Math.floor(random() * 5));
      const hidden = hiddenCells(cells, sums);
      for (const [id, value] of cells) if (value < leastCell) expect(hidden.has(id), `${seed} ${id}`).toBe(true);
      expect(derivable(hidden, sums), `${seed}`).toEqual([]);
      for (const { total, parts } of sums) {
        if (hidden.has(total)) continue;
        const unknown = parts.filter((part) => hidden.has(part));
        if (unknown.length > 0) expect(unknown.reduce((sum, part) => sum + cells.get(part)!, 0), `${seed} ${total}`).toBeGreaterThanOrEqual(leastCell);
        expect(unknown.length, `${seed} ${total}`).not.toBe(1);
      }
    }
  });
  it('shows all of a table without small cells', () => {
    const cells = new Map([['a', 5], ['b', 3], ['all', 8]]);
    expect(hiddenCells(cells, [{ total: 'all', parts: ['a', 'b'] }]).size).toBe(0);
  });
  it.each([
    ['one small cell takes the smallest other with it', { a: 2, b: 5, c: 9 }, ['a', 'b']],
    ['two that make less than 3 together take a third', { a: 1, b: 1, c: 9, d: 20 }, ['a', 'b', 'c']],
    ['a single row takes its total', { a: 2 }, ['a', 'all']],
  ])('%s', (_, parts, expected) => {
    const cells = new Map(Object.entries({ ...parts, all: Object.values(parts).reduce((sum, each) => sum + each, 0) }));
    expect([...hiddenCells(cells, [{ total: 'all', parts: Object.keys(parts) }])].toSorted()).toEqual(expected);
  });
  it('finds what two tables with a common total tell of each other', () => {
    // x is hidden in both sums beside one other each: their difference alone is known. A third sum of both others gives all of them away.
    const sums: Sum[] = [{ total: 't1', parts: ['x', 'y'] }, { total: 't2', parts: ['x', 'z'] }, { total: 't3', parts: ['y', 'z'] }];
    expect([...derivable(new Set(['x', 'y', 'z']), sums)].toSorted()).toEqual(['x', 'y', 'z']);
    expect(derivable(new Set(['x', 'y', 'z']), sums.slice(0, 2))).toEqual([]);
  });
});

describe('a release', () => {
  const row = (value: string, submitted: number, answered: number, inTime: number) => ({ value, figures: figuresOf({ submitted, answered, answeredInTime: inTime, [`daysToAnswer.9`]: answered }) });
  it('guards what was late as well, and medians of few', () => {
    const table = released({ rows: [row('a', 10, 9, 8), row('b', 12, 2, 2)], total: row('', 22, 11, 10).figures, parts: 'whole' });
    // One was late: in time and answered cannot both stand.
    const [a, b] = table.rows.map(({ figures }) => figures);
    expect(a!.counts.answered === null || a!.counts.answeredInTime === null).toBe(true);
    expect(b).toMatchObject({ counts: { submitted: 12, answered: null }, medianDaysToAnswer: null });
    expect(a!.counts.submitted).toBe(10);
  });
  it('guards those who stand in no row', () => {
    const { rows, total } = released({ rows: [row('a', 10, 0, 0), row('b', 12, 0, 0)], total: row('', 23, 0, 0).figures, parts: 'partly' });
    expect(rows.filter(({ figures }) => figures.counts.submitted === null).length + (total.counts.submitted === null ? 1 : 0)).toBeGreaterThan(0);
  });
  it('never shows a number below 3', () => {
    for (let seed = 0; seed < 60; seed += 1) {
      const random = seeded(seed);
      const rows = Array.from({ length: 1 + Math.floor(random() * 8) }, (_, index) => {
        const answered = pick(random, [0, 1, 2, 3, 5, 9]);
        return row(String(index), answered + pick(random, [0, 1, 4]), answered, Math.floor(random() * (answered + 1)));
      });
      const sum = (measure: 'submitted' | 'answered' | 'answeredInTime') => rows.reduce((all, { figures }) => all + figures.counts[measure], 0);
      const shown = released({ rows, total: row('', sum('submitted'), sum('answered'), sum('answeredInTime')).figures, parts: 'whole' });
      for (const { counts } of [...shown.rows.map(({ figures }) => figures), shown.total]) {
        for (const measure of statisticMeasures) expect(counts[measure] ?? leastCell).toBeGreaterThanOrEqual(leastCell);
        if (counts.answered !== null && counts.answeredInTime !== null) expect(counts.answered - counts.answeredInTime).toBeGreaterThanOrEqual(leastCell);
      }
    }
  });
});
