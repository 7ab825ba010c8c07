import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { DynamoReleaseLedger } from '../../../functions/adapters/release-ledger.ts';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OutgoingCase as Case } from '../../../functions/domain/case.ts';
import { caseNumber } from '../../../functions/domain/case-number.ts';
import { contributionChanges, contributionOf, valuesOf, withChanges } from '../../../functions/domain/statistics/contribution.ts';
import { groupCounted } from '../../../functions/domain/statistics/words.ts';
import { medianOf, sumOf } from '../../../functions/domain/statistics/figures.ts';
import { monthsBefore, monthsOf } from '../../../functions/domain/statistics/months.ts';
import { keepAggregates } from '../../../functions/use-cases/keep-aggregates.ts';
import { readStatistics } from '../../../functions/use-cases/read-statistics.ts';
import { nextRecomputation } from '../../../functions/domain/statistics/recomputation.ts';
import { recomputeStatistics } from '../../../functions/use-cases/recompute-statistics.ts';
import type { AccessEntry } from '../../../functions/use-cases/ports.ts';
import { startStores, type Stores } from '../adapters/dynoxide.ts';
import { acknowledged, answered, received, sent } from '../domain/outgoing-case.ts';
import { ekdala, monday, vaxjo } from '../ekdala.ts';
import { pick, seeded } from '../seeded.ts';

let stores: Stores;
beforeAll(async () => { stores = await startStores(); });
afterAll(() => stores.stop());

const access: AccessEntry = { at: monday, userId: 'maj', principal: 'mas', unitId: 'mas-funktionen', operation: 'test', kind: 'write', caseId: null, patientKey: null };
const keptBy = { read: () => Promise.resolve(ekdala), routine: () => Promise.resolve(vaxjo) } as unknown as Stores['registers'];
let serial = 0;
const record = (pk: string, sk: string) => ({ dynamodb: { SequenceNumber: String((serial += 1)), ApproximateCreationDateTime: Date.parse(monday) / 1000, Keys: { pk: { S: pk }, sk: { S: sk } } } });
const ofCase = (caseId: string) => record(`CASE#${caseId}`, 'CASE');
const step = () => record('AGGREGATES', 'RECOMPUTATION');
const keep = (...records: readonly ReturnType<typeof record>[]) => keepAggregates({ aggregates: stores.aggregates, cases: stores.cases, registers: keptBy }, { Records: [...records] });
/** As the stream does: each step that was written brings the next. */
const allSteps = async (): Promise<void> => {
  for (let revision = -1; ;) {
    const now = (await stores.aggregates.recomputation())?.revision ?? 0;
    if (now === revision) return;
    revision = now;
    await keep(step());
  }
};
/** All figures of the generation in force, summed over shards, without rows that came to nothing. */
const figures = async (): Promise<Record<string, Record<string, number>>> => {
  const { current } = (await stores.aggregates.recomputation())!;
  const items = (await stores.documents.send(new ScanCommand({ TableName: 'Cases', FilterExpression: 'begins_with(pk, :pk)', ExpressionAttributeValues: { ':pk': `AGGREGATE#${current}#` } }))).Items ?? [];
  const rows: Record<string, Record<string, number>> = {};
  for (const { pk, sk, ...counts } of items) {
    const row = `${String(pk).split('#')[2]}|${String(sk).replace(/\|\d$/, '')}`;
    rows[row] = { ...sumOf([rows[row] ?? {}, counts as Record<string, number>]) };
  }
  return clean(rows);
};
const clean = (rows: Record<string, Record<string, number>>) => Object.fromEntries(Object.entries(rows).flatMap(([row, counts]) => {
  const left = Object.entries(counts).filter(([, count]) => count !== 0).toSorted();
  return left.length === 0 ? [] : [[row, Object.fromEntries(left)]];
}).toSorted());
const expectedOf = (cases: readonly Case[]) => {
  const rows: Record<string, Record<string, number>> = {};
  for (const concerned of cases) for (const [row, counts] of contributionOf(concerned)) rows[row] = { ...sumOf([rows[row] ?? {}, counts]) };
  return clean(rows);
};

/** A life in any order of states: reopening, other categories and counterparts among them. */
const states: ((random: () => number) => Case)[] = [received, sent, acknowledged, answered, () => ({ ...answered(), status: 'closed', closedAt: '2026-04-02T09:00:00.000Z' })];
const someState = (random: () => number, kept: Case | null): Case => {
  const made = pick(random, states)(random);
  const counterpartId = pick(random, ['sjoland', 'linden', 'bjorken']);
  return {
    ...made, counterpartId, overdue: random() < 0.2, report: { ...made.report, category: pick(random, ['medication', 'testing', 'transport']), harm: pick(random, ['risk', 'vardskada']) },
    ...(random() < 0.5 && { breach: { kind: 'agreement', agreementId: 'avtal', agreementVersion: 1, clauseId: pick(random, ['a', 'b']), text: '' } }),
    ...(random() < 0.5 && { classification: { targetGroup: pick(random, ['childrenYouth', 'olderPeople', null]), causeAreas: pick(random, [[], ['trainingCompetence'], ['trainingCompetence', 'proceduresRoutines']] as const) } }),
    createdAt: kept?.createdAt ?? pick(random, ['2026-01-15T09:00:00.000Z', monday, '2026-03-31T22:30:00.000Z']),
  };
};

