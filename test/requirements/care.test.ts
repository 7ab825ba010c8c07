import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationId } from '../../functions/contracts/operations.ts';
import { launchBrowser } from '../e2e/browser.ts';
import { incomingReport } from '../e2e/incoming-story.ts';
import { Installation } from '../e2e/installation.ts';
import { fullAnswer, missingMedicationList, Story } from '../e2e/story.ts';
import { Visitor } from '../e2e/visitor.ts';

/** Clauses of care on call, dispatch, downtime and paper, under the routine they come from. */
describe('on call, dispatch, downtime and paper', () => {
  let at: Installation;
  let browser: Browser;
  beforeAll(async () => {
    // Monday morning.
    [at, browser] = await Promise.all([Installation.start({ now: '2026-11-23T08:00:00Z', routine: 'haninge' }), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await at.stop();
  });

  const inTheDay = { happenedAt: '2026-11-20T09:00:00Z', discoveredAt: '2026-11-20T10:00:00Z' };
  const inTheNight = { happenedAt: '2026-11-21T01:10:00Z', discoveredAt: '2026-11-21T02:00:00Z' };
  const reported = async (report: object, body: object = {}, user = 'siri'): Promise<string> => {
    const answer = await at.as(user, 'submit-deviation', { body: { report: { ...missingMedicationList, externalUnitId: 'norrvik-34', ...report }, ...body } });
    expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 201 });
    return answer.body.caseId;
  };
  const read = async (caseId: string, user = 'enok') => (await at.as(user, 'read-case', { path: { caseId } })).body;
  const command = async (caseId: string, operation: OperationId, body: object = {}, user = 'enok') =>
    at.as(user, operation, { path: { caseId }, body: { version: (await read(caseId)).version, ...body } });
  const done = async (caseId: string, operation: OperationId, body: object = {}, user = 'enok') => {
    const answer = await command(caseId, operation, body, user);
    expect(answer, `${operation}: ${JSON.stringify(answer.body)}`).toMatchObject({ status: 200 });
  };
  /** Seconds; the clock goes on while the test runs. */
  const sinceNow = (moment: string, now: string) => Math.abs(Date.parse(now) - Date.parse(moment)) / 1000;
  const confirmed = async (caseId: string) => {
    await done(caseId, 'edit-outgoing-text', { text: 'Listan saknades. Vi ber er utreda varför.', notPersonalNumbers: [] });
    await done(caseId, 'confirm-outgoing-text');
  };

  it('H1 sets the flag from the calendar and the register of suppliers', async () => {
    expect((await read(await reported(inTheDay))).onCall).toBeNull();
    const night = await read(await reported(inTheNight));
    expect(night).toMatchObject({ onCall: { automatic: true, applies: true, suppliers: ['Trygga Jouren AB'] } });
    expect(night.timeline.map(({ type }: { type: string }) => type)).toContain('onCallFlagged');
    const disputed = await read(await reported({ ...inTheNight, onCallWrong: 'Jouren hade lämnat över.' }));
    expect(disputed.onCall).toMatchObject({ automatic: true, applies: false, disputed: { reason: 'Jouren hade lämnat över.' } });
  });
  it('H2 waits with sending until the fields are filled in', async () => {
    const caseId = await reported({ ...inTheNight, onCall: { nurseOnDuty: 'yes', doctorConsulted: 'unknown', handoverConfirmed: 'yes' } });
    await confirmed(caseId);
    expect(await command(caseId, 'send-case')).toMatchObject({ status: 409, body: { code: 'on-call-incomplete' } });
    await done(caseId, 'complete-on-call', { nurseOnDuty: 'yes', doctorConsulted: 'no', handoverConfirmed: 'yes' }, 'siri');
    await done(caseId, 'send-case');
  });
  it('H3 sends "Ej kommunens ansvar" by link, or posts it, and logs each dispatch', async () => {
    const linked = await reported({ ...inTheDay, notOurs: 'Utskrivningen är regionens.' });
    await confirmed(linked);
    await done(linked, 'send-case');
    expect(await read(linked)).toMatchObject({ notOurs: { organisation: { id: 'sjoland' } }, dispatches: [{ how: 'link' }] });
    const posted = await reported({ ...inTheDay, externalUnitId: 'norrvik-hjalpmedel' });
    await done(posted, 'set-not-ours', { description: 'Hjälpmedlet är regionens.', organisationId: 'sjoland' });
    await confirmed(posted);
    expect(await command(posted, 'send-case')).toMatchObject({ status: 409, body: { code: 'mailbox-missing' } });
    await done(posted, 'send-case', { dispatch: { how: 'post', note: 'Rekommenderat' } });
    await done(posted, 'record-dispatch', { how: 'hand', at: await at.now(), note: '' });
    const view = await read(posted);
    expect(view.dispatches).toMatchObject([{ how: 'post', by: { id: 'enok' }, unit: { id: 'norrvik-hjalpmedel' }, note: 'Rekommenderat' }, { how: 'hand' }]);
    expect(view.request.letter.to.address).toContain('Box 90');
  });
  it('H4b has a tick for "noted in the patient record"', async () => {
    const caseId = await reported(inTheDay);
    await done(caseId, 'note-in-record', {}, 'siri');
    expect(sinceNow((await read(caseId)).notedInRecordAt, await at.now())).toBeLessThan(60);
    expect((await command(caseId, 'note-in-record', {}, 'siri')).status).toBe(403);
  });
  it('H6a has a paper form by version that opens without a network', async () => {
    const anyone = await Visitor.arrive(at, browser);
    await anyone.page.goto(`${at.origin}/paper-form`);
    await anyone.page.getByText('Blanketten är sparad i den här webbläsaren').waitFor();
    await anyone.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await anyone.page.context().setOffline(true);
    await anyone.page.reload();
    await anyone.page.getByText('Blankett version 3.').waitFor();
    expect(await anyone.page.locator('.paper').count()).toBe(1);
    await anyone.leave();
  });
  it('H6b keeps the original time, the source and the version of what is entered late, and takes the scan', async () => {
    const paper = { formVersion: 3, filledAt: '2026-11-20T11:00:00Z' };
    const late = { report: { ...missingMedicationList, ...inTheDay }, paper };
    expect(await at.as('siri', 'submit-deviation', { body: late })).toMatchObject({ status: 403 });
    expect(await at.as('enok', 'submit-deviation', { body: { ...late, paper: { ...paper, formVersion: 9 } } })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/paper/formVersion', code: 'form-version-unknown' }] } });
    const caseId = await reported(inTheDay, { paper }, 'enok');
    const view = await read(caseId);
    expect(view).toMatchObject({ report: { happenedAt: inTheDay.happenedAt }, paper: { ...paper, enteredBy: { id: 'enok' } } });
    expect(sinceNow(view.paper.enteredAt, await at.now())).toBeLessThan(60);
    expect((await at.as('enok', 'list-attachments', { path: { caseId } })).body.addTo).toContain('report');
  });
  it('H7a brings the reply to the unit and to MAS', async () => {
    const story = new Story(at);
    story.caseId = await reported(inTheDay);
    story.number = (await read(story.caseId)).number;
    await confirmed(story.caseId);
    await done(story.caseId, 'send-case');
    await at.rest();
    const cookie = await story.opened();
    expect((await at.withCookie(cookie, 'submit-reply', { body: fullAnswer })).status).toBe(201);
    await at.rest();
    for (const user of ['enok', 'maj']) {
      expect((await at.mailsTo(`${user}@ekdala.example`, /^Svar i ärende/)).some(({ text }) => text.includes(story.number))).toBe(true);
      expect((await read(story.caseId, user)).replies).toMatchObject([{ parts: fullAnswer.parts }]);
    }
    const watched = await at.as('maj', 'list-cases', { query: { view: 'watch' } });
    expect(watched.body.cases.map(({ id }: { id: string }) => id)).toContain(story.caseId);
  });
  it('N5a takes in what came on paper by post', async () => {
    const { routine } = (await at.as('maj', 'read-registers')).body;
    const principal = routine.incoming.mayRegister.includes('mas') ? 'mas' : 'unitManager';
    const answer = await at.as(principal === 'mas' ? 'maj' : 'enok', 'register-deviation', {
      body: { principal, report: { ...incomingReport, ...inTheDay }, filer: { mailbox: null, language: 'sv' }, receivedAt: await at.now(), paper: { formVersion: 2, filledAt: '2026-11-20T12:00:00Z' } },
    });
    expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 201 });
    const view = (await at.as(principal === 'mas' ? 'maj' : 'enok', 'read-case', { path: { caseId: answer.body.caseId } })).body;
    expect(view).toMatchObject({ source: { kind: 'paper', paper: { formVersion: 2 } } });
  });
});
