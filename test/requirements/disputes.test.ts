import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Installation } from '../e2e/installation.ts';
import { Story } from '../e2e/story.ts';

/** G7: disputes on responsibility or cost beside the case, under the routine that has them (goteborg). */
describe('disputes', () => {
  let at: Installation;
  beforeAll(async () => {
    at = await Installation.start({ now: '2026-11-23T08:00:00Z', routine: 'goteborg' });
  });
  afterAll(() => at.stop());

  const page = async (story: Story, user: string) => at.as(user, 'read-dispute', { path: { caseId: story.caseId } });
  const change = async (story: Story, user: string, what: object) =>
    at.as(user, 'change-dispute', { path: { caseId: story.caseId }, body: { version: (await page(story, user)).body.version, change: what } });
  const opened = async () => {
    const story = await new Story(at).submitted();
    await story.done('maj', 'open-dispute', { subject: 'cost', about: 'Vem bekostar hjälpmedlet?', amount: 12500, owner: { kind: 'user', userId: 'enok' } });
    await at.rest();
    return story;
  };

  it('G7a climbs from line managers over heads of administration to court, each step with a date, and ends with the ruling', async () => {
    const story = await opened();
    const stage = async () => (await page(story, 'maj')).body.disputes[0];
    expect(await stage()).toMatchObject({ stage: 'lineManagers', subject: 'cost', amount: 12500, counterpart: { id: 'sjoland' }, owner: { user: { id: 'enok' } }, ended: null });
    expect((await stage()).dueAt.slice(0, 10)).toBe('2026-12-23');
    expect((await at.mailsTo('enok@ekdala.example', /Tvist i ärende/)).length).toBe(1);
    const execution = async (number: number) => (await at.as('sixten', 'read-execution', { path: { executionId: `${story.caseId}-dispute-${number}` } })).body;
    expect(await execution(1)).toMatchObject({ status: 'RUNNING', currentState: 'Await line managers' });
    // A ruling comes from a court alone.
    expect((await change(story, 'enok', { kind: 'end', outcome: 'courtRuling', decidedAt: '2026-11-23', note: 'n', reference: 'r' })).status).toBe(409);
    // Nobody moves it: the owner is reminded before the date and on it, then the managers hear.
    await at.advance('P24D');
    expect((await at.mailsTo('enok@ekdala.example', /Påminnelse om tvist/)).length).toBe(1);
    await at.advance('P22D');
    expect((await at.mailsTo('enok@ekdala.example', /Påminnelse om tvist/)).length).toBe(2);
    expect((await at.mailsTo('maj@ekdala.example', /Tvisten i ärende .* är försenad/)).length).toBe(1);
    // Its new owner need not know the case.
    expect((await change(story, 'enok', { kind: 'move', stage: 'administrationHeads', reason: 'Cheferna är inte överens.', owner: { kind: 'user', userId: 'fredrika' } })).status).toBe(200);
    await at.rest();
    expect(await execution(1)).toMatchObject({ status: 'SUCCEEDED' });
    expect(await execution(2)).toMatchObject({ status: 'RUNNING', currentState: 'Await heads of administration' });
    expect((await page(story, 'fredrika')).body).toMatchObject({ case: { mayRead: false }, mayChange: true });
    expect((await at.as('fredrika', 'read-case', { path: { caseId: story.caseId } })).status).toBe(404);
    expect((await change(story, 'fredrika', { kind: 'move', stage: 'court', reason: 'Vi går vidare.' })).status).toBe(200);
    await at.rest();
    expect(await execution(3)).toMatchObject({ status: 'RUNNING', currentState: 'Await court' });
    expect((await change(story, 'fredrika', { kind: 'end', outcome: 'courtRuling', decidedAt: (await at.now()).slice(0, 10), note: 'Regionen bekostar hjälpmedlet.', reference: 'FR 12-27' })).status).toBe(200);
    await at.rest();
    expect(await execution(3)).toMatchObject({ status: 'SUCCEEDED' });
    const ended = await stage();
    expect(ended.visits.map(({ stage: each }: { stage: string }) => each)).toEqual(['lineManagers', 'administrationHeads', 'court']);
    expect(ended.ended).toMatchObject({ outcome: 'courtRuling', reference: 'FR 12-27' });
  });

  it('G7b lets the patient-safety part close by itself; the dispute lives on with an owner of its own, also when it is opened afterwards', async () => {
    const story = await opened();
    await story.done('maj', 'set-external-unit', { externalUnitId: 'norrvik-34' });
    await story.done('maj', 'set-breach', { breach: { kind: 'agreement', agreementId: 'hemgang', agreementVersion: 2, clauseId: '2.1', text: '' } });
    await story.done('maj', 'edit-outgoing-text', { text: 'Patienten skrevs ut utan hjälpmedel.' });
    await story.done('maj', 'confirm-outgoing-text');
    await story.done('maj', 'send-case');
    await story.done('maj', 'close-case', { note: 'Löst per telefon.' });
    await at.rest();
    expect(await story.read()).toMatchObject({ status: 'closed', disputes: [{ ended: null, owner: { user: { id: 'enok' } } }] });
    expect((await at.as('sixten', 'read-execution', { path: { executionId: `${story.caseId}-dispute-1` } })).body.status).toBe('RUNNING');
    // The unit's manager owns it; somebody else of the staff does not even see it.
    const { version } = (await page(story, 'enok')).body;
    expect((await at.as('rut', 'change-dispute', { path: { caseId: story.caseId }, body: { version, change: { kind: 'owner', owner: { kind: 'user', userId: 'rut' }, reason: 'r' } } })).status).toBe(404);
    const listed = async (user: string, state: string) => (await at.as(user, 'list-disputes', { query: { state } })).body.disputes.map(({ caseId }: { caseId: string }) => caseId);
    expect(await listed('enok', 'open')).toContain(story.caseId);
    expect(await listed('rut', 'open')).not.toContain(story.caseId);
    expect((await change(story, 'enok', { kind: 'end', outcome: 'settled', decidedAt: (await at.now()).slice(0, 10), note: 'Delad kostnad.', reference: '' })).status).toBe(200);
    expect(await listed('enok', 'ended')).toContain(story.caseId);
    // The case is as closed as it was, and another dispute may be opened on it.
    expect(await story.read()).toMatchObject({ status: 'closed' });
    await story.done('maj', 'open-dispute', { subject: 'responsibility', about: 'Vem skulle ha ringt?', amount: null, owner: null });
    await at.rest();
    expect((await story.read()).disputes).toMatchObject([{ number: 1, ended: { outcome: 'settled' } }, { number: 2, ended: null, owner: { role: 'unitManager' } }]);
    expect((await at.as('sixten', 'read-execution', { path: { executionId: `${story.caseId}-dispute-2` } })).body.status).toBe('RUNNING');
  });
});
