import { randomUUID } from 'node:crypto';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseList, caseView } from '../../../functions/contracts/case.ts';
import { executionList } from '../../../functions/contracts/execution.ts';
import { profile, registersView } from '../../../functions/contracts/register.ts';
import { acknowledge, answer } from '../../../functions/domain/commands/replying.ts';
import { askMoreTime } from '../../../functions/domain/commands/asking.ts';
import type { OutgoingCase as Case } from '../../../functions/domain/case.ts';
import type { CommandContext, Outcome } from '../../../functions/domain/command.ts';
import { assignCase } from '../../../functions/use-cases/assign-case.ts';
import { closeCase } from '../../../functions/use-cases/close-case.ts';
import { confirmOutgoingText } from '../../../functions/use-cases/confirm-outgoing-text.ts';
import { decideAsk } from '../../../functions/use-cases/decide-ask.ts';
import { editOutgoingText } from '../../../functions/use-cases/edit-outgoing-text.ts';
import { listCases } from '../../../functions/use-cases/list-cases.ts';
import { listDrafts } from '../../../functions/use-cases/list-drafts.ts';
import { listExecutions } from '../../../functions/use-cases/list-executions.ts';
import { addNote } from '../../../functions/use-cases/add-note.ts';
import { readCase } from '../../../functions/use-cases/read-case.ts';
import { readPatientReference } from '../../../functions/use-cases/read-patient-reference.ts';
import { readProfile } from '../../../functions/use-cases/read-profile.ts';
import { readRegisters } from '../../../functions/use-cases/read-registers.ts';
import { provideInformation } from '../../../functions/use-cases/provide-information.ts';
import { requestInformation } from '../../../functions/use-cases/request-information.ts';
import { reopenCase } from '../../../functions/use-cases/reopen-case.ts';
import { writeOf } from '../../../functions/use-cases/run-case-command.ts';
import { saveDraft } from '../../../functions/use-cases/save-draft.ts';
import { sendCase } from '../../../functions/use-cases/send-case.ts';
import { setExternalUnit } from '../../../functions/use-cases/set-external-unit.ts';
import { setLanguage } from '../../../functions/use-cases/set-language.ts';
import { shareReply } from '../../../functions/use-cases/share-reply.ts';
import { submitDeviation } from '../../../functions/use-cases/submit-deviation.ts';
import type { Idempotency } from '../../../functions/use-cases/ports.ts';
import { startStores, type Stores } from '../adapters/dynoxide.ts';
import { outgoingOf } from '../domain/outgoing-case.ts';
import { ekdala, missingList, monday, vaxjo } from '../ekdala.ts';

let stores: Stores;
beforeAll(async () => {
  stores = await startStores();
  await stores.registers.write({ ...ekdala, routine: vaxjo, activeRoutine: { id: 'vaxjo', version: vaxjo.version } });
});
afterAll(() => stores.stop());

const as = (userId: string, now = monday) => ({ userId, now, correlationId: 'test' });
const once = (): Idempotency => ({ key: randomUUID(), bodyHash: 'a'.repeat(64) });
const submit = async (body = {}, userId = 'siri') =>
  submitDeviation(stores, { caller: as(userId), idempotency: once(), body: { report: missingList, ...body } });
const versionOf = async (caseId: string): Promise<number> => (await stores.cases.load(caseId))!.case.version;
const on = async <Body>(userId: string, caseId: string, body: Body, now = monday) =>
  ({ caller: as(userId, now), idempotency: once(), caseId, body: { version: await versionOf(caseId), ...body } });
