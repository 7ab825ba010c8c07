import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DynamoAccessReader } from '../../../functions/adapters/access-reader.ts';
import { DynamoSpotCheckStore } from '../../../functions/adapters/spot-check-store.ts';
import { accessPage, type AccessPage } from '../../../functions/contracts/access-log.ts';
import { spotCheckList, spotCheckView } from '../../../functions/contracts/spot-check.ts';
import type { Routine } from '../../../functions/domain/routine.ts';
import { addNote } from '../../../functions/use-cases/add-note.ts';
import { drawSpotChecks } from '../../../functions/use-cases/draw-spot-checks.ts';
import { extractPatientAccess } from '../../../functions/use-cases/extract-patient-access.ts';
import { judgeAccess } from '../../../functions/use-cases/judge-access.ts';
import { listAccess } from '../../../functions/use-cases/list-access.ts';
import { listCases } from '../../../functions/use-cases/list-cases.ts';
import { listSpotChecks } from '../../../functions/use-cases/list-spot-checks.ts';
import { openWithReason } from '../../../functions/use-cases/open-with-reason.ts';
import type { Idempotency } from '../../../functions/use-cases/ports.ts';
import { readCase } from '../../../functions/use-cases/read-case.ts';
import { readSpotCheck } from '../../../functions/use-cases/read-spot-check.ts';
import { setPatientReference } from '../../../functions/use-cases/set-patient-reference.ts';
import { signOffSpotCheck } from '../../../functions/use-cases/sign-off-spot-check.ts';
import { submitDeviation } from '../../../functions/use-cases/submit-deviation.ts';
import { startStores, type Stores } from '../adapters/dynoxide.ts';
import { ekdala, missingList, monday, vaxjo } from '../ekdala.ts';

/* L5 over a real store, under a routine that lets a reason be stated. */

const routine: Routine = { ...vaxjo, id: 'open', access: { withoutNeed: 'with-reason', spotCheckMonths: 3, spotCheckSample: 5, spotCheckRemindDays: 10 } };
let stores: Stores;
const ports = () => {
  const spotChecks = new DynamoSpotCheckStore(stores.documents, () => 'Cases');
  const accessReader = new DynamoAccessReader(stores.documents, () => 'AccessLog');
  const uses = new Map<string, number>();
  const rates = { count: async (_: string, key: string) => (uses.set(key, (uses.get(key) ?? 0) + 1), { count: uses.get(key) ?? 0, secondsLeft: 60 }) };
  const logged: string[] = [];
  const note = (message: string) => void logged.push(message);
  return { ...stores, spotChecks, accessReader, rates, log: { info: note, warn: note, error: note } };
};
const as = (userId: string, now = monday) => ({ userId, now, correlationId: 'test' });
const once = (): Idempotency => ({ key: randomUUID(), bodyHash: 'a'.repeat(64) });
const reference = '19121212-1212';
let caseId = '';
let number = '';
beforeAll(async () => {
  stores = await startStores();
  await stores.registers.write({ ...ekdala, routine, activeRoutine: { id: 'open', version: routine.version } });
  const body = { report: missingList, patientReference: { reference, protectedIdentity: false } };
  ({ caseId, number } = await submitDeviation(stores, { caller: as('siri'), idempotency: once(), body }));
});
afterAll(() => stores.stop());
const log = async (userId: string, query: Parameters<typeof listAccess>[1]['query'] = {}): Promise<AccessPage> => accessPage.parse(await listAccess(ports(), { caller: as(userId), query }));
const seen = ({ accesses }: AccessPage) => accesses.map(({ user, operation }) => `${user?.id} ${operation}`);

