import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationId } from '../../functions/contracts/operations.ts';
import { Installation } from '../e2e/installation.ts';
import { fullAnswer, Story } from '../e2e/story.ts';

/** Meetings of groups and deep analyses, each under the routine it comes from. */
const where = { from: '13:00', to: '14:30', place: 'Kommunhuset, sal 2', videoLink: null };
const asker = (at: () => Installation) => {
  const get = async (user: string, operation: OperationId, path: Record<string, string> = {}, query: Record<string, string> = {}) => {
    const answer = await at().as(user, operation, { path, query });
    expect(answer, `${operation}: ${JSON.stringify(answer.body)}`).toMatchObject({ status: 200 });
    return answer.body;
  };
  const meeting = (user: string, meetingId: string) => get(user, 'read-meeting', { meetingId });
  const planned = async (user: string, body: object): Promise<string> => {
    const answer = await at().as(user, 'plan-meeting', { body: { ...where, counterpartIds: [], ...body } });
    expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 201 });
    return answer.body.id;
  };
  const change = async (user: string, meetingId: string, body: object) =>
    at().as(user, 'change-meeting', { path: { meetingId }, body: { version: (await meeting(user, meetingId)).version, change: body } });
  return { get, meeting, planned, change };
};
const subjects = async (at: Installation, user: string): Promise<readonly string[]> => (await at.mailsTo(`${user}@ekdala.example`)).map(({ subject }) => subject);

