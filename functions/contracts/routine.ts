import * as z from 'zod/mini';
import type { Routine } from '../domain/routine.ts';
import { categories, languages, legalBases, partyTypes, replyParts, responsibleRoles, roles } from '../domain/vocabulary.ts';
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

const isCatchAll = (rule: z.infer<typeof responsibilityRule>): boolean =>
  rule.partyTypes === undefined && rule.categories === undefined && rule.legalBases === undefined;

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
});

/** @throws z.core.$ZodError naming every fault by its path */
export const parseRoutine = (document: unknown): Routine => routine.parse(document);
