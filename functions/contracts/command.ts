import * as z from 'zod/mini';
import { date, freeText, identifier, instant, optionalText, textLimit } from './primitives.ts';

/** Every command names the version it saw; another version answers 409 `stale-version`. */
const version = z.int().check(z.gte(1));

export const assignCase = z.strictObject({ version, leadInvestigatorId: identifier, coInvestigatorIds: z.array(identifier).check(z.maxLength(20)) });
export const setExternalUnit = z.strictObject({ version, externalUnitId: identifier });
export const editOutgoingText = z.strictObject({
  version,
  text: freeText(textLimit.long),
  /** Findings that the editor says are not personal numbers; logged (L8). */
  notPersonalNumbers: z.array(z.string().check(z.maxLength(32))).check(z.maxLength(50)),
});
export const confirmOutgoingText = z.strictObject({ version });
export const requestInformation = z.strictObject({ version, question: freeText(textLimit.medium) });
export const provideInformation = z.strictObject({ version, answer: freeText(textLimit.long) });
export const sendCase = z.strictObject({ version });
export const renewLink = z.strictObject({ version });
export const recordIdentityCall = z.strictObject({
  version,
  /** How, when and by whom the identity was given to the external unit (ux.md, link 8). */
  how: z.enum(['phone', 'secureVideo', 'inPerson', 'recordSystem']),
  at: instant,
  receiverTitle: freeText(textLimit.short),
});
export const addNote = z.strictObject({ version, text: freeText(textLimit.medium) });
export const returnReply = z.strictObject({ version, reason: freeText(textLimit.medium) });
export const decideAsk = z.strictObject({ version, askId: identifier, approved: z.boolean(), reason: optionalText(textLimit.medium) });
export const shareReply = z.strictObject({ version, unitIds: z.array(identifier).check(z.maxLength(20)), userIds: z.array(identifier).check(z.maxLength(50)), message: optionalText(textLimit.medium) });
export const closeCase = z.strictObject({ version, note: optionalText(textLimit.medium) });
export const reopenCase = z.strictObject({ version, reason: freeText(textLimit.medium) });
export const withdrawCase = z.strictObject({ version, reason: freeText(textLimit.medium) });
export const restartLifecycle = z.strictObject({ version, reason: freeText(textLimit.short) });
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
