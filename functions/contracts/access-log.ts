import * as z from 'zod/mini';
import { responsibleRoles, roles } from '../domain/vocabulary.ts';
import { date, freeText, identifier, instant, textLimit } from './primitives.ts';

const cursor = z.optional(z.string().check(z.maxLength(2048)));
/** Dates, inclusive, in Europe/Stockholm. At most one of `number`, `user` and `unit` picks the list, in this order; the others narrow it. */
export const listAccessQuery = z.strictObject({
  from: z.optional(date),
  to: z.optional(date),
  user: z.optional(identifier),
  unit: z.optional(identifier),
  /** Case number, however it is spaced. */
  number: z.optional(z.string().check(z.maxLength(20))),
  cursor,
});

export const accessKinds = ['read', 'write', 'list'] as const;
/** One look at, or change of, a case. */
export const accessView = z.object({
  id: z.string(),
  at: instant,
  /** `external`: whoever is behind a link, `system`: what Brygga did by itself. */
  by: z.enum(['person', 'external', 'system']),
  user: z.nullable(z.object({ id: z.string(), name: z.string(), title: z.string() })),
  unit: z.nullable(z.string()),
  principal: z.nullable(z.enum(roles)),
  /** Operation id; of the system the name of what it did. */
  operation: z.string(),
  kind: z.enum(accessKinds),
  caseNumber: z.nullable(z.string()),
  /** Null where the reader of the log has no need to know the case. */
  caseId: z.nullable(z.string()),
  /** The beginning of the patient's pseudonym: tells one patient from another, and nothing else. */
  patient: z.nullable(z.string()),
  reason: z.nullable(z.string()),
  field: z.nullable(z.enum(responsibleRoles)),
});
export type AccessView = z.infer<typeof accessView>;
export const accessPage = z.object({ now: instant, accesses: z.array(accessView), cursor: z.nullable(z.string()) });
export type AccessPage = z.infer<typeof accessPage>;

/** L5: all accesses to one patient's cases. In the body alone: a reference must be in no address and no log. */
export const extractPatientAccess = z.strictObject({
  reference: freeText(textLimit.short),
  reason: freeText(textLimit.short),
  from: z.optional(date),
  to: z.optional(date),
  cursor,
});

/** Opens one case for a day (L5): by its id, or by its number, however that is spaced. */
export const openWithReason = z.strictObject({
  caseId: z.optional(identifier),
  number: z.optional(z.string().check(z.maxLength(20))),
  reason: freeText(textLimit.short),
});
/** `until` null: this user needs no reason. */
export const caseOpening = z.object({ caseId: identifier, number: z.string(), until: z.nullable(instant) });
