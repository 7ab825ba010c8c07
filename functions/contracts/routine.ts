import * as z from 'zod/mini';
import type { Routine } from '../domain/routine.ts';
import { categories, investigationParts, languages, legalBases, partyTypes, replyParts, responsibleRoles, roles } from '../domain/vocabulary.ts';
import { date, identifier } from './primitives.ts';

const localisedText = z.record(z.enum(languages), z.string().check(z.minLength(1), z.maxLength(200)));
const days = (least: number, most: number) => z.int().check(z.gte(least), z.lte(most));
const named = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.array(z.enum(values)).check(z.minLength(1), z.refine((list) => new Set(list).size === list.length, 'names something twice'));

const responsibilityRule = z.strictObject({
  partyTypes: z.optional(named(partyTypes)),
  categories: z.optional(named(categories)),
  legalBases: z.optional(named(legalBases)),
  responsible: z.enum(responsibleRoles),
  owningUnit: z.enum(['responsible', 'concerned']),
});

/** Ranges of domain.md section 5. */
const deadlines = z.strictObject({
  handleWorkingDays: days(1, 30),
  acknowledgeWorkingDays: days(1, 20),
  replyDays: days(14, 90),
  remindBeforeDays: days(1, 30),
  remindAfterDays: days(1, 30),
  escalateAfterDays: days(1, 60),
  linkExpiresAfterDays: days(7, 90),
  moreTimeAtMostDays: days(0, 90),
}).check(
  z.refine((each) => each.remindBeforeDays < each.replyDays, { error: 'reminds before the request is sent', path: ['remindBeforeDays'] }),
  z.refine((each) => each.escalateAfterDays >= each.remindAfterDays, { error: 'escalates before the last reminder', path: ['escalateAfterDays'] }),
  z.refine((each) => each.linkExpiresAfterDays > each.escalateAfterDays, { error: 'the link dies before managers are told', path: ['linkExpiresAfterDays'] }),
);

const isCatchAll = (rule: { readonly partyTypes?: unknown; readonly categories?: unknown; readonly legalBases?: unknown }): boolean =>
  rule.partyTypes === undefined && rule.categories === undefined && rule.legalBases === undefined;

const incomingRule = z.strictObject({
  partyTypes: z.optional(named([...partyTypes, 'none'])),
  categories: z.optional(named(categories)),
  legalBases: z.optional(named(legalBases)),
  responsible: z.enum(responsibleRoles),
  registeredBy: z.optional(named(responsibleRoles)),
  owningUnit: z.enum(['responsible', 'concerned']),
});
const incomingDeadlines = z.strictObject({
  registerWorkingDays: days(1, 30),
  replyDays: days(14, 90),
  remindBeforeDays: days(1, 30),
  remindAfterDays: days(1, 30),
  escalateAfterDays: days(1, 60),
  linkExpiresAfterDays: days(7, 365),
  pharmacyWorkingDays: days(1, 20),
  /** With its reminders it must fit well into the year that an execution may take. */
  effectReviewDays: days(14, 180),
  effectReviewRemindAfterDays: days(1, 60),
  effectReviewEscalateAfterDays: days(2, 120),
}).check(
  z.refine((each) => each.remindBeforeDays < each.replyDays, { error: 'reminds before the report is received', path: ['remindBeforeDays'] }),
  z.refine((each) => each.escalateAfterDays >= each.remindAfterDays, { error: 'escalates before the last reminder', path: ['escalateAfterDays'] }),
  z.refine((each) => each.effectReviewEscalateAfterDays > each.effectReviewRemindAfterDays, { error: 'escalates before the reminder', path: ['effectReviewEscalateAfterDays'] }),
);
const incoming = z.strictObject({
  categories: named(categories),
  responsibility: z.array(incomingRule).check(
    z.minLength(1),
    z.refine((rules) => rules.findIndex(isCatchAll) === rules.length - 1, 'the last rule, and only it, must match every report'),
  ),
  mayRegister: named(roles),
  mayAssign: named(roles),
  maySend: named(roles),
  mayReject: named(roles),
  mayReopen: named(roles),
  ownerAfterReply: z.enum(['concerned', 'unchanged']),
  rejectionReasons: z.array(z.strictObject({ code: z.string().check(z.regex(/^[a-z][A-Za-z]{1,39}$/)), text: localisedText })).check(
    z.minLength(1),
    z.refine((reasons) => new Set(reasons.map(({ code }) => code)).size === reasons.length, 'names something twice'),
  ),
  investigation: z.strictObject({ requiredParts: named(investigationParts) }),
  pharmacy: z.nullable(z.strictObject({ categories: named(categories), link: z.nullable(z.url({ protocol: /^https$/ })) })),
  effectReview: z.enum(['always', 'with-actions', 'never']),
  seriousHarm: z.strictObject({ lexMaria: z.enum(responsibleRoles), lexSarah: z.enum(responsibleRoles) }),
  deadlines: incomingDeadlines,
}).check(
  z.refine(
    (each) => each.responsibility.every(({ responsible }) => [each.mayAssign, each.maySend, each.mayReject, each.mayReopen].every((list) => list.includes(responsible))),
    { error: 'a responsible role could not assign, answer, reject or reopen its own cases', path: ['responsibility'] },
  ),
  z.refine(
    (each) => each.responsibility.every(({ registeredBy }) => registeredBy?.every((role) => each.mayRegister.includes(role)) ?? true),
    { error: 'a rule names a role that does not register', path: ['responsibility'] },
  ),
);

/** The routine document: what a preset file holds and an administrator publishes. Published versions are never edited. */
export const routine = z.strictObject({
  id: identifier,
  version: z.int().check(z.gte(1)),
  documentId: z.string().check(z.minLength(1), z.maxLength(80)),
  validFrom: date,
  title: localisedText,
  outgoing: z.strictObject({
    categories: named(categories),
    responsibility: z.array(responsibilityRule).check(
      z.minLength(1),
      z.refine((rules) => rules.findIndex(isCatchAll) === rules.length - 1, 'the last rule, and only it, must match every report'),
    ),
    maySend: named(roles),
    mayShare: named(roles),
    mayClose: named(roles),
    mayReopen: named(roles),
    mayDecide: named(roles),
    reply: z.strictObject({ requiredParts: named(replyParts) }),
    deadlines,
  }).check(
    z.refine(
      (outgoing) => outgoing.responsibility.every(({ responsible }) =>
        [outgoing.maySend, outgoing.mayShare, outgoing.mayClose, outgoing.mayReopen, outgoing.mayDecide].every((list) => list.includes(responsible))),
      { error: 'a responsible role could not send, share, close, reopen or decide its own cases', path: ['responsibility'] },
    ),
  ),
  incoming,
});

/** @throws z.core.$ZodError naming every fault by its path */
export const parseRoutine = (document: unknown): Routine => routine.parse(document);
