import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { Installation } from './installation.ts';
import { fullAnswer, Story } from './story.ts';
import { Visitor } from './visitor.ts';

/** H8 as it goes on at the table: planned at the desk, the outcome on a phone, the notes read by a member. */
describe('a collaboration meeting', () => {
  let at: Installation;
  let browser: Browser;
  let story: Story;
  let address = '';
  beforeAll(async () => {
    [at, browser] = await Promise.all([Installation.start({ now: '2026-11-23T08:00:00Z', routine: 'haninge' }), launchBrowser()]);
    story = new Story(at);
    story.handler = 'enok';
    await story.submitted({ externalUnitId: 'norrvik-34', happenedAt: '2026-11-20T09:00:00Z', discoveredAt: '2026-11-20T10:00:00Z' });
    await story.done('enok', 'edit-outgoing-text', { text: 'Listan saknades vid hemgång. Vi ber er utreda.', notPersonalNumbers: [] });
    await story.done('enok', 'confirm-outgoing-text');
    await story.done('enok', 'send-case', { dispatch: { how: 'post' } });
    await story.done('enok', 'register-reply', { ...fullAnswer, receivedAt: await at.now(), how: 'post' });
    await story.done('enok', 'add-action', { kind: 'systematic', text: 'Avdelningen ringer före hemgång.', responsibleUserId: 'enok', due: '2026-12-01', doneAt: null });
    await story.done('enok', 'close-case', { note: 'Avtalat med avdelningen.' });
  });
  afterAll(async () => {
    await browser.close();
    await at.stop();
  });

  it('is planned by the convener, its agenda built of what is to be followed up', async () => {
    const convener = await Visitor.arrive(at, browser);
    await convener.signIn('Enok Enhetschef');
    const { page } = convener;
    await page.goto(`${at.origin}/collaboration/meetings`);
    await page.getByRole('link', { name: 'Planera ett möte' }).click();
    await page.getByRole('button', { name: 'Planera mötet' }).click();
    await page.getByRole('alert').getByText('Ange en plats eller en länk.').waitFor();
    await convener.look('meeting-plan-errors');
    const date = page.getByRole('group', { name: 'Datum' });
    await date.getByLabel('Dag').fill('24');
    await date.getByLabel('Månad').fill('11');
    await date.getByLabel('År').fill('2026');
    await page.getByLabel('Börjar').fill('13.00');
    await page.getByLabel('Plats').fill('Kommunhuset, sal 2');
    await page.getByRole('button', { name: 'Planera mötet' }).click();
    await page.getByRole('heading', { level: 3, name: `Ärende ${story.number}` }).waitFor();
    await page.getByText('Utfall kan antecknas från och med mötesdagen.').waitFor();
    address = new URL(page.url()).pathname;
    await convener.look('meeting-planned');
    await page.setViewportSize({ width: 320, height: 640 });
    await convener.look('meeting-planned-narrow');
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ media: 'print' });
    await convener.look('meeting-agenda-print');
    await page.emulateMedia({ media: null });
    await page.getByRole('link', { name: 'Alla möten' }).click();
    await page.getByRole('heading', { level: 2, name: 'Kommande möten' }).waitFor();
    await convener.look('meetings');
    await convener.leave();
    await at.rest();
    expect((await at.mailsTo('rut@ekdala.example', /^Kallelse till möte/))[0]?.text).toContain(address);
  });

  it('says on a phone that the wanted result is missing: a new action, and a new review', async () => {
    await at.advance('P1D');
    const convener = await Visitor.arrive(at, browser, 'phone');
    await convener.signIn('Enok Enhetschef');
    const { page } = convener;
    await page.goto(`${at.origin}${address}`);
    const form = page.getByRole('form', { name: `Anteckna utfall: Ärende ${story.number}` });
    await form.getByLabel('Önskat resultat: nej').check();
    await form.getByRole('button', { name: 'Spara' }).click();
    await form.getByText('Skriv vad som ska göras.').first().waitFor();
    await convener.look('meeting-outcome-errors-phone');
    await form.getByLabel('Ny åtgärd').fill('Avdelningschefen följer upp varje vecka.');
    await form.getByLabel('Vem ansvarar?').selectOption({ label: 'Enok Enhetschef, Enhetschef' });
    const due = form.getByRole('group', { name: 'När ska den vara gjord?' });
    await due.getByLabel('Dag').fill('31');
    await due.getByLabel('Månad').fill('1');
    await due.getByLabel('År').fill('2027');
    await form.getByLabel('Anteckning').fill('Det har hänt igen.');
    await form.getByRole('button', { name: 'Spara' }).click();
    await page.getByText('Utfallet är sparat.').waitFor();
    await page.getByText(/Ny effektuppföljning/).waitFor();
    await page.getByLabel('Mötesanteckningar').fill('Punkten om hemgång tas upp igen i vår.');
    await page.getByRole('button', { name: 'Spara anteckningarna' }).click();
    await page.getByText('Anteckningarna är sparade.').waitFor();
    await page.getByRole('button', { name: 'Godkänn och lås' }).click();
    await page.getByText('Anteckningarna är godkända.').first().waitFor();
    await convener.look('meeting-approved-phone');
    await convener.leave();
    const { actions, effectReviews } = await story.read();
    expect(actions).toHaveLength(2);
    expect(effectReviews).toMatchObject([{ wantedResult: false }, { doneAt: null }]);
  });

  it('is read by a member without a need to know the case: de-identified, to print', async () => {
    const member = await Visitor.arrive(at, browser);
    await member.signIn('Rut Rehabchef');
    const { page } = member;
    await page.goto(`${at.origin}${address}`);
    await page.getByText('Punkten om hemgång tas upp igen i vår.').waitFor();
    await page.getByText('Listan saknades vid hemgång. Vi ber er utreda.').waitFor();
    expect(await page.getByRole('link', { name: new RegExp(`Öppna ärendet ${story.number}`) }).count()).toBe(0);
    expect(await page.getByText('Avdelningschefen följer upp varje vecka.').count()).toBe(0);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: 'Skriv ut' }).isVisible()).toBe(false);
    expect(await page.getByText('Punkten om hemgång tas upp igen i vår.').isVisible()).toBe(true);
    await member.look('meeting-notes-print');
    await member.leave();
  });
});
