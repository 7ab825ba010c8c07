import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OutgoingCase } from '../../../functions/domain/case.ts';
import { caseNumber } from '../../../functions/domain/case-number.ts';
import { countedPeriod } from '../../../functions/domain/statistics/recurrence.ts';
import { keepAggregates } from '../../../functions/use-cases/keep-aggregates.ts';
import { listCases } from '../../../functions/use-cases/list-cases.ts';
import { listSimilarCases } from '../../../functions/use-cases/list-similar-cases.ts';
import type { AccessEntry } from '../../../functions/use-cases/ports.ts';
import { startStores, type Stores } from '../adapters/dynoxide.ts';
import { received } from '../domain/outgoing-case.ts';
import { ekdala, monday, vaxjo } from '../ekdala.ts';

let stores: Stores;
beforeAll(async () => {
  stores = await startStores();
  await stores.registers.write({ ...ekdala, routine: vaxjo });
});
afterAll(() => stores.stop());

const access: AccessEntry = { at: monday, userId: 'maj', principal: 'mas', unitId: 'mas-funktionen', operation: 'test', kind: 'write', caseId: null, patientKey: null };
let serial = 500;
const record = (caseId: string) => ({ dynamodb: { SequenceNumber: String((serial += 1)), ApproximateCreationDateTime: Date.parse(monday) / 1000, Keys: { pk: { S: `CASE#${caseId}` }, sk: { S: 'CASE' } } } });
const keep = (...caseIds: readonly string[]) => keepAggregates(stores, { Records: caseIds.map(record) });
const breachOf = (clauseId: string) => ({ kind: 'agreement', agreementId: 'utskrivning', agreementVersion: 1, clauseId, text: '' }) as const;
const submit = async (clauseId: string, createdAt: string = monday, more: Partial<OutgoingCase> = {}): Promise<string> => {
  const id = randomUUID();
  const next: OutgoingCase = { ...received(), id, number: caseNumber((serial += 1)), createdAt, breach: breachOf(clauseId), externalUnitId: 'norrvik-34', ...more };
  expect(await stores.cases.commit({ case: next, expected: null, events: [], outbox: [], access })).toEqual({ kind: 'written' });
  return id;
};
const change = async (caseId: string, changes: Partial<OutgoingCase>): Promise<void> => {
  const loaded = (await stores.cases.load(caseId))!;
  const before = loaded.case as OutgoingCase;
  await stores.cases.commit({ case: { ...before, ...changes, version: before.version + 1 }, expected: { version: before.version, systemRevision: loaded.systemRevision, chain: loaded.chain }, events: [], outbox: [], access });
};
const mailsOf = async (caseId: string) => ((await stores.documents.send(new QueryCommand({ TableName: 'Cases', KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)', ExpressionAttributeValues: { ':pk': `CASE#${caseId}`, ':sk': 'OUTBOX#' } }))).Items ?? [])
  .map(({ entry }) => entry as { mail?: string; recipient?: { userId?: string } }).filter(({ mail }) => mail === 'recurrence');
const marks = (caseIds: readonly string[]) => Promise.all(caseIds.map(async (id) => (await stores.cases.load(id))!.case.recurrence?.count));
const caller = (userId: string) => ({ userId, now: monday, correlationId: 'c' });

describe('recurrence while it happens (G2)', () => {
  it('is told once a threshold and period, however often and in whatever order the records come, and marks every case', async () => {
    const [one, two] = [await submit('3.2'), await submit('3.2')];
    await keep(one, two, one);
    expect(await marks([one, two])).toEqual([undefined, undefined]);
    const three = await submit('3.2');
    // Two readers of the stream at once, and again.
    await Promise.all([keep(three, one), keep(three)]);
    await keep(two, three, one);
    expect(await marks([one, two, three])).toEqual([3, 3, 3]);
    const told = (await Promise.all([one, two, three].map(mailsOf))).flat();
    expect(told.map(({ recipient }) => recipient?.userId).toSorted()).toEqual([...new Set(told.map(({ recipient }) => recipient?.userId))].toSorted());
    expect(told).toContainEqual(expect.objectContaining({ recipient: { kind: 'user', userId: 'maj' } }));
    // A fourth is marked, and nobody is told again.
    const four = await submit('3.2');
    await keep(four, three);
    expect(await marks([four])).toEqual([4]);
    expect(await mailsOf(four)).toEqual([]);
    // Every one of them says so in a list, until it is about something else.
    const listed = async () => (await listCases(stores as never, { caller: caller('maj'), query: { view: 'inbox' } })).cases.filter(({ recurring }) => recurring).map(({ id }) => id).toSorted();
    expect(await listed()).toEqual([one, two, three, four].toSorted());
    await change(one, { breach: breachOf('4.1') });
    await keep(one);
    expect(await listed()).toEqual([two, three, four].toSorted());
  });

  it('counts neither what was taken back, nor another quarter, clause or counterpart', async () => {
    const [one, two] = [await submit('5.1'), await submit('5.1')];
    const others = [await submit('5.1', '2026-04-01T08:00:00.000Z'), await submit('5.2'), await submit('5.1', monday, { counterpartId: 'bjorken' }), await submit('5.1', monday, { status: 'withdrawn' })];
    await keep(one, two, ...others);
    expect(await marks([one, two, ...others])).toEqual(Array(6).fill(undefined));
  });

  it('shows earlier cases like this one to whoever handles it, those alone that the reader may read', async () => {
    const earlier = await submit('6.1', '2026-01-10T08:00:00.000Z');
    const old = await submit('6.1', '2024-01-10T08:00:00.000Z');
    const other = await submit('6.1', '2026-02-10T08:00:00.000Z', { responsible: 'sas' });
    const one = await submit('6.1');
    await keep(earlier, old, other, one);
    const { kinds, recurrence } = await listSimilarCases(stores as never, { caller: caller('maj'), caseId: one });
    expect(recurrence).toEqual({ count: 3, threshold: 3, per: 'quarter' });
    const clause = kinds.find(({ by }) => by === 'clause')!;
    expect(clause).toMatchObject({ count: 2, value: 'utskrivning~6.1' });
    expect(clause.cases.map(({ id }) => id)).toEqual([earlier]);
    expect(kinds.map(({ by }) => by)).toEqual(['clause', 'category', 'unit']);
    await expect(listSimilarCases(stores as never, { caller: caller('siri'), caseId: one })).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(listSimilarCases(stores as never, { caller: caller('rut'), caseId: one })).rejects.toMatchObject({ code: 'not-found' });
  });

  it.each([
    ['quarter', '2026-03-31T21:59:59.999Z', '2026-01/3'], ['quarter', '2026-03-31T22:00:00.000Z', '2026-04/3'], ['year', '2026-12-31T23:30:00.000Z', '2027-01/12'],
    ['halfYear', '2026-08-01T10:00:00.000Z', '2026-07/6'], ['month', '2026-02-28T22:59:00.000Z', '2026-02/1'],
  ] as const)('a %s in Sweden has %s in %s', (per, at, id) => {
    const period = countedPeriod(per, at);
    expect(period.id).toBe(id);
    expect(period.from <= at && at.slice(0, 19) <= period.to.slice(0, 19)).toBe(true);
  });
});
