import * as z from 'zod/mini';
import {
  categories, causeAreas, clockSteps, dispatches, harms, intakeSources, investigationParts, languages, legalBases, responsibleRoles, roles, statuses, targetGroups,
} from '../domain/vocabulary.ts';
import { incomingBlocks } from '../domain/errors.ts';
import { breach, breachView } from './breach.ts';
import { classificationView } from './classification.ts';
import { caseAction, outgoingTextView, person, secrecyView, timelineEvent, unitView } from './case-parts.ts';
import { notIdentifying } from './command.ts';
import { disputeParts } from './dispute.ts';
import { followUpParts } from './follow-up.ts';
import { ladderParts } from './escalation.ts';
import { harmParts } from './harm.ts';
import { date, freeText, identifier, instant, optionalText, textLimit } from './primitives.ts';
import { patientReference } from './report.ts';

/** What an external party, a care receiver or a staff member for them reports. No fields for names of staff (N2). */
export const incomingReport = z.strictObject({
  happenedAt: instant,
  discoveredAt: instant,
  /** null: the public, or a party that the register does not have. */
  partyOrganisationId: z.nullable(identifier),
  partyUnitId: z.nullable(identifier),
  /** Our units, the most concerned first: its manager leads (V5), it becomes the owner (V4, V8). Empty: not known yet. */
  concernedUnitIds: z.array(identifier).check(z.maxLength(20)),
  legalBasis: z.enum(legalBases),
  category: z.enum(categories),
  whatHappened: freeText(textLimit.long),
  wishes: z.optional(optionalText(textLimit.medium)),
  harm: z.enum(harms),
  /** It could have caused serious harm (L3), whatever the harm was. */
  seriousRisk: z.optional(z.boolean()),
  /** The other system's reference (R3). */
  otherReference: z.optional(optionalText(textLimit.short)),
  /** R1. */
  alreadySolved: z.optional(z.boolean()),
  unclearResponsibility: z.optional(optionalText(textLimit.medium)),
  /** N1. */
  breach: z.optional(breach),
  /** Absent: not known. */
  targetGroup: z.optional(z.enum(targetGroups)),
});

/** Where the answer goes. `mailbox`: of a unit it is the register's; typed only for those the register does not have. */
const filer = z.strictObject({
  mailbox: z.nullable(z.email().check(z.maxLength(254))),
  language: z.enum(languages),
});

/** An administrator (or the principal) registers what came by phone, letter or paper form; both are logged (V2). */
export const registerDeviation = z.strictObject({
  /** The role registered for: held by the user, substituted, or a principal of the administrator's. */
  principal: z.enum(responsibleRoles),
  report: incomingReport,
  filer,
  /** When it reached us; the reply clock counts from here. Not in the future. */
  receivedAt: instant,
  /** From the paper form (H6): its version and when it was filled in. */
  paper: z.optional(z.strictObject({ formVersion: z.int().check(z.gte(1), z.lte(999)), filledAt: instant, downtime: z.optional(z.boolean()) })),
  patientReference: z.optional(patientReference),
});
export type RegisterDeviation = z.infer<typeof registerDeviation>;
export const registrationReceipt = z.object({
  caseId: identifier, number: z.string(), version: z.int(), status: z.string(), receivedAt: instant, replyBy: date, responsible: z.string(),
});
export type RegistrationReceipt = z.infer<typeof registrationReceipt>;

const version = z.int().check(z.gte(1));
const userIds = z.array(identifier).check(z.minLength(1), z.maxLength(20));

/** Registers what came in without an account: what the filer could not know is settled here, the filer's words stand. */
export const acceptDeviation = z.strictObject({
  version,
  principal: z.enum(responsibleRoles),
  legalBasis: z.enum(['hsl', 'sol', 'lss']),
  category: z.enum(categories),
  harm: z.enum(harms),
  seriousRisk: z.boolean(),
  concernedUnitIds: z.array(identifier).check(z.minLength(1), z.maxLength(20)),
  otherReference: z.optional(optionalText(textLimit.short)),
});
export const setConcernedUnits = z.strictObject({ version, unitIds: userIds });
export const addInvestigators = z.strictObject({ version, userIds });