/** What the unit behind the link does, as the edges will. */
const asUnit = async (caseId: string, now: string, decide: (concerned: Case, context: CommandContext) => Outcome | null): Promise<void> => {
  const loaded = (await stores.cases.load(caseId))!;
  const outcome = decide(outgoingOf(loaded.case), { now, actor: 'external', principal: null, routine: vaxjo, register: await stores.registers.read() });
  await stores.cases.commit(writeOf(loaded, outcome!, {
    access: { at: now, userId: 'external', principal: null, unitId: null, operation: 'submit-reply', kind: 'write', caseId, patientKey: null },
  }));
};
const parts = { deviationReceived: 'Ja.', investigation: 'Rutinen följdes inte.', acuteActions: 'Listan sändes.', systematicActions: 'Checklista.' };
const send = async (caseId: string): Promise<void> => {
  await setExternalUnit(stores, await on('maj', caseId, { externalUnitId: 'norrvik-34' }));
  await editOutgoingText(stores, await on('maj', caseId, { text: 'Läkemedelslistan saknades.', notPersonalNumbers: [] }));
  await confirmOutgoingText(stores, await on('maj', caseId, {}));
  await sendCase(stores, await on('maj', caseId, {}));
};
const accessOf = async (caseId: string) => (await stores.documents.send(new QueryCommand({
  TableName: 'AccessLog', IndexName: 'case', KeyConditionExpression: 'caseKey = :case', ExpressionAttributeValues: { ':case': caseId },
}))).Items ?? [];

