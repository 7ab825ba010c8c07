import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { give, onCase, wordsOf } from './case-page.ts';
import { clinicMailbox, incomingReport, IncomingStory, replyText } from './incoming-story.ts';
import { Installation } from './installation.ts';
import { Visitor } from './visitor.ts';

/** Scenario 2 as its people do it: an administrator, MAS, two managers, a physiotherapist, the health centre. */
describe('scenario 2: incoming, two units', () => {
  let at: Installation;
  let browser: Browser;
  let story: IncomingStory;
  beforeAll(async () => {
    [at, browser] = await Promise.all([Installation.start({ now: '2026-11-23T08:00:00Z' }), launchBrowser()]);
    story = new IncomingStory(at);
  });
  afterAll(async () => {
    await browser.close();
    await at.stop();
  });
  const newest = async (to: string) => {
    await at.rest();
    const [mail] = (await at.mailsTo(to)).filter(({ text }) => text.includes(story.number));
    return mail === undefined ? '' : wordsOf(mail, story.number);
  };

  it('the administrator registers what Björken wrote, for MAS', async () => {
    const hanna = await Visitor.arrive(at, browser);
    await hanna.signIn('Hanna Handläggare');
    await hanna.open('Registrera inkommen avvikelse');
    const { page } = hanna;
    await page.getByLabel('Du registrerar för').selectOption({ label: 'MAS' });
    await page.getByLabel('Organisation').selectOption({ label: 'Region Sjöland' });
    await page.getByLabel('Vilken enhet där?').selectOption({ label: 'Björkens vårdcentral' });
    for (const [name, day, time] of [['När kom den till oss?', '23', '08:30'], ['När hände det?', '22', '15:00'], ['När upptäcktes det?', '22', '18:30']] as const) {
      const group = page.getByRole('group', { name });
      for (const [part, value] of [['Dag', day], ['Månad', '11'], ['År', '2026'], ['Klockslag', time]] as const) await group.getByLabel(part).fill(value);
    }
    await page.getByLabel('Mest berörd enhet hos oss').selectOption({ label: 'Hemsjukvården Norr' });
    await page.getByRole('group', { name: 'Vilken verksamhet gäller det?' }).getByLabel(/Hälso- och sjukvård/).check();
    await page.getByLabel('Vad handlar det om?').selectOption({ label: 'Informationsöverföring' });
    await page.getByLabel('Vad hände?').fill(incomingReport.whatHappened);
    await page.getByRole('group', { name: 'Blev någon skadad?' }).getByLabel(/men ingen skada/).check();
    await page.getByRole('group', { name: /Gäller det en patient/ }).getByLabel('Nej').check();
    await page.getByRole('button', { name: 'Kontrollera svaren' }).click();
    await page.getByRole('button', { name: 'Registrera avvikelsen' }).click();
    await page.getByRole('heading', { name: 'Avvikelsen är registrerad' }).waitFor();
    story.number = /[A-Z0-9]{3}-[A-Z0-9]{4}/.exec(await page.getByRole('main').innerText())?.[0] ?? '';
    await page.getByRole('link', { name: 'Öppna ärendet' }).click();
    await page.getByRole('heading', { level: 1, name: new RegExp(story.number) }).waitFor();
    story.caseId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await hanna.leave();
    expect(await story.event('registered')).toMatchObject({ actor: { name: 'Hanna Handläggare' }, principal: 'mas' });
    expect((await story.read()).coInvestigators).toHaveLength(1);
    expect(await newest(clinicMailbox)).toMatchInlineSnapshot(`
      "Case № has been received
      Hello!

      Ekdala kommun has received what was reported.

      You will have a reply on 2026-12-23 at the latest.

      The link below shows where the case is.

      Case number: №

      See where the case is:
      /status#…

      The link is only for you who have reported. A code is sent to this mailbox when you open it.

      This message cannot be replied to. Never write personal data in e-mail.
      -- 
      Ekdala kommun"
    `);
  });

  it('MAS names the manager of the home care, who adds the manager of rehab, who adds the physiotherapist', async () => {
    const maj = await onCase(at, browser, 'Maj Mas', 'Inkorg', story.number);
    await give(maj.page, 'assign-case', 'Utredarna är sparade', (form) => form.getByLabel('Huvudutredare').selectOption({ label: 'Enok Enhetschef, Enhetschef' }));
    await maj.leave();
    expect(await newest('enok@ekdala.example')).toMatchInlineSnapshot(`
      "Ärende № är tilldelat dig
      Hej!

      Du är huvudutredare i ett ärende som har kommit in.

      Svaret till den som har anmält ska skickas senast 2026-12-23.

      Ärendenummer: №

      Öppna ärendet:
      /cases/…

      Du behöver logga in för att läsa ärendet.

      Det här meddelandet går inte att svara på. Skriv aldrig personuppgifter i e-post.
      -- 
      Ekdala kommun"
    `);

    for (const [person, adds, mailbox] of [['Enok Enhetschef', 'Rut Rehabchef, Enhetschef', 'rut@ekdala.example'], ['Rut Rehabchef', 'Frans Fysioterapeut, Fysioterapeut', 'frans@ekdala.example']] as const) {
      const investigator = await onCase(at, browser, person, 'Bevakning', story.number);
      await give(investigator.page, 'add-investigators', 'Medutredaren är tillagd', (form) => form.getByLabel('Medutredare').selectOption({ label: adds }));
      await investigator.leave();
      expect(await newest(mailbox)).toContain('№');
    }
    expect(await newest('rut@ekdala.example')).toMatchInlineSnapshot(`
      "Ärende № är tilldelat dig
      Hej!

      Du är medutredare i ett ärende som har kommit in.

      Svaret till den som har anmält ska skickas senast 2026-12-23.

      Ärendenummer: №

      Öppna ärendet:
      /cases/…

      Du behöver logga in för att läsa ärendet.

      Det här meddelandet går inte att svara på. Skriv aldrig personuppgifter i e-post.
      -- 
      Ekdala kommun"
    `);
    expect(await newest('frans@ekdala.example')).toMatchInlineSnapshot(`
      "Case № is assigned to you
      Hello!

      You are a co-investigator of a case that has come in.

      The reply to whoever reported is to be sent on 2026-12-23 at the latest.

      Case number: №

      Open the case:
      /cases/…

      You need to sign in to read the case.

      This message cannot be replied to. Never write personal data in e-mail.
      -- 
      Ekdala kommun"
    `);
  });

  it('the lead investigates, says that it is done, and cannot close', async () => {
    await at.advance('P4D');
    const enok = await onCase(at, browser, 'Enok Enhetschef', 'Bevakning', story.number);
    const { page } = enok;
    for (const [part, text] of [['Händelseförlopp', 'Ändringen skrevs men skickades inte.'], ['Grundorsak', 'Ingen kvitterar.']] as const) {
      await page.locator('summary').filter({ hasText: part }).click();
      await page.getByRole('textbox', { name: part, exact: true }).fill(text);
      await page.getByRole('button', { name: `Spara: ${part}` }).click();
      await page.getByText(`Sparat: ${part}.`).waitFor();
    }
    await page.locator('summary').filter({ hasText: /^Orsaker/ }).click();
    await page.getByLabel('Kommunikation och information').fill('Meddelandet blev ett utkast.');
    await page.getByRole('button', { name: 'Spara: Orsaker' }).click();
    await page.getByText('3 av 5 delar ifyllda').waitFor();
    await give(page, 'report-investigation-done', 'Utredningen är anmäld som klar.');
    expect(await page.getByRole('button', { name: 'Skicka svaret och avsluta' }).count()).toBe(0);
    await enok.leave();
    expect(await story.command('enok', 'send-incoming-reply', { dispatch: 'link' })).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    expect(await newest('maj@ekdala.example')).toMatchInlineSnapshot(`
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

  it('MAS answers: sending closes, and the owner moves', async () => {
    const maj = await onCase(at, browser, 'Maj Mas', 'Inkorg', story.number);
    const { page } = maj;
    await page.getByRole('textbox', { name: 'Svaret', exact: true }).fill(replyText);
    await page.getByRole('button', { name: 'Spara svaret' }).click();
    await page.getByRole('button', { name: 'Bekräfta svaret' }).click();
    await page.getByText('Svaret är bekräftat.').first().waitFor();
    await page.getByRole('button', { name: 'Skicka svaret och avsluta' }).click();
    await page.getByText('Svaret är skickat och ärendet avslutat.').waitFor();
    await maj.look('scenario-2-closed');
    await maj.leave();
    expect(await story.read()).toMatchObject({ status: 'closed', owningUnit: { id: 'hemsjukvard-norr' } });
    expect(await newest(clinicMailbox)).toMatchInlineSnapshot(`
      "Reply in case №
      Hello!

      Ekdala kommun has investigated what was reported and replied. The reply is on the page of the case.

      Case number: №

      See where the case is:
      /status#…

      The link is only for you who have reported. A code is sent to this mailbox when you open it.

      This message cannot be replied to. Never write personal data in e-mail.
      -- 
      Ekdala kommun"
    `);
    expect((await story.read()).timeline.map(({ type }: { type: string }) => type).filter((type: string) => type !== 'mailSent').toReversed()).toEqual(
      expect.arrayContaining(['registered', 'assigned', 'investigatorsAdded', 'investigationSaved', 'investigationDone', 'outgoingTextConfirmed', 'replySent', 'ownerMoved', 'closed']),
    );
  });

  it('Björken reads the reply through its link', async () => {
    const link = (await at.mailsTo(clinicMailbox)).map(({ text }) => /http:\S+\/status#\S+/.exec(text)?.[0]).find((found) => found !== undefined) ?? '';
    const clinic = await Visitor.arrive(at, browser, 'phone');
    const { page } = clinic;
    await page.goto(link);
    await page.getByRole('button', { name: /Skicka kod|Send a code|Send code/ }).click();
    const field = page.getByLabel(/Kod, sex siffror|Code, six digits/);
    await field.waitFor();
    await at.rest();
    await field.fill(/\b\d{6}\b/.exec((await at.mailsTo(clinicMailbox))[0]?.text ?? '')?.[0] ?? '');
    await page.getByRole('button', { name: /Visa ärendet|Show the case/ }).click();
    await page.getByText(replyText).waitFor();
    expect(await page.getByRole('main').innerText()).not.toContain('Meddelandet blev ett utkast.');
    await clinic.look('scenario-2-reply-phone');
    await clinic.leave();
  });
});
