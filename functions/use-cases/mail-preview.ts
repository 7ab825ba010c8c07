import type { MailTextPreview } from '../contracts/mail-text.ts';
import { introFaults, introLimit, filledIntro, mailNamesCase } from '../domain/mail-intro.ts';
import type { MailKind } from '../domain/vocabulary.ts';
import { languages } from '../domain/vocabulary.ts';
import { mailAudiences } from '../mail/mail-text.ts';
import { isWrittenFor, renderMail } from '../mail/render-mail.ts';

export type Intros = Readonly<Record<(typeof languages)[number], string>>;

/** Of a case that there is not. */
const exampleNumber = 'EK7-4F2K';
/** As every mail of this kind would be sent, by the same words; and what is wrong with the introductions. */
export function previewOf(kind: MailKind, intros: Intros, about: { readonly sender: string; readonly siteOrigin: string; readonly replyBy: string }): MailTextPreview {
  const number = mailNamesCase(kind) ? exampleNumber : '';
  const facts = { number, sender: about.sender, replyBy: about.replyBy, code: kind === 'code' || kind === 'intakeCode' ? '482913' : null, managerMailboxMissing: false, wrongRecipient: false, incoming: false, lead: null, due: about.replyBy };
  return {
    most: introLimit, namesCase: mailNamesCase(kind),
    faults: languages.flatMap((language) => introFaults(kind, intros[language]).map((code) => ({ language, code }))),
    mails: languages.flatMap((language) => mailAudiences.filter((audience) => isWrittenFor(kind, audience)).map((audience) => {
      const link = audience === 'staff' ? `${about.siteOrigin}/${mailNamesCase(kind) ? 'cases/' : ''}…` : audience === 'manager' ? null : `${about.siteOrigin}/${audience === 'filer' ? 'status' : 'reply'}#…`;
      const { subject, text } = renderMail(kind, audience, language, facts, link, filledIntro(intros[language] || null, number));
      return { language, audience, subject, text };
    })),
  };
}
