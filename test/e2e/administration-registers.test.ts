import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { Installation } from './installation.ts';
import { Story } from './story.ts';
import { Visitor } from './visitor.ts';

/** Registers change without a release: what the system administrator writes counts at once. */
describe('registers in administration', () => {
  let at: Installation;
  let browser: Browser;
  beforeAll(async () => {
    [at, browser] = await Promise.all([Installation.start({ now: '2026-11-23T08:00:00Z' }), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await at.stop();
  });

  it('a unit that was added can be reported to at once', async () => {
    const sixten = await Visitor.arrive(at, browser);
    const { page } = sixten;
    await sixten.signIn('Sixten Systemansvarig');
    await page.getByRole('link', { name: 'Administration' }).click();
    await page.getByRole('link', { name: 'Register', exact: true }).click();
    await page.getByRole('link', { name: 'Enheter' }).click();
    await page.getByRole('link', { name: 'Hemsjukvården Norr' }).waitFor();
    await sixten.look('registers-units');
    await page.getByLabel('Sök efter namn').fill('norrvik 34');
    await page.getByRole('button', { name: 'Sök' }).click();
    await page.getByText('1 rad', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Lägg till enhet' }).click();
    await page.getByLabel('Beteckning').fill('norrvik-56');
    await page.getByLabel('Namn').fill('Norrviks sjukhus, avdelning 56');
    await page.getByLabel('Språk för mejl').selectOption({ label: 'Svenska' });
    await page.getByLabel('Funktionsbrevlåda').fill('anna.andersson@norrvik.example');
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.getByRole('alert').getByText('Organisation: ').waitFor();
    await sixten.look('registers-row-errors');
    await page.getByLabel('Organisation', { exact: true }).selectOption({ label: 'Region Sjöland' });
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.getByRole('heading', { level: 1, name: 'Norrviks sjukhus, avdelning 56' }).waitFor();
    await page.getByRole('heading', { name: 'Ändringar' }).waitFor();
    await sixten.look('registers-row');
    await page.getByLabel('Funktionsbrevlåda').fill('avd56@norrvik.example');
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.getByText('anna.andersson@norrvik.example → avd56@norrvik.example').waitFor();
    const offered = (await at.as('siri', 'read-registers')).body.units.find(({ id }: { id: string }) => id === 'norrvik-56');
    expect(offered).toMatchObject({ hasMailbox: true });
    const siri = await Visitor.arrive(at, browser);
    await siri.signIn('Siri Sjuksköterska');
    await siri.open('Rapportera');
    await siri.page.locator('select').filter({ hasText: 'Region Sjöland' }).selectOption({ label: 'Region Sjöland' });
    await siri.page.locator('select').filter({ hasText: 'avdelning 56' }).selectOption({ label: 'Norrviks sjukhus, avdelning 56' });
    await siri.leave();
    await page.locator('summary', { hasText: 'Avsluta raden' }).click();
    await page.getByRole('button', { name: 'Avsluta raden' }).click();
    await page.getByRole('alert').getByText('Kryssa i att raden ska avslutas nu.').waitFor();
    await sixten.look('registers-row-ending');
    await page.getByLabel('Ja, raden ska avslutas nu').check();
    await page.getByRole('button', { name: 'Avsluta raden' }).click();
    await page.getByText('Raden är avslutad.').waitFor();
    expect((await at.as('siri', 'read-registers')).body.units.find(({ id }: { id: string }) => id === 'norrvik-56')).toMatchObject({ closed: true });
    await page.emulateMedia({ media: 'print' });
    await sixten.look('registers-row-print');
    await sixten.leave();
  });

  it('a substitute that takes over gets the mails', async () => {
    const role = (await at.as('sixten', 'read-register-row', { body: { register: 'roles', key: 'maj#mas#mas-funktionen#2026-01-01' } })).body.row;
    const put = await at.as('sixten', 'put-register-row', { body: { version: role.version, entry: { register: 'roles', value: { ...role.entry.value, substituteUserId: 'moa', substituteFrom: '2026-11-23', substituteTo: '2026-11-30' } } } });
    expect(put, JSON.stringify(put.body)).toMatchObject({ status: 200 });
    const story = await new Story(at).submitted({ externalUnitId: 'norrvik-34' });
    await at.rest();
    const told = async (user: string) => (await at.mailsTo(`${user}@ekdala.example`)).filter(({ text }) => text.includes(story.number)).length;
    expect([await told('moa'), await told('maj')]).toEqual([1, 0]);
    const narrow = await Visitor.arrive(at, browser, 'narrow');
    await narrow.signIn('Sixten Systemansvarig');
    for (const [register, words] of [['units', 'hjälpmedelscentralen'], ['roles', 'Moa Masvikarie ersätter i dag'], ['agreements', 'version 1'], ['onCallTimes', 'Hela dygnet']] as const) {
      await narrow.page.goto(`${at.origin}/administration/registers/${register}`);
      await narrow.page.getByText(words).first().waitFor();
      await narrow.look(`registers-${register}-narrow`);
    }
    await narrow.leave();
  });

  it('is for the system administrator alone', async () => {
    for (const [user, status] of [['maj', 403], ['hanna', 403], ['siri', 403]] as const) {
      expect((await at.as(user, 'list-register', { body: { register: 'users' } })).status).toBe(status);
      expect((await at.as(user, 'end-register-row', { body: { register: 'units', key: 'rehab', version: 1 } })).status).toBe(status);
    }
  });
});
