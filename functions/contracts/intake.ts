import * as z from 'zod/mini';
import { categories, filerRelations, harms, languages, legalBases } from '../domain/vocabulary.ts';
import { agreementChoice } from './breach.ts';
import { incomingReport } from './incoming.ts';
import { freeText, identifier, instant, textLimit } from './primitives.ts';
import { patientReference } from './report.ts';
import { linkSecret } from './reply.ts';

/*
 * Intake without an account, for parties of the register and for the public (domain.md G6, H5), and the status page of
 * whoever filed. The codes, sessions and links behave as those of a reply (ux.md, "The link in the mail").
 */

/** What the pages of the intake need before anybody has typed a code: names, no mailboxes. */
export const intakeOptions = z.object({
  now: instant,
  organisationName: z.string(),
  phone: z.nullable(z.string()),
  /** Parties with at least one unit that a code can be sent to. */
  organisations: z.array(z.object({ id: identifier, name: z.string() })),
  units: z.array(z.object({ id: identifier, organisationId: identifier, name: z.string() })),
  /** Our own, that a report may concern. */
  ownUnits: z.array(z.object({ id: identifier, name: z.string() })),
  agreements: z.array(agreementChoice),
  categories: z.array(z.enum(categories)),
  legalBases: z.array(z.enum(legalBases)),
  harms: z.array(z.enum(harms)),
  asksTargetGroup: z.boolean(),
});
export type IntakeOptions = z.infer<typeof intakeOptions>;

/** The code goes to the function mailbox that the register has of the unit, or to the mailbox that was typed. */
export const requestIntakeCode = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('party'), unitId: identifier }),
  z.strictObject({ kind: z.literal('public'), mailbox: z.email().check(z.maxLength(254)), language: z.enum(languages) }),
]);
export type RequestIntakeCode = z.infer<typeof requestIntakeCode>;
export const intakeCodeRequested = z.object({
  /** Names this one intake; goes with the code. Kept in the page's memory alone. */
  intake: linkSecret,
  /** Masked for the page. */
  sentTo: z.string(),
  validForSeconds: z.number(),
  againAfterSeconds: z.number(),
});
export const verifyIntakeCode = z.strictObject({ intake: linkSecret, code: z.string().check(z.regex(/^\d{6}$/)) });

/** Who the session was opened for; the form shows it. */
export const intakeView = z.object({
  kind: z.enum(['party', 'public']),
  unit: z.nullable(z.object({ name: z.string(), organisationId: identifier, organisationName: z.string() })),
  sentTo: z.string(),
  language: z.enum(languages),
  endsAt: instant,
});
export type IntakeView = z.infer<typeof intakeView>;

const { partyOrganisationId: _fromTheSession, partyUnitId: _alsoFromTheSession, ...reportFields } = incomingReport.shape;
/** Who files is known from the session. `relation`: of the public alone (G6). */
export const submitIntake = z.strictObject({
  report: z.strictObject(reportFields),
  relation: z.optional(z.enum(filerRelations)),
  patientReference: z.optional(patientReference),
});
export type SubmitIntake = z.infer<typeof submitIntake>;
export const intakeReceipt = z.object({
  number: z.string(),
  receivedAt: instant,
  /** Last day, Europe/Stockholm, of registration and of the reply. */
  registerBy: z.string(),
  replyBy: z.string(),
  /** Masked: where the link to the status page goes. */
  sentTo: z.string(),
});
export type IntakeReceipt = z.infer<typeof intakeReceipt>;

/** All that the filer sees of a case: where it is, what is asked, what was answered; nothing of the investigation. */
export const statusView = z.object({
  number: z.string(),
  organisationName: z.string(),
  phone: z.nullable(z.string()),
  language: z.enum(languages),
  receivedAt: instant,
  state: z.enum(['received', 'registered', 'investigating', 'needsInfo', 'answered', 'rejected', 'closed']),
  /** The part of the organisation that has it now; null while nobody has. */
  owner: z.nullable(z.string()),
  clock: z.object({ now: instant, registerBy: instant, registeredAt: z.nullable(instant), replyBy: instant, answeredAt: z.nullable(instant), overdue: z.boolean() }),
  /** What was reported, as it was written. */
  report: z.object({ happenedAt: instant, whatHappened: z.string(), wishes: z.string() }),
  question: z.nullable(z.object({ text: z.string(), askedAt: instant, answer: z.nullable(z.string()) })),
  reply: z.nullable(z.object({ text: z.string(), sentAt: instant })),
  rejection: z.nullable(z.object({ reason: z.record(z.enum(languages), z.string()), text: z.string(), at: instant })),
});
export type StatusView = z.infer<typeof statusView>;
export const provideFilerInformation = z.strictObject({ answer: freeText(textLimit.long) });
export const statusReceipt = z.object({ number: z.string(), receivedAt: instant, state: z.string() });