describe('a municipality with an analysis group', () => {
  let at: Installation;
  const { get, meeting, planned } = asker(() => at);
  beforeAll(async () => {
    at = await Installation.start({ now: '2026-11-23T08:00:00Z' });
  });
  afterAll(() => at.stop());

  it('V13b lets the analysis group meet twice a year over totals and subjects, and tells its convener when it is time', async () => {
    await new Story(at).sent();
    expect((await get('maj', 'list-meetings')).groups).toMatchObject([{ id: 'analysgruppen', as: 'convener', nextBy: '2026-11-23', planned: false }]);
    await at.advance('P1D');
    expect(await subjects(at, 'maj')).toContain('Dags att planera nästa möte');
    const id = await planned('maj', { groupId: 'analysgruppen', date: '2026-12-01' });
    await at.rest();
    expect(await subjects(at, 'marta')).toContain('Kallelse till möte');
    const seen = await meeting('marta', id);
    expect(seen.since).toBe('2026-06-01');
    expect(seen.figures.rows).toContainEqual(expect.objectContaining({ of: 'total', direction: 'outgoing', now: expect.objectContaining({ submitted: 1, sent: 1 }) }));
    expect(seen.figures.rows).toContainEqual(expect.objectContaining({ of: 'category', value: 'medication' }));
    await at.advance('P8D');
    expect((await get('maj', 'list-meetings')).groups).toMatchObject([{ nextBy: '2027-06-01', planned: false }]);
  });

  it('V13c lets anyone who may read a case propose it for djupanalys, and nobody else', async () => {
    const story = await new Story(at).submitted();
    const propose = (user: string, reason = 'Samma sak har hänt flera gånger.') => at.as(user, 'propose-deep-analysis', { body: { caseId: story.caseId, reason } });
    expect(await propose('nils')).toMatchObject({ status: 404 });
    expect(await propose('siri', 'Det gäller 19121212-1212.')).toMatchObject({ status: 409, body: { code: 'personal-number-in-text' } });
    expect(await propose('siri')).toMatchObject({ status: 201 });
    expect(await propose('siri')).toMatchObject({ status: 422, body: { code: 'already-there' } });
    expect((await get('siri', 'list-deep-analyses', {}, { caseId: story.caseId })).analyses).toMatchObject([{ state: 'proposed', proposedBy: { id: 'siri' } }]);
    expect((await story.read()).timeline.map(({ type }: { type: string }) => type)).toContain('deepAnalysisProposed');
    await at.rest();
    for (const user of ['maj', 'marta', 'saga']) expect(await subjects(at, user)).toContain('Förslag om djupanalys');
  });

  it('V13d lets MAS, MAR and SAS decide on djupanalys, each with its voice', async () => {
    const story = await new Story(at).submitted({ category: 'dischargeCoordination' });
    const { id } = (await at.as('siri', 'propose-deep-analysis', { body: { caseId: story.caseId, reason: 'Vi behöver förstå varför.' } })).body;
    const analysis = async () => (await get('maj', 'list-deep-analyses', {}, { caseId: story.caseId })).analyses[0];
    const says = async (user: string, change: object) => at.as(user, 'change-deep-analysis', { path: { analysisId: id }, body: { version: (await analysis()).version, change } });
    const voice = (role: string, approved: boolean) => ({ kind: 'speak', role, approved, reason: 'Flera enheter berörs.' });
    expect(await says('siri', voice('mas', true))).toMatchObject({ status: 403 });
    expect(await says('saga', voice('mas', true))).toMatchObject({ status: 403 });
    expect(await says('maj', voice('mas', true))).toMatchObject({ status: 200, body: { state: 'proposed' } });
    expect(await says('maj', voice('mas', false))).toMatchObject({ status: 422 });
    // Hanna acts for MAR.
    expect(await says('hanna', voice('mar', true))).toMatchObject({ status: 200, body: { state: 'accepted' } });
    expect((await analysis()).voices).toMatchObject([{ role: 'mas', by: { id: 'maj' } }, { role: 'mar', by: { id: 'hanna' } }]);
    const { due } = await analysis();
    expect(await says('maj', { kind: 'assign', ownerUserId: 'ulla', due })).toMatchObject({ status: 200 });
    expect(await says('ulla', { kind: 'finish', text: 'Checklistan saknas på två av fyra avdelningar.' })).toMatchObject({ status: 200, body: { state: 'done' } });
    expect((await story.read()).timeline.map(({ type }: { type: string }) => type)).toEqual(expect.arrayContaining(['deepAnalysisDecided', 'deepAnalysisAssigned', 'deepAnalysisDone']));
    const meetingId = await planned('maj', { groupId: 'analysgruppen', date: '2026-12-20' });
    expect((await meeting('saga', meetingId)).agenda).toContainEqual(expect.objectContaining({ source: 'deepAnalyses', analysis: expect.objectContaining({ number: story.number, result: 'Checklistan saknas på två av fyra avdelningar.' }) }));
    await at.rest();
  });
});

