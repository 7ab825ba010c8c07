import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { Installation } from './installation.ts';
import { Story } from './story.ts';
import { Visitor } from './visitor.ts';

/** What a routine with case coordinators (R3) looks like to those who register, and to those who do not. */
describe('under a routine whose coordinators register', () => {
  let at: Installation;
  let browser: Browser;
  beforeAll(async () => {
    [at, browser] = await Promise.all([Installation.start({ now: '2026-11-23T08:00:00Z', routine: 'reko' }), launchBrowser()]);
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await at.stop();
  });

  it('sends a nurse to them, and offers no form that would be refused', async () => {
    const nurse = await Visitor.arrive(at, browser);
    await nurse.signIn('Siri Sjuksköterska');
    await nurse.page.getByRole('heading', { name: 'Hej Siri' }).waitFor();
    expect(await nurse.page.getByRole('link', { name: 'Rapportera', exact: false }).count()).toBe(0);
    await nurse.page.goto(`${at.origin}/report`);
    await nurse.page.getByText('Berätta vad som hänt för någon av dem').waitFor();
    await nurse.page.getByText('Ärendesamordnare').waitFor();
    await nurse.look('reko-not-reporter');
    await nurse.page.setViewportSize({ width: 320, height: 640 });
    await nurse.look('reko-not-reporter-320');
    await nurse.leave();
  });

  it('shows each coordinator the cases of its own part', async () => {
    const story = new Story(at);
    story.handler = 'kajsa';
    await story.submitted({ happenedAt: '2026-11-19T09:00:00Z', discoveredAt: '2026-11-19T10:00:00Z' }, 'kajsa');
    for (const [name, seen] of [['Kajsa Koordinator', 1], ['Konrad Koordinator', 0]] as const) {
      const coordinator = await Visitor.arrive(at, browser);
      await coordinator.signIn(name);
      await coordinator.page.goto(`${at.origin}/inbox`);
      await coordinator.page.getByRole('heading', { level: 1 }).waitFor();
      await coordinator.page.waitForLoadState('networkidle');
      expect(await coordinator.page.getByRole('link', { name: story.number }).count(), name).toBe(seen);
      await coordinator.look(`reko-inbox-${seen}`);
      // R8: the routine names them for its yearly review, so they read it.
      await coordinator.open('Administration');
      await coordinator.page.getByText('Anteckna översynen').first().waitFor();
      expect(await coordinator.page.getByRole('link', { name: 'Register', exact: true }).count()).toBe(0);
      await coordinator.leave();
    }
  });
});
