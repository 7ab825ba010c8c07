import { PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DynamoArchiveStore } from '../../../functions/adapters/archive-store.ts';
import { accessLogEraser } from '../../../functions/adapters/access-log-eraser.ts';
import { DynamoErasureStore } from '../../../functions/adapters/erasure-store.ts';
import { DynamoLegalHoldStore } from '../../../functions/adapters/legal-hold-store.ts';
import { DynamoRetentionStore } from '../../../functions/adapters/retention-store.ts';
import { chainedCaseRow, chainedEventRow, chainBreaks, erasingRun } from '../../../functions/contracts/chain-heads.ts';
import { caseNumber } from '../../../functions/domain/case-number.ts';
import type { CaseEvent, OutgoingCase } from '../../../functions/domain/case.ts';
import { Throttled } from '../../../functions/domain/errors.ts';
import type { RetentionRoutine, RetentionRule } from '../../../functions/domain/keeping/retention.ts';
import { eraseRetired } from '../../../functions/use-cases/erase-retired.ts';
import { exemptFromRetention } from '../../../functions/use-cases/exempt-from-retention.ts';
import { keepAggregates } from '../../../functions/use-cases/keep-aggregates.ts';
import { placeLegalHold } from '../../../functions/use-cases/place-legal-hold.ts';
import type { ErasePorts, RetentionPorts } from '../../../functions/use-cases/ports-retention.ts';
import type { AccessEntry } from '../../../functions/use-cases/ports.ts';
import { readRetentionRun } from '../../../functions/use-cases/read-retention-run.ts';
import { releaseLegalHold } from '../../../functions/use-cases/release-legal-hold.ts';
import { reportRetention } from '../../../functions/use-cases/report-retention.ts';
import { signOffRetention } from '../../../functions/use-cases/sign-off-retention.ts';
import { nextRecomputation } from '../../../functions/domain/statistics/recomputation.ts';
import { sumOf } from '../../../functions/domain/statistics/figures.ts';
import { startStores, type Stores } from '../adapters/dynoxide.ts';
import { answered } from '../domain/outgoing-case.ts';
import { ekdala, monday, vaxjo } from '../ekdala.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url');
const rule = (documentType: RetentionRule['documentType'], keepMonths: number, more: Partial<RetentionRule> = {}): RetentionRule =>
  ({ documentType, from: documentType === 'accessLog' ? 'entry' : 'closing', keepMonths, ending: 'erase', ground: 'EK-DHP 2024:7', ...more });
const keeping = (...rules: RetentionRule[]): RetentionRoutine => ({ told: 'systemAdministrator', signOff: 'mas', graceDays: 30, rules });

let stores: Stores;
let ports: RetentionPorts & ErasePorts;
let retention: RetentionRoutine | null;
let erasedFiles: string[] = [];
let failing: 'files' | 'clear' | null = null;
let serial = 0;
beforeAll(async () => {
  stores = await startStores();
  const tables = { cases: () => 'Cases', patientReferences: () => 'PatientReferences', accessLog: () => 'AccessLog' };
  const erasure = new DynamoErasureStore(stores.documents, tables);
  const clear = erasure.clear.bind(erasure);
  erasure.clear = (...all) => (failing === 'clear' ? die() : clear(...all));
  ports = {
    cases: stores.cases, accessLog: stores.accessLog, aggregates: stores.aggregates, identifiers: stores.identifiers, erasure,
    registers: { read: async () => ekdala, activeRoutine: async () => ({ ...vaxjo, retention }), routine: async () => vaxjo } as unknown as RetentionPorts['registers'],
    retention: new DynamoRetentionStore(stores.documents, tables), holds: new DynamoLegalHoldStore(stores.documents, tables.cases),
    files: { eraseFiles: async (caseId) => { if (failing === 'files') await die(); erasedFiles.push(caseId); } }, access: accessLogEraser(stores.documents, tables.accessLog),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  };
});
afterAll(() => stores.stop());
const die = (): Promise<never> => {
  failing = null;
  throw new Throttled();
};

