import { expect, it } from 'vitest';
import { figuresOf } from '../../../functions/domain/statistics/figures.ts';
import type { Release } from '../../../functions/domain/statistics/release-history.ts';
import { releaseTables } from '../../../functions/use-cases/release-tables.ts';

const ledger = () => {
  const releases: Release[] = [];
  return {
    releases, read: async () => ({ releases: [...releases], next: releases.length + 1 }), row: () => { throw new Error('not asked'); },
    record: async (release: Release) => { releases.push(release); return 'recorded' as const; },
  };
};
const table = (counts: Readonly<Record<string, number>>) => ({
  rows: Object.entries(counts).map(([value, submitted]) => ({ value, figures: figuresOf({ submitted }) })), total: figuresOf({ submitted: 90 }), parts: 'several' as const,
});
const before = { table: { ...table({}), total: figuresOf({}) }, months: { from: '2025-12', to: '2025-12' } };
const read = async (of: ReturnType<typeof ledger>, from: string, to: string, counts: Readonly<Record<string, number>>) => {
  const [, { rows }] = await releaseTables(of, [before, { table: table(counts), months: { from, to } }], { direction: 'outgoing', by: 'causeArea' });
  return Object.fromEntries(rows.map(({ value, figures }) => [value, figures.counts.submitted]));
};

it('writes down a figure that was kept back once it is shown, so that no later one gives away the difference', async () => {
  const kept = ledger();
  expect(await read(kept, '2026-01', '2026-02', { a: 2 })).toEqual({ a: null });
  expect(await read(kept, '2026-01', '2026-02', { a: 6 })).toEqual({ a: 6 });
  // February alone would be one.
  expect(await read(kept, '2026-01', '2026-01', { a: 5 })).toEqual({ a: null });
});
it('writes nothing down of what has left before', async () => {
  const kept = ledger();
  await read(kept, '2026-01', '2026-02', { a: 6, b: 2 });
  const rows = kept.releases.length;
  expect(await read(kept, '2026-01', '2026-02', { a: 7, b: 1 })).toEqual({ a: 6, b: null });
  expect(kept.releases).toHaveLength(rows);
});
