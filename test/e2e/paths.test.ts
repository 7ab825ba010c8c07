import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { launchBrowser } from './browser.ts';
import { Installation } from './installation.ts';
import { Story, wardMailbox } from './story.ts';
import { Visitor } from './visitor.ts';

/** What scenario 1 does not pass through, done by hand in a browser; each case is brought to its point over the API. */
describe('the other paths of an outgoing case, in a browser', () => {
  let at: Installation;
  let browser: Browser;
  beforeAll(async () => {
    [at, browser] = await Promise.all([Installation.start({ now: '2026-11-23T08:00:00Z' }), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await at.stop();
  });

  const arrive = async (screen: 'desktop' | 'phone' | 'narrow' = 'desktop', name?: string) => {
    const visitor = await Visitor.arrive(at, browser, screen);
    onTestFinished(() => visitor.leave());
    return name === undefined ? visitor : visitor.signIn(name);
  };
  const openCase = async (visitor: Visitor, story: Story) => {
    await visitor.open('Inkorg');
    await visitor.page.getByRole('link', { name: story.number }).first().click();
    await visitor.page.getByRole('heading', { level: 1, name: new RegExp(story.number) }).waitFor();
  };
  const unfold = (visitor: Visitor, title: string) => visitor.page.locator('summary', { hasText: title }).first().click();
  /** The unit in front of its link, past the code. */
  const openLink = async (story: Story, screen: 'desktop' | 'phone' = 'desktop') => {
    const unit = await arrive(screen);
    const link = /http:\S+#\S+/.exec((await at.mailsTo(wardMailbox)).find((mail) => mail.text.includes(story.number) && mail.text.includes('#'))?.text ?? '')?.[0] ?? '';
    await unit.page.goto(link);
    await unit.page.getByRole('button', { name: 'Skicka kod' }).click();
    await unit.page.getByLabel('Kod, sex siffror').waitFor();
    await at.rest();
    const code = /\b\d{6}\b/.exec((await at.mailsTo(wardMailbox))[0]?.text ?? '')?.[0] ?? '';
    await unit.page.getByLabel('Kod, sex siffror').fill(code);
    await unit.page.getByRole('button', { name: 'Visa ärendet' }).click();
    await unit.page.getByRole('heading', { level: 1, name: new RegExp(story.number) }).waitFor();
    return unit;
  };

  it('the unit asks for more time on a phone, and MAS approves', async () => {
    const story = await new Story(at).sent();
    const unit = await openLink(story, 'phone');
    await unfold(unit, 'Be om mer tid');
    await unit.page.getByLabel('Antal dagar').fill('900');
    await unit.page.getByLabel('Varför behövs mer tid?').fill('Fler samtal behövs.');
    await unit.page.getByRole('button', { name: 'Be om mer tid' }).click();
    await unit.look('reply-more-time-error-phone');
    await unit.page.getByLabel('Antal dagar').fill('14');
    await unit.page.getByRole('button', { name: 'Be om mer tid' }).click();
    await unit.page.getByRole('heading', { name: 'Tack, avsändaren har fått er fråga' }).waitFor();
    await unit.look('reply-asked-phone');

    const mas = await arrive('phone', 'Maj Mas');
    await openCase(mas, story);
    await mas.look('case-ask-phone');
    await mas.page.getByLabel('Godkänn').check();
    await mas.page.getByRole('button', { name: 'Spara beslutet' }).click();
    await mas.page.getByText('Beslutet är sparat och enheten får veta.').waitFor();
    expect((await story.read()).asks[0]).toMatchObject({ kind: 'moreTime', decision: { approved: true } });
  });

  it('the unit says it is the wrong one, and the case is back with MAS', async () => {
    const story = await new Story(at).sent();
    const unit = await openLink(story);
    await unfold(unit, 'Fel mottagare');
    await unit.page.getByLabel('Varför är ni inte rätt mottagare?').fill('Patienten har inte vårdats här.');
    await unit.page.getByRole('button', { name: 'Meddela fel mottagare' }).click();
    await unit.page.getByRole('heading', { name: 'Tack för att ni sa till' }).waitFor();
    await unit.look('reply-wrong-recipient');
    expect(await story.read()).toMatchObject({ status: 'registered', externalUnit: null });
  });

  it('the unit hands over, and the next unit is asked', async () => {
    const story = await new Story(at).sent();
    const unit = await openLink(story);
    await unfold(unit, 'Överlämna till en annan enhet');
    await unit.page.getByLabel('Till vilken enhet?').selectOption('norrvik-12');
    await unit.page.getByLabel('Varför?').fill('Patienten vårdades där.');
    await unit.page.getByRole('button', { name: 'Be att få överlämna' }).click();
    await unit.page.getByRole('heading', { name: 'Tack, avsändaren har fått er fråga' }).waitFor();
    const mas = await arrive('desktop', 'Maj Mas');
    await openCase(mas, story);
    await mas.page.getByLabel('Godkänn').check();
    await mas.page.getByRole('button', { name: 'Spara beslutet' }).click();
    await mas.page.getByText('Beslutet är sparat och enheten får veta.').waitFor();
    await at.rest();
    expect(await story.read()).toMatchObject({ status: 'handedOver', externalUnit: { id: 'norrvik-12' } });
    expect(await at.mailsTo('norrvik-12@norrvik.example')).not.toEqual([]);
  });

  it('MAS returns an incomplete reply with what is missing, notes a call and sends a new link', async () => {
    const story = await new Story(at).sent();
    await story.answered(await story.opened());
    const mas = await arrive('narrow', 'Maj Mas');
    await openCase(mas, story);
    await unfold(mas, 'Returnera svaret');
    await mas.page.getByLabel('Vad saknas?').fill('Grundorsaken saknas.');
    await mas.look('case-return-narrow');
    await mas.page.getByRole('button', { name: 'Returnera svaret' }).click();
    await mas.page.getByText('Svaret är returnerat.').waitFor();
    await unfold(mas, 'Skicka en ny länk');
    await mas.page.getByRole('button', { name: 'Skicka en ny länk' }).click();
    await mas.page.getByText('En ny länk är skickad.').waitFor();
    expect(await story.timeline()).toEqual(expect.arrayContaining(['replyReturned', 'linkRenewed']));
  });

  it('the reporter is asked for more and answers; MAS withdraws and reopens', async () => {
    const story = await new Story(at).submitted();
    const mas = await arrive('desktop', 'Maj Mas');
    await openCase(mas, story);
    await unfold(mas, 'Be rapportören om mer');
    await mas.page.getByLabel('Vad behöver du veta?').fill('Vilken tid kom patienten hem?');
    await mas.page.getByRole('button', { name: 'Skicka frågan' }).click();
    await mas.page.getByText('Frågan är skickad till rapportören.').waitFor();
    const nurse = await arrive('phone', 'Siri Sjuksköterska');
    await nurse.open('Mina rapporter');
    await nurse.page.getByRole('link', { name: story.number }).first().click();
    await nurse.page.getByLabel('Ditt svar').fill('Klockan 16.');
    await nurse.look('case-question-phone');
    await nurse.page.getByRole('button', { name: 'Skicka svaret' }).click();
    await nurse.page.getByText('Svaret är skickat.').waitFor();
    // The page follows the case without being reloaded by hand: another page of the site, and back.
    await openCase(mas, story);
    await mas.page.getByText('Klockan 16.').first().waitFor();
    await unfold(mas, 'Återkalla ärendet');
    await mas.page.getByLabel('Orsak', { exact: true }).first().fill('Dubblett.');
    await mas.page.getByRole('button', { name: 'Återkalla ärendet' }).click();
    await mas.page.getByText('Ärendet är återkallat.').waitFor();
    await mas.look('case-withdrawn');
    await unfold(mas, 'Återöppna ärendet');
    await mas.page.getByLabel('Orsak', { exact: true }).first().fill('Det var ingen dubblett.');
    await mas.page.getByRole('button', { name: 'Återöppna' }).click();
    await mas.page.getByText('Ärendet är återöppnat.').waitFor();
    expect(await story.read()).toMatchObject({ status: 'reopened', informationRequest: { answer: 'Klockan 16.' } });
  });

  it('shows script in a text as text, in Swedish and in English', async () => {
    const script = '<script>document.title="taken"</script><b>fet</b>';
    const story = await new Story(at).submitted({ whatHappened: script });
    const mas = await arrive('narrow', 'Maj Mas');
    await mas.look('home-narrow');
    await openCase(mas, story);
    await mas.page.getByText(script).first().waitFor();
    await mas.page.getByRole('button', { name: 'English' }).click();
    await mas.page.getByRole('heading', { level: 1, name: `Case ${story.number}` }).waitFor();
    expect(await mas.page.locator('html').getAttribute('lang')).toBe('en');
    expect(await mas.page.title()).not.toBe('taken');
    await mas.look('case-english-narrow');
  });

  it('is reported with the keyboard alone', async () => {
    const nurse = await arrive('desktop', 'Siri Sjuksköterska');
    const { page } = nurse;
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/innehåll/i);
    await nurse.open('Rapportera');
    await page.getByRole('heading', { level: 1, name: 'Rapportera en avvikelse' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await page.getByRole('button', { name: 'Kontrollera svaren' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.textContent?.includes('Ange när det hände') === true);
    // The first error's link leads to its field.
    await page.getByRole('link', { name: 'Ange när det hände.' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('22');
    expect(await page.getByRole('group', { name: 'När hände det?' }).getByLabel('Dag').inputValue()).toBe('22');
  });

  it('tells who is not signed in, and what does not exist', async () => {
    const stranger = await arrive('phone');
    await stranger.page.goto(`${at.origin}/cases/nothing`);
    await stranger.look('case-signed-out-phone');
    await stranger.page.goto(`${at.origin}/no-such-page`);
    await stranger.look('not-found-phone');
    await stranger.page.goto(`${at.origin}/reply`);
    await stranger.look('reply-without-link-phone');
  });
});