const access: AccessEntry = { at: monday, userId: 'maj', principal: 'mas', unitId: 'mas-funktionen', operation: 'test', kind: 'write', caseId: null, patientKey: null };
const endedCase = async (closedAt: string, patientKey: string | null = null, more: Partial<OutgoingCase> = {}): Promise<OutgoingCase> => {
  const made: OutgoingCase = { ...answered(), status: 'closed', closedAt, id: randomUUID(), number: caseNumber((serial += 1)), version: 1, hasPatientReference: patientKey !== null, ...more };
  const event = (id: string, at: string): CaseEvent => ({ id, caseId: made.id, at, type: 'noteAdded', actor: 'maj', detail: { text: 'HEMLIGT om Anna' } });
  expect(await stores.cases.commit({
    case: made, expected: null, events: [event('v1', monday), event('v2', closedAt)], outbox: [], access: { ...access, patientKey }, assigns: ['enok'],
    ...(patientKey !== null && { patientReference: { reference: '19121212-1212', protectedIdentity: false, patientKey } }),
    alongside: [{ kind: 'put', row: { pk: `CASE#${made.id}`, sk: 'MAIL#m1', mail: 'closed' } }, { kind: 'put', row: { pk: `REPLYDRAFT#${made.id}`, sk: 'UNIT#x', draft: 'HEMLIGT' } }],
  })).toEqual({ kind: 'written' });
  const SequenceNumber = String((serial += 1));
  await keepAggregates(ports, { Records: [{ dynamodb: { SequenceNumber, ApproximateCreationDateTime: Date.parse(monday) / 1000, Keys: { pk: { S: `CASE#${made.id}` }, sk: { S: 'CASE' } } } }] });
  return made;
};
const caller = (userId: string, now: string) => ({ userId, now, correlationId: 'c' });
const key = () => ({ key: randomUUID(), bodyHash: 'h' });
const read = (now: string, runId = now.slice(0, 7)) => readRetentionRun(ports, { caller: caller('maj', now), query: {}, runId });
const sign = async (now: string, kind: 'sign' | 'withdraw' = 'sign', userId = 'maj') =>
  signOffRetention(ports, { caller: caller(userId, now), idempotency: key(), runId: now.slice(0, 7), body: { version: (await read(now)).version, kind, note: '' } });
const hold = (now: string, scope: 'case' | 'patient', number: string, userId = 'maj') => placeLegalHold(ports, { caller: caller(userId, now), idempotency: key(), body: { scope, number, reason: 'tillsyn', until: null } });
const allRows = async (): Promise<readonly Record<string, any>[]> => {
  const tables = await Promise.all(['Cases', 'PatientReferences'].map((TableName) => stores.documents.send(new ScanCommand({ TableName }))));
  return tables.flatMap(({ Items = [] }) => Items);
};
const rowsOf = async (caseId: string) => (await allRows()).filter((row) => JSON.stringify([row['pk'], row['sk']]).includes(caseId));
const figures = async () => {
  const { current } = (await stores.aggregates.recomputation())!;
  return sumOf((await stores.aggregates.figures(current, { from: '2026-03', to: '2026-03' }, { scope: 'all', direction: 'outgoing', dimension: 'all' })).map(({ counts }) => counts));
};
const outcomes = (items: readonly { number: string | null; outcome: string; obstacle: string | null }[]) => Object.fromEntries(items.map(({ number, outcome, obstacle }) => [number, obstacle ?? outcome]));

