import type { Language, MailKind } from '../domain/vocabulary.ts';
import type { MailAudience, MailFacts, MailFrame, MailTexts } from './mail-text.ts';
import { frameEn, textsEn } from './texts-en.ts';
import { frameSv, textsSv } from './texts-sv.ts';

export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const texts: Readonly<Record<Language, MailTexts>> = { sv: textsSv, en: textsEn };
const frames: Readonly<Record<Language, MailFrame>> = { sv: frameSv, en: frameEn };

/** Whether a kind of mail is ever written to an audience. */
export function isWrittenFor(kind: MailKind, audience: MailAudience): boolean {
  return texts.sv[kind][audience] !== undefined;
}

/**
 * Subject, plain text and HTML of a mail, from facts that hold no personal data: the case number, the
 * sending organisation, a date, a code and a link. `link` is written out in full, on a line of its own. `intro` is the
 * organisation's own beginning (domain/mail-intro.ts has its limits), as it is to be read; its lines become paragraphs.
 * Throws when the kind is not written for the audience: a programming fault, not a user's.
 */
export function renderMail(kind: MailKind, audience: MailAudience, language: Language, facts: MailFacts, link: string | null, intro: string | null = null): RenderedMail {
  const write = texts[language][kind][audience];
  if (write === undefined) throw new Error(`no ${kind} mail is written for ${audience}`);
  const { subject, paragraphs, action } = write(facts);
  const frame = frames[language];
  const linkWords = link === null || action === '' ? null : { action, link, note: noteOnLink(audience, frame, facts.number !== '') };
  const number = facts.number === '' ? [] : [`${frame.caseNumber}: ${facts.number}`];
  const opening = [frame.greeting, ...(intro ?? '').split('\n').map((line) => line.trim()).filter((line) => line !== '')];
  const lines = [
    ...opening, ...paragraphs, ...number,
    ...(linkWords ? [`${linkWords.action}\n${linkWords.link}`, linkWords.note] : []),
    `${frame.doNotAnswer}\n-- \n${facts.sender}`,
  ];
  return { subject, text: `${lines.join('\n\n')}\n`, html: html(language, subject, [...opening, ...paragraphs, ...number], linkWords, [frame.doNotAnswer, facts.sender]) };
}

function noteOnLink(audience: MailAudience, frame: MailFrame, toCase: boolean): string {
  switch (audience) {
    case 'unit': return frame.linkIsPersonalToUnit;
    case 'filer': return frame.linkIsPersonalToFiler;
    case 'manager':
    case 'staff': return toCase ? frame.signInNeeded : frame.signInNeededHere;
  }
}

function html(language: Language, subject: string, paragraphs: readonly string[], link: { action: string; link: string; note: string } | null, footer: readonly string[]): string {
  const paragraph = (text: string) => `<p>${escapeHtml(text)}</p>`;
  const linkHtml = link === null ? '' : `<p>${escapeHtml(link.action)}<br><a href="${escapeHtml(link.link)}">${escapeHtml(link.link)}</a></p>\n${paragraph(link.note)}\n`;
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>
<body>
<main>
<h1>${escapeHtml(subject)}</h1>
${paragraphs.map(paragraph).join('\n')}
${linkHtml}</main>
<footer>
${footer.map(paragraph).join('\n')}
</footer>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
