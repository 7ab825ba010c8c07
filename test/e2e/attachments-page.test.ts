import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { Installation } from './installation.ts';
import { Story, wardMailbox } from './story.ts';
import { Visitor } from './visitor.ts';

const testVirus = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$${'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'}`;
const file = (name: string, content: string | Buffer, mimeType = 'text/plain') => ({ name, mimeType, buffer: Buffer.from(content) });

/** Files as people handle them: chosen, watched, refused, fetched. */
describe('files in a page', () => {
  let at: Installation;
  let browser: Browser;
  beforeAll(async () => {
    [at, browser] = await Promise.all([Installation.start({ now: '2026-11-23T08:00:00Z' }), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await at.stop();
  });

  it('are added to a case, scanned, refused and fetched, without an accessibility violation', async () => {
    const story = await new Story(at).submitted();
    const mas = await Visitor.arrive(at, browser);
    await mas.signIn('Maj Mas');
    await mas.open('Inkorg');
    const { page } = mas;
    await page.getByRole('link', { name: new RegExp(story.number) }).first().click();
    const files = page.getByRole('region', { name: 'Filer till rapporten' });
    await files.getByLabel('Lägg till filer').setInputFiles([
      file('läkemedelslista.pdf', Buffer.alloc(3_000_000, 'a'), 'application/pdf'), file('smitta.txt', testVirus), file('program.exe', 'MZ'), file('tom.txt', ''),
    ]);
    await files.getByText('program.exe kan inte tas emot').waitFor();
    await files.getByText('tom.txt är tom.').waitFor();
    await files.getByRole('button', { name: 'Hämta läkemedelslista.pdf' }).waitFor();
    await files.getByText('Filen innehåller något skadligt').waitFor();
    await mas.look('attachments-case');
    for (let left = 2; left > 0; left -= 1) await files.getByRole('button', { name: 'Ta bort raden' }).first().click();
    const [download] = await Promise.all([page.waitForEvent('download'), files.getByRole('button', { name: 'Hämta läkemedelslista.pdf' }).click()]);
    expect(download.suggestedFilename()).toBe('läkemedelslista.pdf');
    await page.setViewportSize({ width: 320, height: 640 });
    await mas.look('attachments-case-narrow');
    await mas.leave();
  });

  it('come with a reply through the link, and reach the handler', async () => {
    const story = await new Story(at).sent();
    const link = /http:\S+#\S+/.exec((await at.mailsTo(wardMailbox))[0]?.text ?? '')?.[0] ?? '';
    const ward = await Visitor.arrive(at, browser, 'phone');
    const { page } = ward;
    await page.goto(link);
    await page.getByRole('button', { name: 'Skicka kod' }).click();
    await page.getByLabel('Kod, sex siffror').waitFor();
    await at.rest();
    const code = /\b\d{6}\b/.exec((await at.mailsTo(wardMailbox))[0]?.text ?? '')?.[0] ?? '';
    await page.getByLabel('Kod, sex siffror').fill(code);
    await page.getByRole('button', { name: 'Visa ärendet' }).click();
    await page.getByLabel('Lägg till filer').setInputFiles(file('checklista.pdf', '%PDF', 'application/pdf'));
    await page.getByRole('button', { name: 'Hämta checklista.pdf' }).waitFor();
    await ward.look('attachments-reply-phone');
    await ward.leave();
    const seen = await at.as('maj', 'list-attachments', { path: { caseId: story.caseId } });
    expect(seen.body.attachments).toMatchObject([{ fileName: 'checklista.pdf', part: 'reply', state: 'clean', addedBy: null }]);
  });
});
