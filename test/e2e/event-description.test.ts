import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { Installation } from './installation.ts';
import { Story, wardMailbox } from './story.ts';
import { Visitor } from './visitor.ts';

/** G7 and N4 beside and after one case, in the browser: the dispute goes on when the case is closed, and what was learnt of it is published for everybody and withdrawn. */
describe('a dispute and an event description of one case', () => {
  let at: Installation;
  let browser: Browser;
  let story: Story;
  let address = '';
  let number = '';
  beforeAll(async () => {
    [at, browser] = await Promise.all([Installation.start({ now: '2026-11-23T08:00:00Z', routine: 'sodra-alvsborg' }), launchBrowser()]);
    story = new Story(at);
    story.handler = 'kajsa';
    await story.submitted({ counterpartId: 'norrviks-sjukhus' });
    await story.done('kajsa', 'set-external-unit', { externalUnitId: 'norrvik-34' });
    await story.done('kajsa', 'set-breach', { breach: { kind: 'agreement', agreementId: 'utskrivning', agreementVersion: 1, clauseId: '3.2', text: '' } });
    await story.done('kajsa', 'edit-outgoing-text', { text: 'Patienten skrevs ut utan läkemedelslista.' });
    await story.done('kajsa', 'confirm-outgoing-text', { form: 'deidentified' });
    await story.done('kajsa', 'send-case');
    await at.rest();
  });
  afterAll(async () => {
    await browser.close();
    await at.stop();
  });

  const visit = async (name: string, path: string, screen?: 'phone'): Promise<Visitor> => {
    const visitor = await Visitor.arrive(at, browser, screen);
    await visitor.signIn(name);
    await visitor.page.goto(`${at.origin}${path}`);
    await visitor.page.getByRole('heading', { level: 1 }).waitFor();
    return visitor;
  };
  const narrow = async (visitor: Visitor, picture: string) => {
    await visitor.page.setViewportSize({ width: 320, height: 640 });
    await visitor.look(picture);
    await visitor.page.setViewportSize({ width: 1280, height: 900 });
  };
  const printed = async (visitor: Visitor, picture: string) => {
    await visitor.page.emulateMedia({ media: 'print' });
    await visitor.look(picture);
    await visitor.page.emulateMedia({ media: null });
  };

  it('opens the dispute from the case, and shows it there with a way to it', async () => {
    const coordinator = await visit('Kajsa Koordinator', `/cases/${story.caseId}`);
    const { page } = coordinator;
    await page.getByRole('link', { name: 'Öppna en tvist om ansvar eller kostnad' }).click();
    await page.getByRole('heading', { level: 1, name: `Tvist i ärende ${story.number}` }).waitFor();
    await page.getByRole('button', { name: 'Öppna tvisten' }).click();
    await page.getByRole('alert').getByText('Välj vad tvisten gäller.').waitFor();
    await coordinator.look('dispute-errors');
    await page.getByRole('radio', { name: 'Kostnad' }).check();
    await page.getByLabel('Beskriv tvisten').fill('Vem bekostar läkemedlen de första dagarna?');
    await page.getByLabel('Belopp i kronor').fill('12 500');
    await page.getByRole('radio', { name: 'En person' }).check();
    await page.getByLabel('Ägare').selectOption({ label: 'Enok Enhetschef, Enhetschef' });
    await page.getByRole('button', { name: 'Öppna tvisten' }).click();
    await page.getByText('Tvisten är öppnad.').waitFor();
    await page.getByText('12 500 kr').waitFor();
    await page.getByRole('link', { name: 'Till ärendet' }).click();
    await page.getByRole('heading', { level: 2, name: 'Tvist' }).waitFor();
    await page.getByText('Den hindrar inte att ärendet avslutas.').waitFor();
    await coordinator.look('dispute-case');
    await coordinator.leave();
    await story.done('kajsa', 'close-case', { note: 'Löst per telefon.' });
    await at.rest();
  });

  it('takes the dispute further and ends it once the case is closed', async () => {
    await at.advance('P40D');
    const owner = await visit('Enok Enhetschef', '/collaboration/disputes');
    const { page } = owner;
    await page.getByText('Försenad').first().waitFor();
    await owner.look('disputes');
    await narrow(owner, 'disputes-narrow');
    await page.getByRole('link', { name: story.number }).click();
    await page.getByRole('radio', { name: /^Förvaltningschefer/ }).check();
    await page.getByLabel('Skäl').first().fill('Cheferna är inte överens.');
    await owner.look('dispute-open');
    await page.getByRole('button', { name: 'Spara steget' }).click();
    await page.getByText('Tvisten är förd vidare.').waitFor();
    await page.locator('summary', { hasText: 'Avsluta tvisten' }).click();
    const ending = page.getByRole('form', { name: 'Avsluta tvisten' });
    await ending.getByRole('radio', { name: 'Överenskommen' }).check();
    await ending.getByLabel('Vad blev resultatet?').fill('Kostnaden delas lika.');
    await narrow(owner, 'dispute-ending-narrow');
    await ending.getByRole('button', { name: 'Avsluta tvisten' }).click();
    await page.getByText('Tvisten är avslutad.').waitFor();
    await page.getByText('Kostnaden delas lika.').waitFor();
    await printed(owner, 'dispute-print');
    await owner.leave();
    expect(await story.read()).toMatchObject({ status: 'closed', disputes: [{ ended: { outcome: 'settled' } }] });
  });

  it('drafts the description from the closed case, where nothing that identifies is approved', async () => {
    const coordinator = await visit('Kajsa Koordinator', `/cases/${story.caseId}`);
    const { page } = coordinator;
    await page.getByRole('link', { name: 'Skriv en händelsebeskrivning' }).click();
    await coordinator.look('description-begin');
    await page.getByRole('button', { name: 'Börja' }).click();
    await page.getByRole('heading', { level: 1, name: /^Händelsebeskrivning / }).waitFor();
    address = new URL(page.url()).pathname;
    number = (await page.getByRole('heading', { level: 1 }).innerText()).replace('Händelsebeskrivning ', '');
    expect(await page.getByLabel('Händelse', { exact: true }).inputValue()).toBe('Patienten skrevs ut utan läkemedelslista.');
    await page.getByLabel('Rubrik').fill('Utskriven utan läkemedelslista');
    await page.getByLabel('Händelse', { exact: true }).fill('Kerstin Ek skrevs ut utan läkemedelslista.');
    await page.getByLabel('Åtgärd', { exact: true }).fill('Listan skickades samma dag.');
    await page.getByLabel('Uppföljning', { exact: true }).fill('Checklistan är nu obligatorisk.');
    await page.getByRole('button', { name: 'Spara texten' }).click();
    await page.getByText('Texten är sparad.').waitFor();
    await page.getByText('Ett ställe i texten kan röja vem det gäller.').first().waitFor();
    await coordinator.look('description-identifying');
    await narrow(coordinator, 'description-identifying-narrow');
    await page.getByLabel('Händelse', { exact: true }).fill('En patient skrevs ut utan läkemedelslista.');
    await page.getByLabel('Målgrupp').selectOption({ label: 'Äldre' });
    await page.getByRole('button', { name: 'Spara texten' }).click();
    await page.getByText('Ett ställe i texten kan röja vem det gäller.').first().waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Godkänn och skicka till motparten' }).click();
    await page.getByText('Godkänd och skickad till motparten.').waitFor();
    await coordinator.look('description-asked');
    await coordinator.leave();
    expect((await at.as(null, 'list-published-descriptions')).body.descriptions).toEqual([]);
  });

  it('is approved by the other party through the link, on a phone', async () => {
    await at.rest();
    const link = /http:\S+#\S+/.exec((await at.mailsTo(wardMailbox, /ändelsebeskrivning .* att godkänna/))[0]?.text ?? '')?.[0] ?? '';
    const ward = await Visitor.arrive(at, browser, 'phone');
    const { page } = ward;
    await page.goto(link);
    await page.getByRole('button', { name: 'Skicka kod' }).waitFor();
    expect(page.url()).not.toContain('#');
    await ward.look('approval-opening-phone');
    await page.getByRole('button', { name: 'Skicka kod' }).click();
    await page.getByLabel('Kod, sex siffror').waitFor();
    await at.rest();
    await page.getByLabel('Kod, sex siffror').fill(/\b\d{6}\b/.exec((await at.mailsTo(wardMailbox, /^Kod/))[0]?.text ?? '')?.[0] ?? '');
    await ward.look('approval-code-phone');
    await page.getByRole('main').getByRole('button').first().click();
    await page.getByRole('heading', { level: 1, name: `Händelsebeskrivning ${number}` }).waitFor();
    await page.getByRole('button', { name: 'Skicka svaret' }).click();
    await page.getByRole('alert').getByText('Välj ett svar.').waitFor();
    await ward.look('approval-errors-phone');
    await page.getByRole('radio', { name: 'Vi godkänner texten som den är' }).check();
    await page.getByRole('button', { name: 'Skicka svaret' }).click();
    await page.getByText('Beskrivningen är publicerad.').waitFor();
    await ward.look('approval-published-phone');
    await printed(ward, 'approval-published-print');
    await ward.leave();
  });

  it('is found and read by anybody, in Swedish and in English', async () => {
    const anybody = await Visitor.arrive(at, browser);
    const { page } = anybody;
    await page.goto(at.origin);
    await page.getByRole('contentinfo').getByRole('link', { name: 'Händelsebeskrivningar' }).click();
    await page.getByRole('link', { name: 'Utskriven utan läkemedelslista' }).waitFor();
    await anybody.look('published-list');
    await page.getByLabel('Ord i texten').fill('sjukresa');
    await page.getByRole('button', { name: 'Sök' }).click();
    await page.getByText('Inga beskrivningar passar sökningen.').waitFor();
    await page.getByLabel('Ord i texten').fill('läkemedelslista');
    await page.getByLabel('Målgrupp').selectOption({ label: 'Äldre' });
    await page.getByRole('button', { name: 'Sök' }).click();
    await page.getByText('Visar 1.').waitFor();
    await narrow(anybody, 'published-list-narrow');
    await page.getByRole('link', { name: 'Utskriven utan läkemedelslista' }).click();
    await page.getByText('Checklistan är nu obligatorisk.').waitFor();
    await anybody.look('published');
    expect(await page.getByRole('main').innerText()).not.toMatch(new RegExp(`${story.number}|norrvik|kajsa`, 'i'));
    await printed(anybody, 'published-print');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('Follow-up').waitFor();
    await narrow(anybody, 'published-narrow-en');
    await page.getByRole('link', { name: 'All event descriptions' }).click();
    await page.getByLabel('Words in the text').waitFor();
    await anybody.look('published-list-en');
    await anybody.leave();
  });

  it('is withdrawn, and gone from page and search in the same moment', async () => {
    const coordinator = await visit('Kajsa Koordinator', '/collaboration/event-descriptions');
    const { page } = coordinator;
    await page.getByLabel('Visa').selectOption({ label: 'Publicerade' });
    await page.getByRole('link', { name: number }).waitFor();
    await coordinator.look('descriptions');
    await narrow(coordinator, 'descriptions-narrow');
    await page.goto(`${at.origin}${address}`);
    await page.locator('summary', { hasText: 'Återkalla' }).click();
    await page.getByLabel('Skäl').fill('Vi vill skriva om den.');
    await page.getByRole('button', { name: 'Återkalla' }).click();
    await page.getByText('Beskrivningen är återkallad.').waitFor();
    await coordinator.look('description-withdrawn');
    await printed(coordinator, 'description-print');
    await coordinator.leave();
    const anybody = await Visitor.arrive(at, browser, 'phone');
    await anybody.page.goto(`${at.origin}/event-descriptions/${number}`);
    await anybody.page.getByRole('heading', { level: 1, name: 'Beskrivningen finns inte' }).waitFor();
    await anybody.look('published-gone-phone');
    await anybody.page.goto(`${at.origin}/event-descriptions`);
    await anybody.page.getByText('Inga beskrivningar är publicerade än.').waitFor();
    await anybody.leave();
  });
});
