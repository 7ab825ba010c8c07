import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationId } from '../../functions/contracts/operations.ts';
import { Installation } from '../e2e/installation.ts';
import { missingMedicationList } from '../e2e/story.ts';

/** Clauses on consent, secrecy and protected identity, under the routine that asks for consent. */
describe('secrecy', () => {
  let at: Installation;
  beforeAll(async () => {
    at = await Installation.start({ now: '2026-11-23T08:00:00Z', routine: 'reko' });
  });
  afterAll(() => at.stop());

  const reported = async (patientReference?: object): Promise<string> => {
    const answer = await at.as('kajsa', 'submit-deviation', { body: { report: missingMedicationList, ...(patientReference && { patientReference }) } });
    expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 201 });
    return answer.body.caseId;
  };
  const read = async (caseId: string, user = 'kajsa') => (await at.as(user, 'read-case', { path: { caseId } })).body;
  const command = async (caseId: string, operation: OperationId, body: object = {}) =>
    at.as('kajsa', operation, { path: { caseId }, body: { version: (await read(caseId)).version, ...body } });
  const done = async (caseId: string, operation: OperationId, body: object = {}) => {
    const answer = await command(caseId, operation, body);
    expect(answer, `${operation}: ${JSON.stringify(answer.body)}`).toMatchObject({ status: 200 });
  };
  const consent = { status: 'given', scope: ['identity', 'events'], recipientId: 'sjoland', byTitle: 'Sjuksköterska', at: '2026-11-23T07:30:00Z' } as const;
  const written = async (caseId: string, text: string, form: 'identified' | 'deidentified') => {
    await done(caseId, 'set-external-unit', { externalUnitId: 'norrvik-34' });
    await done(caseId, 'edit-outgoing-text', { text });
    return command(caseId, 'confirm-outgoing-text', { form });
  };

  it('R4a sends what identifies with consent in force for its recipient, and not without', async () => {
    const caseId = await reported();
    expect((await written(caseId, 'Kerstin Ek kom hem utan lista.', 'identified')).status).toBe(200);
    const codes = async () => (await command(caseId, 'send-case')).body.errors?.map(({ code }: { code: string }) => code);
    expect(await codes()).toEqual(['consent-missing']);
    expect((await read(caseId)).sendingBlockedBy).toEqual(['consent-missing']);
    await done(caseId, 'record-consent', { ...consent, scope: ['identity'] });
    expect(await codes()).toEqual(['consent-missing']);
    await done(caseId, 'record-consent', { ...consent, recipientId: 'linden' });
    expect(await codes()).toEqual(['consent-missing']);
    await done(caseId, 'record-consent', consent);
    await done(caseId, 'withdraw-consent', { consentId: 'consent-3' });
    expect(await codes()).toEqual(['consent-missing']);
    await done(caseId, 'record-consent', consent);
    await done(caseId, 'send-case');
    await done(caseId, 'record-identity-call', { how: 'phone', at: '2026-11-23T08:00:00Z', receiverTitle: 'Sjuksköterska' });
    // What has left has left; nothing more does.
    await done(caseId, 'withdraw-consent', { consentId: 'consent-4' });
    expect((await command(caseId, 'record-identity-call', { how: 'phone', at: '2026-11-23T08:00:00Z', receiverTitle: 'Sjuksköterska' })).body.code).toBe('consent-missing');
    expect((await read(caseId)).request.snapshot).toContain('Kerstin Ek');
  });

  it('R4b sends a de-identified version without consent, once nothing in it tells who it is', async () => {
    const caseId = await reported();
    await done(caseId, 'record-consent', { ...consent, status: 'refused', scope: [] });
    const text = 'Kerstin Ek, Storgatan 12, tel 070-123 45 67, kom hem utan lista. Hon har diabetes.';
    expect((await written(caseId, text, 'deidentified')).body.code).toBe('identifying-in-text');
    const { findings } = (await read(caseId)).outgoingText;
    expect(findings.map(({ kind }: { kind: string }) => kind)).toEqual(['name', 'address', 'phone', 'diagnosis']);
    await done(caseId, 'edit-outgoing-text', { text: 'Patienten kom hem utan lista. Enligt Björnstigen 2, vår handbok, ska den följa med.' });
    expect((await command(caseId, 'confirm-outgoing-text', { form: 'deidentified' })).body.code).toBe('identifying-in-text');
    const [left] = (await read(caseId)).outgoingText.findings;
    await done(caseId, 'edit-outgoing-text', { text: 'Patienten kom hem utan lista. Enligt Björnstigen 2, vår handbok, ska den följa med.', notIdentifying: [left.mark] });
    await done(caseId, 'confirm-outgoing-text', { form: 'deidentified' });
    await done(caseId, 'send-case');
    const edited = (await read(caseId)).timeline.findLast(({ type }: { type: string }) => type === 'outgoingTextEdited');
    expect(edited.detail).toMatchObject({ notIdentifying: left.mark, findings: 0 });
    expect(JSON.stringify(edited.detail)).not.toContain('Björnstigen');
  });

  it('L7 records a consent with status, scope, recipient, by whom and when, and when it was withdrawn', async () => {
    const caseId = await reported();
    await done(caseId, 'record-consent', consent);
    expect((await read(caseId)).consents).toMatchObject([{ ...consent, recipientId: undefined, recipient: { id: 'sjoland', name: 'Region Sjöland' }, inForce: true, withdrawnAt: null }].map(({ recipientId: _id, ...rest }) => rest));
    await done(caseId, 'withdraw-consent', { consentId: 'consent-1' });
    const [withdrawn] = (await read(caseId)).consents;
    expect(withdrawn).toMatchObject({ inForce: false });
    expect(withdrawn.withdrawnAt).toMatch(/^2026-11-23T/);
    for (const [body, code] of [
      [{ ...consent, scope: [] }, 'consent-scope-missing'], [{ ...consent, recipientId: 'ekdala' }, 'party-unknown'], [{ ...consent, at: '2027-01-01T00:00:00Z' }, 'date-in-future'],
    ] as const) expect((await command(caseId, 'record-consent', body)).body.code).toBe(code);
    const types = (await read(caseId)).timeline.map(({ type }: { type: string }) => type);
    expect(types).toEqual(expect.arrayContaining(['consentRecorded', 'consentWithdrawn']));
  });

  it('L8e hides a protected identity in everybody\'s lists but the handler\'s and the lead\'s, and on the page of whoever only follows the case', async () => {
    const caseId = await reported({ reference: '19121212-1212', protectedIdentity: true });
    await done(caseId, 'assign-case', { leadInvestigatorId: 'kajsa', coInvestigatorIds: ['siri'] });
    const row = async (user: string, query: Record<string, string>) => (await at.as(user, 'list-cases', { query })).body.cases.find(({ id }: { id: string }) => id === caseId);
    const hidden = { protectedIdentity: true, category: null, harm: null, counterpart: '', reportingUnit: '', dueAt: null };
    expect(await row('kajsa', { view: 'inbox' })).toMatchObject({ protectedIdentity: true, category: 'medication', counterpart: 'Region Sjöland' });
    expect(await row('siri', { view: 'watch' })).toMatchObject(hidden);
    expect(await row('enok', { view: 'unit' })).toMatchObject(hidden);
    const page = await read(caseId, 'enok');
    expect(page).toMatchObject({ hidden: true, report: { whatHappened: '', immediateAction: '' }, replies: [], request: null });
    expect(JSON.stringify(page)).not.toContain(missingMedicationList.whatHappened);
    // The reference: for a reason, to handler and lead alone.
    const shown = await at.as('kajsa', 'read-patient-reference', { path: { caseId }, body: { reason: 'Ringer avdelningen' } });
    expect(shown.body).toEqual({ reference: '19121212-1212', protectedIdentity: true });
    for (const other of ['siri', 'enok', 'sixten']) expect((await at.as(other, 'read-patient-reference', { path: { caseId }, body: { reason: 'Nyfiken' } })).status).toBeGreaterThanOrEqual(403);
    const watched = await at.as('sixten', 'list-executions', { query: { filter: 'open' } });
    expect(watched.body.executions.find((each: { caseId: string }) => each.caseId === caseId)).toMatchObject({ unit: '' });
    expect(JSON.stringify(watched.body)).not.toContain('1212-1212');
  });

  it('moves a personal number out of the texts to the patient reference, and refuses another patient\'s', async () => {
    const answer = await at.as('kajsa', 'submit-deviation', { body: { report: { ...missingMedicationList, whatHappened: 'Gäller 19121212-1212, som kom hem. Grannen är 701063-2391.' } } });
    const { caseId } = answer.body;
    const marks = ['personalNumber', 'coordinationNumber'];
    const { markOfNumber } = await import('../../functions/domain/identifying.ts');
    const [own, others] = [markOfNumber('1212121212'), markOfNumber('7010632391')];
    expect([own, others].map((mark) => mark.split('-')[0])).toEqual(marks);
    await done(caseId, 'add-note', { text: 'Ringde om 19121212-1212.' });
    await done(caseId, 'move-to-patient-reference', { mark: own, protectedIdentity: false });
    expect(JSON.stringify(await read(caseId))).not.toContain('1212-1212');
    expect(await read(caseId)).toMatchObject({ hasPatientReference: true, report: { whatHappened: 'Gäller [patientuppgift], som kom hem. Grannen är 701063-2391.' } });
    expect((await command(caseId, 'move-to-patient-reference', { mark: others, protectedIdentity: false })).body.code).toBe('patient-reference-other');
    expect((await command(caseId, 'move-to-patient-reference', { mark: own, protectedIdentity: false })).body.code).toBe('finding-unknown');
    expect((await at.as('kajsa', 'read-patient-reference', { path: { caseId }, body: { reason: 'Kontroll' } })).body.reference).toBe('19121212-1212');
  });
});
