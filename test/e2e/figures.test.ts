import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { give, onCase } from './case-page.ts';
import { Installation } from './installation.ts';
import { outgoingText, Story } from './story.ts';
import { screens, Visitor } from './visitor.ts';

/** Figures and recurrence as whoever handles cases meets them, in the routine that compiles shortfalls. */
describe('figures and recurrence', () => {
  let at: Installation;
  let browser: Browser;
  const stories: Story[] = [];
  const clause = (clauseId: string) => ({ kind: 'agreement', agreementId: 'hemgang', agreementVersion: 2, clauseId, text: '' });
  beforeAll(async () => {
    [at, browser] = await Promise.all([Installation.start({ now: '2026-11-23T08:00:00Z', routine: 'goteborg' }), launchBrowser()]);
    const reports = [
      { category: 'dischargeCoordination', breach: clause('2.1'), targetGroup: 'olderPeople' }, { category: 'dischargeCoordination', breach: clause('2.1'), targetGroup: 'olderPeople', harm: 'nearMiss' },
      { category: 'medication', breach: clause('2.1') }, { category: 'medication', breach: clause('2.1'), targetGroup: 'psychiatryAddiction', harm: 'risk' },
      { category: 'transport', counterpartId: 'sjoland-fardtjanst', targetGroup: 'other', medication: undefined },
    ];
    for (const report of reports) stories.push(await new Story(at).submitted(report));
    const [sent] = stories;
    await sent!.done('maj', 'set-external-unit', { externalUnitId: 'norrvik-34' });
    await sent!.done('maj', 'edit-outgoing-text', { text: outgoingText });
    await sent!.done('maj', 'confirm-outgoing-text');
    await sent!.done('maj', 'send-case');
    await at.rest();
  });
  afterAll(async () => {
    await browser.close();
    await at.stop();
  });

  it('tells the handler once that the same recurs, and shows the earlier cases beside the new one', async () => {
    expect(await at.mailsTo('maj@ekdala.example', /flera liknande/)).toHaveLength(1);
    const handler = await onCase(at, browser, 'Maj Mas', 'Inkorg', stories[3]!.number);
    const { page } = handler;
    await page.getByText('Återkommande', { exact: true }).waitFor();
    const similar = page.getByRole('region', { name: 'Liknande ärenden' });
    await similar.getByText(/Samma punkt: .*\(3 st\)/).waitFor();
    await similar.getByRole('link', { name: stories[0]!.number }).first().waitFor();
    await handler.look('similar-cases');
    // The handler settles what the reporter did not know.
    await give(page, 'classify-case', 'Målgrupp och orsaker är sparade.', (form) => form.getByLabel('Vilken målgrupp gäller det?').selectOption({ label: 'Barn och unga' }));
    expect((await stories[3]!.read()).classification).toEqual({ targetGroup: 'childrenYouth', causeAreas: [] });
    await handler.open('Inkorg');
    await page.getByRole('row', { name: new RegExp(stories[2]!.number) }).getByText('Återkommande').waitFor();
    await handler.look('inbox-recurring');
    await handler.leave();
  });

  it('shows the figures as chart, table, spreadsheet and print of one and the same', async () => {
    await at.rest();
    const handler = await Visitor.arrive(at, browser);
    await handler.signIn('Maj Mas');
    await handler.open('Statistik');
    const { page } = handler;
    await page.getByRole('img', { name: /november 2026 5/ }).waitFor();
    await handler.look('figures-by-month');
    await page.getByLabel('Fördelade').selectOption({ label: 'Per målgrupp' });
    await page.getByRole('img', { name: /Äldre 2 .*Barn och unga 1/ }).waitFor();
    await page.getByLabel('Fördelade').selectOption({ label: 'Per motpart och punkt' });
    const chart = page.getByRole('img', { name: /Region Sjöland · .* 4/ });
    await chart.waitFor();
    await handler.look('figures-by-clause');
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Hämta som kalkylblad' }).click()]);
    expect(file.suggestedFilename()).toMatch(/^statistik-counterpartClause-.*\.xlsx$/);
    const parts = unzipSync(readFileSync(await file.path()));
    const text = Object.values(parts).map((part) => strFromU8(part)).join('\n');
    expect(text).toContain('Region Sjöland · ');
    // A number stays a number, and no text is taken for a formula.
    expect(text).toMatch(/<v>4<\/v>/);
    expect(text).not.toContain('<f>');
    await page.emulateMedia({ media: 'print' });
    await page.getByRole('table').waitFor();
    await handler.look('figures-print');
    await page.emulateMedia({ media: 'screen' });
    for (const [screen, size] of [['phone', screens.phone], ['narrow', screens.narrow]] as const) {
      await page.setViewportSize(size);
      await handler.look(`figures-${screen}`);
    }
    await handler.leave();
  });

  it('gives out no small number, of months that are over', async () => {
    await at.advance('P9D');
    const handler = await Visitor.arrive(at, browser, 'phone');
    await handler.signIn('Maj Mas');
    await handler.page.goto(`${at.origin}/statistics`);
    await handler.page.getByLabel('Används').selectOption({ label: 'Att lämna ut' });
    await handler.page.getByText('inget tal under 3 visas').waitFor();
    await handler.page.getByLabel('Fördelade').selectOption({ label: 'Per motpart' });
    await handler.page.getByRole('img', { name: /··/ }).waitFor();
    await handler.look('figures-outside');
    await handler.leave();
  });

  it('is made anew by a system administrator, with the same result', async () => {
    const administrator = await Visitor.arrive(at, browser);
    await administrator.signIn('Sixten Systemansvarig');
    await administrator.page.goto(`${at.origin}/statistics`);
    const before = (await at.as('maj', 'read-statistics', { query: { by: 'targetGroup' } })).body.rows;
    await administrator.page.getByRole('button', { name: 'Räkna om från ärendena' }).click();
    await at.rest();
    await administrator.page.reload();
    await administrator.page.getByText(/Senast omräknat/).waitFor();
    await administrator.look('figures-recomputed');
    expect((await at.as('maj', 'read-statistics', { query: { by: 'targetGroup' } })).body.rows).toEqual(before);
    await administrator.leave();
  });
});
