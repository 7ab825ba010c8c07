import type { Browser, Locator, Page } from 'playwright-core';
import type { OperationId } from '../../functions/contracts/operations.ts';
import type { Installation, SentMail } from './installation.ts';
import { Visitor } from './visitor.ts';

/** A person on the page of one case, found as people find it: through a list. */
export async function onCase(at: Installation, browser: Browser, person: string, list: string, number: string): Promise<Visitor> {
  const visitor = await Visitor.arrive(at, browser);
  await visitor.signIn(person);
  await visitor.open(list);
  await visitor.page.getByRole('link', { name: new RegExp(number) }).first().click();
  await visitor.page.getByRole('heading', { level: 1, name: new RegExp(number) }).waitFor();
  return visitor;
}

/** Fills in the form of a command and sends it; the page says what came of it. */
export async function give(page: Page, command: OperationId, said: string, fill: (form: Locator) => Promise<unknown> = async () => undefined): Promise<void> {
  const form = page.locator(`form[data-command="${command}"]`);
  await form.waitFor({ state: 'attached' });
  // Forms beside the main line are folded away.
  if (!await form.isVisible()) await page.locator('details').filter({ has: form }).last().locator('summary').first().click();
  await fill(form);
  await form.locator('button[type="submit"]').click();
  await page.getByText(said).first().waitFor();
}

/** A mail as somebody reads it, with what differs from run to run left out. */
export const wordsOf = ({ subject, text }: Pick<SentMail, 'subject' | 'text'>, number: string): string =>
  `${subject}\n${text}`.replaceAll(number, '№').replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, '').replaceAll(/#[A-Za-z0-9_-]{43}/g, '#…').replaceAll(/\/cases\/[A-Za-z0-9_-]+/g, '/cases/…').trim();
