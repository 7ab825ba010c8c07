import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DynamoAggregateStore } from '../../../functions/adapters/aggregate-store.ts';
import { DynamoDeepAnalysisStore } from '../../../functions/adapters/deep-analysis-store.ts';
import { DynamoGroupCaseStore } from '../../../functions/adapters/group-cases.ts';
import { DynamoMeetingStore } from '../../../functions/adapters/meeting-store.ts';
import { deepAnalysisList } from '../../../functions/contracts/deep-analysis.ts';
import { meetingList, meetingView } from '../../../functions/contracts/meeting.ts';
import type { Routine } from '../../../functions/domain/routine.ts';
import { addAction } from '../../../functions/use-cases/add-action.ts';
import { changeDeepAnalysis } from '../../../functions/use-cases/change-deep-analysis.ts';
import { changeMeeting } from '../../../functions/use-cases/change-meeting.ts';
import { closeCase } from '../../../functions/use-cases/close-case.ts';
import { confirmOutgoingText } from '../../../functions/use-cases/confirm-outgoing-text.ts';
import { editOutgoingText } from '../../../functions/use-cases/edit-outgoing-text.ts';
import { listDeepAnalyses } from '../../../functions/use-cases/list-deep-analyses.ts';
import { listMeetings } from '../../../functions/use-cases/list-meetings.ts';
import { planMeeting } from '../../../functions/use-cases/plan-meeting.ts';
import type { Idempotency } from '../../../functions/use-cases/ports.ts';
import { proposeDeepAnalysis } from '../../../functions/use-cases/propose-deep-analysis.ts';
import { readMeeting } from '../../../functions/use-cases/read-meeting.ts';
import { recordMeetingOutcome } from '../../../functions/use-cases/record-meeting-outcome.ts';
import { remindOfMeetings } from '../../../functions/use-cases/remind-of-meetings.ts';
import { sendCase } from '../../../functions/use-cases/send-case.ts';
import { setExternalUnit } from '../../../functions/use-cases/set-external-unit.ts';
import { submitDeviation } from '../../../functions/use-cases/submit-deviation.ts';
import { startStores, type Stores } from '../adapters/dynoxide.ts';
import { ekdala, missingList, monday, vaxjo } from '../ekdala.ts';

/* Meetings over a real store: what is written together, once, and to whom it is shown. */

const routine: Routine = {
  ...vaxjo, id: 'moten', meetings: { ...vaxjo.meetings, groups: [...vaxjo.meetings.groups, { kind: 'collaborationMeeting', intervalMonths: 3, agenda: ['followUp', 'sinceLast'], inviteDays: 7, notesDueDays: 7 }] },
};
const motet = { id: 'motet', name: 'Mötet', kind: 'collaborationMeeting', convenerUserId: 'rut', members: [{ userId: 'frans', from: '2020-01-01' }], guests: [] } as const;
let stores: Stores;
const logged: string[] = [];
const ports = () => {
  const table = () => 'Cases';
  const note = (message: string) => void logged.push(message);
  return {
    ...stores, meetings: new DynamoMeetingStore(stores.documents, table), deepAnalyses: new DynamoDeepAnalysisStore(stores.documents, table), aggregates: new DynamoAggregateStore(stores.documents, table),
    groupCases: new DynamoGroupCaseStore(stores.documents, table), log: { info: note, warn: note, error: note },
  };
};
const as = (userId: string, now = monday) => ({ userId, now, correlationId: 'test' });
const once = (): Idempotency => ({ key: randomUUID(), bodyHash: 'a'.repeat(64) });
const on = async <Body>(caseId: string, body: Body) => ({ caller: as('maj'), idempotency: once(), caseId, body: { version: (await stores.cases.load(caseId))!.case.version, ...body } });
const plan = { groupId: 'motet', date: '2026-03-02', from: '13:00', to: null, place: 'Sal 2', videoLink: null, counterpartIds: [] };
let caseId = '';
let number = '';
let meetingId = '';
const seen = async (userId: string, id = meetingId) => meetingView.parse(await readMeeting(ports(), { caller: as(userId), meetingId: id }));
const record = async (userId: string, body: object, idempotency = once(), version?: number) => recordMeetingOutcome(ports(), {
  caller: as(userId), idempotency, meetingId, body: { version: version ?? (await seen('rut')).version, itemId: 'i1', outcome: 'handled', note: '', ...body },
});

