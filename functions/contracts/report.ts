import * as z from 'zod/mini';
import { categories, harms, legalBases } from '../domain/vocabulary.ts';
import { freeText, identifier, instant, optionalText, textLimit } from './primitives.ts';

const onCall = z.strictObject({
  nurseOnDutyInformed: z.boolean(),
  doctorConsulted: z.boolean(),
  handoverConfirmed: z.boolean(),
});

/** Outgoing report, as the discoverer writes it (domain.md section 4). */
export const report = z.strictObject({
  happenedAt: instant,
  discoveredAt: instant,
  unitId: identifier,
  counterpartId: identifier,
  /** null: "vet inte". */
  externalUnitId: z.nullable(identifier),
  legalBasis: z.enum(legalBases),
  category: z.enum(categories),
  whatHappened: freeText(textLimit.long),
  immediateAction: freeText(textLimit.medium),
  harm: z.enum(harms),
  suggestion: z.optional(optionalText(textLimit.medium)),
  alreadySolved: z.optional(z.boolean()),
  unclearResponsibility: z.optional(optionalText(textLimit.medium)),
  medication: z.optional(optionalText(textLimit.medium)),
  agreement: z.optional(optionalText(textLimit.short)),
  onCall: z.optional(onCall),
});
export type ReportBody = z.infer<typeof report>;

/** Goes to its own store under its own key (L8); never part of the case. */
export const patientReference = z.strictObject({
  /** Personal identity number, coordination number or the care system's own reference. */
  reference: freeText(textLimit.short),
  protectedIdentity: z.boolean(),
});

export const submitDeviation = z.strictObject({
  report,
  patientReference: z.optional(patientReference),
  /** The draft this report was written in; discarded in the same transaction. */
  draftId: z.optional(identifier),
});
export type SubmitDeviation = z.infer<typeof submitDeviation>;

/** A draft is a report that is not finished: any part of the form, as typed. Holds patient data: per user, on the server. */
export const draftBody = z.strictObject({
  values: z.record(z.string().check(z.maxLength(64)), z.union([z.string().check(z.maxLength(textLimit.long)), z.boolean(), z.null()])),
});
export const draft = z.object({ id: identifier, savedAt: instant, values: draftBody.shape.values });
export const drafts = z.object({ drafts: z.array(draft) });
export type Draft = z.infer<typeof draft>;