describe('scenario 1, as the staff does it', () => {
  it('goes from the report to the closed case, and the nurse sees what came of it', async () => {
    await saveDraft(stores, { caller: as('siri'), draftId: 'd1', body: { values: { whatHappened: 'Läkemedels' } } });
    const receipt = await submit({ draftId: 'd1', patientReference: { reference: '19121212-1212', protectedIdentity: false } });
    expect(receipt).toMatchObject({ status: 'received', responsible: 'mas', handleBy: '2026-03-09', version: 1 });
    expect((await listDrafts(stores, { caller: as('siri') })).drafts).toEqual([]);
    const { caseId } = receipt;

    const inbox = await listCases(stores, { caller: as('maj'), query: { view: 'inbox' } });
    expect(caseList.parse(inbox).cases.map(({ id }) => id)).toContain(caseId);
    expect((await listCases(stores, { caller: as('siri'), query: { view: 'mine' } })).cases.map(({ id }) => id)).toContain(caseId);
    expect((await listCases(stores, { caller: as('enok'), query: { view: 'unit' } })).cases.map(({ id }) => id)).toContain(caseId);
    expect((await listCases(stores, { caller: as('marta'), query: { view: 'inbox' } })).cases.map(({ id }) => id)).not.toContain(caseId);
    // By unit: to those who handle cases theirs, to nobody else another unit's.
    expect((await listCases(stores, { caller: as('maj'), query: { view: 'unit', key: 'hemsjukvard-norr' } })).cases.map(({ id }) => id)).toContain(caseId);
    expect((await listCases(stores, { caller: as('marta'), query: { view: 'unit', key: 'hemsjukvard-norr' } })).cases.map(({ id }) => id)).not.toContain(caseId);
    await expect(listCases(stores, { caller: as('enok'), query: { view: 'unit', key: 'rehab' } })).rejects.toMatchObject({ code: 'not-allowed' });

    await expect(sendCase(stores, await on('maj', caseId, {}))).rejects.toMatchObject({ code: 'external-unit-missing', blocks: ['external-unit-missing', 'text-not-confirmed'] });
    await setExternalUnit(stores, await on('maj', caseId, { externalUnitId: 'norrvik-34' }));
    await editOutgoingText(stores, await on('maj', caseId, { text: 'Gäller 19 121212-1212.', notPersonalNumbers: [] }));
    await expect(confirmOutgoingText(stores, await on('maj', caseId, {}))).rejects.toMatchObject({ code: 'personal-number-in-text' });
    const blocked = caseView.parse(await readCase(stores, { caller: as('maj'), caseId }));
    expect(blocked.sendingBlockedBy).toEqual(['text-not-confirmed', 'personal-number-in-text']);
    expect(blocked.outgoingText?.findings).toMatchObject([{ start: 7, end: 21, kind: 'personalNumber' }]);
    await send(caseId);

    await asUnit(caseId, '2026-03-04T09:00:00.000Z', acknowledge);
    await asUnit(caseId, '2026-03-14T09:00:00.000Z', (concerned, context) => answer(concerned, { parts, respondentTitle: 'Avdelningschef' }, context));
    const before = caseView.parse(await readCase(stores, { caller: as('siri'), caseId }));
    expect(before).toMatchObject({ status: 'answered', replies: [], outgoingText: null, request: null, allowed: ['read-case', 'note-in-record'] });
    await shareReply(stores, await on('hanna', caseId, { unitIds: ['hemsjukvard-norr'], userIds: [], message: '' }, '2026-03-16T09:00:00.000Z'));
    await closeCase(stores, await on('hanna', caseId, { note: '' }, '2026-03-16T10:00:00.000Z'));

    const seen = caseView.parse(await readCase(stores, { caller: as('siri'), caseId }));
    expect(seen.replies[0]?.parts).toEqual(parts);
    expect(seen.timeline.map(({ type }) => type)).toEqual(['submitted', 'externalUnitSet', 'externalUnitSet', 'sent', 'acknowledged', 'answered', 'shared', 'closed']);
    const whole = caseView.parse(await readCase(stores, { caller: as('maj'), caseId }));
    expect(whole.timeline.at(-1)).toMatchObject({ type: 'closed', actor: { kind: 'person', name: 'Hanna Handläggare' }, principal: 'mas' });
    expect(whole.timeline.find(({ type }) => type === 'answered')?.actor).toEqual({ kind: 'external', name: 'Norrviks sjukhus, avdelning 34' });
  });

  it('logs every reading and writing with actor, principal and patient, and shows the reference for a reason only', async () => {
    const { caseId } = await submit({ patientReference: { reference: '19121212-1212', protectedIdentity: true } });
    await readCase(stores, { caller: as('hanna'), caseId });
    expect(await readPatientReference(stores, { caller: as('maj'), caseId, body: { reason: 'Ringer avdelningen' } })).toEqual({ reference: '19121212-1212', protectedIdentity: true });
    await expect(readPatientReference(stores, { caller: as('siri'), caseId, body: { reason: 'Nyfiken' } })).rejects.toMatchObject({ code: 'not-allowed' });
    const log = await accessOf(caseId);
    expect(log.map(({ userId, operation, principal }) => [userId, operation, principal]).toSorted()).toEqual([
      ['hanna', 'read-case', 'mas'], ['maj', 'read-patient-reference', 'mas'], ['siri', 'submit-deviation', undefined],
    ]);
    expect(new Set(log.map(({ patientKey }) => patientKey)).size).toBe(1);
    expect(JSON.stringify(log)).not.toContain('1212');
    expect(JSON.stringify((await stores.cases.load(caseId))!.case)).not.toContain('1212');
  });

  it('gives more time once it is decided, and starts the next generation when reopened', async () => {
    const { caseId } = await submit();
    await send(caseId);
    await asUnit(caseId, '2026-03-04T09:00:00.000Z', acknowledge);
    await asUnit(caseId, '2026-03-05T09:00:00.000Z', (concerned, context) => askMoreTime(concerned, { days: 10, reason: 'Semester' }, context));
    const { asks } = caseView.parse(await readCase(stores, { caller: as('maj'), caseId }));
    await decideAsk(stores, await on('maj', caseId, { askId: asks[0]!.id, approved: true, reason: '' }, '2026-03-06T09:00:00.000Z'));
    await expect(decideAsk(stores, await on('maj', caseId, { askId: asks[0]!.id, approved: true, reason: '' }))).rejects.toMatchObject({ code: 'ask-decided' });
    expect((await readCase(stores, { caller: as('maj'), caseId })).clock.replyBy).toBe('2026-04-11T21:59:59.000Z');
    await closeCase(stores, await on('maj', caseId, { note: 'Löst per telefon.' }));
    await reopenCase(stores, await on('maj', caseId, { reason: 'Svaret kom.' }));
    expect((await stores.cases.load(caseId))!.case).toMatchObject({ status: 'reopened', generation: 2 });
    expect((await stores.outbox.pending('2027-01-01', 500)).map(({ entry }) => entry)).toContainEqual({ kind: 'start', executionName: `${caseId}-2`, caseId, generation: 2 });
  });
});

