import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { PutCommand, QueryCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../../functions/adapters/chained-events.ts';
import { transact } from '../../../functions/adapters/store-errors.ts';
import { chainBreaks, chainedCaseRow, chainedEventRow } from '../../../functions/contracts/chain-heads.ts';
import type { OutgoingCase as Case } from '../../../functions/domain/case.ts';
import { caseNumber } from '../../../functions/domain/case-number.ts';
import { close } from '../../../functions/domain/commands/ending.ts';
import { addNote } from '../../../functions/domain/commands/handling.ts';
import { Conflict, Throttled } from '../../../functions/domain/errors.ts';
import { mailEntry } from '../../../functions/domain/outbox.ts';
import type { AccessEntry, CaseWrite, Wait } from '../../../functions/use-cases/ports.ts';
import { answered, context, outgoingOf, ready, sent } from '../domain/outgoing-case.ts';
import { ekdala, missingList, monday, vaxjo } from '../ekdala.ts';
import { startStores, type Stores } from './dynoxide.ts';

let stores: Stores;
beforeAll(async () => {
  stores = await startStores();
});
afterAll(() => stores.stop());

const access: AccessEntry = { at: monday, userId: 'maj', principal: 'mas', unitId: 'mas-funktionen', operation: 'test', kind: 'write', caseId: null, patientKey: null };
let serial = 0;
const fresh = (concerned: Case): Case => ({ ...concerned, id: randomUUID(), number: caseNumber((serial += 1)) });
const create = async (concerned: Case, more: Partial<CaseWrite> = {}): Promise<Case> => {
  const made = fresh(concerned);
  expect(await stores.cases.commit({ case: made, expected: null, events: [], outbox: [], access, ...more })).toEqual({ kind: 'written' });
  return made;
};
const noteOn = (concerned: Case, systemRevision = 0, more: Partial<CaseWrite> = {}): CaseWrite => {
  const outcome = addNote(concerned, { text: 'n' }, context());
  return { case: outcome.case, expected: { version: concerned.version, systemRevision, chain: null }, events: outcome.events, outbox: outcome.outbox, access, ...more };
};
const rowsOf = async (caseId: string) => (await stores.documents.send(new QueryCommand({ TableName: 'Cases', KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': `CASE#${caseId}` } }))).Items ?? [];
const idempotency = (bodyHash = 'a') => ({ scope: 'maj', key: randomUUID(), bodyHash, answer: { ok: true } });

describe('a command’s transaction', () => {
  it('comes back as it was written', async () => {
    const made = await create(answered());
    expect((await stores.cases.load(made.id))?.case).toEqual(JSON.parse(JSON.stringify(made)));
    expect(await stores.cases.findByNumber(made.number)).toBe(made.id);
    expect(await stores.cases.load('nobody')).toBeUndefined();
  });
  it.each<[string, (made: Case) => CaseWrite, object]>([
    ['another version', (made) => noteOn({ ...made, version: made.version - 1 }), { code: 'stale-version' }],
    ['a future version', (made) => noteOn({ ...made, version: made.version + 5 }), { code: 'stale-version' }],
    ['a case that is not there', (made) => noteOn({ ...made, id: 'gone' }), { code: 'not-found' }],
    ['a row beside it that is there already', (made) => noteOn(made, 0, { alongside: [{ kind: 'put', row: { pk: `NUMBER#${made.number}`, sk: 'NUMBER' }, onlyIfAbsent: true }] }), { code: 'conflict' }],
  ])('writes nothing at all with %s', async (_, write, expected) => {
    const made = await create(ready());
    const before = await rowsOf(made.id);
    await expect(stores.cases.commit({ ...write(made), outbox: [{ kind: 'signal', caseId: made.id }] })).rejects.toMatchObject(expected);
    expect(await rowsOf(made.id)).toEqual(before);
  });
  it('is superseded, not stale, when the workflow alone has written', async () => {
    const made = await create(ready());
    await stores.cases.record({ caseId: made.id, at: monday, expected: {}, overdue: true, events: [], outbox: [] });
    expect(await stores.cases.commit(noteOn(made))).toEqual({ kind: 'superseded' });
    expect(await stores.cases.commit(noteOn(made, 1))).toEqual({ kind: 'written' });
  });
  it('draws another number when one is taken', async () => {
    const made = await create(ready());
    expect(await stores.cases.commit({ case: { ...made, id: randomUUID() }, expected: null, events: [], outbox: [], access })).toEqual({ kind: 'number-taken' });
  });
  it('replays the same command, and refuses its key for another', async () => {
    const made = await create(ready());
    const key = idempotency();
    const write = noteOn(made, 0, { idempotency: key });
    expect(await stores.cases.commit(write)).toEqual({ kind: 'written' });
    expect(await stores.cases.commit(write)).toEqual({ kind: 'replayed', answer: { ok: true } });
    await expect(stores.cases.commit({ ...write, idempotency: { ...key, bodyHash: 'b' } })).rejects.toMatchObject({ code: 'idempotency-key-reused' });
    expect(await stores.cases.findAnswer('maj', key, monday)).toEqual({ ok: true });
    expect(await stores.cases.findAnswer('hanna', key, monday)).toBeUndefined();
    await expect(stores.cases.findAnswer('maj', { ...key, bodyHash: 'b' }, monday)).rejects.toMatchObject({ code: 'idempotency-key-reused' });
    expect(await stores.cases.findAnswer('maj', key, '2026-03-05T09:00:00.000Z')).toBeUndefined();
  });
  it('writes the patient reference to its own table, and nothing of it to the case', async () => {
    const reference = { reference: '19121212-1212', protectedIdentity: true, patientKey: await stores.patientReferences.pseudonym('19121212-1212') };
    const made = await create(ready(), { patientReference: reference });
    expect(await stores.patientReferences.read(made.id)).toEqual(reference);
    expect(JSON.stringify(await rowsOf(made.id))).not.toContain('1212-1212');
    expect((await stores.cases.load(made.id))?.patientKey).toBe(reference.patientKey);
  });
});

describe('transactions the engine here never refuses', () => {
  const cancelled = (...codes: string[]) => new TransactionCanceledException({ message: 'x', $metadata: {}, CancellationReasons: codes.map((Code) => ({ Code })) });
  const failing = (times: number, error: Error) => {
    let calls = 0;
    return { run: () => ((calls += 1) <= times ? Promise.reject(error) : Promise.resolve()), calls: () => calls };
  };
  const noPause = () => Promise.resolve();
  it('waits out another transaction on the same rows', async () => {
    const { run, calls } = failing(3, cancelled('None', 'TransactionConflict'));
    expect(await transact(run, noPause)).toEqual([]);
    expect(calls()).toBe(4);
  });
  it.each([
    ['endless conflict', cancelled('TransactionConflict'), Conflict], ['throttling inside', cancelled('None', 'ThrottlingError'), Throttled],
    ['throttling outside', Object.assign(new Error('x'), { name: 'ThrottlingException' }), Throttled], ['a time-out', Object.assign(new Error('x'), { name: 'TimeoutError' }), Throttled],
    ['a validation error', cancelled('ValidationError'), TransactionCanceledException], ['no credentials', new TypeError('x'), TypeError],
  ])('%s', async (_, error, expected) => expect(transact(failing(99, error).run, noPause)).rejects.toBeInstanceOf(expected));
  it('tells which condition failed even beside a conflict', async () => {
    expect(await transact(failing(99, cancelled('None', 'ConditionalCheckFailed', 'TransactionConflict')).run, noPause)).toEqual([{ index: 1, row: undefined }]);
  });
});

describe('the chain of a case’s events', () => {
  const chainOf = async (caseId: string) => {
    const rows = await rowsOf(caseId);
    const events = rows.filter(({ sk }) => String(sk).startsWith('EVENT#')).map((row) => chainedEventRow.parse(row));
    return { head: chainedCaseRow.parse(rows.find(({ sk }) => sk === 'CASE')).chain ?? null, events };
  };
  const note = async (made: Case) => {
    const loaded = (await stores.cases.load(made.id))!;
    const outcome = addNote(outgoingOf(loaded.case), { text: 'n' }, context());
    return stores.cases.commit({ case: outcome.case, expected: { version: loaded.case.version, systemRevision: loaded.systemRevision, chain: loaded.chain }, events: outcome.events, outbox: [], access });
  };
  const clockEvent = (made: Case) => ({ caseId: made.id, at: monday, expected: {}, outbox: [], events: ['a', 'b'].map((id) => ({ id, caseId: made.id, at: monday, type: 'reminded', actor: 'clock', detail: {} } as const)) });
  it('goes through people’s commands and the clock’s alike, and its head waits for the day’s document', async () => {
    const made = await create(ready());
    await note(made);
    await stores.cases.record(clockEvent(made));
    await note(made);
    const { head, events } = await chainOf(made.id);
    expect(events.map(({ chain }) => chain?.sequence).toSorted()).toEqual([1, 2, 3, 4]);
    expect(chainBreaks(events, head, [], sha256)).toEqual([]);
    expect(new Set(events.map(({ salt }) => salt)).size).toBe(4);
    const { Items = [] } = await stores.documents.send(new ScanCommand({ TableName: 'Cases', FilterExpression: 'begins_with(pk, :head) AND caseId = :case', ExpressionAttributeValues: { ':head': 'CHAINHEAD#', ':case': made.id } }));
    expect(Items).toMatchObject([{ number: made.number, ...head }]);
    expect(await stores.cases.events(made.id)).toHaveLength(4);
  });
  it('holds when a number is moved out of an earlier event, and keeps nothing of what stood there', async () => {
    const made = await create(ready());
    await note(made);
    const loaded = (await stores.cases.load(made.id))!;
    const [first] = await stores.cases.events(made.id);
    const outcome = addNote(outgoingOf(loaded.case), { text: 'moved' }, context());
    await stores.cases.commit({
      case: outcome.case, expected: { version: loaded.case.version, systemRevision: loaded.systemRevision, chain: loaded.chain }, events: outcome.events,
      mendedEvents: [{ ...first!, detail: { text: '[patient reference]' } }], outbox: [], access,
    });
    const { head, events } = await chainOf(made.id);
    expect(events[0]).toMatchObject({ mended: { in: 2 }, event: { detail: { text: '[patient reference]' } } });
    expect(events[0]).not.toHaveProperty('salt');
    expect(chainBreaks(events, head, [], sha256)).toEqual([]);
  });
  it('loses no link when many write at once', async () => {
    const made = await create(sent());
    await Promise.all(Array.from({ length: 4 }, (_, index) => stores.cases.record({ ...clockEvent(made), events: [{ id: `e${index}`, caseId: made.id, at: monday, type: 'reminded', actor: 'clock', detail: {} }] })));
    const { head, events } = await chainOf(made.id);
    expect([events.length, chainBreaks(events, head, [], sha256)]).toEqual([4, []]);
  });
  it('begins with the next event of a case from before there were chains', async () => {
    const made = await create(ready());
    const old = { id: 'v00000-1', caseId: made.id, at: '2025-01-01T00:00:00.000Z', type: 'submitted', actor: 'siri', detail: {} };
    await stores.documents.send(new PutCommand({ TableName: 'Cases', Item: { pk: `CASE#${made.id}`, sk: `EVENT#${old.at}#${old.id}`, event: old } }));
    await note(made);
    const { head, events } = await chainOf(made.id);
    expect(events.map(({ chain }) => chain?.previous)).toEqual([undefined, 'older']);
    expect(chainBreaks(events, head, [], sha256)).toEqual([]);
  });
});

describe('what the workflow writes', () => {
  it('sets steps and flags beside the case, never its version', async () => {
    const made = await create(sent());
    const event = { id: 'clock-1', caseId: made.id, at: monday, type: 'reminded', actor: 'clock', detail: {} } as const;
    const write = { caseId: made.id, at: monday, expected: { generation: 1, clockRevision: made.clockRevision, stepsNotTaken: ['remindBefore'] }, steps: { remindBefore: monday }, overdue: true, events: [event], outbox: [] } as const;
    expect(await stores.cases.record(write)).toBe('written');
    expect(await stores.cases.record(write)).toBe('moved-on');
    const loaded = (await stores.cases.load(made.id))!;
    expect(loaded).toMatchObject({ systemRevision: 1, case: { version: made.version, steps: { remindBefore: monday }, overdue: true } });
    expect(await stores.cases.events(made.id)).toEqual([event]);
    expect((await stores.cases.list({ by: 'execution', states: ['overdue'] }, { limit: 100 })).rows.map(({ id }) => id)).toContain(made.id);
  });
  it.each([
    [{ generation: 2 }], [{ clockRevision: 99 }], [{ stopped: true }], [{ status: 'closed' as const }],
  ])('writes nothing when %j does not hold', async (expected) => {
    const made = await create(sent());
    expect(await stores.cases.record({ caseId: made.id, at: monday, expected, stopped: true, events: [], outbox: [{ kind: 'signal', caseId: made.id }] })).toBe('moved-on');
    expect(await rowsOf(made.id)).toHaveLength(1);
  });
  it('carries generation and bounce into the case, and loses no write of many at once', async () => {
    const made = await create(sent());
    const outcomes = await Promise.all([
      stores.cases.record({ caseId: made.id, at: monday, expected: { generation: 1 }, generation: 2, events: [], outbox: [{ kind: 'signal', caseId: made.id }] }),
      stores.cases.record({ caseId: made.id, at: monday, expected: {}, bounced: { epoch: 1, at: monday }, events: [], outbox: [{ kind: 'signal', caseId: made.id }] }),
      stores.cases.record({ caseId: made.id, at: monday, expected: { stopped: false }, stopped: true, events: [], outbox: [{ kind: 'signal', caseId: made.id }] }),
      stores.cases.record({ caseId: made.id, at: monday, expected: {}, bounced: { epoch: 7, at: '2027-01-01T00:00:00.000Z' }, events: [], outbox: [] }),
    ]);
    expect(outcomes).toEqual(['written', 'written', 'written', 'written']);
    expect((await stores.cases.load(made.id))?.case).toMatchObject({ generation: 2, stopped: true, version: made.version, request: { bouncedAt: monday } });
    expect((await rowsOf(made.id)).filter(({ sk }) => String(sk).startsWith('OUTBOX#'))).toHaveLength(3);
    expect((await stores.cases.list({ by: 'execution', states: ['stopped'] }, { limit: 100 })).rows.find(({ id }) => id === made.id)?.generation).toBe(2);
  });
});

describe('lists by index', () => {
  it('move a case with its command from open to ended, and to another party or unit', async () => {
    const made = await create({ ...answered(), responsible: 'sas', counterpartId: 'dosia', reporterId: 'frans' });
    const open = { by: 'responsible', scopes: [{ role: 'sas', unitIds: null }], open: true } as const;
    expect((await stores.cases.list(open, { limit: 5 })).rows.map(({ id }) => id)).toEqual([made.id]);
    const closed = close(outgoingOf((await stores.cases.load(made.id))!.case), { note: 'Löst per telefon.' }, context()).case;
    await stores.cases.commit({ case: closed, expected: { version: made.version, systemRevision: 0, chain: null }, events: [], outbox: [], access });
    expect((await stores.cases.list(open, { limit: 5 })).rows).toEqual([]);
    for (const list of [{ ...open, open: false }, { by: 'party', organisationId: 'dosia', open: false }, { by: 'reporter', userId: 'frans' }] as const) {
      expect((await stores.cases.list(list, { limit: 5 })).rows.map(({ id }) => id)).toContain(made.id);
    }
  });
  it('merge partitions by date, page by page, filter by status and due date', async () => {
    const dates = ['05', '01', '04', '02', '03'];
    const made = await Promise.all(dates.map((day, index) => create({
      ...ready(), report: { ...missingList, unitId: index % 2 === 0 ? 'rehab' : 'nattpatrull' }, status: index === 0 ? 'needsInfo' : 'registered', handleBy: `2026-05-${day}T21:59:59.000Z`,
    })));
    const list = { by: 'unit', unitIds: ['rehab', 'nattpatrull'], open: true } as const;
    const expected = made.toSorted((one, other) => (one.handleBy < other.handleBy ? -1 : 1)).map(({ id }) => id);
    const seen: string[] = [];
    let cursor: string | undefined;
    for (const count of [2, 2, 1]) {
      const page = await stores.cases.list(list, { limit: 2, cursor });
      expect(page.rows).toHaveLength(count);
      seen.push(...page.rows.map(({ id }) => id));
      cursor = page.cursor ?? undefined;
    }
    expect(cursor).toBeUndefined();
    expect(seen).toEqual(expected);
    expect((await stores.cases.list(list, { limit: 9, statuses: ['needsInfo'] })).rows.map(({ id }) => id)).toEqual([made[0]?.id]);
    expect((await stores.cases.list(list, { limit: 9, dueBefore: '2026-05-03T00:00:00.000Z' })).rows.map(({ id }) => id)).toEqual(expected.slice(0, 2));
  });
  it('finds cases by investigator, as long as they are theirs', async () => {
    const made = await create({ ...ready(), leadInvestigatorId: 'ulla' }, { assigns: ['ulla', 'rut'] });
    expect((await stores.cases.listAssigned('ulla')).map(({ row }) => row.id)).toEqual([made.id]);
    expect(await stores.cases.listAssigned('rut')).toEqual([]);
  });
  it('holds no free text of a case in any index row', async () => {
    await create(answered());
    const { Items } = await stores.documents.send(new ScanCommand({ TableName: 'Cases', IndexName: 'responsible' }));
    expect(JSON.stringify(Items)).not.toContain('Läkemedelslistan');
  });
});

describe('outbox and waits', () => {
  it('keeps rows pending, oldest first, until they are delivered', async () => {
    const mail = mailEntry({ caseId: 'x', mail: 'receipt', recipient: { kind: 'user', userId: 'siri' }, occasion: 'v1' });
    const made = await create(ready(), { outbox: [{ kind: 'start', executionName: 'x-1', caseId: 'x', generation: 1 }, mail] });
    const mine = async () => (await stores.outbox.pending('2026-04-01T00:00:00.000Z', 500)).filter(({ caseId }) => caseId === made.id);
    const rows = await mine();
    expect(rows.map(({ entry }) => entry.kind)).toEqual(['start', 'mail']);
    expect(await stores.outbox.findAll([rows[1]!, { caseId: made.id, id: 'none' }])).toEqual([rows[1]]);
    await stores.outbox.deliveredAll([rows[0]!]);
    await stores.outbox.deliveredAll([rows[0]!]);
    expect(await stores.outbox.findAll([rows[0]!])).toEqual([]);
    expect((await mine()).map(({ entry }) => entry)).toEqual([mail]);
    expect((await stores.outbox.pending('2020-01-01T00:00:00.000Z', 10))).toEqual([]);
  });
  it('registers the newest token alone, on a case that has not moved on', async () => {
    const made = await create(sent());
    const wait: Wait = { caseId: made.id, generation: 1, awaits: 'acknowledgement', clockRevision: made.clockRevision, token: 't1', retryCount: 1, since: monday, until: '2026-03-09T22:59:59.000Z' };
    expect(await stores.waits.register(wait)).toBe('registered');
    expect((await stores.cases.load(made.id))?.waits).toEqual({ waitsFor: 'acknowledgement', waitsSince: monday, waitsUntil: wait.until });
    expect(await stores.waits.register({ ...wait, token: 't0', retryCount: 0 })).toBe('outnumbered');
    expect(await stores.waits.register({ ...wait, token: 't2', since: '2026-03-09T23:00:00.000Z', retryCount: 0 })).toBe('registered');
    expect(await stores.waits.register({ ...wait, token: 't3', clockRevision: made.clockRevision - 1 })).toBe('moved-on');
    expect(await stores.waits.register({ ...wait, token: 't4', generation: 2 })).toBe('moved-on');
    await stores.waits.clear({ caseId: made.id, token: 't1' });
    expect((await stores.waits.find(made.id))?.token).toBe('t2');
    await stores.waits.clear({ caseId: made.id, token: 't2' });
    expect(await stores.waits.find(made.id)).toBeUndefined();
    expect((await stores.cases.load(made.id))).toMatchObject({ systemRevision: 0, case: { version: made.version } });
    await stores.cases.record({ caseId: made.id, at: monday, expected: {}, stopped: true, events: [], outbox: [] });
    expect(await stores.waits.register({ ...wait, token: 't5', since: '2026-03-10T23:00:00.000Z' })).toBe('stopped');
    expect(await stores.waits.register({ ...wait, token: 't6', clockRevision: made.clockRevision - 1 })).toBe('moved-on');
  });
});

describe('registers, drafts, pseudonyms, access log', () => {
  it('writes more rows than one transaction takes, and reads again only what changed', async () => {
    const users = Array.from({ length: 250 }, (_, index) => ({ ...ekdala.users[0]!, id: `u${index}` }));
    await expect(stores.registers.activeRoutine(await stores.registers.read(), monday)).rejects.toMatchObject({ code: 'not-found' });
    await stores.registers.write({ ...ekdala, users, routine: vaxjo, activeRoutine: { id: 'vaxjo', version: vaxjo.version } });
    const register = await stores.registers.read();
    expect(register.users).toHaveLength(250);
    expect(await stores.registers.read()).toBe(register);
    expect((await stores.registers.setLanguage('u7', 'en'))?.language).toBe('en');
    expect((await stores.registers.read()).users.find(({ id }) => id === 'u7')?.language).toBe('en');
    expect(await stores.registers.setLanguage('nobody', 'en')).toBeUndefined();
    expect(await stores.registers.callBackPhone()).toBe(ekdala.callBackPhone);
  });
  it('reads a routine published before there were incoming deviations by the rules of the shipped one', async () => {
    const { incoming: _none, ...old } = vaxjo;
    await stores.documents.send(new PutCommand({ TableName: 'Registers', Item: { pk: 'ROUTINE#old', sk: '00000001', value: { ...old, id: 'old' } } }));
    expect((await stores.registers.routine('old', 1))?.incoming).toEqual(vaxjo.incoming);
  });
  it('reads a routine as it was published before there were consent, on call and harm', async () => {
    const { default: published } = await import('../published/vaxjo-1.json', { with: { type: 'json' } });
    await stores.documents.send(new PutCommand({ TableName: 'Registers', Item: { pk: 'ROUTINE#vaxjo', sk: '00000001', value: published } }));
    const routine = await stores.registers.routine('vaxjo', 1);
    // What nobody has decided to erase is kept.
    expect(routine).toEqual({ ...vaxjo, version: 1, retention: null });
    const stricter = { ...published, incoming: { ...published.incoming, seriousHarm: { lexMaria: 'mar', lexSarah: 'mas' } } };
    await stores.documents.send(new PutCommand({ TableName: 'Registers', Item: { pk: 'ROUTINE#stricter', sk: '00000001', value: { ...stricter, id: 'stricter' } } }));
    expect((await stores.registers.routine('stricter', 1))?.harm).toEqual({ ...vaxjo.harm, seriousHarm: { lexMaria: 'mar', lexSarah: 'mas' } });
  });
  it('never overwrites a published routine version', async () => {
    await stores.registers.write({ routine: { ...vaxjo, documentId: 'changed' } });
    expect((await stores.registers.routine('vaxjo', vaxjo.version))?.documentId).toBe(vaxjo.documentId);
    expect(await stores.registers.routine('vaxjo', 9)).toBeUndefined();
  });
  it('keeps drafts per user, newest first, for thirty days', async () => {
    await stores.drafts.save('u1', { id: 'a', savedAt: monday, values: { x: 'y', known: true, none: null } });
    await stores.drafts.save('u1', { id: 'b', savedAt: '2026-03-03T09:00:00.000Z', values: {} });
    expect((await stores.drafts.list('u1', monday)).map(({ id }) => id)).toEqual(['b', 'a']);
    expect(await stores.drafts.list('u2', monday)).toEqual([]);
    expect((await stores.drafts.list('u1', '2026-04-01T10:00:00.000Z')).map(({ id }) => id)).toEqual(['b']);
    await stores.drafts.discard('u1', 'b');
    await stores.drafts.discard('u1', 'b');
    expect((await stores.drafts.list('u1', monday)).map(({ id }) => id)).toEqual(['a']);
  });
  it('gives one person one pseudonym, however the number is written, which no one can reckon', async () => {
    const pseudonyms = await Promise.all(['19121212-1212', '121212-1212', '19 12 12 12 1212'].map((reference) => stores.patientReferences.pseudonym(reference)));
    expect(new Set(pseudonyms).size).toBe(1);
    expect(await stores.patientReferences.pseudonym('journal 47-11')).toBe(await stores.patientReferences.pseudonym('JOURNAL4711'));
    expect(pseudonyms[0]).not.toBe(await stores.patientReferences.pseudonym('701063-2391'));
  });
  it('logs what was done, findable by case and by patient', async () => {
    await stores.accessLog.record({ ...access, caseId: 'case-9', patientKey: 'patient-9', kind: 'read', reason: 'r' });
    for (const [index, name, value] of [['case', 'caseKey', 'case-9'], ['patient', 'patientKey', 'patient-9']]) {
      const { Items } = await stores.documents.send(new QueryCommand({ TableName: 'AccessLog', IndexName: index, KeyConditionExpression: '#n = :v', ExpressionAttributeNames: { '#n': name! }, ExpressionAttributeValues: { ':v': value } }));
      expect(Items).toMatchObject([{ userId: 'maj', principal: 'mas', unitId: 'mas-funktionen', kind: 'read', reason: 'r', at: monday }]);
    }
  });
});
