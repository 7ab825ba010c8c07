import * as z from 'zod/mini';
import { introFaultCodes, introLimit } from '../domain/mail-intro.ts';
import { languages, mailKinds } from '../domain/vocabulary.ts';
import { textLimit } from './limits.ts';

export { introFaultCodes, introLimit } from '../domain/mail-intro.ts';
export type { IntroFaultCode } from '../domain/mail-intro.ts';

const audience = z.enum(['unit', 'manager', 'filer', 'staff']);
/** Empty: nothing of one's own. Longer than may be saved, so that a preview can say so. */
const intros = z.strictObject({ sv: z.string().check(z.trim(), z.maxLength(textLimit.medium)), en: z.string().check(z.trim(), z.maxLength(textLimit.medium)) });

export const previewMailText = z.strictObject({ kind: z.enum(mailKinds), intros });
/** Each mail of the kind as it would be sent, by the same words; and what stands in the way of saving. */
export const mailTextPreview = z.object({
  /** Characters. */
  most: z.literal(introLimit),
  /** Whether `{caseNumber}` may stand in it. */
  namesCase: z.boolean(),
  faults: z.array(z.object({ language: z.enum(languages), code: z.enum(introFaultCodes) })),
  mails: z.array(z.object({ language: z.enum(languages), audience, subject: z.string(), text: z.string() })),
});
export type MailTextPreview = z.infer<typeof mailTextPreview>;
