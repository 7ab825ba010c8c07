import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Installation } from './installation.ts';

const pictures = join(import.meta.dirname, '..', '..', '.brygga-build', 'screenshots');
mkdirSync(pictures, { recursive: true });

export const screens = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 }, narrow: { width: 320, height: 640 } } as const;

/** A person in front of the product: one browser context, signed in as one user or none. */
export class Visitor {
  readonly page: Page;
  readonly #at: Installation;
  readonly faults: string[] = [];

  private constructor(at: Installation, page: Page) {
    this.#at = at;
    this.page = page;
    page.on('pageerror', (error) => this.faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) this.faults.push(message.text());
    });
  }

  static async arrive(at: Installation, browser: Browser, screen: keyof typeof screens = 'desktop', options: Parameters<Browser['newContext']>[0] = {}): Promise<Visitor> {
    const context: BrowserContext = await browser.newContext({ viewport: screens[screen], locale: 'sv-SE', timezoneId: 'Europe/Stockholm', ...options });
    context.setDefaultTimeout(20_000);
    return new Visitor(at, await context.newPage());
  }

  async signIn(name: string): Promise<this> {
    await this.page.goto(this.#at.origin);
    await this.page.getByRole('button', { name: 'Logga in' }).first().click();
    await this.page.getByRole('button', { name: new RegExp(name) }).click();
    await this.page.getByRole('button', { name: 'Logga ut' }).waitFor();
    return this;
  }

  async open(path: string): Promise<void> {
    await this.page.getByRole('link', { name: path }).first().click();
  }

  /** A state of a page as someone looks at it: no accessibility violation, nothing wider than the screen, and a picture. */
  async look(name: string): Promise<void> {
    await this.page.waitForLoadState('networkidle');
    await this.page.locator('h1').first().waitFor();
    await this.page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
    const { violations } = await new AxeBuilder({ page: this.page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).exclude('iframe').analyze();
    expect(violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ target, failureSummary }) => ({ target, failureSummary })) })), `axe: ${name}`).toEqual([]);
    const overflow = await this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow, `${name} is wider than the screen`).toBeLessThanOrEqual(0);
    expect(this.faults, `${name}: errors in the page`).toEqual([]);
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }
}
