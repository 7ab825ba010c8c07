import { randomUUID } from 'node:crypto';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { incomingCaseView, type RegisterDeviation } from '../../../functions/contracts/incoming.ts';
import { caseNumber } from '../../../functions/domain/case-number.ts';
import { acceptDeviation } from '../../../functions/use-cases/accept-deviation.ts';
import type { CaseCommand, Idempotency } from '../../../functions/use-cases/ports.ts';
import { addAction } from '../../../functions/use-cases/add-action.ts';
import { addInvestigators } from '../../../functions/use-cases/add-investigators.ts';
import { assignCase } from '../../../functions/use-cases/assign-case.ts';
import { completeAction } from '../../../functions/use-cases/complete-action.ts';
import { confirmOutgoingText } from '../../../functions/use-cases/confirm-outgoing-text.ts';
import { closeCase } from '../../../functions/use-cases/close-case.ts';
import { editOutgoingText } from '../../../functions/use-cases/edit-outgoing-text.ts';
import { listActions } from '../../../functions/use-cases/list-actions.ts';
import { listCases } from '../../../functions/use-cases/list-cases.ts';
import { readCase } from '../../../functions/use-cases/read-case.ts';
import { readPatientReference } from '../../../functions/use-cases/read-patient-reference.ts';
import { registerDeviation } from '../../../functions/use-cases/register-deviation.ts';
import { reportInvestigationDone } from '../../../functions/use-cases/report-investigation-done.ts';
import { saveInvestigation } from '../../../functions/use-cases/save-investigation.ts';
import { sendIncomingReply } from '../../../functions/use-cases/send-incoming-reply.ts';
import { submitDeviation } from '../../../functions/use-cases/submit-deviation.ts';
import { startStores, type Stores } from '../adapters/dynoxide.ts';
import { dressing, filed } from '../domain/incoming-case.ts';
import { ekdala, missingList, monday, vaxjo } from '../ekdala.ts';

let stores: Stores;
beforeAll(async () => {
  stores = await startStores();
  await stores.registers.write({ ...ekdala, routine: vaxjo, activeRoutine: { id: 'vaxjo', version: vaxjo.version } });
});
afterAll(() => stores.stop());

const as = (userId: string, now = monday) => ({ userId, now, correlationId: 'test' });
const once = (): Idempotency => ({ key: randomUUID(), bodyHash: 'a'.repeat(64) });
const report = { ...dressing, concernedUnitIds: [...dressing.concernedUnitIds] };
const body: RegisterDeviation = { principal: 'mas', report, filer: { mailbox: null, language: 'sv' }, receivedAt: monday };
const register = (more: Partial<RegisterDeviation> = {}, userId = 'hanna', now = monday) =>
  registerDeviation(stores, { caller: as(userId, now), idempotency: once(), body: { ...body, ...more } });
const on = async <Body>(userId: string, caseId: string, rest: Body, now = monday): Promise<CaseCommand<Body & { version: number }>> => ({
  caller: as(userId, now), idempotency: once(), caseId, body: { version: (await stores.cases.load(caseId))!.case.version, ...rest },
});
const view = async (userId: string, caseId: string, now = monday) => incomingCaseView.parse(await readCase(stores, { caller: as(userId, now), caseId }));
const watched = async (userId: string, now = monday) => (await listCases(stores, { caller: as(userId, now), query: { view: 'watch' } })).cases.map(({ id }) => id);
const actions = async (userId: string, query: Parameters<typeof listActions>[1]['query'], now = monday) =>
  (await listActions(stores, { caller: as(userId, now), query })).actions.map(({ caseId, text, overdue }) => [caseId, text, overdue]);

