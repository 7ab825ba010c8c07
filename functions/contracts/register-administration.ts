import * as z from 'zod/mini';
import { registerNames } from '../domain/vocabulary.ts';
import { date, instant } from './primitives.ts';
import { registerEntry } from './register.ts';

/** A row's name within its register. */
const key = z.string().check(z.minLength(1), z.maxLength(220));
const version = z.int().check(z.gte(1));

export const listRegister = z.strictObject({
  register: z.enum(registerNames),
  /** Words that each must occur in the row; case does not matter. */
  search: z.optional(z.string().check(z.trim(), z.maxLength(100))),
  show: z.optional(z.enum(['current', 'ended', 'all'])),
  /** Only rows that belong to this organisation, unit, user or role. */
  belongsTo: z.optional(z.string().check(z.maxLength(64))),
  cursor: z.optional(z.string().check(z.maxLength(400))),
  limit: z.optional(z.int().check(z.gte(1), z.lte(100))),
});
export type ListRegister = z.infer<typeof listRegister>;

export const registerRow = z.object({
  key, entry: registerEntry, version,
  /** null: as the organisation document had it. */
  changedAt: z.nullable(instant),
  changedBy: z.nullable(z.string()),
  /** No longer in force on the day of the request. */
  ended: z.boolean(),
});
export type RegisterRowShape = z.infer<typeof registerRow>;
export const registerPage = z.object({ now: instant, rows: z.array(registerRow), matching: z.number(), cursor: z.nullable(z.string()) });

export const readRegisterRow = z.strictObject({ register: z.enum(registerNames), key });
export const registerChange = z.object({
  kind: z.enum(['put', 'end', 'import']), version, at: instant, by: z.string(), before: z.nullable(registerEntry), after: registerEntry,
});
export const registerRowView = z.object({ now: instant, row: registerRow, changes: z.array(registerChange) });
export type RegisterRowView = z.infer<typeof registerRowView>;

/** `version`: the row's as it was read; null: the row is new. */
export const putRegisterRow = z.strictObject({ entry: registerEntry, version: z.nullable(version) });
export type PutRegisterRow = z.infer<typeof putRegisterRow>;
/** `on`: the last day it is in force, where the register has dates; others end at once. */
export const endRegisterRow = z.strictObject({ register: z.enum(registerNames), key, version, on: z.optional(date) });
export type EndRegisterRow = z.infer<typeof endRegisterRow>;

/** What may be well meant but is worth a second look; the row is written all the same. */
export const registerWarnings = ['mailbox-of-a-person', 'no-mailbox', 'no-manager-mailbox', 'role-without-holder', 'mail-of-another'] as const;
export type RegisterWarning = (typeof registerWarnings)[number];
export const registerRowChanged = z.object({ row: registerRow, warnings: z.array(z.object({ pointer: z.string(), code: z.enum(registerWarnings) })) });
export type RegisterRowChanged = z.infer<typeof registerRowChanged>;
