import * as z from 'zod/mini';
import { harmBlocks } from '../domain/errors.ts';
import { harmDecisions, harms, informationPoints, matrixGrades, nccMerpIndexes } from '../domain/vocabulary.ts';
import { person } from './case-parts.ts';
import { date, freeText, identifier, instant, optionalText, textLimit } from './primitives.ts';

const version = z.int().check(z.gte(1));

/** L3. `reference`: IVO's number where notified, the care provider's own where assessed there. */
export const recordHarmDecision = z.strictObject({ version, decision: z.enum(harmDecisions), reference: optionalText(textLimit.short), reason: optionalText(textLimit.medium), decidedAt: date,
  /** When it was notified to the authority; of what was. */
  notifiedAt: z.optional(z.nullable(date)),
});
/** L4, R5, H9. */
export const recordPatientInformation = z.strictObject({
  version,
  given: z.boolean(),
  /** Why not, where it was not given. */
  reason: optionalText(textLimit.medium),
  at: z.nullable(date),
  to: z.enum(['patient', 'relative', 'nobody']),
  /** A title, never a name (N2). */
  byTitle: optionalText(textLimit.short),
  points: z.array(z.enum(informationPoints)).check(z.maxLength(informationPoints.length)),
  notedInRecord: z.boolean(),
  patientViews: optionalText(textLimit.long),
  staffSupport: optionalText(textLimit.medium),
});

const grade = z.literal([...matrixGrades]);
/** Consequence and probability from 1 to 4; the consequence 4 always gets another person's review. */
export const assessHarm = z.strictObject({
  version,
  harm: z.enum(harms),
  /** It could have caused serious harm (L3), whatever the harm was. */
  seriousRisk: z.boolean(),
  consequence: grade,
  probability: grade,
  /** Of medication alone. */
  nccMerp: z.nullable(z.enum(nccMerpIndexes)),
  note: optionalText(textLimit.medium),
});
export const reviewHarm = z.strictObject({ version, note: optionalText(textLimit.medium) });
/** H9: how the staff get support and since when; or why not. */
export const recordStaffSupport = z.strictObject({ version, given: z.boolean(), text: optionalText(textLimit.medium), at: z.nullable(date) });
/** H9: what was done, to the staff of these units of ours (and to whoever reported). */
export const recordFeedback = z.strictObject({ version, text: freeText(textLimit.medium), unitIds: z.array(identifier).check(z.maxLength(20)) });

/** Of a case of either direction. */
export const harmParts = {
  /** L3: null where nothing serious is at hand. */
  seriousHarm: z.nullable(z.object({
    law: z.enum(['lexMaria', 'lexSarah']), toldAt: z.nullable(instant), dueAt: z.nullable(instant),
    decision: z.nullable(z.enum(harmDecisions)), reference: z.string(), reason: z.string(), decidedAt: z.nullable(date), notifiedAt: z.nullable(date),
  })),
  harmAssessment: z.nullable(z.object({
    harm: z.enum(harms), seriousRisk: z.boolean(), consequence: grade, probability: grade, nccMerp: z.nullable(z.enum(nccMerpIndexes)), note: z.string(), by: person, at: instant,
    /** Whether closing waits for another person's review. */
    awaitsReview: z.boolean(),
    review: z.nullable(z.object({ by: person, at: instant, note: z.string() })),
  })),
  staffSupport: z.nullable(z.object({ given: z.boolean(), text: z.string(), at: z.nullable(date) })),
  feedback: z.array(z.object({ text: z.string(), units: z.array(z.string()), at: instant, by: person })),
  /** L4: null until recorded; `patientInformationRequired` says whether closing waits for it. */
  patientInformation: z.nullable(z.object({
    given: z.boolean(), reason: z.string(), at: z.nullable(date), to: z.enum(['patient', 'relative', 'nobody']), byTitle: z.string(), points: z.array(z.enum(informationPoints)),
    notedInRecord: z.boolean(), patientViews: z.string(), staffSupport: z.string(),
  })),
  patientInformationRequired: z.boolean(),
  /** What is to be recorded before a case of serious harm is withdrawn or rejected; for those who handle it. */
  endingBlockedBy: z.array(z.enum(harmBlocks)),
};
const harmView = z.object(harmParts);
export type HarmView = z.infer<typeof harmView>;