/** Any of the parts; those absent stay as they are. Empty text: emptied. */
export const saveInvestigation = z.strictObject({
  version,
  courseOfEvents: z.optional(optionalText(textLimit.long)),
  causes: z.optional(z.array(z.strictObject({ area: z.enum(causeAreas), text: freeText(textLimit.medium) })).check(z.maxLength(30))),
  rootCause: z.optional(optionalText(textLimit.long)),
  wentWell: z.optional(optionalText(textLimit.long)),
  patientViews: z.optional(optionalText(textLimit.long)),
});
export const reportInvestigationDone = z.strictObject({ version, message: optionalText(textLimit.medium) });
export const returnInvestigation = z.strictObject({ version, reason: freeText(textLimit.medium) });
export const sendIncomingReply = z.strictObject({ version, dispatch: z.enum(dispatches) });
export const rejectCase = z.strictObject({ version, reasonCode: z.string().check(z.maxLength(40)), text: optionalText(textLimit.medium), notIdentifying });
export const redirectCase = z.strictObject({ version, toUnitId: identifier, reason: freeText(textLimit.medium) });
/** V12: the pharmacy's own reference number, or why it was not notified. Exactly one is not empty. */
export const recordPharmacyNotification = z.strictObject({ version, reference: optionalText(textLimit.short), reason: optionalText(textLimit.medium) });
/** An incoming case as this user may see it: parts the user has no need to know are null or empty. */
export const incomingCaseView = z.object({
  direction: z.literal('incoming'),
  id: z.string(),
  number: z.string(),
  version: z.number(),
  status: z.enum(statuses),
  routine: z.object({ id: z.string(), version: z.number(), documentId: z.string() }),
  createdAt: instant,
  source: z.object({
    kind: z.enum(intakeSources),
    principal: z.nullable(z.enum(roles)),
    registeredBy: z.nullable(person),
    paper: z.nullable(z.object({ formVersion: z.number(), filledAt: instant })),
    /** Masked; null: none, the reply is posted. */
    mailbox: z.nullable(z.string()),
  }),
  /** Of a protected identity the texts are empty for whoever only follows the case. */
  report: z.object({
    ...incomingReport.shape, whatHappened: z.string(),
    /** What whoever filed said of harm, where it was registered otherwise. */
    filedAs: z.optional(z.object({ harm: z.enum(harms), seriousRisk: z.boolean() })),
  }),
  party: z.nullable(z.object({ id: z.string(), name: z.string() })),
  partyUnit: z.nullable(unitView),
  concernedUnits: z.array(unitView),
  responsible: z.enum(responsibleRoles),
  owningUnit: unitView,
  leadInvestigator: z.nullable(person),
  coInvestigators: z.array(person),
  /** Manager of the most concerned unit (V5); null: nobody in the register. */
  suggestedLead: z.nullable(person),
  hasPatientReference: z.boolean(),
  informationRequest: z.nullable(z.object({ question: z.string(), at: instant, answer: z.nullable(z.string()) })),
  investigation: z.object({
    courseOfEvents: z.string(),
    causes: z.array(z.object({ area: z.enum(causeAreas), text: z.string() })),
    rootCause: z.string(),
    wentWell: z.string(),
    patientViews: z.string(),
    startedAt: z.nullable(instant),
    doneAt: z.nullable(instant),
    requiredParts: z.array(z.enum(investigationParts)),
    /** Required and still empty: why `report-investigation-done` is refused. */
    missingParts: z.array(z.enum(investigationParts)),
  }),
  ...followUpParts,
  outgoingText: z.nullable(outgoingTextView),
  ...secrecyView,
  /** Why the reply cannot be sent, and the case so not be closed, now; empty when it can. */
  sendingBlockedBy: z.array(z.enum(incomingBlocks)),
  /** The reply as it was sent: never changes. */
  breach: z.nullable(breachView),
  classification: classificationView,
  /** One of several of the same within a period. */
  recurring: z.boolean(),
  answer: z.nullable(z.object({ text: z.string(), sentAt: instant, dispatch: z.enum(dispatches) })),
  rejection: z.nullable(z.object({ reasonCode: z.string(), reason: z.record(z.enum(languages), z.string()), text: z.string(), at: instant })),
  redirections: z.array(z.object({ from: z.nullable(unitView), to: unitView, reason: z.string(), at: instant })),
  pharmacy: z.nullable(z.object({ dueAt: instant, doneAt: z.nullable(instant), reference: z.string(), reason: z.string(), link: z.nullable(z.string()) })),
  ...harmParts,
  ...disputeParts,
  ...ladderParts,
  closed: z.nullable(z.object({ at: instant })),
  clock: z.object({ now: instant, receivedAt: instant, registerBy: instant, registeredAt: z.nullable(instant), replyBy: instant, answeredAt: z.nullable(instant), overdue: z.boolean() }),
  steps: z.partialRecord(z.enum(clockSteps), instant),
  stopped: z.boolean(),
  timeline: z.array(timelineEvent),
  allowed: z.array(caseAction),
});
export type IncomingCaseView = z.infer<typeof incomingCaseView>;
