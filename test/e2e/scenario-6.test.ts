import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationId } from '../../functions/contracts/operations.ts';
import { launchBrowser } from './browser.ts';
import { give, onCase } from './case-page.ts';
import { Installation } from './installation.ts';
import { Visitor } from './visitor.ts';

/** Scenario 6: form version 3 filled in on Tuesday at 21:30, entered on Wednesday at 09:05; sent on paper and answered on paper. */
describe('scenario 6: downtime', () => {
  let at: Installation;
  let browser: Browser;
  let caseId = '';
  let number = '';
  const read = async () => (await at.as('enok', 'read-case', { path: { caseId } })).body;
  const done = async (operation: OperationId, body: object = {}) => {
    const answer = await at.as('enok', operation, { path: { caseId }, body: { version: (await read()).version, ...body } });
    expect(answer, `${operation}: ${JSON.stringify(answer.body)}`).toMatchObject({ status: 200 });
  };
  beforeAll(async () => {
    // Tuesday 24 November, 21:00 in Stockholm.
    [at, browser] = await Promise.all([Installation.start({ now: '2026-11-24T20:00:00Z', routine: 'haninge' }), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await at.stop();
  });

  it('the paper form is there beforehand, by version, prints on two pages, and opens without a network', async () => {
    const anyone = await Visitor.arrive(at, browser);
    const { page } = anyone;
    await page.goto(`${at.origin}/paper-form`);
    await page.getByText('Blankett version 3.').waitFor();
    await page.getByText('Blanketten är sparad i den här webbläsaren').waitFor();
    await anyone.look('paper-form');
    await page.emulateMedia({ media: 'print' });
    await anyone.look('paper-form-print');
    expect((await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type \/Page\b/g)?.length).toBeLessThanOrEqual(2);
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize({ width: 320, height: 640 });
    await anyone.look('paper-form-narrow');
    expect(await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      return (await (await caches.open('paper-form')).keys()).map((request) => new URL(request.url).pathname).filter((path) => !path.startsWith('/assets/')).toSorted();
    })).toEqual(['/api/paper-form', '/brygga.svg', '/paper-form']);
    await page.context().setOffline(true);
    await page.reload();
    await page.getByText('Blankett version 3.').waitFor();
    await page.context().setOffline(false);
    await anyone.leave();
    expect((await at.as(null, 'read-paper-form', { query: { version: '4' } })).status).toBe(404);
  });

  it('the manager enters it the morning after, with the times of the event and of the form', async () => {
    await at.advance('PT12H5M');
    const manager = await Visitor.arrive(at, browser);
    await manager.signIn('Enok Enhetschef');
    await manager.open('Rapportera');
    const { page } = manager;
    const fill = async (name: string, day: string, time: string) => {
      const moment = page.getByRole('group', { name });
      await moment.getByLabel('Dag').fill(day);
      await moment.getByLabel('Månad').fill('11');
      await moment.getByLabel('År').fill('2026');
      await moment.getByLabel('Klockslag').fill(time);
    };
    await fill('När hände det?', '24', '19:00');
    await fill('När upptäcktes det?', '24', '20:45');
    await page.getByLabel('Fyllt i på pappersblankett när systemet låg nere').check();
    await page.getByLabel('Blankettens version').fill('3');
    await fill('När fylldes blanketten i?', '24', '21:30');
    await page.getByText('Det räknas som jourtid').waitFor();
    await page.getByLabel('Vilken organisation gäller avvikelsen?').selectOption({ label: 'Region Sjöland' });
    await page.getByLabel('Vilken enhet där?').selectOption({ label: 'Norrviks sjukhus, hjälpmedelscentralen' });
    await page.getByRole('group', { name: 'Vilken verksamhet gäller det?' }).getByLabel(/Hälso- och sjukvård/).check();
    await page.getByLabel('Vad handlar det om?').selectOption({ label: 'Hjälpmedel' });
    await page.getByLabel('Vad hände?').fill('Hjälpmedlet kom inte till hemgången.');
    await page.getByLabel('Vad gjorde ni direkt?').fill('Ett annat lånades.');
    await page.getByRole('group', { name: 'Blev någon skadad?' }).getByLabel(/men ingen skada/).check();
    for (const name of [/tjänstgörande sjuksköterska/, /läkare kontaktad/, /patientansvarig/]) await page.getByRole('group', { name }).getByLabel('Ja').check();
    await page.getByRole('group', { name: /Gäller det en patient/ }).getByLabel('Nej').check();
    await manager.look('scenario-6-filled');
    await page.getByRole('button', { name: 'Kontrollera svaren' }).click();
    await page.getByRole('button', { name: 'Skicka rapporten' }).click();
    await page.getByRole('heading', { name: 'Tack, rapporten har kommit in' }).waitFor();
    number = /[A-Z0-9]{3}-[A-Z0-9]{4}/.exec(await page.getByRole('main').innerText())?.[0] ?? '';
    await page.getByRole('link', { name: 'Lägg till den skannade blanketten' }).click();
    await page.getByText('Den skannade blanketten saknas.').waitFor();
    caseId = /cases\/([^/?#]+)/.exec(page.url())?.[1] ?? '';
    await manager.look('scenario-6-scan-missing');
    await manager.page.getByLabel('Lägg till filer').first().setInputFiles({ name: 'blankett.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 blankett') });
    await page.getByRole('button', { name: /blankett\.pdf/ }).waitFor();
    await page.getByText('Den skannade blanketten saknas.').waitFor({ state: 'hidden' });
    await manager.leave();
    expect(await read()).toMatchObject({
      report: { happenedAt: '2026-11-24T18:00:00.000Z' }, paper: { formVersion: 3, filledAt: '2026-11-24T20:30:00.000Z', enteredBy: { name: 'Enok Enhetschef' } },
    });
  });

  it('without a mailbox it is posted: the letter is printed, and the clock counts from when it was sent', async () => {
    await done('edit-outgoing-text', { text: 'Hjälpmedlet kom inte till hemgången. Vi ber er utreda varför.', notPersonalNumbers: [] });
    await done('confirm-outgoing-text');
    expect((await read()).sendingBlockedBy).toEqual(['mailbox-missing']);
    await at.advance('P2D');
    const manager = await onCase(at, browser, 'Enok Enhetschef', 'Inkorg', number);
    await give(manager.page, 'send-case', 'Ärendet är skickat.', (form) => form.getByLabel('Skriv ut och posta').check());
    const { clock, dispatches } = await read();
    expect(dispatches).toMatchObject([{ how: 'post', by: { name: 'Enok Enhetschef' }, unit: { id: 'norrvik-hjalpmedel' } }]);
    // Thirty days from Friday, when it was sent; not from Tuesday, when the form was written.
    expect(clock).toMatchObject({ replyBy: '2026-12-27T22:59:59.000Z', acknowledgeBy: null });
    await manager.page.getByRole('link', { name: 'Brevet att skriva ut' }).click();
    await manager.page.getByText('Hjälpmedelscentralen').first().waitFor();
    await manager.look('scenario-6-letter');
    await manager.page.emulateMedia({ media: 'print' });
    expect(await manager.page.getByRole('heading', { level: 1 }).isVisible()).toBe(false);
    expect((await manager.page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(2);
    await manager.leave();
  });

  it('a reply by post is registered by hand, and the downtime is counted once', async () => {
    await at.advance('P5D');
    const manager = await onCase(at, browser, 'Enok Enhetschef', 'Inkorg', number);
    await give(manager.page, 'register-reply', 'Svaret är registrerat.', async (form) => {
      await form.getByLabel('Så har ni uppfattat avvikelsen').fill('Leveransen uteblev.');
      await form.getByLabel('Utredning', { exact: true }).fill('Beställningen fastnade.');
      await form.getByLabel('Grundorsak').fill('Två system.');
      await form.getByLabel('Akuta åtgärder').fill('Levererat.');
      await form.getByLabel('Systematiska åtgärder').fill('Ett system.');
      await form.getByLabel('Vem har svarat? Ange befattning').fill('Enhetschef');
    });
    await manager.look('scenario-6-answered');
    await manager.leave();
    expect(await read()).toMatchObject({ status: 'answered', replies: [{ registered: { how: 'post', by: { name: 'Enok Enhetschef' } } }] });
    await at.rest();
    const figures = async (by: string) => (await at.as('enok', 'read-statistics', { query: { from: '2026-11', to: '2026-12', by } })).body;
    expect(await figures('circumstance')).toMatchObject({
      unitId: 'hemsjukvard-norr', total: { now: { counts: { submitted: 1, sent: 1, answered: 1, answeredInTime: 1 } } },
      rows: [{ value: 'downtime', now: { counts: { submitted: 1 } } }, { value: 'onCall', now: { counts: { submitted: 1 } } }],
    });
    expect((await at.as('siri', 'read-statistics')).status).toBe(403);
    const counting = await Visitor.arrive(at, browser);
    await counting.signIn('Maj Mas');
    await counting.page.getByRole('link', { name: 'Statistik' }).click();
    await counting.page.getByRole('img', { name: /november 2026 1/ }).waitFor();
    await counting.look('statistics');
    await counting.page.setViewportSize({ width: 320, height: 640 });
    await counting.look('statistics-narrow');
    await counting.leave();
  });
});