describe('the log', () => {
  it('holds action, unit, time, user and patient of writes, reads and lists', async () => {
    await readCase(stores, { caller: as('maj', '2026-03-02T09:01:00.000Z'), caseId });
    await listCases(stores, { caller: as('maj', '2026-03-02T09:02:00.000Z'), query: { view: 'inbox' } });
    const page = await log('maj', { number });
    // Its own reading is there as well, at the moment it was made.
    expect(page.accesses.filter(({ operation }) => operation === 'list-access')).toMatchObject([{ user: { id: 'maj' }, kind: 'list', caseNumber: number }]);
    page.accesses.splice(page.accesses.findIndex(({ operation }) => operation === 'list-access'), 1);
    expect(page.accesses).toEqual([
      expect.objectContaining({ operation: 'list-cases', kind: 'list', at: '2026-03-02T09:02:00.000Z', unit: 'MAS-funktionen', caseNumber: number, caseId }),
      expect.objectContaining({ operation: 'read-case', kind: 'read', principal: 'mas', user: expect.objectContaining({ id: 'maj' }) }),
      expect.objectContaining({ operation: 'submit-deviation', kind: 'write', user: expect.objectContaining({ id: 'siri' }) }),
    ]);
    expect(new Set(page.accesses.map(({ patient }) => patient))).toEqual(new Set([expect.stringMatching(/^[\w-]{6}$/)]));
  });
  it('is read by field, by unit, or whole but without contents, and by nobody else', async () => {
    expect(seen(await log('maj'))).toContain('siri submit-deviation');
    expect(seen(await log('marta'))).not.toContain('siri submit-deviation');
    const whole = (await log('sixten')).accesses.find(({ operation }) => operation === 'read-case');
    expect(whole).toMatchObject({ caseNumber: number, caseId: null, reason: null });
    for (const userId of ['siri', 'hanna', 'nils']) await expect(log(userId)).rejects.toMatchObject({ code: 'not-allowed' });
  });
  it('narrows by user, unit and period, and pages without losing one', async () => {
    expect(new Set((await log('maj', { user: 'siri' })).accesses.map(({ user }) => user?.id))).toEqual(new Set(['siri']));
    expect((await log('maj', { unit: 'hemsjukvard-norr' })).accesses.every(({ unit }) => unit?.startsWith('Hemsjukvård'))).toBe(true);
    expect((await log('maj', { from: '2026-03-03' })).accesses).toEqual([]);
    expect((await log('maj', { number: 'nonsense' })).accesses).toEqual([]);
    const { accessReader, accessLog } = ports();
    // Many of one instant, as a list leaves them.
    await accessLog.recordAll(Array.from({ length: 60 }, (_, index) => ({ at: index < 40 ? monday : `2026-03-02T09:00:${index}.000Z`, userId: 'paged', principal: null, unitId: 'rehab', operation: 'list-cases', kind: 'list' as const, caseId: `c${index}`, patientKey: null })));
    for (const listing of [{ by: 'user', userId: 'paged' }, { by: 'unit', unitIds: ['rehab', 'nattpatrull'] }] as const) {
      const ids: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await accessReader.list(listing, { limit: 7, cursor });
        ids.push(...page.rows.filter(({ userId }) => userId === 'paged').map(({ caseId: one }) => one ?? ''));
        cursor = page.cursor ?? undefined;
      } while (cursor !== undefined);
      expect(ids).toHaveLength(60);
      expect(new Set(ids).size).toBe(60);
    }
    await expect(accessReader.list({ by: 'user', userId: 'other' }, { limit: 7, cursor: (await accessReader.list({ by: 'user', userId: 'paged' }, { limit: 7 })).cursor ?? '' })).rejects.toMatchObject({ code: 'cursor-invalid' });
  });
});

