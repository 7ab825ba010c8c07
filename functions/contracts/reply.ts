import * as z from 'zod/mini';
import { askKinds, languages, replyParts } from '../domain/vocabulary.ts';
import { clockView } from './case.ts';
import { replyPartTexts } from './reply-parts.ts';
import { freeText, identifier, instant, optionalText, textLimit } from './primitives.ts';

/** 256 bits, base64url; stored only as a hash; travels in the URL fragment of a mail (ux.md, the link). */
export const linkSecret = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));
export const requestCode = z.strictObject({ secret: linkSecret });
export const codeRequested = z.object({
  /** Masked for the page: `a…@sjoland.example`. */
  sentTo: z.string(),
  validForSeconds: z.number(),
  againAfterSeconds: z.number(),
});
export const verifyCode = z.strictObject({ secret: linkSecret, code: z.string().check(z.regex(/^\d{6}$/)) });
export const sessionStarted = z.object({ idleSeconds: z.number(), endsAt: instant });

export const replyDraft = z.strictObject({ parts: replyPartTexts, respondentTitle: optionalText(textLimit.short) });
export type ReplyDraft = z.infer<typeof replyDraft>;
/** Required parts are the routine's; the use case checks them and names the missing field. */
export const submitReply = z.strictObject({ parts: replyPartTexts, respondentTitle: freeText(textLimit.short) });
export const askHandOver = z.strictObject({ toUnitId: identifier, reason: freeText(textLimit.medium) });
export const reportWrongRecipient = z.strictObject({ reason: freeText(textLimit.medium) });
export const askMoreTime = z.strictObject({ days: z.int().check(z.gte(1), z.lte(90)), reason: freeText(textLimit.medium) });
export const requestNewLink = z.strictObject({ secret: linkSecret });
/** The same words whether the link was live, wrong, expired or unknown. */
export const newLinkRequested = z.object({ phone: z.nullable(z.string()) });

/** All that the external unit sees of a case: no patient-identifying content (level A). */
export const requestView = z.object({
  number: z.string(),
  sender: z.object({ organisation: z.string(), callBackPhone: z.nullable(z.string()) }),
  unit: z.string(),
  /** The unit's own, from the register: the page changes to it. */
  language: z.optional(z.enum(languages)),
  text: z.string(),
  clock: clockView,
  requiredParts: z.array(z.enum(replyParts)),
  state: z.enum(['open', 'answered', 'returned', 'closed']),
  returnReason: z.nullable(z.string()),
  /** Parts that the return names as wanting. */
  lacking: z.array(z.enum(replyParts)),
  draft: z.nullable(replyDraft),
  answer: z.nullable(z.object({ parts: replyPartTexts, respondentTitle: z.string(), receivedAt: instant })),
  asks: z.array(z.object({ id: z.string(), kind: z.enum(askKinds), askedAt: instant, decision: z.nullable(z.object({ approved: z.boolean(), at: instant, reason: z.string() })) })),
  moreTimeAtMostDays: z.number(),
  /** Units of the register the request can be handed over to. */
  handOverUnits: z.array(z.object({ id: z.string(), name: z.string(), organisationName: z.string() })),
});
export type RequestView = z.infer<typeof requestView>;
export const draftSaved = z.object({ savedAt: instant });
export const replyReceipt = z.object({ number: z.string(), receivedAt: instant, state: z.string() });
export type ReplyReceipt = z.infer<typeof replyReceipt>;
