import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Installation } from '../e2e/installation.ts';
import { Story } from '../e2e/story.ts';

/** Clauses on figures. */
describe('figures', () => {
  let at: Installation;
  beforeAll(async () => {
    at = await Installation.start({ now: '2026-11-23T08:00:00Z', routine: 'goteborg' });
    const breach = (clauseId: string) => ({ breach: { kind: 'agreement', agreementId: 'hemgang', agreementVersion: 2, clauseId, text: '' } });
    const reports = [
      ...Array.from({ length: 4 }, () => ({ category: 'dischargeCoordination', harm: 'risk', ...breach('2.1') })), { category: 'medication', harm: 'vardskada' },
      ...Array.from({ length: 3 }, () => ({ category: 'transport', counterpartId: 'sjoland-fardtjanst', medication: undefined })),
    ];
    for (const report of reports) await new Story(at).submitted(report);
    // Months that are over may leave.
    await at.advance('P9D');
    await at.rest();
  }, 180_000);
  afterAll(() => at.stop());

  it('L11b the statistics that leave hold no cell below 3, and none can be reckoned from the rest', { timeout: 120_000 }, async () => {
    const read = async (query: Record<string, string>) => (await at.as('maj', 'read-statistics', { query })).body;
    for (const by of ['month', 'unit', 'counterpart', 'contractor', 'category', 'clause', 'counterpartClause', 'harm', 'causeArea', 'targetGroup', 'legalBasis', 'circumstance', 'ladder']) {
      const { rows, total } = await read({ by, audience: 'outside' });
      for (const { counts } of [...rows, { now: total.now, before: total.before }].flatMap(({ now, before }) => [now, before])) {
        for (const count of Object.values(counts)) expect(count ?? 3, by).toBeGreaterThanOrEqual(3);
      }
    }
    const inside = (await read({ by: 'category' })).rows;
    expect(inside.map(({ value, now }: any) => [value, now.counts.submitted])).toEqual([['dischargeCoordination', 4], ['transport', 3], ['medication', 1]]);
    const outside = await read({ by: 'category', audience: 'outside' });
    // The one stands with another, or the eight would give it away.
    expect(outside.rows.filter(({ now }: any) => now.counts.submitted === null).length + (outside.total.now.counts.submitted === null ? 1 : 0)).toBeGreaterThanOrEqual(2);
    // One unit's table beside the organisation's would tell by subtraction: outside there is the organisation's alone.
    expect((await read({ by: 'category', audience: 'outside', unitId: 'hemsjukvard-norr' })).unitId).toBeNull();
    expect((await at.as('enok', 'read-statistics', { query: { audience: 'outside' } })).status).toBe(403);
  });
});