describe('scenario 2, over a real store', () => {
  it('registered for MAS, led by home care, joined by rehab, answered by MAS, which closes', async () => {
    const { caseId, replyBy } = await register({ patientReference: { reference: '19121212-1212', protectedIdentity: false } });
    expect(replyBy).toBe('2026-04-01');
    expect(await watched('maj')).toContain(caseId);
    await assignCase(stores, await on('hanna', caseId, { leadInvestigatorId: 'enok', coInvestigatorIds: ['maj', 'rut'] }));
    await addInvestigators(stores, await on('rut', caseId, { userIds: ['frans'] }));
    for (const userId of ['maj', 'enok', 'rut', 'frans']) expect(await watched(userId)).toContain(caseId);
    await saveInvestigation(stores, await on('enok', caseId, { courseOfEvents: 'Besöket ställdes in.', causes: [{ area: 'proceduresRoutines' as const, text: 'Ingen rutin.' }], rootCause: 'Ingen rutin.' }));
    await addAction(stores, await on('enok', caseId, { kind: 'systematic' as const, text: 'Ny rutin', responsibleUserId: 'frans', due: '2026-03-20', doneAt: null }));
    await reportInvestigationDone(stores, await on('enok', caseId, { message: '' }));
    await editOutgoingText(stores, await on('enok', caseId, { text: 'Vi beklagar. Ny rutin finns.', notPersonalNumbers: [] }));
    await confirmOutgoingText(stores, await on('hanna', caseId, {}));
    // V7: the lead cannot close, nor send.
    await expect(sendIncomingReply(stores, await on('enok', caseId, { dispatch: 'link' as const }))).rejects.toMatchObject({ code: 'not-allowed', reason: 'not-in-routine' });
    await expect(closeCase(stores, await on('enok', caseId, { note: '' }))).rejects.toMatchObject({ code: 'not-allowed', reason: 'other-direction' });
    const before = await view('hanna', caseId);
    expect(before).toMatchObject({ sendingBlockedBy: [], owningUnit: { id: 'mas-funktionen' }, suggestedLead: { id: 'enok' }, source: { kind: 'administrator', registeredBy: { id: 'hanna' }, principal: 'mas', mailbox: 'b…@bjorken.example' } });
    await sendIncomingReply(stores, await on('hanna', caseId, { dispatch: 'link' as const }));
    const after = await view('maj', caseId);
    expect(after).toMatchObject({ status: 'closed', owningUnit: { id: 'hemsjukvard-norr' }, answer: { text: 'Vi beklagar. Ny rutin finns.' }, effectReviews: [{ number: 1 }] });
    expect(after.timeline.map(({ type }) => type)).toEqual(['registered', 'assigned', 'investigatorsAdded', 'investigationSaved', 'actionAdded', 'investigationDone', 'outgoingTextEdited', 'outgoingTextConfirmed', 'replySent', 'ownerMoved', 'closed']);
    expect(after.timeline.find(({ type }) => type === 'replySent')).toMatchObject({ actor: { name: 'Hanna Handläggare' }, principal: 'mas' });
    expect((await readPatientReference(stores, { caller: as('enok'), caseId, body: { reason: 'Utredning' } })).reference).toBe('19121212-1212');
    // L5: the log has actor, principal and patient, for reads too.
    const { Items = [] } = await stores.documents.send(new QueryCommand({ TableName: 'AccessLog', IndexName: 'case', KeyConditionExpression: 'caseKey = :case', ExpressionAttributeValues: { ':case': caseId } }));
    expect(Items.length).toBeGreaterThan(10);
    for (const entry of Items) expect(entry['patientKey']).toEqual(expect.any(String));
    expect(Items.find(({ operation }) => operation === 'register-deviation')).toMatchObject({ userId: 'hanna', principal: 'mas', kind: 'write' });
  });
  it('V2: nobody registers for a role that is not theirs to act for', async () => {
    await expect(register({}, 'enok')).rejects.toMatchObject({ code: 'principal-not-registering' });
    await expect(register({ principal: 'sas' })).rejects.toMatchObject({ code: 'principal-not-registering' });
    await expect(register({}, 'stranger')).rejects.toMatchObject({ code: 'unknown-user' });
  });
  it('answers the same registration the same, and makes one case of it', async () => {
    const request = { caller: as('hanna'), idempotency: once(), body };
    const first = await registerDeviation(stores, request);
    expect(await registerDeviation(stores, request)).toEqual(first);
    expect(await stores.cases.findByNumber(first.number)).toBe(first.caseId);
  });
});

describe('what each sees', () => {
  it('managers and whoever has an action see the case without the handler’s texts; others learn not even that it exists', async () => {
    const { caseId } = await register();
    await addAction(stores, await on('maj', caseId, { kind: 'acute' as const, text: 'Ring', responsibleUserId: 'nils', due: '2026-03-05', doneAt: null }));
    await editOutgoingText(stores, await on('maj', caseId, { text: 'Utkast', notPersonalNumbers: [] }));
    for (const userId of ['enok', 'rut', 'nils']) {
      const seen = await view(userId, caseId);
      expect(seen.outgoingText).toBeNull();
      expect(seen.source.mailbox).toBeNull();
      expect(seen.timeline.map(({ type }) => type)).not.toContain('outgoingTextEdited');
      // H9: a manager supports the staff, and feeds back to them.
      expect(seen.allowed).toEqual(userId === 'nils' ? ['read-case', 'complete-action'] : ['read-case', 'record-staff-support', 'record-feedback']);
    }
    for (const userId of ['siri', 'frans', 'marta', 'ulla', 'sixten']) await expect(view(userId, caseId)).rejects.toMatchObject({ code: 'not-found' });
  });
  it('lists both directions, or one; a substitute has the watch list of the absent', async () => {
    const { caseId } = await register();
    const { caseId: ours } = await submitDeviation(stores, { caller: as('siri'), idempotency: once(), body: { report: missingList } });
    const inbox = async (direction?: 'incoming' | 'outgoing') =>
      (await listCases(stores, { caller: as('maj'), query: { view: 'inbox', limit: '100', ...(direction && { direction }) } })).cases;
    expect((await inbox()).map(({ id }) => id)).toEqual(expect.arrayContaining([caseId, ours]));
    const incoming = await inbox('incoming');
    expect(incoming.map(({ direction }) => direction)).not.toContain('outgoing');
    expect(incoming.find(({ id }) => id === caseId)).toMatchObject({ counterpart: 'Region Sjöland', externalUnit: 'Björkens vårdcentral', reportingUnit: 'Hemsjukvården Norr' });
    const outgoing = await inbox('outgoing');
    expect(outgoing.map(({ id }) => id)).toContain(ours);
    expect(outgoing.map(({ direction }) => direction)).not.toContain('incoming');
    expect((await listCases(stores, { caller: as('enok'), query: { view: 'unit', key: 'hemsjukvard-norr', limit: '100' } })).cases.map(({ id }) => id)).toContain(caseId);
    expect(await watched('moa')).toEqual([]);
    expect(await watched('moa', '2027-07-05T08:00:00.000Z')).toContain(caseId);
    expect((await listCases(stores, { caller: as('siri'), query: { view: 'mine' } })).cases.map(({ id }) => id)).toEqual([ours]);
  });
});