describe('retention', () => {
  it('without rules erases nothing, and draws nothing up', async () => {
    retention = null;
    await endedCase('2026-03-20T09:00:00.000Z');
    expect(await reportRetention(ports, '2060-01-01T04:00:00.000Z')).toEqual({ outcome: 'nothing' });
    retention = keeping();
    expect(await reportRetention(ports, '2060-01-01T04:00:00.000Z')).toEqual({ outcome: 'nothing' });
  });

  it('reports what will go, spares what is held, exempted or not due, and erases the rest after signature and grace; figures and chain remain', async () => {
    erasedFiles = [];
    failing = null;
    retention = keeping(rule('outgoingCase', 60));
    const [gone, held, ofHeldPatient, exempted] = [await endedCase('2026-03-25T09:00:00.000Z', 'p0'), await endedCase('2026-03-25T09:00:00.000Z'), await endedCase('2026-03-26T09:00:00.000Z', 'p1'), await endedCase('2026-03-27T09:00:00.000Z')];
    const [young, samePatient] = [await endedCase('2026-05-02T09:00:00.000Z'), await endedCase('2026-06-02T09:00:00.000Z', 'p1')];
    const now = '2031-04-01T03:00:00.000Z';
    const before = await figures();
    await hold('2031-03-01T09:00:00.000Z', 'case', held.number);
    await hold('2031-03-01T09:00:00.000Z', 'patient', samePatient.number);
    expect(await reportRetention(ports, now)).toEqual({ outcome: 'reported' });
    const view = await read(now);
    expect(outcomes(view.items)).toMatchObject({ [gone.number]: 'due', [held.number]: 'hold', [ofHeldPatient.number]: 'hold', [exempted.number]: 'due' });
    expect(view.items.map(({ number }) => number)).not.toContain(young.number);
    expect(view).toMatchObject({ state: 'awaiting', mayExempt: true, maySignOff: true, tallies: [{ documentType: 'outgoingCase', held: 2, oldest: '2026-03-20', newest: '2026-03-27' }] });
    const notices = (await allRows()).filter(({ pk }) => pk === 'CASE#retention-2031-04').map(({ entry }) => [entry.userId, entry.mail]);
    expect(notices.toSorted()).toEqual([['maj', 'retentionReported'], ['sixten', 'retentionReported']]);

    const itemOf = (number: string) => view.items.find((item) => item.number === number)!.id;
    const exemption = { caller: caller('maj', now), idempotency: key(), runId: '2031-04', body: { version: view.version, itemId: itemOf(exempted.number), stays: true, reason: 'forskning' } };
    await expect(exemptFromRetention(ports, { ...exemption, body: { ...exemption.body, reason: '' } })).rejects.toMatchObject({ code: 'reason-missing' });
    await expect(exemptFromRetention(ports, { ...exemption, caller: caller('siri', now) })).rejects.toMatchObject({ code: 'not-allowed' });
    await exemptFromRetention(ports, exemption);
    await expect(exemptFromRetention(ports, { ...exemption, idempotency: key() })).rejects.toMatchObject({ code: 'stale-version' });
    await expect(exemptFromRetention(ports, { ...exemption, idempotency: key(), body: { ...exemption.body, version: (await read(now)).version, itemId: itemOf(held.number) } })).rejects.toMatchObject({ code: 'exemption-refused' });

    // Nothing goes by the system alone, nor by somebody of another role, nor before the days of grace are over.
    expect(await eraseRetired(ports, '2031-12-01T03:00:00.000Z')).toEqual({ erased: 0, spared: 0 });
    await expect(sign(now, 'sign', 'sixten')).rejects.toMatchObject({ code: 'not-allowed' });
    await sign(now);
    await sign(now, 'withdraw');
    await sign(now);
    expect(await eraseRetired(ports, '2031-04-30T03:00:00.000Z')).toEqual({ erased: 0, spared: 0 });

    // Dies after the tombstone, then in the middle of clearing; each time the next run goes on.
    for (const place of ['files', 'clear'] as const) {
      failing = place;
      await expect(eraseRetired(ports, '2031-05-02T03:00:00.000Z')).rejects.toBeInstanceOf(Throttled);
    }
    await eraseRetired(ports, '2031-05-02T04:00:00.000Z');
    expect(await eraseRetired(ports, '2031-05-02T05:00:00.000Z')).toEqual({ erased: 0, spared: 0 });
    expect(outcomes((await read(now)).items)).toMatchObject({ [gone.number]: 'erased', [held.number]: 'hold', [exempted.number]: 'exempted' });
    expect((await read(now)).state).toBe('done');

    expect(await stores.cases.load(gone.id)).toBeUndefined();
    expect(await stores.cases.load(held.id)).toBeDefined();
    const left = await rowsOf(gone.id);
    expect(left.map(({ pk, sk }) => [String(pk).split('#')[0], String(sk).split('#')[0]].join(' / ')).toSorted()).toEqual(['CASE / CASE', 'CASE / EVENT', 'CASE / EVENT', 'CASE / EVENT', 'CHAINHEAD / '.concat(gone.id), 'RETENTION / ITEM']);
    expect(JSON.stringify(left)).not.toMatch(/HEMLIGT|Anna|Läkemedel|"siri"|"enok"|19121212|"p0"/);
    expect(erasedFiles).toContain(gone.id);
    // The chain holds, and says under which run.
    const events = left.filter(({ sk }) => String(sk).startsWith('EVENT')).map((row) => chainedEventRow.parse(row));
    const { chain } = chainedCaseRow.parse(left.find(({ sk }) => sk === 'CASE'));
    expect(chainBreaks(events, chain!, [], sha256)).toEqual([]);
    expect(erasingRun(events, sha256)).toBe('2031-04');
    expect(chainBreaks(events.filter(({ event }) => event.type !== 'contentErased'), chain!, [], sha256).map(({ fault }) => fault)).toContain('erasure-unvouched');
    // What it added to the figures is in them for good, also when they are made anew.
    expect(await figures()).toEqual(before);
    await stores.aggregates.putRecomputation(nextRecomputation((await stores.aggregates.recomputation())!, now));
    for (let turn = 0; turn < 6; turn += 1) await keepAggregates(ports, { Records: [{ dynamodb: { SequenceNumber: '1', ApproximateCreationDateTime: 1, Keys: { pk: { S: 'AGGREGATES' }, sk: { S: 'RECOMPUTATION' } } } }] });
    expect((await stores.aggregates.recomputation())!).toMatchObject({ building: null });
    expect(await figures()).toEqual(before);
  });

  it('looks again before it erases: a hold that came after the signature, a case that was opened', async () => {
    const [held, reopened] = [await endedCase('2027-03-25T09:00:00.000Z'), await endedCase('2027-03-25T10:00:00.000Z')];
    const now = '2032-04-01T03:00:00.000Z';
    await reportRetention(ports, now);
    await sign(now);
    const placed = await hold('2032-04-20T09:00:00.000Z', 'case', held.number);
    const loaded = (await stores.cases.load(reopened.id))!;
    await stores.cases.commit({ case: { ...reopened, status: 'reopened', version: 2 }, expected: { version: 1, systemRevision: loaded.systemRevision, chain: loaded.chain }, events: [], outbox: [], access });
    await eraseRetired(ports, '2032-05-10T03:00:00.000Z');
    expect(outcomes((await read(now)).items)).toMatchObject({ [held.number]: 'hold', [reopened.number]: 'open' });
    expect(await stores.cases.load(held.id)).toBeDefined();
    await expect(releaseLegalHold(ports, { caller: caller('siri', now), idempotency: key(), holdId: placed.id, body: { reason: 'r' } })).rejects.toMatchObject({ code: 'not-allowed' });
    expect(await releaseLegalHold(ports, { caller: caller('maj', '2032-05-11T09:00:00.000Z'), idempotency: key(), holdId: placed.id, body: { reason: 'tillsynen är slut' } })).toMatchObject({ inForce: false, released: { reason: 'tillsynen är slut' } });
    await expect(releaseLegalHold(ports, { caller: caller('maj', now), idempotency: key(), holdId: placed.id, body: { reason: 'r' } })).rejects.toMatchObject({ code: 'hold-released' });
    // The next month's report has it.
    await reportRetention(ports, '2032-06-01T03:00:00.000Z');
    expect(outcomes((await read('2032-06-01T03:00:00.000Z')).items)).toMatchObject({ [held.number]: 'due' });
  });

  it('reminds once a month of a report that nobody has signed, and draws no other meanwhile', async () => {
    const told = async () => (await allRows()).filter(({ pk, entry }) => pk === 'CASE#retention-2032-06' && entry.mail === 'retentionReminder').length;
    expect(await reportRetention(ports, '2032-06-15T03:00:00.000Z')).toEqual({ outcome: 'nothing' });
    expect(await reportRetention(ports, '2032-07-01T03:00:00.000Z')).toEqual({ outcome: 'reminded' });
    expect(await reportRetention(ports, '2032-07-02T03:00:00.000Z')).toEqual({ outcome: 'nothing' });
    expect(await told()).toBe(2);
    await sign('2032-06-01T03:00:00.000Z');
    await eraseRetired(ports, '2032-09-01T03:00:00.000Z');
  });

  it('erases parts of a case that stays: its patient reference, its files, its mails; and the log, never before five years', async () => {
    const concerned = await endedCase('2034-01-10T09:00:00.000Z', 'p7');
    retention = keeping(rule('patientReference', 12), rule('mailLedger', 12), rule('accessLog', 12));
    const now = '2035-03-01T03:00:00.000Z';
    await stores.accessLog.record({ ...access, at: '2029-01-01T09:00:00.000Z', operation: 'old' });
    await stores.accessLog.record({ ...access, at: '2031-01-01T09:00:00.000Z', operation: 'young' });
    await reportRetention(ports, now);
    const view = await read(now);
    expect(view.items.filter(({ number }) => number === concerned.number).map(({ documentType }) => documentType).toSorted()).toEqual(['mailLedger', 'patientReference']);
    expect(view.items.find(({ documentType }) => documentType === 'accessLog')).toMatchObject({ outcome: 'due', since: '2030-02-28' });
    await sign(now);
    await eraseRetired(ports, '2035-05-01T03:00:00.000Z');
    const loaded = (await stores.cases.load(concerned.id))!;
    expect(loaded).toMatchObject({ patientKey: null, case: { hasPatientReference: false } });
    expect(await stores.patientReferences.read(concerned.id)).toBeUndefined();
    const rows = await rowsOf(concerned.id);
    expect(rows.filter(({ sk }) => String(sk).startsWith('MAIL'))).toEqual([]);
    expect(rows.filter(({ event }) => event?.type === 'contentErased')).toHaveLength(2);
    expect(chainBreaks(rows.filter(({ sk }) => String(sk).startsWith('EVENT')).map((row) => chainedEventRow.parse(row)), loaded.chain, [], sha256)).toEqual([]);
    const logged = (await stores.documents.send(new ScanCommand({ TableName: 'AccessLog' }))).Items ?? [];
    expect(logged.map(({ operation }) => operation)).toContain('young');
    expect(logged.map(({ operation }) => operation)).not.toContain('old');
    // What is gone is not reported again.
    await reportRetention(ports, '2035-06-01T03:00:00.000Z');
    expect((await read('2035-06-01T03:00:00.000Z')).items.filter(({ number }) => number === concerned.number)).toEqual([]);
  });

  it('erases no file of a case that is held in the same moment, and goes on where it died once it has begun', async () => {
    for (const open of await ports.retention.open()) if (open.state === 'awaiting') await sign(`${open.id}-01T03:00:00.000Z`);
    await eraseRetired(ports, '2036-01-01T03:00:00.000Z');
    retention = keeping(rule('attachment', 12));
    const [held, gone] = [await endedCase('2035-02-01T09:00:00.000Z'), await endedCase('2035-02-02T09:00:00.000Z')];
    for (const { id } of [held, gone]) await stores.documents.send(new PutCommand({ TableName: 'Cases', Item: { pk: `CASE#${id}`, sk: 'ATTACHMENT#a1' } }));
    const now = '2036-03-01T03:00:00.000Z';
    await reportRetention(ports, now);
    await sign(now);
    erasedFiles = [];
    // The hold comes between the look at the holds and the transaction.
    const { all } = ports.holds;
    let placing: Promise<unknown> | undefined;
    ports.holds.all = async () => {
      const seen = await all.call(ports.holds);
      await (placing ??= hold('2036-04-20T09:00:00.000Z', 'case', held.number));
      return seen;
    };
    failing = 'files';
    await expect(eraseRetired(ports, '2036-05-01T03:00:00.000Z')).rejects.toBeInstanceOf(Throttled);
    ports.holds.all = all;
    expect((await rowsOf(gone.id)).map(({ sk }) => sk)).toEqual(expect.arrayContaining(['ATTACHMENT#a1', 'RETIRING#attachment']));
    await eraseRetired(ports, '2036-05-01T04:00:00.000Z');
    expect(erasedFiles).toEqual([gone.id]);
    expect(outcomes((await read(now)).items)).toMatchObject({ [held.number]: 'hold', [gone.number]: 'erased' });
    expect((await rowsOf(gone.id)).map(({ sk }) => String(sk).split('#')[0])).not.toContain('RETIRING');
    expect((await rowsOf(held.id)).map(({ sk }) => sk)).toContain('ATTACHMENT#a1');
  });

  it('spares what a rule that was corrected since keeps longer', async () => {
    retention = keeping(rule('mailLedger', 6));
    const concerned = await endedCase('2035-05-01T09:00:00.000Z');
    const now = '2036-06-01T03:00:00.000Z';
    await reportRetention(ports, now);
    await sign(now);
    retention = keeping(rule('mailLedger', 60));
    await eraseRetired(ports, '2036-08-01T03:00:00.000Z');
    expect(outcomes((await read(now)).items)).toMatchObject({ [concerned.number]: 'rule-changed' });
  });

  it('lets go what is to be archived first only when somebody has fetched a package that holds it as it is now', async () => {
    for (const open of await ports.retention.open()) if (open.state === 'awaiting') await sign(`${open.id}-01T03:00:00.000Z`);
    await eraseRetired(ports, '2036-01-01T03:00:00.000Z');
    retention = keeping(rule('outgoingCase', 12, { ending: 'archiveThenErase' }));
    const [never, changed, fetched] = [await endedCase('2036-01-10T09:00:00.000Z'), await endedCase('2036-01-11T09:00:00.000Z'), await endedCase('2036-01-12T09:00:00.000Z')];
    const archives = new DynamoArchiveStore(stores.documents, () => 'Cases');
    const inPackage = (of: OutgoingCase, digest: string | null) => ({ id: of.id, number: of.number, patientKey: null, unitId: 'u', field: 'mas' as const, digest });
    await archives.archived([inPackage(fetched, (await stores.cases.load(fetched.id))!.chain!.digest), inPackage(changed, 'as it was before')], { id: 'a1', at: monday });
    const now = '2037-04-01T03:00:00.000Z';
    await reportRetention(ports, now);
    expect(outcomes((await read(now)).items)).toMatchObject({ [never.number]: 'not-archived', [changed.number]: 'not-archived', [fetched.number]: 'due' });
    await sign(now);
    await eraseRetired(ports, '2037-06-01T03:00:00.000Z');
    expect(await stores.cases.load(fetched.id)).toBeUndefined();
    expect(await stores.cases.load(changed.id)).toBeDefined();

    // A report in which all waits for an archive is told, stays open, and takes in what is archived then.
    await reportRetention(ports, '2037-07-01T03:00:00.000Z');
    expect(await read('2037-07-01T03:00:00.000Z')).toMatchObject({ state: 'awaiting', tallies: [{ due: 0 }] });
    expect((await allRows()).filter(({ pk, entry }) => pk === 'CASE#retention-2037-07' && entry.mail === 'retentionReported')).toHaveLength(2);
    expect(await reportRetention(ports, '2037-07-02T03:00:00.000Z')).toEqual({ outcome: 'nothing' });
    await archives.archived([inPackage(never, (await stores.cases.load(never.id))!.chain!.digest)], { id: 'a2', at: monday });
    expect(await reportRetention(ports, '2037-07-03T03:00:00.000Z')).toEqual({ outcome: 'going-on' });
    const open = await read('2037-07-01T03:00:00.000Z');
    expect(open.tallies).toMatchObject([{ due: 1 }]);
    expect(outcomes(open.items)).toMatchObject({ [never.number]: 'due', [changed.number]: 'not-archived' });
    await sign('2037-07-01T03:00:00.000Z');
    await eraseRetired(ports, '2037-09-01T03:00:00.000Z');
    expect(await stores.cases.load(never.id)).toBeUndefined();
  });
});
