import * as z from 'zod/mini';
import { documentTypes, holdScopes, obstacles, retentionEnds, retentionOutcomes, retentionStarts, runStates } from '../domain/keeping/words.ts';
import { roles } from '../domain/vocabulary.ts';
import { person } from './case-parts.ts';
import { date, freeText, identifier, instant, optionalText, textLimit } from './primitives.ts';

const cursor = z.optional(z.string().check(z.maxLength(2048)));
const version = z.int().check(z.gte(1));
const rule = z.object({ documentType: z.enum(documentTypes), from: z.enum(retentionStarts), keepMonths: z.number(), ending: z.enum(retentionEnds), ground: z.string() });
const tally = z.object({
  documentType: z.enum(documentTypes), due: z.number(), held: z.number(), blocked: z.number(), exempted: z.number(), erased: z.number(), spared: z.number(), oldest: date, newest: date,
});

/** L9a. `tallies`: by document type, those that have something past its time. */
export const retentionRunSummary = z.object({
  id: z.string(), drawnAt: instant, date, state: z.enum(runStates), tallies: z.array(tally),
  signedOff: z.nullable(z.object({ by: person, at: instant, note: z.string(), eraseFrom: instant })),
  finishedAt: z.nullable(instant),
});
export type RetentionRunSummary = z.infer<typeof retentionRunSummary>;
export const listRetentionRunsQuery = z.strictObject({ cursor });
/** Runs that are open, then those that are done; and the rules in force, null where the routine has none. */
export const retentionRunList = z.object({
  now: instant, runs: z.array(retentionRunSummary), cursor: z.nullable(z.string()),
  retention: z.nullable(z.object({ told: z.enum(roles), signOff: z.enum(roles), graceDays: z.number(), rules: z.array(rule) })),
});
export type RetentionRunList = z.infer<typeof retentionRunList>;

export const retentionItem = z.object({
  id: z.string(), documentType: z.enum(documentTypes), number: z.nullable(z.string()), since: date, dueOn: date, ending: z.enum(retentionEnds), outcome: z.enum(retentionOutcomes),
  obstacle: z.nullable(z.enum(obstacles)), exemption: z.nullable(z.object({ by: person, at: instant, reason: z.string() })),
  /** Of the access log: how many entries. */
  entries: z.nullable(z.number()),
});
export type RetentionItemView = z.infer<typeof retentionItem>;
export const readRetentionRunQuery = z.strictObject({ cursor, outcome: z.optional(z.enum(retentionOutcomes)) });
export const retentionRunView = z.object({
  ...retentionRunSummary.shape, now: instant, version, routine: z.object({ id: z.string(), version: z.number() }), rules: z.array(rule), signOffRole: z.enum(roles), graceDays: z.number(),
  items: z.array(retentionItem), cursor: z.nullable(z.string()), mayExempt: z.boolean(), maySignOff: z.boolean(), mayWithdraw: z.boolean(),
});
export type RetentionRunView = z.infer<typeof retentionRunView>;

/** `stays`: exempted from this run, with the reason; false: goes after all. */
export const exemptFromRetention = z.strictObject({ version, itemId: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,80}$/)), stays: z.boolean(), reason: optionalText(textLimit.medium) });
/** A signature, or taking it back during the days of grace. */
export const signOffRetention = z.strictObject({ version, kind: z.enum(['sign', 'withdraw']), note: optionalText(textLimit.medium) });
export const retentionReceipt = z.object({ runId: z.string(), version: z.number(), state: z.enum(runStates) });
export type RetentionReceipt = z.infer<typeof retentionReceipt>;

/** L9b. `subject`: a case number, or a party's name. */
export const legalHold = z.object({
  id: z.string(), scope: z.enum(holdScopes), subject: z.string(), reason: z.string(), by: person, at: instant, until: z.nullable(date), inForce: z.boolean(),
  released: z.nullable(z.object({ by: person, at: instant, reason: z.string() })), mayRelease: z.boolean(),
});
export type LegalHoldView = z.infer<typeof legalHold>;
export const legalHoldList = z.object({ now: instant, holds: z.array(legalHold), mayPlace: z.boolean(), parties: z.array(z.object({ id: z.string(), name: z.string() })) });
export type LegalHoldList = z.infer<typeof legalHoldList>;
const why = { reason: freeText(textLimit.medium), until: z.nullable(date) };
const caseNumber = z.string().check(z.trim(), z.minLength(1), z.maxLength(20));
/** A patient is named by one of its cases. */
export const placeLegalHold = z.discriminatedUnion('scope', [
  z.strictObject({ scope: z.literal('case'), number: caseNumber, ...why }),
  z.strictObject({ scope: z.literal('patient'), number: caseNumber, ...why }),
  z.strictObject({ scope: z.literal('party'), organisationId: identifier, ...why }),
]);
export const releaseLegalHold = z.strictObject({ reason: freeText(textLimit.medium) });

/** A case's own part: when what goes, and what holds it. `dueOn` null: it is open. */
export const caseKeeping = z.object({
  now: instant, holds: z.array(legalHold), parts: z.array(z.object({ documentType: z.enum(documentTypes), dueOn: z.nullable(date), ending: z.enum(retentionEnds), ground: z.string() })), mayHold: z.boolean(), number: z.string(),
});
export type CaseKeeping = z.infer<typeof caseKeeping>;
