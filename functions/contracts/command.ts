import * as z from 'zod/mini';
import { machines, replyParts } from '../domain/vocabulary.ts';
import { textForms } from '../domain/case.ts';
import { consentScopes, consentStatuses } from '../domain/consent.ts';
import { replyPartTexts } from './reply-parts.ts';
import { onCallAnswers, patientReference } from './report.ts';
import { date, freeText, identifier, instant, optionalText, textLimit } from './primitives.ts';

/** Every command names the version it saw; another version answers 409 `stale-version`. */
const version = z.int().check(z.gte(1));

/** Marks of findings of `identifying.ts` that the writer says identify nobody; logged (R4, L8). */
export const notIdentifying = z.optional(z.array(z.string().check(z.regex(/^[A-Za-z]{1,20}-[0-9a-z]{1,12}$/))).check(z.maxLength(200)));

export const assignCase = z.strictObject({ version, leadInvestigatorId: identifier, coInvestigatorIds: z.array(identifier).check(z.maxLength(20)) });
export const setExternalUnit = z.strictObject({ version, externalUnitId: identifier });
export const editOutgoingText = z.strictObject({
  version,
  text: freeText(textLimit.long),
  /** Findings that the editor says are not personal numbers, as they are written; logged by their marks (L8). */
  notPersonalNumbers: z.optional(z.array(z.string().check(z.maxLength(32))).check(z.maxLength(50))),
  notIdentifying,
});
/** `form`: what the text is confirmed as (R4); absent: de-identified, where every finding must be mended. */
export const confirmOutgoingText = z.strictObject({ version, form: z.optional(z.enum(textForms)) });
export const requestInformation = z.strictObject({ version, question: freeText(textLimit.medium), notIdentifying });
export const provideInformation = z.strictObject({ version, answer: freeText(textLimit.long) });
/** H3: `post` and `hand` need no mailbox; `at`: when it left, not in the future (absent: now). The clock counts from there. */
export const sendCase = z.strictObject({ version, dispatch: z.optional(z.strictObject({ how: z.enum(['link', 'post', 'hand']), at: z.optional(instant), note: z.optional(optionalText(textLimit.short)) })) });
export const renewLink = z.strictObject({ version });
export const recordIdentityCall = z.strictObject({
  version,
  /** How, when and by whom the identity was given to the external unit (ux.md, link 8). */
  how: z.enum(['phone', 'secureVideo', 'inPerson', 'recordSystem']),
  at: instant,
  receiverTitle: freeText(textLimit.short),
});
/** H2, H1: what on-call care did, and whether the flag is right; `flagWrong`: why it is not. */
export const completeOnCall = z.strictObject({ version, ...onCallAnswers, flagWrong: z.optional(optionalText(textLimit.short)) });
/** H3: not our responsibility, but whose, and why; the organisation becomes the counterpart. */
export const setNotOurs = z.strictObject({ version, description: freeText(textLimit.medium), organisationId: identifier });
/** H3: a paper that left besides what sending logs: the request once more, or a reminder. `at` not in the future. */
export const recordDispatch = z.strictObject({ version, how: z.enum(['post', 'hand']), at: instant, note: optionalText(textLimit.short) });
/** A reply that came on paper or by hand; the same parts are demanded of it. `receivedAt` not in the future. */
export const registerReply = z.strictObject({
  version, parts: replyPartTexts, respondentTitle: freeText(textLimit.short), receivedAt: instant, how: z.enum(['post', 'hand']),
});
export const noteInRecord = z.strictObject({ version });
export const addNote = z.strictObject({ version, text: freeText(textLimit.medium) });
/** `lacking`: the parts that are wanting (H7); the unit sees which. */
export const returnReply = z.strictObject({ version, reason: freeText(textLimit.medium), lacking: z.optional(z.array(z.enum(replyParts)).check(z.maxLength(replyParts.length))), notIdentifying });
export const decideAsk = z.strictObject({ version, askId: identifier, approved: z.boolean(), reason: optionalText(textLimit.medium), notIdentifying });
export const shareReply = z.strictObject({ version, unitIds: z.array(identifier).check(z.maxLength(20)), userIds: z.array(identifier).check(z.maxLength(50)), message: optionalText(textLimit.medium) });
export const closeCase = z.strictObject({ version, note: optionalText(textLimit.medium) });
export const reopenCase = z.strictObject({ version, reason: freeText(textLimit.medium) });
export const withdrawCase = z.strictObject({ version, reason: freeText(textLimit.medium) });
export const restartLifecycle = z.strictObject({
  version,
  reason: freeText(textLimit.short),
  /** A track of the case that still waits; absent: the lifecycle. */
  track: z.optional(z.strictObject({ machine: z.enum(machines), number: z.int().check(z.gte(1), z.lte(999_999)) })),
});
/** L7. `scope`: of what was given; `recipientId`: an organisation, null: whoever filed. */
export const recordConsent = z.strictObject({
  version, status: z.enum(consentStatuses), scope: z.array(z.enum(consentScopes)).check(z.maxLength(consentScopes.length)), recipientId: z.nullable(identifier),
  /** Who asked: a title, never a name (N2). */
  byTitle: freeText(textLimit.short),
  at: instant,
});
export const withdrawConsent = z.strictObject({ version, consentId: identifier });
/** L8: given or mended after submission; the reason is logged. */
export const setPatientReference = z.strictObject({ version, ...patientReference.shape, reason: freeText(textLimit.short) });
/** L8: a personal number that stands in a text of the case goes to where it belongs; `mark` names it. */
export const moveToPatientReference = z.strictObject({ version, mark: z.string().check(z.regex(/^[A-Za-z]{1,20}-[0-9a-z]{1,12}$/)), protectedIdentity: z.boolean() });

export const readPatientReference = z.strictObject({ reason: freeText(textLimit.short) });

/** Answer of every command on a case. */
export const commandReceipt = z.object({ caseId: identifier, number: z.string(), version: z.int(), status: z.string() });
export type CommandReceipt = z.infer<typeof commandReceipt>;
export const submitReceipt = z.object({
  caseId: identifier, number: z.string(), version: z.int(), status: z.string(), receivedAt: instant,
  /** By when the responsible function should have handled it; a date in Europe/Stockholm. */
  handleBy: date, responsible: z.string(),
});
export type SubmitReceipt = z.infer<typeof submitReceipt>;
export const patientReferenceView = z.object({ reference: z.string(), protectedIdentity: z.boolean() });
