import * as z from 'zod/mini';
import { categories, harms, knownAnswers, legalBases, onCallFields, targetGroups } from '../domain/vocabulary.ts';
import { breach } from './breach.ts';
import { freeText, identifier, instant, optionalText, textLimit } from './primitives.ts';

/** H2: `unknown` is "vet inte", to be completed before sending. */
export const onCallAnswers = { nurseOnDuty: z.enum(knownAnswers), doctorConsulted: z.enum(knownAnswers), handoverConfirmed: z.enum(knownAnswers) };
const onCall = z.strictObject(onCallAnswers);

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
  /** It could have caused serious harm (L3), whatever the harm was. */
  seriousRisk: z.optional(z.boolean()),
  suggestion: z.optional(optionalText(textLimit.medium)),
  alreadySolved: z.optional(z.boolean()),
  unclearResponsibility: z.optional(optionalText(textLimit.medium)),
  medication: z.optional(optionalText(textLimit.medium)),
  agreement: z.optional(optionalText(textLimit.short)),
  /** G1; a report may leave it. */
  breach: z.optional(breach),
  /** Absent: "vet inte". */
  targetGroup: z.optional(z.enum(targetGroups)),
  onCall: z.optional(onCall),
  /** Why the automatic on-call flag is wrong (H1). */
  onCallWrong: z.optional(optionalText(textLimit.short)),
  /** "Ej kommunens ansvar" (H3). */
  notOurs: z.optional(optionalText(textLimit.medium)),
});
export type ReportBody = z.infer<typeof report>;

/** Goes to its own store under its own key (L8); never part of the case. */
export const patientReference = z.strictObject({
  /** Personal identity number, coordination number or the care system's own reference. */
  reference: freeText(textLimit.short),
  protectedIdentity: z.boolean(),
});

/** What a paper form says of itself (H6). */
export const paperForm = z.strictObject({ formVersion: z.int().check(z.gte(1), z.lte(999)), filledAt: instant });
/** Whether an instant at a unit of ours was on call; the form shows it and why, the server decides it again on submission. */
export const readOnCallQuery = z.strictObject({ unitId: identifier, happenedAt: instant });
export const onCallView = z.object({
  /** False: the routine has no rules for it. */
  ruled: z.boolean(),
  automatic: z.boolean(),
  suppliers: z.array(z.string()),
  /** Fields that sending waits for. */
  requiredFields: z.array(z.enum(onCallFields)),
});
export type OnCallView = z.infer<typeof onCallView>;

export const submitDeviation = z.strictObject({
  report,
  patientReference: z.optional(patientReference),
  /** The draft this report was written in; discarded in the same transaction. */
  draftId: z.optional(identifier),
  /** Entered afterwards from the paper form (H6): its version and when it was filled in. */
  paper: z.optional(paperForm),
});
export type SubmitDeviation = z.infer<typeof submitDeviation>;

/** A draft is a report that is not finished: any part of the form, as typed. Holds patient data: per user, on the server. */
export const draftBody = z.strictObject({
  values: z.record(z.string().check(z.maxLength(64)), z.union([z.string().check(z.maxLength(textLimit.long)), z.boolean(), z.null()])),
});
export const draft = z.object({ id: identifier, savedAt: instant, values: draftBody.shape.values });
export const drafts = z.object({ drafts: z.array(draft) });
export type Draft = z.infer<typeof draft>;
