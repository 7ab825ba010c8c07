import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { Installation } from './installation.ts';
import { Story } from './story.ts';
import { screens, Visitor } from './visitor.ts';

/** A package and a release as people make them, by keyboard and on a phone. */
describe('releasing in the pages', () => {
  let at: Installation;
  let browser: Browser;
  beforeAll(async () => {
    [at, browser] = await Promise.all([Installation.start({ now: '2026-11-23T08:00:00Z' }), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await at.stop();
  });

  it('lets a case be masked span by span, decided and taken out, and a package be ordered and fetched', async () => {
    const story = await new Story(at).submitted({ whatHappened: 'Kerstin Ek, Storgatan 12, kom hem utan lista.' });
    const mas = await Visitor.arrive(at, browser);
    await mas.signIn('Maj Mas');
    const { page } = mas;
    await mas.open('Samverkan');
    await mas.open('Utlämnande');
    await mas.look('releases');
    await page.getByRole('button', { name: 'Gör en kopia att maskera' }).click();
    await page.getByRole('alert').getByRole('link', { name: 'Skriv minst ett ärendenummer.' }).waitFor();
    await page.getByLabel('Ärendenummer').fill(story.number);
    await page.getByLabel('Vem begär').selectOption('journalist');
    await page.getByRole('button', { name: 'Gör en kopia att maskera' }).press('Enter');
    const name = page.getByRole('button', { name: /^Kerstin Ek/ }).first();
    await name.waitFor();
    expect(await name.getAttribute('aria-pressed')).toBe('true');
    const street = page.getByRole('button', { name: /^Storgatan 12/ }).first();
    await street.press('Space');
    await page.locator('button[aria-pressed="false"]', { hasText: 'Storgatan 12' }).waitFor();
    await page.getByRole('button', { name: 'Maskera mer i delen: Rapporten' }).click();
    const box = page.getByRole('textbox', { name: 'Text i Rapporten' });
    await box.evaluate((area) => {
      if (area instanceof HTMLTextAreaElement) area.setSelectionRange(area.value.indexOf('utan lista'), area.value.indexOf('utan lista') + 10);
    });
    await page.getByRole('button', { name: 'Maskera det markerade' }).click();
    await page.getByRole('button', { name: /^utan lista/ }).waitFor();
    await mas.look('release-working');
    for (const screen of ['phone', 'narrow'] as const) {
      await page.setViewportSize(screens[screen]);
      await mas.look(`release-working-${screen}`);
    }
    await page.setViewportSize(screens.desktop);
    await page.getByLabel('Lämnas ut delvis').check();
    await page.getByRole('button', { name: 'Besluta' }).click();
    await page.getByRole('button', { name: 'Skriv ut eller spara som PDF' }).waitFor();
    const shown = await page.locator('.page').innerText();
    expect(shown).toContain('[maskerat: OSL 25:1]');
    expect(shown).not.toMatch(/Kerstin Ek|utan lista/);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Hämta som webbsida' }).click()]);
    expect(download.suggestedFilename()).toMatch(/^handling-2026-11-23-.*\.html$/);
    await mas.look('release-decided');
    await page.emulateMedia({ media: 'print' });
    await mas.look('release-print');
    await page.emulateMedia({ media: 'screen' });

    await mas.open('Paket till arkiv');
    await page.getByLabel('Bara avslutade ärenden').uncheck();
    await page.getByLabel('Ta med patientuppgifter').check();
    await page.getByRole('button', { name: 'Beställ' }).click();
    await page.getByRole('alert').getByRole('link', { name: 'Skriv varför patientuppgifterna behövs.' }).waitFor();
    await mas.look('archives');
    await page.getByLabel('Ta med patientuppgifter').uncheck();
    await page.getByRole('button', { name: 'Beställ' }).click();
    await page.getByRole('button', { name: 'Hämta del 1' }).waitFor();
    const [zip] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Hämta del 1' }).click()]);
    expect(zip.suggestedFilename()).toMatch(/-1\.zip$/);
    await mas.look('archive');
    await page.setViewportSize(screens.narrow);
    await mas.look('archive-narrow');
    await mas.leave();
  });
});