describe('figures that the stream keeps', () => {
  it('are the sum over the cases, under duplicated, reordered and lost records, and the same when made anew', async () => {
    const random = seeded(7);
    const cases: Case[] = [];
    const pending: string[] = [];
    for (let turn = 0; turn < 90; turn += 1) {
      const old = cases.length > 0 && random() < 0.7 ? pick(random, cases) : null;
      const next: Case = old === null
        ? { ...someState(random, null), id: randomUUID(), number: caseNumber((serial += 1)), version: 1 }
        : { ...someState(random, old), id: old.id, number: old.number, version: old.version + 1 };
      const seen = old === null ? undefined : await stores.cases.load(old.id);
      expect(await stores.cases.commit({ case: next, expected: old === null || seen === undefined ? null : { version: old.version, systemRevision: seen.systemRevision, chain: seen.chain }, events: [], outbox: [], access })).toEqual({ kind: 'written' });
      if (old === null) cases.push(next);
      else cases[cases.indexOf(old)] = next;
      pending.push(next.id, ...(random() < 0.3 ? [next.id] : []));
      if (random() < 0.3) {
        const shuffled = pending.splice(0).toSorted(() => random() - 0.5);
        // Two readers of the stream at once, with some of the same.
        await Promise.all([keep(...shuffled.map(ofCase)), keep(...shuffled.slice(0, 3).map(ofCase))]);
        if (random() < 0.3) await keep(...shuffled.map(ofCase));
      }
      if (random() < 0.1) await keep(step(), step());
      if (turn === 50) {
        await allSteps();
        await stores.aggregates.putRecomputation(nextRecomputation((await stores.aggregates.recomputation())!, monday));
      }
    }
    await keep(...pending.map(ofCase));
    await allSteps();
    expect(cases.length).toBeGreaterThan(20);
    const kept = await figures();
    expect(kept).toEqual(expectedOf(cases));

    const last = (await stores.aggregates.recomputation())!;
    const registers = { ...stores.registers, read: () => Promise.resolve(ekdala), activeRoutine: () => Promise.resolve(vaxjo) } as unknown as Stores['registers'];
    const ask = (userId: string) => recomputeStatistics({ registers, aggregates: stores.aggregates, releases: new DynamoReleaseLedger(stores.documents, () => 'Cases') }, { caller: { userId, now: monday, correlationId: 'c' } });
    await expect(ask('maj')).rejects.toMatchObject({ code: 'not-allowed' });
    await ask('sixten');
    // While it is made anew, a case goes on.
    await keep(step());
    await keep(...cases.slice(0, 5).map(({ id }) => ofCase(id)));
    await allSteps();
    expect(await stores.aggregates.recomputation()).toMatchObject({ current: last.current + 1, building: null, clearing: null, done: cases.length });
    expect(await figures()).toEqual(kept);
    const rest = (await stores.documents.send(new ScanCommand({ TableName: 'Cases', FilterExpression: 'begins_with(pk, :pk)', ExpressionAttributeValues: { ':pk': `AGGREGATE#${last.current}#` } }))).Items;
    expect(rest).toEqual([]);
  }, 60_000);

  it('are read by period, beside the one before, and for outside without small cells', async () => {
    const registers = { ...stores.registers, read: () => Promise.resolve(ekdala), activeRoutine: () => Promise.resolve(vaxjo) } as unknown as Stores['registers'];
    const read = (userId: string, query: object) => readStatistics({ registers, aggregates: stores.aggregates, releases: new DynamoReleaseLedger(stores.documents, () => 'Cases') }, { caller: { userId, now: later, correlationId: 'c' }, query: { direction: 'outgoing', by: 'category', audience: 'inside', ...query } });
    const later = '2026-04-20T08:00:00.000Z';
    const march = await read('maj', { from: '2026-03', to: '2026-04' });
    expect(march).toMatchObject({ period: { from: '2026-03', to: '2026-04' }, before: { from: '2026-01', to: '2026-02' }, everyUnit: true, unitId: null, incomplete: false });
    const sum = march.rows.reduce((all, { now }) => all + now.counts.submitted!, 0);
    expect(sum).toBe(march.total.now.counts.submitted);
    expect(sum).toBeGreaterThan(0);
    const outside = await read('maj', { from: '2026-03', to: '2026-04', audience: 'outside' });
    // April is under way.
    expect(outside.period).toEqual({ from: '2026-03', to: '2026-03' });
    expect((await read('maj', { from: '2026-04', audience: 'outside' })).period).toEqual({ from: '2026-03', to: '2026-03' });
    expect((await read('maj', { audience: 'outside' })).period).toEqual({ from: '2025-04', to: '2026-03' });
    for (const { now, before } of outside.rows) for (const count of [...Object.values(now.counts), ...Object.values(before.counts)]) expect(count ?? 3).toBeGreaterThanOrEqual(3);
    expect((await read('enok', {})).unitId).toBe('hemsjukvard-norr');
    await expect(read('enok', { unitId: 'rehab' })).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(read('enok', { audience: 'outside' })).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(read('siri', {})).rejects.toMatchObject({ code: 'not-allowed' });
  });
});