it('keeps what nobody has registered from the units that were named', async () => {
  const made = { ...filed(), id: randomUUID(), number: caseNumber(4711) };
  await stores.cases.commit({
    case: made, expected: null, events: [], outbox: [],
    access: { at: monday, userId: 'external', principal: null, unitId: null, operation: 'submit-intake', kind: 'write', caseId: made.id, patientKey: null },
  });
  const ofUnit = async () => (await listCases(stores, { caller: as('enok'), query: { view: 'unit', key: 'hemsjukvard-norr', limit: '100' } })).cases.map(({ id }) => id);
  expect(await ofUnit()).not.toContain(made.id);
  await expect(view('enok', made.id)).rejects.toMatchObject({ code: 'not-found' });
  await acceptDeviation(stores, await on('hanna', made.id, { principal: 'mas' as const, legalBasis: 'hsl' as const, category: 'nursingCare' as const, harm: 'risk' as const, seriousRisk: false, concernedUnitIds: ['hemsjukvard-norr'] }));
  expect(await ofUnit()).toContain(made.id);
  expect((await view('enok', made.id)).status).toBe('registered');
  expect((await view('maj', made.id)).timeline.at(-1)).toMatchObject({ type: 'registered', actor: { name: 'Hanna Handläggare' }, principal: 'mas' });
  expect(await watched('maj')).toContain(made.id);
});

describe('the action register', () => {
  it('shows mine, my unit’s and what is overdue, open or done, and follows every change', async () => {
    const { caseId } = await register({ report: { ...report, concernedUnitIds: ['rehab'] } });
    await assignCase(stores, await on('maj', caseId, { leadInvestigatorId: 'rut', coInvestigatorIds: ['maj'] }));
    for (const [text, responsibleUserId, due] of [['Sen', 'rut', '2026-03-05'], ['Senare', 'rut', '2026-04-05'], ['Annans', 'saga', '2026-03-05']] as const) {
      await addAction(stores, await on('rut', caseId, { kind: 'systematic' as const, text, responsibleUserId, due, doneAt: null }));
    }
    const later = '2026-03-06T09:00:00.000Z';
    expect(await actions('rut', { view: 'mine' })).toEqual([[caseId, 'Sen', false], [caseId, 'Senare', false]]);
    expect((await actions('rut', { view: 'unit', key: 'rehab' }, later)).filter(([id]) => id === caseId)).toEqual([[caseId, 'Sen', true], [caseId, 'Senare', false]]);
    expect((await actions('maj', { view: 'overdue', limit: '100' }, later)).filter(([id]) => id === caseId)).toEqual(expect.arrayContaining([[caseId, 'Sen', true], [caseId, 'Annans', true]]));
    // The day itself is in time.
    expect(await actions('rut', { view: 'overdue' }, '2026-03-05T20:00:00.000Z')).toEqual([]);
    await completeAction(stores, await on('rut', caseId, { actionId: 'action-1', doneAt: '2026-03-06', effect: 'Bra' }, later));
    expect(await actions('rut', { view: 'mine' }, later)).toEqual([[caseId, 'Senare', false]]);
    expect(await actions('rut', { view: 'mine', state: 'done' }, later)).toEqual([[caseId, 'Sen', false]]);
    await expect(actions('rut', { view: 'unit', key: 'nattpatrull' })).rejects.toMatchObject({ code: 'not-allowed' });
    const first = await listActions(stores, { caller: as('maj', later), query: { view: 'overdue', limit: '1' } });
    expect(first.actions).toHaveLength(1);
    const second = await listActions(stores, { caller: as('maj', later), query: { view: 'overdue', limit: '1', cursor: first.cursor! } });
    expect(second.actions[0]!.id + second.actions[0]!.caseId).not.toBe(first.actions[0]!.id + first.actions[0]!.caseId);
    await expect(listActions(stores, { caller: as('maj', later), query: { view: 'mine', cursor: first.cursor! } })).rejects.toMatchObject({ code: 'cursor-invalid' });
  });
});
