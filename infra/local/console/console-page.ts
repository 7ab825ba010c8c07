import type { Language } from './language.ts';
import { html, type Markup } from './markup.ts';
import { writePage, type WrittenPage } from './page.ts';
import { wordsIn } from './words.ts';

export type Section = 'console' | 'mailbox';

/** A page of the console with its navigation; links keep the language. */
export function consolePage(input: {
  readonly language: Language;
  readonly section: Section;
  readonly title: string;
  readonly body: Markup;
  /** Path and query of this page without `lang`. */
  readonly here: string;
  readonly frames?: 'self';
}): WrittenPage {
  const { language, section, here } = input;
  const text = wordsIn(language);
  const other = language === 'sv' ? 'en' : 'sv';
  const link = (target: Section, href: string): Markup =>
    html`<li><a href="${href}?lang=${language}"${target === section && html` aria-current="page"`}>${text[target]}</a></li>`;
  return writePage({
    language,
    title: input.title,
    body: input.body,
    ...(input.frames && { frames: input.frames }),
    navigation: html`<nav aria-label="${text.sections}"><ul>${link('console', '/_local')}${link('mailbox', '/_local/mailbox')}<li><a href="/">${text.site}</a></li>
<li><a href="${here}${here.includes('?') ? '&' : '?'}lang=${other}" lang="${other}" hreflang="${other}">${text.otherLanguage}</a></li></ul></nav>`,
  });
}