describe('a case’s contribution', () => {
  it('counts each thing in the month it happened, by unit and for all', () => {
    const rows = contributionOf({ ...answered(), createdAt: '2026-02-28T23:30:00.000Z' });
    expect(rows.get('2026-03|all|outgoing|all|')).toEqual({ submitted: 1, sent: 1, acknowledged: 1, acknowledgedInTime: 1, 'daysToAcknowledge.2': 1, answered: 1, answeredInTime: 1, 'daysToAnswer.12': 1 });
    expect(rows.get('2026-03|hemsjukvard-norr|outgoing|counterpart|sjoland')?.['submitted']).toBe(1);
  });
  it('tells shortfalls by target group, of what was sent and stands alone (G2, G4)', () => {
    const breach = { kind: 'agreement', agreementId: 'utskrivning', agreementVersion: 1, clauseId: '3.2', text: '' } as const;
    const shortfalls = (concerned: Case) => [...contributionOf(concerned)].flatMap(([row, counts]) => (row.split('|')[3] === 'shortfall' ? [[row.split('|')[1], row.split('|')[4], counts]] : []));
    const base: Case = { ...sent(), breach };
    expect(shortfalls(base)).toEqual([['all', 'sjoland~utskrivning~3.2', { unknown: 1 }]]);
    expect(shortfalls({ ...base, report: { ...base.report, targetGroup: 'olderPeople' } })).toEqual([['all', 'sjoland~utskrivning~3.2', { olderPeople: 1 }]]);
    expect([groupCounted('olderPeople'), groupCounted('unknown')]).toEqual(['olderPeople', null]);
    // What the handler settles counts, also that nobody knows.
    expect(shortfalls({ ...base, report: { ...base.report, targetGroup: 'olderPeople' }, classification: { targetGroup: null, causeAreas: [] } })).toEqual([['all', 'sjoland~utskrivning~3.2', { unknown: 1 }]]);
    expect(shortfalls({ ...base, status: 'withdrawn' })).toEqual([]);
    expect(shortfalls({ ...received(), breach })).toEqual([]);
  });
  it('tells causes of a reply, how far a case was raised, and its disputes', () => {
    const values = valuesOf({ ...answered(), classification: { targetGroup: 'other', causeAreas: ['trainingCompetence', 'proceduresRoutines'] } });
    expect(values).toMatchObject({ causeArea: ['trainingCompetence', 'proceduresRoutines'], targetGroup: ['other'], ladder: [] });
    const visit = (stage: 'lineManagers' | 'administrationHeads') => ({ number: 1, stage, enteredAt: monday, dueAt: monday, by: 'maj', reason: '' });
    const disputes = [{ number: 1, subject: 'cost', about: '', counterpartId: 'sjoland', amount: null, owner: { kind: 'user', userId: 'maj' }, visits: [visit('lineManagers'), visit('administrationHeads')], openedAt: monday, openedBy: 'maj' }] as const;
    const escalation = { stations: [1, 2, 3].map((level) => ({ climb: 1, level, groupIds: [], from: monday })) } as unknown as NonNullable<Case['escalation']>;
    expect(valuesOf({ ...answered(), disputes, escalation }).ladder).toEqual(['level-3', 'dispute-administrationHeads']);
  });
  it('changes by nothing but the difference', () => {
    const [before, after] = [contributionOf(sent()), contributionOf(answered())];
    expect(withChanges(before, contributionChanges(before, after))).toEqual(after);
    expect(contributionChanges(after, after).size).toBe(0);
    expect(withChanges(after, contributionChanges(after, new Map())).size).toBe(0);
  });
  it('knows medians and periods', () => {
    expect(medianOf({ 'daysToAnswer.3': 2, 'daysToAnswer.20': 1, 'daysToAcknowledge.1': 9 }, 'daysToAnswer')).toBe(3);
    expect(medianOf({}, 'daysToAnswer')).toBeNull();
    expect(monthsBefore({ from: '2026-01', to: '2026-03' })).toEqual({ from: '2025-10', to: '2025-12' });
    expect(monthsOf({ from: '2025-12', to: '2026-01' })).toEqual(['2025-12', '2026-01']);
  });
});
