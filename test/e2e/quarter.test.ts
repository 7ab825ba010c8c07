import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { IncomingStory } from './incoming-story.ts';
import { Installation } from './installation.ts';
import { Story } from './story.ts';
import { Visitor } from './visitor.ts';

const clause = (clauseId: string) => ({ kind: 'agreement', agreementId: 'hemgang', agreementVersion: 2, clauseId, text: '' });
const text = 'Hemgång meddelades för sent, och hjälpmedlen fanns inte på plats.';
const leader = 'processledning@samverkansradet.example';
const address = '/collaboration/reports/brister-i-samverkan_2026-Q4';

/** G2–G5 in the browser: a quarter of mixed cases, the lines it gives and only those, submitted, locked, answered. */
describe('a quarter', () => {
  let at: Installation;
  let browser: Browser;
  const ofTheLine: Story[] = [];
  const reported = async (clauseId: string, more: object = {}): Promise<Story> => {
    const now = Date.parse(await at.now());
    const ago = (hours: number) => new Date(now - hours * 3_600_000).toISOString();
    return new Story(at).submitted({ category: 'dischargeCoordination', breach: clause(clauseId), happenedAt: ago(5), discoveredAt: ago(4), ...more });
  };
  const sent = async (story: Story): Promise<Story> => {
    await story.done('maj', 'set-external-unit', { externalUnitId: 'norrvik-34' });
    await story.done('maj', 'edit-outgoing-text', { text });
    await story.done('maj', 'confirm-outgoing-text', { form: 'deidentified' });
    return story.done('maj', 'send-case');
  };
  const report = async () => (await at.as('maj', 'read-report', { path: { reportId: 'brister-i-samverkan_2026-Q4' } })).body;
  const closedInQuarter = async (): Promise<number> => {
    const { total } = (await at.as('maj', 'read-statistics', { query: { by: 'month', direction: 'outgoing', from: '2026-10', to: '2026-12' } })).body;
    return total.now.counts.closed ?? 0;
  };
  const visit = async (name: string, path: string, screen: 'desktop' | 'phone' = 'desktop'): Promise<Visitor> => {
    const visitor = await Visitor.arrive(at, browser, screen);
    await visitor.signIn(name);
    await visitor.page.goto(`${at.origin}${path}`);
    await visitor.page.getByRole('heading', { level: 1 }).waitFor();
    return visitor;
  };

  beforeAll(async () => {
    [at, browser] = await Promise.all([Installation.start({ now: '2026-12-14T08:00:00Z', routine: 'goteborg' }), launchBrowser()]);
    // The routine's threshold is three. One that stands at it:
    for (let count = 0; count < 3; count += 1) ofTheLine.push(await sent(await reported('2.1')));
    // One below it; that it would pass with any of those that follow.
    for (let count = 0; count < 2; count += 1) await sent(await reported('2.4'));
    for (let count = 0; count < 3; count += 1) await sent(await reported('2.4', { targetGroup: 'psychiatryAddiction' }));
    const waiting = await reported('2.4');
    const now = await at.now();
    await new IncomingStory(at).registered({ breach: clause('2.4'), happenedAt: new Date(Date.parse(now) - 5 * 3_600_000).toISOString(), discoveredAt: new Date(Date.parse(now) - 4 * 3_600_000).toISOString() });
    await at.rest();
    const cookie = await ofTheLine[0]?.opened() ?? '';
    await ofTheLine[0]?.answered(cookie);
    await ofTheLine[0]?.done('maj', 'close-case', { note: '' });
    // The quarter turns. What is sent now is of the next one, though it was reported in this.
    await at.advance('P21D');
    await sent(waiting);
    // The fourth working day: 8 January, after New Year's Day, a weekend and Epiphany.
    await at.advance('P4D');
  }, 240_000);
  afterAll(async () => {
    await browser.close();
    await at.stop();
  });

  it('gives the right lines and only those, to those who are to write about them', { timeout: 120_000 }, async () => {
    const editor = await visit('Maj Mas', '/collaboration/reports');
    const { page } = editor;
    await editor.look('reports');
    await page.getByRole('link', { name: 'Brister i samverkan 2026-Q4' }).click();
    await page.getByRole('button', { name: 'Lämna in rapporten' }).waitFor();
    const { draft } = await report();
    expect(draft.edition.lines.map(({ key, count }: { key: string; count: number }) => [key, count])).toEqual([['sjoland~hemgang~2.1', 3]]);
    const rows = page.getByRole('table').last().getByRole('row');
    expect(await rows.count()).toBe(2);
    expect(await rows.last().innerText()).toMatch(/Region Sjöland[\s\S]*senast klockan 12[\s\S]*3/);
    await page.getByText('3 ärenden har gått till BEROSAM').waitFor();
    await editor.look('report-draft');
    await editor.leave();
  });

  it('sends those of the excepted target group to their own group as de-identified copies', { timeout: 120_000 }, async () => {
    const convener = await visit('Petra', '/collaboration/reports', 'phone');
    await convener.page.getByText(text).first().waitFor();
    expect(await convener.page.getByText(text).count()).toBe(3);
    await convener.look('report-copies-phone');
    await convener.leave();
  });

  it('is edited and submitted, and a name does not leave', { timeout: 120_000 }, async () => {
    const editor = await visit('Maj Mas', address);
    const { page } = editor;
    await page.getByLabel('Sammanfattning').fill('Karin Svensson fick vänta på sin hemgång.');
    await page.getByRole('button', { name: 'Lämna in rapporten' }).click();
    await page.getByRole('alert').first().waitFor();
    await editor.look('report-name-refused');
    await page.getByLabel('Sammanfattning').fill('Hemgång meddelas för sent från samma avdelning.');
    await page.getByLabel(/^Kommentar/).fill('Meddelandet kommer samma dag som patienten.');
    await page.getByLabel('Felet ligger i systemet, inte hos motparten').check();
    await page.getByRole('button', { name: 'Spara', exact: true }).click();
    await page.getByText('Sparat.').waitFor();
    await page.getByRole('button', { name: 'Lämna in rapporten' }).click();
    await page.getByText('Rapporten är inlämnad och låst.').waitFor();
    expect(await page.getByRole('button', { name: 'Spara', exact: true }).count()).toBe(0);
    await editor.look('report-submitted');
    await page.emulateMedia({ media: 'print' });
    await editor.look('report-submitted-print');
    expect(await page.getByRole('button', { name: 'Skriv ut' }).first().isVisible()).toBe(false);
    await editor.leave();
    await at.rest();
  });

  it('is opened by the process leader on a phone, who says what is done about it', { timeout: 120_000 }, async () => {
    const link = (await at.mailsTo(leader)).map((mail) => /\/submitted-report#[A-Za-z0-9_-]{43}/.exec(mail.text)?.[0]).find((found) => found !== undefined);
    expect(link).toBeDefined();
    const reader = await Visitor.arrive(at, browser, 'phone');
    const { page } = reader;
    await page.goto(`${at.origin}${link ?? ''}`);
    await page.getByRole('button', { name: 'Skicka kod' }).click();
    await page.getByLabel('Kod, sex siffror').waitFor();
    await at.rest();
    const code = (await at.mailsTo(leader)).map((mail) => /\b(\d{6})\b/.exec(mail.text)?.[1]).find((found) => found !== undefined) ?? '';
    await page.getByLabel('Kod, sex siffror').fill(code);
    await page.getByRole('button', { name: 'Läs en rapport' }).click();
    await page.getByText('Hemgång meddelas för sent från samma avdelning.').waitFor();
    await reader.look('submitted-report-phone');
    await page.getByRole('button', { name: 'Lämna återkoppling' }).click();
    await page.getByRole('alert').first().waitFor();
    await page.getByLabel('Återkoppling eller uppföljning').fill('Avdelningen har ändrat sin rutin.');
    await page.getByLabel('Åtgärd', { exact: false }).first().fill('Checklista vid utskrivning');
    await page.getByRole('button', { name: 'Lämna återkoppling' }).click();
    await page.getByText('Tack. Återkopplingen är lämnad.').waitFor();
    await reader.look('submitted-report-feedback-phone');
    await page.setViewportSize({ width: 320, height: 640 });
    await reader.look('submitted-report-narrow');
    expect(await page.getByText('BEROSAM').count()).toBe(0);
    await reader.leave();
  });

  it('stands as it was submitted when a case of a line is reopened, and taken back', { timeout: 120_000 }, async () => {
    const { editions: before } = await report();
    expect(await closedInQuarter()).toBe(1);
    const [story] = ofTheLine;
    await story?.done('maj', 'reopen-case', { reason: 'Svaret gällde en annan utskrivning.' });
    await at.rest();
    expect(await closedInQuarter()).toBe(0);
    await story?.done('maj', 'withdraw-case', { reason: 'Den gällde en annan region.' });
    await at.rest();
    const after = await report();
    expect(after.editions).toEqual(before);
    expect(before).toHaveLength(1);
    const editor = await visit('Maj Mas', address);
    expect(await editor.page.getByRole('button', { name: 'Lämna in rapporten' }).count()).toBe(0);
    await editor.page.getByText('Avdelningen har ändrat sin rutin.').waitFor();
    await editor.look('report-with-feedback');
    await editor.leave();
  });
});