describe('collaboration meetings with suppliers', () => {
  let at: Installation;
  const { meeting, planned } = asker(() => at);
  beforeAll(async () => {
    at = await Installation.start({ now: '2026-11-23T08:00:00Z', routine: 'haninge' });
  });
  afterAll(() => at.stop());

  it('H8a puts cases whose actions are to be followed up on the agenda; without the wanted result a new action and a review', async () => {
    const story = new Story(at);
    story.handler = 'enok';
    await story.submitted({ externalUnitId: 'norrvik-34', happenedAt: '2026-11-20T09:00:00Z', discoveredAt: '2026-11-20T10:00:00Z' });
    await story.done('enok', 'edit-outgoing-text', { text: 'Listan saknades vid hemgång. Vi ber er utreda.', notPersonalNumbers: [] });
    await story.done('enok', 'confirm-outgoing-text');
    await story.done('enok', 'send-case', { dispatch: { how: 'post' } });
    await story.done('enok', 'register-reply', { ...fullAnswer, receivedAt: await at.now(), how: 'post' });
    await story.done('enok', 'add-action', { kind: 'systematic', text: 'Avdelningen ringer före hemgång.', responsibleUserId: 'enok', due: '2026-12-01', doneAt: null });
    await story.done('enok', 'close-case', { note: 'Avtalat med avdelningen.' });
    const id = await planned('enok', { groupId: 'samverkansmotet', date: '2026-11-24', counterpartIds: ['sjoland'] });
    // Somebody of the group without a need to know the case sees it by its de-identified text alone.
    const [item] = (await meeting('rut', id)).agenda;
    expect(item).toMatchObject({ source: 'followUp', case: { number: story.number, folder: 'Listan saknades vid hemgång. Vi ber er utreda.', path: null, actions: [{ text: null, due: '2026-12-01' }] }, outcomes: [] });
    expect((await at.as('siri', 'read-meeting', { path: { meetingId: id } })).status).toBe(404);
    const record = async (user: string, body: object) => at.as(user, 'record-meeting-outcome', { path: { meetingId: id }, body: { version: (await meeting(user, id)).version, itemId: item.id, note: 'Det har hänt igen.', ...body } });
    expect(await record('enok', { outcome: 'notWantedResult' })).toMatchObject({ status: 409, body: { code: 'wrong-status' } });
    await at.advance('P1D');
    expect(await record('rut', { outcome: 'handled' })).toMatchObject({ status: 403 });
    expect(await record('enok', { outcome: 'notWantedResult' })).toMatchObject({ status: 422, body: { code: 'new-action-missing' } });
    expect(await record('enok', { outcome: 'notWantedResult', action: { text: 'Avdelningschefen följer upp varje vecka.', responsibleUserId: 'enok', due: '2027-01-31' } })).toMatchObject({ status: 200 });
    const { actions, effectReviews, timeline } = await story.read();
    expect(actions.map(({ text }: { text: string }) => text)).toContain('Avdelningschefen följer upp varje vecka.');
    expect(effectReviews).toMatchObject([{ number: 1, wantedResult: false }, { number: 2, doneAt: null }]);
    expect(timeline.map(({ type }: { type: string }) => type)).toContain('meetingHeld');
    expect((await meeting('enok', id)).agenda[0].outcome).toMatchObject({ outcome: 'notWantedResult', reviewDueAt: effectReviews[1].dueAt });
    await at.rest();
  });
});

describe('a county part with a deviation group', () => {
  let at: Installation;
  const { meeting, planned, change } = asker(() => at);
  beforeAll(async () => {
    at = await Installation.start({ now: '2026-11-23T08:00:00Z', routine: 'sodra-alvsborg' });
  });
  afterAll(() => at.stop());

  it('N5b keeps the notes of the deviation group: checked, approved by the convener, locked, read by its members', async () => {
    const id = await planned('kajsa', { groupId: 'avvikelsegruppen', date: '2026-11-23' });
    expect(await change('maj', id, { kind: 'saveNotes', text: 'x' })).toMatchObject({ status: 403 });
    expect(await change('kajsa', id, { kind: 'saveNotes', text: 'Patienten 19121212-1212 togs upp.' })).toMatchObject({ status: 200 });
    expect((await meeting('maj', id)).notes).toBeNull();
    expect(await change('kajsa', id, { kind: 'approveNotes' })).toMatchObject({ status: 409, body: { code: 'personal-number-in-text' } });
    expect(await change('kajsa', id, { kind: 'saveNotes', text: 'Rutinen för hemgång ses över till nästa möte.' })).toMatchObject({ status: 200 });
    expect(await change('kajsa', id, { kind: 'approveNotes' })).toMatchObject({ status: 200 });
    expect(await meeting('maj', id)).toMatchObject({ state: 'approved', notes: { text: 'Rutinen för hemgång ses över till nästa möte.' }, approved: { by: { id: 'kajsa' } } });
    expect(await change('kajsa', id, { kind: 'saveNotes', text: 'Något annat.' })).toMatchObject({ status: 409, body: { code: 'wrong-status' } });
    await at.rest();
    expect(await subjects(at, 'marta')).toContain('Mötesanteckningar att läsa');
  });
});
