import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { Installation } from './installation.ts';
import { missingMedicationList } from './story.ts';
import { Visitor } from './visitor.ts';

/** The access log as people use it, under a routine that checks monthly and lets a case be opened by stating a reason. */
describe('the access log in a page', () => {
  let at: Installation;
  let browser: Browser;
  let number = '';
  beforeAll(async () => {
    [at, browser] = await Promise.all([Installation.start({ now: '2026-11-23T08:00:00Z', routine: 'haninge' }), launchBrowser()]);
    const answer = await at.as('siri', 'submit-deviation', { body: { report: missingMedicationList, patientReference: { reference: '19121212-1212', protectedIdentity: false } } });
    expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 201 });
    ({ number } = answer.body);
    await at.rest();
  });
  afterAll(async () => {
    await browser.close();
    await at.stop();
  });

  it('a case is opened by its number and a reason, which its timeline tells', async () => {
    const rut = await Visitor.arrive(at, browser);
    await rut.signIn('Rut ');
    await rut.open('Inkorg');
    await rut.open('Öppna ett ärende som inte är ditt');
    const { page } = rut;
    await page.getByRole('button', { name: 'Öppna ärendet' }).click();
    await page.getByRole('alert').getByText('Skriv varför du behöver läsa ärendet.').waitFor();
    await rut.look('open-case-errors');
    await page.getByLabel('Ärendenummer').fill(number);
    await page.getByLabel('Varför du behöver läsa ärendet').fill('Patienten är nu hos oss');
    await page.getByRole('button', { name: 'Öppna ärendet' }).click();
    await page.getByRole('heading', { level: 1, name: new RegExp(number) }).waitFor();
    await page.getByText('Öppnade ärendet med angivet skäl').waitFor();
    await rut.leave();
  });

  it('is read by case, extracted for a patient without the reference in the address, and checked at a narrow screen', async () => {
    await at.advance('P9D');
    const maj = await Visitor.arrive(at, browser, 'narrow');
    await maj.signIn('Maj Mas');
    await maj.open('Åtkomstlogg');
    const { page } = maj;
    await page.getByLabel('Ärendenummer').fill(number);
    await page.getByRole('button', { name: 'Visa', exact: true }).click();
    await page.getByText('Skäl: Patienten är nu hos oss').first().waitFor();
    await maj.look('access-log-narrow');
    await maj.open('Utdrag för patient');
    await page.getByLabel('Personnummer eller annan patientreferens').fill('121212-1212');
    await page.getByLabel('Varför utdraget behövs').fill('Begäran om loggutdrag');
    await page.getByRole('button', { name: 'Ta fram utdraget' }).click();
    await page.getByRole('button', { name: 'Hämta som CSV' }).waitFor();
    expect(page.url()).not.toContain('1212');
    await maj.look('access-log-extract-narrow');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Hämta som CSV' }).click()]);
    expect(download.suggestedFilename()).toBe('atkomster.csv');
    await maj.open('Stickprov');
    await page.getByRole('link', { name: 'Rehabenheten' }).click();
    await page.getByRole('heading', { level: 1, name: 'Stickprov: Rehabenheten' }).waitFor();
    for (let left = await page.getByRole('button', { name: 'Spara bedömningen' }).count(); left > 0; left -= 1) {
      await page.getByLabel('Befogad').first().check();
      await page.getByRole('button', { name: 'Spara bedömningen' }).first().click();
      await expect.poll(() => page.getByRole('button', { name: 'Spara bedömningen' }).count()).toBe(left - 1);
    }
    await maj.look('spot-check-narrow');
    await page.getByRole('button', { name: 'Signera stickprovet' }).click();
    await page.getByText('Stickprovet är signerat.').waitFor();
    await maj.leave();
  });
});
