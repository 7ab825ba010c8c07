import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationId } from '../../functions/contracts/operations.ts';
import { launchBrowser } from './browser.ts';
import { give, onCase } from './case-page.ts';
import { Installation } from './installation.ts';
import { fullAnswer, Story } from './story.ts';
import { Visitor } from './visitor.ts';

/** Scenario 5 under the routine for care on call: a Saturday night, an incomplete reply, a meeting that is not content. */
describe('scenario 5: on call, incomplete reply', () => {
  const supplier = 'trygga-jouren-norr@tryggajouren.example';
  let at: Installation;
  let browser: Browser;
  let story: Story;
  let replyBy = '';
  const read = async (user = 'enok') => (await at.as(user, 'read-case', { path: { caseId: story.caseId } })).body;
  const done = async (user: string, operation: OperationId, body: object) => {
    const answer = await at.as(user, operation, { path: { caseId: story.caseId }, body: { version: (await read()).version, ...body } });
    expect(answer, `${operation}: ${JSON.stringify(answer.body)}`).toMatchObject({ status: 200 });
  };
  const told = async (user: string) => (await at.mailsTo(`${user}@ekdala.example`, /^Svar i ärende/)).filter(({ text }) => text.includes(story.number)).length;

  beforeAll(async () => {
    // Saturday 28 November, 02:40 in Stockholm.
    [at, browser] = await Promise.all([Installation.start({ now: '2026-11-28T01:40:00Z', routine: 'haninge' }), launchBrowser()]);
    story = new Story(at);
  });
  afterAll(async () => {
    await browser.close();
    await at.stop();
  });

  it('the night nurse reports at the phone: the flag comes by itself, and what is not known may wait', async () => {
    const nurse = await Visitor.arrive(at, browser, 'phone');
    await nurse.signIn('Nils Nattsköterska');
    await nurse.open('Rapportera');
    const { page } = nurse;
    for (const [group, time] of [['När hände det?', '02:10'], ['När upptäcktes det?', '02:30']] as const) {
      const moment = page.getByRole('group', { name: group });
      await moment.getByLabel('Dag').fill('28');
      await moment.getByLabel('Månad').fill('11');
      await moment.getByLabel('År').fill('2026');
      await moment.getByLabel('Klockslag').fill(time);
    }
    await page.getByText('Det räknas som jourtid: Trygga Jouren AB hade jour').waitFor();
    await page.getByLabel('Vilken organisation gäller avvikelsen?').selectOption({ label: 'Trygga Jouren AB' });
    await page.getByLabel('Vilken enhet där?').selectOption({ label: 'Trygga Jouren, jourteam norr' });
    await page.getByLabel('Ej kommunens ansvar').check();
    await page.getByRole('group', { name: 'Vilken verksamhet gäller det?' }).getByLabel(/Hälso- och sjukvård/).check();
    await page.getByLabel('Vad handlar det om?').selectOption({ label: 'Läkarmedverkan' });
    await page.getByLabel('Vad hände?').fill('Jourläkaren kom inte trots två samtal.');
    await page.getByLabel('Vad gjorde ni direkt?').fill('Ambulans tillkallades.');
    await page.getByRole('group', { name: 'Blev någon skadad?' }).getByLabel(/men ingen skada/).check();
    await page.getByRole('group', { name: /Gäller det en patient/ }).getByLabel('Nej').check();
    await page.getByRole('button', { name: 'Kontrollera svaren' }).click();
    await page.getByText('Beskriv varför ansvaret är deras.').first().waitFor();
    await nurse.look('scenario-5-errors-phone');
    await page.getByLabel('Beskriv varför ansvaret är deras').fill('Läkarjour är regionens uppdrag till Trygga Jouren.');
    await page.getByRole('group', { name: /tjänstgörande sjuksköterska informerad/ }).getByLabel('Ja').check();
    for (const name of [/läkare kontaktad/, /patientansvarig sjuksköterska/]) await page.getByRole('group', { name }).getByLabel('Vet inte, kompletteras').check();
    await nurse.look('scenario-5-filled-phone');
    await page.getByRole('button', { name: 'Kontrollera svaren' }).click();
    await page.getByRole('button', { name: 'Skicka rapporten' }).click();
    await page.getByRole('heading', { name: 'Tack, rapporten har kommit in' }).waitFor();
    story.number = /[A-Z0-9]{3}-[A-Z0-9]{4}/.exec(await page.getByRole('main').innerText())?.[0] ?? '';
    await page.getByRole('link', { name: 'Se ärendet' }).click();
    await page.getByRole('heading', { level: 1, name: new RegExp(story.number) }).waitFor();
    story.caseId = /cases\/([^/?#]+)/.exec(page.url())?.[1] ?? '';
    expect(await read()).toMatchObject({ onCall: { automatic: true, applies: true, missing: ['doctorConsulted', 'handoverConfirmed'] }, notOurs: { organisation: { id: 'trygga-jouren' } }, responsible: 'unitManager' });
    await nurse.leave();
  });

  it('sending waits until it is completed; the manager completes and sends', async () => {
    const manager = await onCase(at, browser, 'Enok Enhetschef', 'Inkorg', story.number);
    const { page } = manager;
    await page.getByRole('link', { name: 'Komplettera uppgifterna om jourtid' }).waitFor();
    await manager.look('scenario-5-case');
    await give(page, 'complete-on-call', 'Uppgifterna om jourtid är sparade.', async (form) => {
      await form.getByRole('group', { name: /Läkare kontaktad/ }).getByLabel('Ja').check();
      await form.getByRole('group', { name: /Överlämnat/ }).getByLabel('Ja').check();
    });
    await give(page, 'edit-outgoing-text', 'Texten är sparad.', (form) => form.getByRole('textbox').first().fill('Jourläkaren kom inte trots två samtal. Vi ber er utreda varför.'));
    await give(page, 'confirm-outgoing-text', 'Texten är bekräftad.');
    await give(page, 'send-case', 'Ärendet är skickat.');
    await manager.leave();
    const view = await read();
    expect(view.dispatches).toMatchObject([{ how: 'link', by: { name: 'Enok Enhetschef' }, unit: { id: 'trygga-jouren-norr' } }]);
    ({ replyBy } = view.clock);
  });

  it('the reply goes to the manager and to MAS; it lacks a root cause and is returned while the clock runs', async () => {
    await at.advance('P3D');
    const cookie = await story.opened(supplier);
    expect((await at.withCookie(cookie, 'submit-reply', { body: { ...fullAnswer, parts: { ...fullAnswer.parts, investigation: 'Läkaren var upptagen.', rootCause: 'Vet inte än.' } } })).status).toBe(201);
    await at.rest();
    expect([await told('enok'), await told('maj')]).toEqual([1, 1]);
    const mas = await onCase(at, browser, 'Maj Mas', 'Bevakning', story.number);
    await mas.page.getByText('Läkaren var upptagen.').waitFor();
    await mas.leave();
    const manager = await onCase(at, browser, 'Enok Enhetschef', 'Inkorg', story.number);
    await give(manager.page, 'return-reply', 'Svaret är returnerat.', async (form) => {
      await form.getByLabel('Grundorsak', { exact: true }).check();
      await form.getByLabel('Vad saknas?').fill('Varför fanns ingen annan läkare?');
    });
    await manager.page.getByText('Saknades: Grundorsak.').waitFor();
    await manager.look('scenario-5-returned');
    await manager.leave();
    expect(await read()).toMatchObject({ status: 'replyReturned', clock: { replyBy }, replies: [{ lacking: ['rootCause'] }] });
  });

  it('the second reply is accepted; the meeting finds no wanted result: a new action and a new review', async () => {
    await at.advance('P4D');
    const ward = await Visitor.arrive(at, browser);
    await ward.page.goto(`${at.origin}/reply#${await story.secret(supplier)}`);
    await ward.page.getByRole('button', { name: 'Skicka kod' }).click();
    await ward.page.getByLabel('Kod, sex siffror').waitFor();
    await at.rest();
    await ward.page.getByLabel('Kod, sex siffror').fill(/\b\d{6}\b/.exec((await at.mailsTo(supplier, /^Kod/))[0]?.text ?? '')?.[0] ?? '');
    await ward.page.getByRole('button', { name: 'Visa ärendet' }).click();
    await ward.page.getByText('Det här behöver kompletteras: Grundorsak.').waitFor();
    await ward.page.getByLabel('Grundorsak', { exact: true }).fill('Jouren var bemannad med en läkare i stället för två.');
    await ward.page.getByRole('button', { name: 'Skicka svaret' }).click();
    await ward.page.getByRole('heading', { name: 'Tack, svaret är mottaget' }).waitFor();
    await ward.leave();
    await at.rest();
    expect([await told('enok'), await told('maj')]).toEqual([2, 2]);
    await done('enok', 'add-action', { kind: 'systematic', text: 'Jouren ringer upp när läkaren är försenad.', responsibleUserId: 'enok', due: '2026-12-20', doneAt: null });
    await done('enok', 'share-reply', { unitIds: ['nattpatrull'], userIds: [], message: '' });
    await done('enok', 'close-case', { note: 'Jouren är åter bemannad med två läkare.' });
    await at.advance('P91D');
    expect((await at.mailsTo('enok@ekdala.example')).some(({ text, subject }) => text.includes(story.number) && /följa upp/.test(subject))).toBe(true);
    await done('enok', 'record-effect-review', { wantedResult: false, note: 'Samma sak hände igen i februari.', action: { text: 'Kräv reservläkare i avtalet.', responsibleUserId: 'enok', due: '2027-04-30' } });
    const { effectReviews, actions } = await read();
    expect(effectReviews).toMatchObject([{ wantedResult: false }, { doneAt: null }]);
    expect(actions).toHaveLength(2);
  });
});
