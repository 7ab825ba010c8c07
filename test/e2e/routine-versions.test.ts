import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { Installation } from './installation.ts';
import { outgoingText, Story } from './story.ts';
import { Visitor } from './visitor.ts';

/** Issue 6: the routine changes in the page, from a date, without a release; open cases stay on theirs. */
describe('versions of the routine', () => {
  let at: Installation;
  let browser: Browser;
  let sixten: Visitor;
  let sentBefore: Story;
  let reportedBefore: Story;
  beforeAll(async () => {
    [at, browser] = await Promise.all([Installation.start({ now: '2026-11-23T08:00:00Z' }), launchBrowser()]);
    sentBefore = await new Story(at).sent();
    reportedBefore = await new Story(at).submitted();
    sixten = await (await Visitor.arrive(at, browser)).signIn('Sixten Systemansvarig');
  });
  afterAll(async () => {
    await browser.close();
    await at.stop();
  });

  const sendNow = async (story: Story): Promise<Story> => {
    await story.done('maj', 'set-external-unit', { externalUnitId: 'norrvik-34' });
    await story.done('maj', 'edit-outgoing-text', { text: outgoingText, notPersonalNumbers: [] });
    await story.done('maj', 'confirm-outgoing-text');
    await story.done('maj', 'send-case');
    return story;
  };
  const replyBy = async (story: Story): Promise<string> => (await story.read()).clock.replyBy;

  it('is read as a person would, as a picture and in words, in both languages and on a narrow screen', async () => {
    const { page } = sixten;
    await sixten.open('Administration');
    await sixten.open('Rutinen');
    await page.getByRole('heading', { level: 1, name: 'Rutinen' }).waitFor();
    await sixten.look('routine-versions');
    await page.getByRole('link', { name: /^Läs version/ }).click();
    await page.getByRole('img', { name: /^Det vi anmäler till andra: 7 steg/ }).waitFor();
    const steps = page.getByRole('listitem').filter({ hasText: 'Enheten svarar' });
    expect(await steps.first().innerText()).toMatch(/inom 30 dagar från sändningen[\s\S]*7 dagar före: påminnelse[\s\S]*14 dagar efter: cheferna får veta/);
    await sixten.look('routine-reading');
    await page.setViewportSize({ width: 320, height: 640 });
    await sixten.look('routine-reading-narrow');
    await page.emulateMedia({ media: 'print' });
    await sixten.look('routine-reading-print');
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('within 30 days of sending').first().waitFor();
    await page.getByRole('button', { name: 'Svenska' }).click();
  });

  it('says what is wrong as it is typed, at the field and above', async () => {
    const { page } = sixten;
    await page.getByRole('link', { name: 'Ändra rutinen' }).click();
    await page.getByText('Inget är ändrat.').waitFor();
    const times = page.locator('details', { has: page.locator('summary', { hasText: 'Det vi anmäler: tider' }) });
    await times.getByLabel('Svarstid').fill('91');
    await page.getByRole('link', { name: 'Svarstid: För högt. Det får vara högst 90.' }).click();
    expect(await times.getByLabel('Svarstid').evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await times.getByLabel('Svarstid').getAttribute('aria-invalid')).toBe('true');
    await times.getByLabel('Svarstid').fill('60');
    await times.getByLabel('Cheferna får veta efter svarsdagen').fill('3');
    await page.getByRole('link', { name: /Cheferna får veta efter svarsdagen: Cheferna får veta före den sista påminnelsen/ }).waitFor();
    await sixten.look('routine-editor-faults');
    await times.getByLabel('Cheferna får veta efter svarsdagen').fill('14');
    await page.getByText('Svarstid: 30 → 60 dagar').waitFor();
    await page.setViewportSize({ width: 320, height: 640 });
    await sixten.look('routine-editor-narrow');
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByRole('button', { name: 'Spara och granska' }).click();
  });

  it('shows the differences in words, tries them on past cases, and publishes from a date', async () => {
    const { page } = sixten;
    await page.getByRole('heading', { level: 1, name: 'Granska och publicera' }).waitFor();
    await page.getByText('Svarstid: 30 → 60 dagar').waitFor();
    await page.getByRole('button', { name: 'Pröva på besvarade och avslutade ärenden' }).click();
    await page.getByText('Inga besvarade eller avslutade ärenden att pröva på.').first().waitFor();
    await page.getByLabel('Dag').fill('22');
    await page.getByRole('button', { name: 'Publicera' }).click();
    await page.getByRole('alert').getByText('Datumet har passerat. Välj i dag eller senare.').waitFor();
    await sixten.look('routine-publish-refused');
    await page.getByLabel('Dag').fill('24');
    await page.getByRole('button', { name: 'Publicera' }).click();
    await page.getByText(/är publicerad och gäller från 24 november 2026/).waitFor();
    await page.getByRole('link', { name: 'Till rutinens versioner' }).click();
    await page.getByText('Kommande').waitFor();
    await page.getByText('publicerade version').waitFor();
    await sixten.look('routine-coming');
  });

  it('moves the deadline of cases from the date on, and of no other', async () => {
    const sameDay = await sendNow(await new Story(at).submitted());
    await at.advance('P1D');
    const after = await sendNow(await new Story(at).submitted());
    await sendNow(reportedBefore);
    expect(await replyBy(sentBefore)).toBe('2026-12-23T22:59:59.000Z');
    expect(await replyBy(sameDay)).toBe('2026-12-23T22:59:59.000Z');
    // Reported under the version before, it keeps it.
    expect(await replyBy(reportedBefore)).toBe('2026-12-24T22:59:59.000Z');
    expect(await replyBy(after)).toBe('2027-01-23T22:59:59.000Z');
    const { body } = await at.as('sixten', 'list-routines');
    expect(body.versions.map(({ state, openCases }: { state: string; openCases: number }) => [state, openCases])).toEqual([['active', 1], ['past', 3]]);
    await sixten.page.reload();
    expect(sixten.faults).toEqual([]);
  });
});
