import * as z from 'zod/mini';
import { languages, responsibleRoles, roles } from '../domain/vocabulary.ts';
import { textLimit } from './limits.ts';
import { date, freeText, identifier, instant } from './primitives.ts';
import { routine } from './routine.ts';

/*
 * Versions of the routine, as an administrator reads, tries, publishes and withdraws them.
 */

/** A routine as it is being written: anything, until it is checked. */
const document = z.record(z.string(), z.unknown());
const localised = z.record(z.enum(languages), z.string());
const change = z.object({ pointer: z.string(), from: z.unknown(), to: z.unknown() });
export type RoutineChangeView = z.infer<typeof change>;
const person = z.object({ id: identifier, name: z.string() });
const reviewOutcomes = z.enum(['unchanged', 'toBeChanged']);

export const routineList = z.object({
  routineId: identifier,
  now: instant,
  /** The date in Europe/Stockholm: what is published is valid from it or later. */
  today: date,
  mayPublish: z.boolean(),
  /** Of the register: a routine names them by id. */
  areas: z.array(z.object({ id: identifier, name: z.string() })),
  /** Newest first. `validFrom` null: from the beginning; `standsUntil`: the first day it no longer stands. */
  versions: z.array(z.object({
    routineId: identifier, version: z.number(), title: localised, documentId: z.string(), state: z.enum(['active', 'coming', 'past', 'withdrawn']),
    validFrom: z.nullable(date), standsUntil: z.nullable(date), publishedAt: z.nullable(instant), publishedBy: z.nullable(person), openCases: z.number(),
  })),
  /** Counting of open cases has stopped: there are more. */
  more: z.boolean(),
  draft: z.nullable(z.object({ revision: z.number(), savedAt: instant, savedBy: person, document })),
  review: z.object({ dueOn: date, overdue: z.boolean(), role: z.enum(roles), mayRecord: z.boolean(), lastAt: z.nullable(instant) }),
  /** Newest first. */
  log: z.array(z.object({
    at: instant, by: person, kind: z.enum(['published', 'withdrawn', 'reviewed']), version: z.number(), validFrom: z.nullable(date), changes: z.array(change),
    review: z.nullable(z.object({ outcome: reviewOutcomes, note: z.string() })),
  })),
});
export type RoutineList = z.infer<typeof routineList>;

/** `against`: the version to compare with; the differences lead from it to the one that is read. */
export const readRoutineQuery = z.strictObject({ against: z.optional(z.string().check(z.regex(/^\d{1,8}$/))) });
export const routineVersion = z.object({ routine, changes: z.array(change) });
export type RoutineVersion = z.infer<typeof routineVersion>;

export const checkRoutine = z.strictObject({ document, validFrom: z.optional(date) });
export const routineCheck = z.object({
  /** A warning does not stand in the way of publishing. */
  faults: z.array(z.object({ pointer: z.string(), code: z.string(), severity: z.enum(['fault', 'warning']), reason: localised })),
  /** From the active version. */
  changes: z.array(change),
});
export type RoutineCheck = z.infer<typeof routineCheck>;

/** `revision`: of the draft that was seen; 0: there was none. */
export const saveRoutineDraft = z.strictObject({ document, revision: z.int().check(z.gte(0)) });
export const routineDraftSaved = z.object({ revision: z.number(), savedAt: instant });

export const tryRoutine = z.strictObject({ document });
const compared = z.object({ before: z.number(), after: z.number() });
const trial = z.object({ cases: z.number(), overdue: compared, escalated: compared, otherResponsible: z.number(), responsible: z.array(z.object({ role: z.enum(responsibleRoles), before: z.number(), after: z.number() })) });
/** Over the newest cases that are answered or have ended: as they went under the routine they had, and as they would have gone. */
export const routineTrial = z.object({ outgoing: trial, incoming: trial, atMost: z.number() });
export type RoutineTrial = z.infer<typeof routineTrial>;

/** `revision`: of the draft that was seen; one that has moved on is left. */
export const discardRoutineDraftQuery = z.strictObject({ revision: z.string().check(z.regex(/^[1-9]\d{0,7}$/)) });
/** What is published is the draft, as it was seen. */
export const publishRoutine = z.strictObject({ revision: z.int().check(z.gte(1)), validFrom: date });
export const recordRoutineReview = z.strictObject({ outcome: reviewOutcomes, note: freeText(textLimit.medium) });
export const routineReceipt = z.object({ routineId: identifier, version: z.number() });
export type RoutineReceipt = z.infer<typeof routineReceipt>;
