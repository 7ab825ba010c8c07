import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InProcess } from '../crash/in-process.ts';
import { launchBrowser } from './browser.ts';
import { Visitor } from './visitor.ts';

/** A system administrator's first hour: registers in and out as files, mails in own words, a mail that arrives. */
describe('administration', () => {
  const place = new InProcess();
  const { at } = place;
  let browser: Browser;
  beforeAll(async () => {
    [, browser] = await Promise.all([place.start(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await place.remove();
  });
  const file = (name: string, text: string): string => {
    const path = join(at.folder, name);
    writeFileSync(path, text);
    return path;
  };

  it('takes a file with faults, says each of them, then takes the mended one', async () => {
    const admin = await Visitor.arrive(at, browser);
    await admin.signIn('Sixten');
    const { page } = admin;
    await page.getByText('Första timmen').first().waitFor();
    await admin.look('start-first-hour');
    await admin.open('Administration');
    await admin.open('Import och export');
    await page.getByRole('heading', { level: 1, name: 'Import och export' }).waitFor();
    await page.getByRole('button', { name: 'Förhandsgranska filen' }).click();
    await page.getByRole('alert').getByText('Välj ett register.').waitFor();
    await admin.look('import-errors');
    await page.getByLabel('Register').selectOption({ label: 'Enheter' });
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Hämta registret som fil' }).click();
    expect((await download).suggestedFilename()).toMatch(/^units-\d{4}-\d\d-\d\d\.csv$/);
    await page.locator('summary', { hasText: 'Så ska filen se ut' }).click();
    await admin.look('import-columns');

    await page.getByLabel('Fil', { exact: true }).setInputFiles(file('units.csv', 'id;organisationId;name;language\nny-enhet;ingen;Nya enheten;sv\nrehab;ekdala;;svenska\n'));
    await page.getByRole('button', { name: 'Förhandsgranska filen' }).click();
    await page.getByText('Filen har fel').waitFor();
    await page.getByText('Organisationen finns inte i registret.').or(page.getByText('Värdet saknas.')).first().waitFor();
    await page.getByText('Värdet går inte att använda.').waitFor();
    await admin.look('import-refused');
    expect((await at.as('sixten', 'read-registers', {})).body.units.some(({ id }: { id: string }) => id === 'ny-enhet')).toBe(false);

    await page.getByRole('link', { name: 'Till import och export' }).click();
    await page.getByLabel('Register').selectOption({ label: 'Enheter' });
    await page.getByLabel('Fil', { exact: true }).setInputFiles(file('units2.csv', 'id;organisationId;name;language\nny-enhet;ekdala;"Nya enheten";sv\nrehab;ekdala;Rehab och träning;sv\n'));
    await page.getByRole('button', { name: 'Förhandsgranska filen' }).click();
    await page.getByText('Rehabenheten → Rehab och träning').waitFor();
    await admin.look('import-preview');
    await page.getByRole('button', { name: 'Läs in 2 ändringar' }).click();
    await at.rest();
    await page.getByText('Allt i filen gäller nu.').waitFor();
    await admin.look('import-done');
    await page.setViewportSize({ width: 320, height: 640 });
    await admin.look('import-done-narrow');
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByRole('link', { name: 'Visa körningen' }).click();
    await page.getByRole('heading', { level: 1, name: /Import|Körning/ }).waitFor();
    await admin.look('import-execution');
    const { units } = (await at.as('siri', 'read-registers', {})).body;
    expect(units.filter(({ id }: { id: string }) => id === 'ny-enhet' || id === 'rehab').map(({ name }: { name: string }) => name).sort()).toEqual(['Nya enheten', 'Rehab och träning']);
    await admin.leave();
  });

  it('begins mails in own words, and shows them as they are sent', async () => {
    const admin = await Visitor.arrive(at, browser, 'narrow');
    await admin.signIn('Sixten');
    const { page } = admin;
    await admin.open('Administration');
    await admin.open('Mejltexter');
    await page.getByLabel('Slag av mejl').selectOption({ label: 'provmeddelande' });
    await page.getByLabel(/Egen inledning på svenska/).fill('Läs på www.ekdala.se');
    await page.getByText('Svenska: Texten får inte ha länkar eller webbadresser.').waitFor();
    await page.getByRole('button', { name: 'Spara svenska' }).click();
    await page.getByRole('alert').getByText('Texten får inte ha länkar').waitFor();
    await admin.look('mail-texts-refused');
    await page.getByLabel(/Egen inledning på svenska/).fill('Det här kommer från Ekdala.');
    await page.locator('.mail-preview').getByText('Det här kommer från Ekdala.').waitFor();
    await page.getByRole('button', { name: 'Spara svenska' }).click();
    await page.getByText('Den svenska inledningen är sparad').waitFor();
    await admin.look('mail-texts-saved');
    await admin.leave();
    expect(await at.as('sixten', 'put-register-row', { body: { entry: { register: 'mailTexts', value: { kind: 'request', language: 'sv', intro: 'Se https://example.org' } }, version: null } })).toMatchObject({ status: 422 });
  });

  it('leads through the first hour, with a mail that arrives', async () => {
    const admin = await Visitor.arrive(at, browser);
    await admin.signIn('Sixten');
    const { page } = admin;
    await page.getByRole('link', { name: 'Till första timmen' }).click();
    await page.getByRole('heading', { level: 1, name: 'Första timmen' }).waitFor();
    await admin.look('first-hour');
    await page.getByRole('button', { name: 'Skicka ett provmeddelande till mig' }).click();
    await at.rest();
    await page.getByText(/E-posttjänsten tog emot meddelandet/).waitFor();
    const mails = await at.mailsTo('sixten@ekdala.example', /Provmeddelande/);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain('Hej!\n\nDet här kommer från Ekdala.\n\nE-posten från Ekdala kommun kommer fram till dig.');
    await page.getByRole('button', { name: 'Rutinen är läst och godkänd' }).click();
    await page.getByText(/Godkänd av Sixten/).waitFor();
    await page.getByRole('button', { name: 'Hoppa över provärendet' }).click();
    await page.getByText('Hoppas över').waitFor();
    await admin.look('first-hour-further');
    await admin.leave();
    expect(await at.as('maj', 'read-first-hour', {})).toMatchObject({ status: 403 });
  });
});