describe('the same command twice, a stale version, another role', () => {
  it('answers a repeated submission with the first answer, and refuses the key for another body', async () => {
    const request = { caller: as('siri'), idempotency: once(), body: { report: missingList } };
    const [one, other] = await Promise.all([submitDeviation(stores, request), submitDeviation(stores, request)]);
    expect(other).toEqual(one);
    expect(await submitDeviation(stores, request)).toEqual(one);
    await expect(submitDeviation(stores, { ...request, idempotency: { ...request.idempotency, bodyHash: 'b'.repeat(64) } })).rejects.toMatchObject({ code: 'idempotency-key-reused' });
  });

  it('lets one of two commands on the same version through, however they race', async () => {
    const { caseId } = await submit();
    const requests = await Promise.all([on('maj', caseId, { text: 'ett' }), on('hanna', caseId, { text: 'två' })]);
    const results = await Promise.allSettled(requests.map((request) => addNote(stores, request)));
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'stale-version', currentVersion: 2 } });
    expect((await stores.cases.events(caseId)).filter(({ type }) => type === 'noteAdded')).toHaveLength(1);
  });

  it('answers a repeated command that raced with itself', async () => {
    const { caseId } = await submit();
    const request = await on('maj', caseId, { text: 'en gång' });
    const answers = await Promise.all([addNote(stores, request), addNote(stores, request), addNote(stores, request)]);
    expect(new Set(answers.map(({ version }) => version))).toEqual(new Set([2]));
    expect((await stores.cases.events(caseId)).filter(({ type }) => type === 'noteAdded')).toHaveLength(1);
  });

  it('goes on when only the workflow has written meanwhile', async () => {
    const { caseId } = await submit();
    const request = await on('maj', caseId, { text: 'en not' });
    const stale = (await stores.cases.load(caseId))!;
    let first = true;
    const cases = Object.assign(Object.create(stores.cases), {
      load: async (id: string) => {
        if (!first) return stores.cases.load(id);
        first = false;
        await stores.cases.record({ caseId, at: monday, expected: {}, overdue: true, steps: { handlingOverdue: monday }, events: [], outbox: [] });
        return stale;
      },
      commit: (write: Parameters<typeof stores.cases.commit>[0]) => stores.cases.commit(write),
      findAnswer: (...args: Parameters<typeof stores.cases.findAnswer>) => stores.cases.findAnswer(...args),
    }) as typeof stores.cases;
    expect(await addNote({ ...stores, cases }, request)).toMatchObject({ version: 2 });
    expect((await stores.cases.load(caseId))!.case.steps).toEqual({ handlingOverdue: monday });
  });

  it.each([
    ['marta', 'not-found'], ['rut', 'not-found'], ['sixten', 'not-found'], ['nobody', 'unknown-user'],
  ])('%s: %s', async (userId, code) => {
    const { caseId } = await submit();
    await expect(readCase(stores, { caller: as(userId), caseId })).rejects.toMatchObject({ code });
    await expect(addNote(stores, await on(userId, caseId, { text: 'x' }))).rejects.toMatchObject({ code });
    expect(await versionOf(caseId)).toBe(1);
  });

  it('lets a manager read the unit’s case but not handle it', async () => {
    const { caseId } = await submit();
    // H9: the manager supports the staff, and feeds back to them.
    expect((await readCase(stores, { caller: as('enok'), caseId })).allowed).toEqual(['read-case', 'note-in-record', 'record-staff-support', 'record-feedback']);
    await requestInformation(stores, await on('maj', caseId, { question: 'Vilken avdelning?' }));
    expect((await readCase(stores, { caller: as('enok'), caseId })).allowed).toEqual(['read-case', 'provide-information', 'note-in-record', 'record-staff-support', 'record-feedback']);
    await provideInformation(stores, await on('siri', caseId, { answer: 'Avdelning 34.' }));
    expect((await readCase(stores, { caller: as('siri'), caseId })).informationRequest).toMatchObject({ question: 'Vilken avdelning?', answer: 'Avdelning 34.' });
    await expect(setExternalUnit(stores, await on('enok', caseId, { externalUnitId: 'norrvik-34' }))).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('lets an assigned lead find, read and handle the case, but neither send nor close it', async () => {
    const { caseId } = await submit();
    await assignCase(stores, await on('maj', caseId, { leadInvestigatorId: 'frans', coInvestigatorIds: ['rut'] }));
    expect((await listCases(stores, { caller: as('frans'), query: { view: 'inbox' } })).cases.map(({ id }) => id)).toEqual([caseId]);
    await expect(sendCase(stores, await on('frans', caseId, {}))).rejects.toMatchObject({ code: 'not-allowed' });
    await assignCase(stores, await on('maj', caseId, { leadInvestigatorId: 'maj', coInvestigatorIds: [] }));
    expect((await listCases(stores, { caller: as('frans'), query: { view: 'inbox' } })).cases).toEqual([]);
  });
});

