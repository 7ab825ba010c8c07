import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { give, onCase, wordsOf } from './case-page.ts';
import { IncomingStory } from './incoming-story.ts';
import { Installation } from './installation.ts';

/** Scenario 4: a dose deviation is to be registered with the pharmacy as well. */
describe('scenario 4: dose pharmacy', () => {
  let at: Installation;
  let browser: Browser;
  let story: IncomingStory;
  beforeAll(async () => {
    [at, browser] = await Promise.all([Installation.start({ now: '2026-11-23T08:00:00Z' }), launchBrowser()]);
    story = await new IncomingStory(at).registered({ category: 'doseDispensing', whatHappened: 'Fel dospåse gavs två kvällar i rad.' });
  });
  afterAll(async () => {
    await browser.close();
    await at.stop();
  });
  const reminders = async () => (await at.mailsTo('maj@ekdala.example', /dosapotek/i)).filter(({ text }) => text.includes(story.number));

  it('reminds after two working days, once', async () => {
    await at.advance('P1D');
    expect(await reminders()).toEqual([]);
    await at.advance('P2D');
    const [reminder, ...more] = await reminders();
    expect(more).toEqual([]);
    expect(reminder && wordsOf(reminder, story.number)).toMatchInlineSnapshot(`
      "Dosapoteket är inte underrättat, ärende №
      Hej!

      Ärendet ska anmälas även till dosapoteket. Anteckna apotekets nummer, eller skälet till att anmälan inte görs. Ärendet kan inte avslutas dessförinnan.

      Ärendenummer: №

      Öppna ärendet:
      /cases/…

      Du behöver logga in för att läsa ärendet.

      Det här meddelandet går inte att svara på. Skriv aldrig personuppgifter i e-post.
      -- 
      Ekdala kommun"
    `);
  });

  it('does not close before the pharmacy\'s number is there', async () => {
    await story.readyToSend();
    const blocked = await story.command('maj', 'send-incoming-reply', { dispatch: 'link' });
    expect(blocked).toMatchObject({ status: 409, body: { code: 'pharmacy-not-notified' } });
    const maj = await onCase(at, browser, 'Maj Mas', 'Inkorg', story.number);
    const { page } = maj;
    await page.getByText('Det här måste göras först').waitFor();
    expect(await page.getByRole('link', { name: /Öppna dosapotekets anmälan/ }).getAttribute('href')).toMatch(/^https:/);
    await maj.look('scenario-4-blocked');
    await give(page, 'record-pharmacy-notification', 'Fyll i antingen referensnummer eller orsak.');
    await give(page, 'record-pharmacy-notification', 'Anmälan till dosapoteket är antecknad.', (form) => form.getByLabel('Dosapotekets referensnummer').fill('DOS-2026-117'));
    await page.getByText('Det här måste göras först').waitFor({ state: 'hidden' });
    await give(page, 'send-incoming-reply', 'Svaret är skickat och ärendet avslutat.');
    await maj.look('scenario-4-closed');
    await maj.leave();
    expect(await story.read()).toMatchObject({ status: 'closed', pharmacy: { reference: 'DOS-2026-117' } });
  });

  it('leaves no wait behind', async () => {
    await at.advance('P14D');
    expect(await reminders()).toHaveLength(1);
    const running = await at.as('sixten', 'list-executions', { query: { filter: 'open' } });
    expect(JSON.stringify(running.body.executions)).not.toContain(story.number);
  });
});