describe('the extract per patient', () => {
  const extract = (userId: string, typed: string) => extractPatientAccess(ports(), { caller: as(userId), body: { reference: typed, reason: 'Begäran om loggutdrag' } });
  it('finds all accesses however the number is written, and is itself in the log with its reason', async () => {
    const page = accessPage.parse(await extract('maj', '121212-1212'));
    expect(seen(page)).toEqual(expect.arrayContaining(['siri submit-deviation', 'maj read-case', 'maj list-cases']));
    expect(JSON.stringify(page)).not.toContain('1212-1212');
    expect(seen(accessPage.parse(await extract('maj', reference)))).toContain('maj extract-patient-access');
    expect(seen(await extract('maj', 'någon annan'))).toEqual(['maj extract-patient-access']);
  });
  it('has what was done before the reference was set, and nothing of a case whose reference was mended to another', async () => {
    const other = '19850101-2384';
    const { caseId: later } = await submitDeviation(stores, { caller: as('siri'), idempotency: once(), body: { report: missingList } });
    await readCase(stores, { caller: as('maj'), caseId: later });
    const set = async (typed: string) => setPatientReference(stores, { caller: as('maj'), idempotency: once(), caseId: later, body: { version: (await stores.cases.load(later))!.case.version, reference: typed, protectedIdentity: false, reason: 'Saknades.' } });
    const operations = async (typed: string) => (await extract('maj', typed)).accesses.filter(({ caseId: one }) => one === later).map(({ operation }) => operation).toSorted();
    await set(other);
    expect(await operations(other)).toEqual(['read-case', 'set-patient-reference', 'submit-deviation']);
    await set(reference);
    expect(await operations(other)).toEqual([]);
    expect(await operations(reference)).toEqual(['read-case', 'set-patient-reference', 'set-patient-reference', 'submit-deviation']);
  });
  it('of hundreds is one answer, and one entry in the log', async () => {
    const { accessReader, accessLog } = ports();
    const patientKey = (await accessReader.list({ by: 'user', userId: 'siri' }, { limit: 50 })).rows.find((row) => row.patientKey !== null)?.patientKey ?? '';
    await accessLog.recordAll(Array.from({ length: 450 }, (_, index) => ({ at: new Date(Date.parse(monday) + index).toISOString(), userId: 'many', principal: null, unitId: null, operation: 'list-cases', kind: 'list' as const, caseId, patientKey })));
    const taken = (page: AccessPage) => page.accesses.filter(({ operation }) => operation === 'extract-patient-access').length;
    const before = taken(await extract('maj', reference));
    const page = accessPage.parse(await extract('maj', reference));
    expect(page.accesses.filter(({ user }) => user?.id === 'many')).toHaveLength(450);
    expect(page.cursor).toBeNull();
    expect(taken(page)).toBe(before + 1);
  });
  it.each(['enok', 'sixten', 'siri', 'hanna'])('is not given to %s', async (userId) => {
    await expect(extract(userId, reference)).rejects.toMatchObject({ code: 'not-allowed' });
  });
});

describe('without a need to know', () => {
  const open = (userId: string, idempotency = once(), typed: string = number, now = monday) =>
    openWithReason(ports(), { caller: as(userId, now), idempotency, body: { number: typed, reason: 'Patienten är nu hos oss' } });
  it('a case is opened by stating why, for a day, to read, and its timeline says so', async () => {
    await expect(readCase(stores, { caller: as('marta'), caseId })).rejects.toMatchObject({ code: 'need-not-stated' });
    const same = once();
    const opened = await open('marta', same);
    expect(opened).toEqual({ caseId, number, until: '2026-03-03T09:00:00.000Z' });
    expect(await open('marta', same)).toEqual(opened);
    const view = await readCase(stores, { caller: as('marta', '2026-03-02T10:00:00.000Z'), caseId });
    expect(view).toMatchObject({ allowed: ['read-case'], outgoingText: null });
    expect(view.timeline.filter(({ type }) => type === 'openedWithReason')).toMatchObject([{ actor: { name: 'Marta Mar' }, detail: { reason: 'Patienten är nu hos oss' } }]);
    const { version } = (await stores.cases.load(caseId))!.case;
    await expect(addNote(stores, { caller: as('marta'), idempotency: once(), caseId, body: { version, text: 'x' } })).rejects.toMatchObject({ code: 'not-found' });
    await expect(readCase(stores, { caller: as('marta', '2026-03-03T09:00:00.000Z'), caseId })).rejects.toMatchObject({ code: 'need-not-stated' });
    expect((await log('maj', { number })).accesses.filter(({ reason }) => reason !== null).map(({ operation }) => operation).toSorted()).toEqual(['open-with-reason', 'read-case']);
  });
  it('who needs no reason is told so; who may not, and what is not there, get one answer; searching is stopped', async () => {
    expect(await open('maj')).toEqual({ caseId, number, until: null });
    await expect(open('sixten')).rejects.toMatchObject({ code: 'not-found' });
    await expect(open('marta', once(), 'XX9-999')).rejects.toMatchObject({ code: 'not-found' });
    const world = ports();
    const tries = Array.from({ length: 21 }, () => openWithReason(world, { caller: as('ulla'), idempotency: once(), body: { number: 'XX9-999', reason: 'r' } }).catch((error: { code: string }) => error.code));
    expect((await Promise.all(tries)).filter((code) => code === 'rate-limited')).toHaveLength(1);
  });
});

