import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { headsDocument } from '../../../functions/contracts/chain-heads.ts';
import { Throttled } from '../../../functions/domain/errors.ts';
import { anchorHeads } from '../../../functions/use-cases/anchor-heads.ts';
import type { AnchorPorts, LastDocument, PendingHead } from '../../../functions/use-cases/ports-chain.ts';

const digest = (text: string) => createHash('sha256').update(text).digest('base64url');
const head = (caseId: string, sequence: number): PendingHead => ({ caseId, number: `N-${caseId}`, sequence, digest: `d${sequence}` });
const now = '2026-03-03T01:10:00.000Z';

let pending: Map<string, PendingHead>;
let documents: Map<string, string>;
let last: LastDocument | null;
let failing: string | null;
beforeEach(() => {
  pending = new Map([['a', head('a', 4)], ['b', head('b', 1)]]);
  documents = new Map();
  last = null;
  failing = null;
});
const die = (place: string) => {
  if (failing !== place) return;
  failing = null;
  throw new Throttled();
};
const ports = (): AnchorPorts => ({
  pending: {
    list: async () => [...pending.values()],
    async anchored(heads) {
      die('anchored');
      for (const one of heads) if (pending.get(one.caseId)?.digest === one.digest) pending.delete(one.caseId);
    },
    last: async () => last,
    async setLast(next) { die('last'); last = next; },
  },
  vault: {
    async put(date, text) {
      if (documents.has(date)) return 'exists';
      documents.set(date, text);
      return 'written';
    },
    read: async (date) => documents.get(date)!,
    digest,
  },
  log: { info: () => undefined, warn: () => undefined, error: () => undefined },
});

describe('the day’s heads', () => {
  it('go into one document of the day that has ended, which names the one before by its digest', async () => {
    expect(await anchorHeads(ports(), now)).toEqual({ date: '2026-03-02', heads: 2 });
    expect(pending.size).toBe(0);
    const first = documents.get('2026-03-02')!;
    expect(headsDocument.parse(JSON.parse(first))).toMatchObject({ previous: null, madeAt: now, heads: [head('a', 4), head('b', 1)] });
    pending.set('a', head('a', 6));
    await anchorHeads(ports(), '2026-03-05T01:10:00.000Z');
    expect(headsDocument.parse(JSON.parse(documents.get('2026-03-04')!))).toMatchObject({ previous: { date: '2026-03-02', digest: digest(first) }, heads: [head('a', 6)] });
  });
  it('are written on a day without any, so that a silence is seen', async () => {
    pending.clear();
    expect(await anchorHeads(ports(), now)).toEqual({ date: '2026-03-02', heads: 0 });
    expect(documents.size).toBe(1);
  });
  it.each(['last', 'anchored'])('are never written twice, and none is lost, when the run dies at %s', async (place) => {
    failing = place;
    await expect(anchorHeads(ports(), now)).rejects.toBeInstanceOf(Throttled);
    const written = documents.get('2026-03-02');
    // Meanwhile one case goes on and another begins.
    pending.set('a', head('a', 5)).set('c', head('c', 2));
    await anchorHeads(ports(), now);
    expect(documents.get('2026-03-02')).toBe(written);
    expect([...pending.values()]).toEqual([head('a', 5), head('c', 2)]);
    expect(last).toEqual({ date: '2026-03-02', digest: digest(written!) });
  });
});
