import { describe, expect, test } from 'vitest';
import { crashRun } from './crash-run.ts';
import { seedFrom } from './seeded.ts';

describe('killed −9 under load', () => {
  const seed = seedFrom(process.env['SEED'], 7);

  test(`keeps what was acknowledged, runs each open case once and repeats no mail (SEED=${seed})`, async () => {
    const report = await crashRun({ seed, clients: 3, kills: 10, until: Date.now() + 30_000 });
    expect(report.violations).toEqual([]);
    expect(report.kills).toBeGreaterThan(1);
    expect(report.answered).toBeGreaterThan(0);
  }, 120_000);
});