describe('spot checks', () => {
  const april = '2026-04-02T02:30:00.000Z';
  it('are drawn once for each unit and period, made up for after a silence, and told of', async () => {
    const world = ports();
    const first = await drawSpotChecks(world, april);
    expect(first.drawn).toBeGreaterThan(1);
    expect(await drawSpotChecks(world, april)).toEqual({ drawn: 0, reminded: 0 });
    const mails = (await world.outbox.pending('9999', 100)).flatMap(({ entry }) => (entry.kind === 'notice' ? [entry] : []));
    expect(mails).toContainEqual(expect.objectContaining({ mail: 'spotCheckDrawn', userId: 'enok', mailId: 'hemsjukvard-norr_2026-01-01.spotCheckDrawn.enok.drawn', path: '/access-log/spot-checks/hemsjukvard-norr_2026-01-01' }));
    // The functions of MAR have no manager: MAS is told.
    expect(mails).toContainEqual(expect.objectContaining({ caseId: 'mar-funktionen_2026-01-01', userId: 'maj' }));
  });
  it('have stated reasons first, are judged, and end with a signature', async () => {
    const world = ports();
    const caller = as('maj', '2026-04-03T08:00:00.000Z');
    const mar = spotCheckView.parse(await readSpotCheck(world, { caller, spotCheckId: 'mar-funktionen_2026-01-01' }));
    expect(mar.accesses[0]).toMatchObject({ operation: expect.stringMatching(/open-with-reason|read-case/), reason: 'Patienten är nu hos oss', mayJudge: true });
    let { version } = mar;
    const command = <Body>(body: Body) => ({ caller, idempotency: once(), body, spotCheckId: mar.id });
    await expect(signOffSpotCheck(world, command({ version, note: '' }))).rejects.toMatchObject({ code: 'judgements-missing' });
    await expect(judgeAccess(world, command({ version, accessId: mar.accesses[0]!.id, outcome: 'toInvestigate', note: '' }))).rejects.toMatchObject({ code: 'reason-missing' });
    for (const { id } of mar.accesses) ({ version } = await judgeAccess(world, command({ version, accessId: id, outcome: 'justified', note: '' })));
    await expect(judgeAccess(world, command({ version: 1, accessId: mar.accesses[0]!.id, outcome: 'justified', note: '' }))).rejects.toMatchObject({ code: 'stale-version' });
    const sign = command({ version, note: 'Allt förklarat.' });
    const signed = await signOffSpotCheck(world, sign);
    expect(signed).toMatchObject({ signedOff: { by: { id: 'maj' }, at: caller.now }, note: 'Allt förklarat.', maySignOff: false });
    expect(await signOffSpotCheck(world, sign)).toEqual(signed);
    expect(spotCheckList.parse(await listSpotChecks(world, { caller, query: { state: 'done' } })).checks.map(({ id }) => id)).toEqual([mar.id]);
  });
  it('are seen by those whose they are, and are reminded of until they are signed', async () => {
    const world = ports();
    const may = '2026-04-20T06:30:00.000Z';
    const open = async (userId: string) => (await listSpotChecks(world, { caller: as(userId, may), query: { state: 'open' } })).checks;
    expect((await open('enok')).map(({ id, overdue }) => [id, overdue])).toEqual([['hemsjukvard-norr_2026-01-01', true]]);
    expect((await open('sixten')).length).toBeGreaterThan(1);
    await expect(open('siri')).rejects.toMatchObject({ code: 'not-allowed' });
    for (const userId of ['rut', 'sixten']) await expect(readSpotCheck(world, { caller: as(userId, may), spotCheckId: 'hemsjukvard-norr_2026-01-01' })).rejects.toMatchObject({ code: 'not-found' });
    const { reminded } = await drawSpotChecks(world, may);
    expect(reminded).toBe((await open('sixten')).length);
    expect((await drawSpotChecks(world, may)).reminded).toBe(0);
    const reminders = (await world.outbox.pending('9999', 200)).flatMap(({ entry }) => (entry.kind === 'notice' && entry.mail === 'spotCheckReminder' ? [entry.mailId] : []));
    expect(reminders).toContain('hemsjukvard-norr_2026-01-01.spotCheckReminder.enok.r1');
  });
});
