import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseAttributes, caseKey } from '../../../functions/adapters/case-row.ts';
import { DynamoHealthStore } from '../../../functions/adapters/health-store.ts';
import { inPendingIndex } from '../../../functions/adapters/pending-index.ts';
import { caseNumber } from '../../../functions/domain/case-number.ts';
import { addHours } from '../../../functions/domain/instant.ts';
import { listExecutions } from '../../../functions/use-cases/list-executions.ts';
import { startStores, type Stores } from '../adapters/dynoxide.ts';
import { inStatus } from '../domain/outgoing-case.ts';
import { ekdala, monday, vaxjo } from '../ekdala.ts';

let stores: Stores;
const many = 2000;
const unitIds = ['hemsjukvard-norr', 'nattpatrull'] as const;
const caller = { userId: 'sixten', now: addHours(monday, 1), correlationId: 't' };

const write = async (items: readonly Record<string, unknown>[]): Promise<void> => {
  for (let from = 0; from < items.length; from += 25) {
    await stores.documents.send(new BatchWriteCommand({ RequestItems: { Cases: items.slice(from, from + 25).map((Item) => ({ PutRequest: { Item } })) } }));
  }
};
/** Each thousandth has stopped, each tenth has ended; every second is the night patrol's. */
const rowOf = (index: number) => {
  const base = inStatus(index % 10 === 0 ? 'closed' : 'sent');
  const made = {
    ...base, id: `many-${index}`, number: caseNumber(index), stopped: index % 1000 === 1, report: { ...base.report, unitId: unitIds[index % 2] ?? '' },
    ...(base.request && { request: { ...base.request, acknowledgeBy: addHours(monday, 1 + index) } }),
  };
  return { ...caseKey(made.id), ...caseAttributes(made, null), systemRevision: 0 };
};
beforeAll(async () => {
  stores = await startStores();
  await stores.registers.write({ ...ekdala, routine: vaxjo });
  await write(Array.from({ length: many }, (_, index) => rowOf(index)));
});
afterAll(() => stores.stop());

const all = async (query: Parameters<typeof listExecutions>[1]['query']) => {
  const ids: string[] = [];
  let cursor: string | undefined;
  let pages = 0;
  do {
    const page = await listExecutions(stores, { caller, query: { ...query, limit: '100', cursor } });
    ids.push(...page.executions.map(({ id }) => id));
    expect(page.executions.length).toBeLessThanOrEqual(100);
    cursor = page.cursor ?? undefined;
    pages += 1;
  } while (cursor !== undefined);
  return { ids, pages };
};

describe('two thousand executions', () => {
  it('come in pages, each once, soonest first', async () => {
    const { ids, pages } = await all({ filter: 'open' });
    expect(ids).toHaveLength(1800);
    expect(new Set(ids).size).toBe(1800);
    expect(pages).toBe(18);
    expect(ids.slice(0, 3)).toEqual(['many-1-2', 'many-2-2', 'many-3-2'].map((id) => id.replace(/-2$/, `-${inStatus('sent').generation}`)));
  });
  it.each([
    ['ended', undefined, 200], ['stopped', undefined, 2], ['stopped', 'nattpatrull', 2], ['stopped', 'hemsjukvard-norr', 0],
    ['open', 'nattpatrull', 1000], ['ended', 'hemsjukvard-norr', 200], ['ended', 'nattpatrull', 0],
  ] as const)('%s of the unit %s: %i', async (filter, unit, expected) => {
    const { ids } = await all({ filter, ...(unit && { unit }) });
    expect(ids).toHaveLength(expected);
    expect(new Set(ids).size).toBe(expected);
  });
  it('are found by number, and by nobody who does not watch', async () => {
    const found = await listExecutions(stores, { caller, query: { number: caseNumber(4711) } });
    expect(found.executions).toEqual([]);
    await expect(listExecutions(stores, { caller: { ...caller, userId: 'siri' }, query: {} })).rejects.toMatchObject({ code: 'not-allowed' });
  });
});

describe('what hangs', () => {
  const pk = 'CASE#many-2';
  const at = (hours: number) => addHours(monday, hours);
  it('is counted from the sparse index, partition by partition', async () => {
    const generation = inStatus('sent').generation;
    const wait = (caseId: string, until: string) => ({ pk: `CASE#${caseId}`, sk: 'WAIT', caseId, awaits: 'reply', generation, ...inPendingIndex('wait', until, caseId) });
    await write([
      ...Array.from({ length: 1200 }, (_, index) => ({ pk, sk: `OUTBOX#${index}`, caseId: 'many-2', entry: { kind: index < 1000 && index % 2 === 0 ? 'mail' : 'start' }, ...inPendingIndex('outbox', at(index), 'many-2') })),
      { pk, sk: 'MAIL#a', caseId: 'many-2', mail: 'request', ...inPendingIndex('sending', at(1), 'many-2') },
      { pk, sk: 'MAIL#b', caseId: 'many-2', mail: 'request', ...inPendingIndex('sending', at(9), 'many-2') },
      { pk, sk: 'MAIL#c', caseId: 'many-2', mail: 'reminder', ...inPendingIndex('failed', at(2), 'many-2') },
      { pk, sk: 'BOUNCE#d', caseId: 'many-2', mail: 'closed', ...inPendingIndex('bounced', at(-800), 'many-2') },
      // Late; late but stopped; late but ended; still to come.
      wait('many-3', at(1)), wait('many-1001', at(1)), wait('many-10', at(1)), wait('many-5', at(7)), wait('many-6', at(8)),
    ]);
    const health = new DynamoHealthStore(stores.documents, () => 'Cases');
    expect(await health.outbox()).toEqual({ pending: 1000, mails: 500, more: true, oldestAt: at(0) });
    expect(await health.uncertainMails(at(3))).toEqual({ count: 1, more: false, newest: [{ caseId: 'many-2', number: caseNumber(2), generation, what: 'request', at: at(1) }] });
    expect(await health.failedMails(at(-720))).toMatchObject({ count: 1, newest: [{ what: 'reminder' }] });
    expect(await health.bouncedMails(at(-720))).toEqual({ count: 0, more: false, newest: [] });
    expect(await health.overdueWaits(at(3))).toMatchObject({ count: 1, more: false, newest: [{ caseId: 'many-3', what: 'reply' }] });
    expect(await health.nextWait(at(3))).toBe(at(7));
  });
});
