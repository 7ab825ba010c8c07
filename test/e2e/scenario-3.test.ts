import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { give, onCase, wordsOf } from './case-page.ts';
import { IncomingStory, investigation, replyText } from './incoming-story.ts';
import { Installation } from './installation.ts';

/** Scenario 3: a private contractor with agreement files; Utredare has it from beginning to end. */
describe('scenario 3: private contractor', () => {
  let at: Installation;
  let browser: Browser;
  let story: IncomingStory;
  const mailbox = 'linden-hemtjanst@linden.example';
  beforeAll(async () => {
    [at, browser] = await Promise.all([Installation.start({ now: '2026-11-23T08:00:00Z' }), launchBrowser()]);
    story = await new IncomingStory(at).registered(
      { partyOrganisationId: 'linden', partyUnitId: 'linden-hemtjanst', concernedUnitIds: ['nattpatrull'], category: 'nursingCare', whatHappened: 'Nattens besök uteblev två gånger.' },
      { user: 'ulla', principal: 'investigator' },
    );
  });
  afterAll(async () => {
    await browser.close();
    await at.stop();
  });

  it('the night patrol owns it at once, Utredare is co-investigator, and MAS sees nothing of it', async () => {
    expect(await story.read()).toMatchObject({ responsible: 'investigator', owningUnit: { id: 'nattpatrull' }, coInvestigators: [{ id: 'ulla' }] });
    expect((await at.as('maj', 'read-case', { path: { caseId: story.caseId } })).status).toBe(404);
    await at.rest();
    expect((await at.mailsTo('maj@ekdala.example')).filter(({ text }) => text.includes(story.number))).toEqual([]);
    const [receipt] = await at.mailsTo(mailbox);
    expect(receipt && wordsOf(receipt, story.number)).toMatchInlineSnapshot(`
      "Ärende № har kommit in
      Hej!

      Ekdala kommun har tagit emot det som har anmälts.

      Ni får svar senast 2026-12-23.

      På länken nedan ser ni var ärendet är.

      Ärendenummer: №

      Se var ärendet är:
      /status#…

      Länken är bara till för er som har anmält. En kod skickas till den här brevlådan när ni öppnar den.

      Det här meddelandet går inte att svara på. Skriv aldrig personuppgifter i e-post.
      -- 
      Ekdala kommun"
    `);
  });

  it('Utredare names the manager of the night patrol, who investigates and cannot close', async () => {
    const ulla = await onCase(at, browser, 'Ulla Utredare', 'Inkorg', story.number);
    await give(ulla.page, 'assign-case', 'Utredarna är sparade', (form) => form.getByLabel('Huvudutredare').selectOption({ label: 'Enok Enhetschef, Enhetschef' }));
    await ulla.leave();
    await story.done('enok', 'save-investigation', investigation);
    const enok = await onCase(at, browser, 'Enok Enhetschef', 'Bevakning', story.number);
    await give(enok.page, 'report-investigation-done', 'Utredningen är anmäld som klar.');
    expect(await enok.page.getByRole('button', { name: 'Skicka svaret och avsluta' }).count()).toBe(0);
    await enok.leave();
    expect((await story.command('enok', 'send-incoming-reply', { dispatch: 'link' })).status).toBe(403);
    await at.rest();
    const [done] = (await at.mailsTo('ulla@ekdala.example')).filter(({ text }) => text.includes(story.number));
    expect(done && wordsOf(done, story.number)).toMatchInlineSnapshot(`
      "Utredningen i ärende № är klar
      Hej!

      Huvudutredaren har anmält att utredningen är klar. Nu kan svaret skickas.

      Svaret till den som har anmält ska skickas senast 2026-12-23.

      Ärendenummer: №

      Öppna ärendet:
      /cases/…

      Du behöver logga in för att läsa ärendet.

      Det här meddelandet går inte att svara på. Skriv aldrig personuppgifter i e-post.
      -- 
      Ekdala kommun"
    `);
  });

  it('Utredare answers, which closes it; it is counted under the contractor', async () => {
    const ulla = await onCase(at, browser, 'Ulla Utredare', 'Inkorg', story.number);
    const { page } = ulla;
    await page.getByRole('textbox', { name: 'Svaret', exact: true }).fill(replyText);
    await page.getByRole('button', { name: 'Spara svaret' }).click();
    await page.getByRole('button', { name: 'Bekräfta svaret' }).click();
    await page.getByText('Svaret är bekräftat.').first().waitFor();
    await page.getByRole('button', { name: 'Skicka svaret och avsluta' }).click();
    await page.getByText('Svaret är skickat och ärendet avslutat.').waitFor();
    await ulla.look('scenario-3-closed');
    await ulla.leave();
    expect(await story.read()).toMatchObject({ status: 'closed', owningUnit: { id: 'nattpatrull' } });
    const ofContractor = await at.as('ulla', 'list-cases', { query: { view: 'party', key: 'linden', status: 'closed' } });
    expect(ofContractor.body.cases.map(({ number }: { number: string }) => number)).toEqual([story.number]);
    expect(await story.event('replySent')).toMatchObject({ actor: { name: 'Ulla Utredare' }, principal: 'investigator' });
  });
});