beforeAll(async () => {
  stores = await startStores();
  await stores.registers.write({ ...ekdala, groups: [...ekdala.groups ?? [], motet], routine, activeRoutine: { id: 'moten', version: routine.version } });
  ({ caseId, number } = await submitDeviation(stores, { caller: as('siri'), idempotency: once(), body: { report: missingList } }));
  await setExternalUnit(stores, await on(caseId, { externalUnitId: 'norrvik-34' }));
  await editOutgoingText(stores, await on(caseId, { text: 'Listan saknades.', notPersonalNumbers: [] }));
  await confirmOutgoingText(stores, await on(caseId, {}));
  await sendCase(stores, await on(caseId, {}));
  await addAction(stores, await on(caseId, { kind: 'systematic', text: 'Ring före hemgång.', responsibleUserId: 'enok', due: '2026-03-20', doneAt: null }));
  await closeCase(stores, await on(caseId, { note: 'Avtalat.' }));
  ({ id: meetingId } = await planMeeting(ports(), { caller: as('rut'), idempotency: once(), body: plan }));
});
afterAll(() => stores.stop());

describe('a meeting in the store', () => {
  it('has each case once, though two rules find it, and shows a member no more than its de-identified text', async () => {
    const { agenda, people } = await seen('frans');
    expect(agenda).toMatchObject([{ id: 'i1', source: 'followUp', outcomes: [], case: { number, folder: 'Listan saknades.', path: null, actions: [{ text: null }] } }]);
    expect(people.map(({ id, as: standing }) => `${id} ${standing}`)).toEqual(['rut convener', 'frans member']);
    await expect(seen('siri')).rejects.toMatchObject({ code: 'not-found' });
    await expect(seen('maj')).rejects.toMatchObject({ code: 'not-found' });
    expect(meetingList.parse(await listMeetings(ports(), { caller: as('frans') }))).toMatchObject({ groups: [{ id: 'motet', as: 'member', planned: true }], meetings: [{ id: meetingId, items: 1, done: 0 }] });
  });
  it('is written with the case in one transaction: both or neither, and once', async () => {
    const command = { outcome: 'notWantedResult' as const, note: 'Hände igen.', action: { text: 'Utbildning', responsibleUserId: 'enok', due: '2026-09-01' } };
    await expect(record('frans', command)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(record('rut', { ...command, action: undefined })).rejects.toMatchObject({ code: 'new-action-missing' });
    await expect(record('rut', { ...command, note: 'Gäller 19121212-1212.' })).rejects.toMatchObject({ code: 'personal-number-in-text' });
    // An action lets its owner read the case: nobody who may not is given one, the convener among them (R9).
    for (const responsibleUserId of ['rut', 'frans', 'nobody']) await expect(record('rut', { ...command, action: { ...command.action, responsibleUserId } })).rejects.toMatchObject({ code: 'user-unknown' });
    const { version } = await seen('rut');
    await expect(record('rut', command, once(), version + 1)).rejects.toMatchObject({ code: 'stale-version' });
    // Two conveners' pages at once: the second finds that it came too late, and the case has one new action.
    const both = await Promise.allSettled([record('rut', command, once(), version), record('rut', command, once(), version)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const { case: concerned } = (await stores.cases.load(caseId))!;
    expect(concerned.actions.map(({ text }) => text)).toEqual(['Ring före hemgång.', 'Utbildning']);
    expect(concerned.effectReviews).toMatchObject([{ number: 1, wantedResult: false }, { number: 2 }]);
    expect((await seen('rut')).agenda[0]).toMatchObject({ outcome: { outcome: 'notWantedResult', reviewDueAt: concerned.effectReviews[1]?.dueAt }, outcomes: [] });
    expect((await stores.cases.events(caseId)).filter(({ type }) => type === 'meetingHeld')).toMatchObject([{ actor: 'rut', principal: 'convener', detail: { meeting: meetingId, outcome: 'notWantedResult' } }]);
  });
  it('gives a repeated command its first answer', async () => {
    const idempotency = once();
    const { version } = await seen('rut');
    const body = { version, change: { kind: 'addItem' as const, caseNumber: null, title: 'Ny blankett', reason: 'Ska införas' } };
    const [first, again] = [await changeMeeting(ports(), { caller: as('rut'), idempotency, meetingId, body }), await changeMeeting(ports(), { caller: as('rut'), idempotency, meetingId, body })];
    expect(again).toEqual(first);
    expect((await seen('rut')).agenda).toHaveLength(2);
    // A case that the convener may not read does not exist for it.
    await expect(changeMeeting(ports(), { caller: as('rut'), idempotency: once(), meetingId, body: { version: first.version, change: { kind: 'addItem', caseNumber: number, title: '', reason: 'x' } } })).rejects.toMatchObject({ code: 'finding-unknown' });
  });
  it('forwards an item to another group, whose next agenda takes it up once', async () => {
    await record('rut', { itemId: 'i2', outcome: 'forwarded', note: 'Gäller fler än oss.', toGroupId: 'analysgruppen' });
    const next = async (date: string) => (await planMeeting(ports(), { caller: as('maj'), idempotency: once(), body: { ...plan, groupId: 'analysgruppen', date } })).id;
    const taken = await seen('marta', await next('2026-03-10'));
    expect(taken.agenda[0]).toMatchObject({ source: 'forwarded', matter: 'Ny blankett', fromGroup: 'Mötet', reason: 'Gäller fler än oss.' });
    expect(await ports().meetings.waitingFor('analysgruppen')).toEqual([]);
    // Cancelled, it waits again, and the next one has it.
    await changeMeeting(ports(), { caller: as('maj'), idempotency: once(), meetingId: taken.id, body: { version: taken.version, change: { kind: 'cancel', reason: 'Förhinder' } } });
    expect(await ports().meetings.waitingFor('analysgruppen')).toMatchObject([{ fromGroupId: 'motet', reason: 'Gäller fler än oss.' }]);
    expect((await seen('marta', await next('2026-03-11'))).agenda[0]).toMatchObject({ source: 'forwarded', matter: 'Ny blankett', fromGroup: 'Mötet' });
  });
  it('invites by the clock, once, and tells a convener that nothing is planned, once', async () => {
    const run = (now: string) => remindOfMeetings(ports(), now);
    expect(await run('2026-03-03T03:30:00.000Z')).toMatchObject({ meetings: 0 });
    // The notes of the first meeting are late, and the routine's next one is not near yet.
    expect(await run('2026-03-10T03:30:00.000Z')).toMatchObject({ meetings: 1, toPlan: 0 });
    expect(await run('2026-03-11T03:30:00.000Z')).toMatchObject({ meetings: 0 });
    expect(await run('2026-05-27T03:30:00.000Z')).toMatchObject({ toPlan: 1 });
    expect(await run('2026-05-28T03:30:00.000Z')).toMatchObject({ toPlan: 0 });
    expect(logged).not.toContain('meeting-passed-over');
  });
});

describe('deep analyses in the store', () => {
  it('are one at a time of a case, seen by those who decide and by whoever proposed', async () => {
    const proposed = await proposeDeepAnalysis(ports(), { caller: as('siri'), idempotency: once(), body: { caseId, reason: 'Tredje gången.' } });
    await expect(proposeDeepAnalysis(ports(), { caller: as('maj'), idempotency: once(), body: { caseId, reason: 'Igen.' } })).rejects.toMatchObject({ code: 'already-there' });
    await expect(proposeDeepAnalysis(ports(), { caller: as('nils'), idempotency: once(), body: { caseId, reason: 'x' } })).rejects.toMatchObject({ code: 'not-found' });
    const list = async (userId: string) => deepAnalysisList.parse(await listDeepAnalyses(ports(), { caller: as(userId), query: {} })).analyses;
    expect(await list('saga')).toMatchObject([{ case: { number, mayRead: false }, maySpeakAs: ['sas'] }]);
    expect(await list('siri')).toMatchObject([{ maySpeakAs: [], mayAssign: false }]);
    expect(await list('nils')).toEqual([]);
    const speak = (userId: string, role: 'mas' | 'mar' | 'sas', version: number) => changeDeepAnalysis(ports(), { caller: as(userId), idempotency: once(), analysisId: proposed.id, body: { version, change: { kind: 'speak', role, approved: false, reason: 'Redan utrett.' } } });
    await expect(speak('nils', 'mas', 1)).rejects.toMatchObject({ code: 'not-found' });
    expect(await speak('saga', 'sas', 1)).toMatchObject({ state: 'proposed', version: 2 });
    expect(await speak('marta', 'mar', 2)).toMatchObject({ state: 'declined', version: 3 });
    expect((await stores.cases.events(caseId)).map(({ type }) => type)).toEqual(expect.arrayContaining(['deepAnalysisProposed', 'deepAnalysisDecided']));
    // What was declined may be proposed again.
    expect(await proposeDeepAnalysis(ports(), { caller: as('maj'), idempotency: once(), body: { caseId, reason: 'Nu en fjärde gång.' } })).toMatchObject({ id: `${caseId}-2`, state: 'proposed' });
  });
});