describe('lists, executions, profile, registers', () => {
  it('pages through an inbox without losing or repeating a case, and refuses another list’s cursor', async () => {
    const made = await Promise.all(Array.from({ length: 7 }, () => submit({ report: { ...missingList, category: 'rehabilitation' } })));
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page: Awaited<ReturnType<typeof listCases>> = await listCases(stores, { caller: as('marta'), query: { view: 'inbox', limit: '3', ...(cursor && { cursor }) } });
      seen.push(...page.cases.map(({ id }) => id));
      cursor = page.cursor;
      if (cursor) await expect(listCases(stores, { caller: as('marta'), query: { view: 'inbox', status: 'closed', cursor } })).rejects.toMatchObject({ code: 'cursor-invalid' });
    } while (cursor);
    expect(seen.toSorted()).toEqual(made.map(({ caseId }) => caseId).toSorted());
    await expect(listCases(stores, { caller: as('marta'), query: { view: 'inbox', cursor: '!!' } })).rejects.toMatchObject({ code: 'cursor-invalid' });
    const late = await listCases(stores, { caller: as('marta', '2026-04-01T09:00:00.000Z'), query: { view: 'overdue' } });
    expect(late.cases.length).toBe(7);
    expect(late.cases.every(({ overdue }) => overdue)).toBe(true);
  });

  it('shows executions without contents to those who watch them', async () => {
    const { caseId, number } = await submit();
    const list = await listExecutions(stores, { caller: as('sixten'), query: { number: number.toLowerCase().replace('-', ' ') } });
    expect(executionList.parse(list).executions).toMatchObject([{ id: `${caseId}-1`, caseId, caseStatus: 'received', overdue: false }]);
    expect((await listExecutions(stores, { caller: as('sixten'), query: { filter: 'open', limit: '100' } })).executions.map((each) => each.caseId)).toContain(caseId);
    await expect(listExecutions(stores, { caller: as('siri'), query: {} })).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('gives profile and registers, and remembers the language', async () => {
    expect(profile.parse(await readProfile(stores, { caller: as('hanna') })).roles[0]?.principalRoles).toEqual(['mas', 'mar', 'investigator']);
    expect((await setLanguage(stores, { caller: as('hanna'), idempotency: once(), body: { language: 'en' } })).language).toBe('en');
    expect((await readProfile(stores, { caller: as('hanna') })).language).toBe('en');
    const view = registersView.parse(await readRegisters(stores, { caller: as('siri') }));
    expect(JSON.stringify(view)).not.toContain('@');
  });
});
