import * as z from 'zod/mini';
import { breachKinds } from '../domain/vocabulary.ts';
import { identifier, optionalText, textLimit } from './primitives.ts';

const clauseId = z.string().check(z.maxLength(30));
/** G1, N1: a clause of an agreement of the register (all three, or none of them), or only the kind and words. */
export const breach = z.strictObject({
  kind: z.enum(breachKinds),
  agreementId: z.optional(identifier),
  agreementVersion: z.optional(z.int().check(z.gte(1), z.lte(9999))),
  clauseId: z.optional(clauseId),
  text: optionalText(textLimit.short),
});
export type BreachBody = z.infer<typeof breach>;
export const setBreach = z.strictObject({ version: z.int().check(z.gte(1)), breach });

const localised = z.object({ sv: z.string(), en: z.string() });
/** With the words of the version that the case names: later versions change nothing of it. */
export const breachView = z.object({
  kind: z.enum(breachKinds),
  clause: z.nullable(z.object({ agreementId: z.string(), agreementVersion: z.number(), clauseId: z.string(), title: localised, text: localised })),
  text: z.string(),
});
export type BreachView = z.infer<typeof breachView>;
/** An agreement as a form offers it. */
export const agreementChoice = z.object({
  id: z.string(), version: z.number(), kind: z.enum(breachKinds), title: localised, organisationIds: z.nullable(z.array(z.string())),
  validFrom: z.string(), validTo: z.nullable(z.string()), clauses: z.array(z.object({ id: z.string(), text: localised })),
});
export type AgreementChoice = z.infer<typeof agreementChoice>;
