import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Installation } from '../e2e/installation.ts';
import { IncomingStory } from '../e2e/incoming-story.ts';
import { missingMedicationList, Story } from '../e2e/story.ts';

/** L5, over the API of the whole product, under a routine that lets a case be opened by stating a reason. */
describe('the access log', () => {
  let at: Installation;
  let story: Story;
  beforeAll(async () => {
    at = await Installation.start({ now: '2026-11-23T08:00:00Z', routine: 'haninge' });
    story = new Story(at);
    const submitted = await at.as('siri', 'submit-deviation', { body: { report: missingMedicationList, patientReference: { reference: '19121212-1212', protectedIdentity: false } } });
    expect(submitted, JSON.stringify(submitted.body)).toMatchObject({ status: 201 });
    story.caseId = submitted.body.caseId;
    story.number = submitted.body.number;
    await at.rest();
  });
  afterAll(() => at.stop());

  const log = async (user: string, query: Record<string, string> = {}) => at.as(user, 'list-access', { query });
  const handler = async () => {
    for (const user of ['enok', 'maj']) if ((await at.as(user, 'read-case', { path: { caseId: story.caseId } })).status === 200) return user;
    throw new Error('nobody handles the case');
  };

  it('L5a has every read, write and list, of staff, of whoever is behind a link, and of the system', async () => {
    const user = await handler();
    await at.as(user, 'list-cases', { query: { view: 'inbox' } });
    await at.as(user, 'list-attachments', { path: { caseId: story.caseId } });
    const incoming = await new IncomingStory(at).registered();
    await at.rest();
    await at.advance('P45D');
    const { accesses } = (await log('maj', { number: story.number })).body;
    const has = (wanted: Record<string, unknown>) => expect(accesses).toContainEqual(expect.objectContaining(wanted));
    has({ operation: 'submit-deviation', kind: 'write', by: 'person', user: expect.objectContaining({ id: 'siri' }), unit: 'Hemsjukvården Norr', caseNumber: story.number, patient: expect.stringMatching(/^[\w-]{6}$/) });
    has({ operation: 'read-case', kind: 'read', user: expect.objectContaining({ id: user }) });
    has({ operation: 'list-cases', kind: 'list', user: expect.objectContaining({ id: user }), patient: expect.any(String) });
    has({ operation: 'list-attachments', kind: 'read' });
    has({ operation: 'mailSent', kind: 'write', by: 'system', patient: expect.any(String) });
    has({ operation: 'handlingOverdue', by: 'system' });
    const other = (await log('maj', { number: incoming.number })).body.accesses;
    expect(other).toContainEqual(expect.objectContaining({ operation: 'register-deviation', user: expect.objectContaining({ id: 'hanna' }), patient: null }));
  });
  it('L5b draws spot checks of each unit, once, has them judged and signed off, and reminds', async () => {
    await at.advance('P1D');
    const list = async (state: string, user = 'maj') => (await at.as(user, 'list-spot-checks', { query: { state } })).body.checks as { id: string; unit: string; overdue: boolean; drawn: number }[];
    const open = await list('open');
    expect(open.length).toBeGreaterThan(0);
    expect(new Set(open.map(({ id }) => id)).size).toBe(open.length);
    const drawn = (await at.mails()).filter(({ subject }) => subject === 'Stickprov att gå igenom');
    expect(drawn.length).toBeGreaterThan(0);
    for (const { text } of drawn) expect(text).not.toContain(story.number);
    await at.advance('P40D');
    expect((await at.mails()).some(({ subject }) => subject === 'Påminnelse: stickprov att gå igenom')).toBe(true);
    expect((await list('open')).every(({ overdue }) => overdue)).toBe(true);
    const { id } = open.find(({ unit }) => unit === 'Hemsjukvården Norr') ?? open[0]!;
    const path = { spotCheckId: id };
    let check = (await at.as('maj', 'read-spot-check', { path })).body;
    expect((await at.as('maj', 'sign-off-spot-check', { path, body: { version: check.version, note: '' } })).body.code).toBe('judgements-missing');
    for (const { id: accessId, mayJudge } of check.accesses) {
      const judged = await at.as(mayJudge ? 'maj' : 'marta', 'judge-access', { path, body: { version: check.version, accessId, outcome: 'justified', note: '' } });
      expect(judged, JSON.stringify(judged.body)).toMatchObject({ status: 200 });
      check = judged.body;
    }
    const signed = await at.as('maj', 'sign-off-spot-check', { path, body: { version: check.version, note: 'Allt är förklarat.' } });
    expect(signed, JSON.stringify(signed.body)).toMatchObject({ status: 200, body: { signedOff: { by: { id: 'maj' } } } });
    expect((await list('done')).map((one) => one.id)).toEqual([id]);
  });
  it('L5c gives all accesses to one patient’s cases, for a reason, to those who answer for a field', async () => {
    const extract = (user: string, reference: string) => at.as(user, 'extract-patient-access', { body: { reference, reason: 'Begäran om loggutdrag' } });
    const { status, body } = await extract('maj', '121212-1212');
    expect(status).toBe(200);
    expect(new Set(body.accesses.map(({ patient }: { patient: string }) => patient)).size).toBe(1);
    expect(body.accesses.map(({ operation }: { operation: string }) => operation)).toEqual(expect.arrayContaining(['submit-deviation', 'read-case', 'list-cases']));
    expect(JSON.stringify(body)).not.toContain('1212-1212');
    for (const user of ['enok', 'sixten', 'siri']) expect((await extract(user, '121212-1212')).status).toBe(403);
  });
  it('L5d refuses whoever has no need to know, or opens the case for a day to whom states why', async () => {
    const read = (user: string) => at.as(user, 'read-case', { path: { caseId: story.caseId } });
    expect(await read('rut')).toMatchObject({ status: 403, body: { code: 'need-not-stated' } });
    expect(await read('sixten')).toMatchObject({ status: 404 });
    const opened = await at.as('rut', 'open-with-reason', { body: { number: story.number, reason: 'Patienten är nu hos oss' } });
    expect(opened, JSON.stringify(opened.body)).toMatchObject({ status: 200, body: { caseId: story.caseId } });
    expect(await read('rut')).toMatchObject({ status: 200, body: { allowed: ['read-case'] } });
    expect(await at.as('rut', 'add-note', { path: { caseId: story.caseId }, body: { version: 1, text: 'n' } })).toMatchObject({ status: 404 });
    expect((await (await read(await handler())).body.timeline).some(({ type }: { type: string }) => type === 'openedWithReason')).toBe(true);
    await at.advance('P1D');
    expect(await read('rut')).toMatchObject({ status: 403 });
    for (const user of ['siri', 'hanna']) expect((await log(user)).status).toBe(403);
  });
});
