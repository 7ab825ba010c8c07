import * as z from 'zod/mini';
import { harmDecisions, informationPoints } from '../domain/vocabulary.ts';
import { date, optionalText, textLimit } from './primitives.ts';

const version = z.int().check(z.gte(1));

/** L3. `reference`: IVO's number where notified, the care provider's own where assessed there. */
export const recordHarmDecision = z.strictObject({ version, decision: z.enum(harmDecisions), reference: optionalText(textLimit.short), reason: optionalText(textLimit.medium), decidedAt: date });
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

/** Of a case of either direction. */
export const harmParts = {
  /** L3: null where nothing serious is at hand. */
  seriousHarm: z.nullable(z.object({ law: z.enum(['lexMaria', 'lexSarah']), decision: z.nullable(z.enum(harmDecisions)), reference: z.string(), reason: z.string(), decidedAt: z.nullable(date) })),
  /** L4: null until recorded; `patientInformationRequired` says whether closing waits for it. */
  patientInformation: z.nullable(z.object({
    given: z.boolean(), reason: z.string(), at: z.nullable(date), to: z.enum(['patient', 'relative', 'nobody']), byTitle: z.string(), points: z.array(z.enum(informationPoints)),
    notedInRecord: z.boolean(), patientViews: z.string(), staffSupport: z.string(),
  })),
  patientInformationRequired: z.boolean(),
};
const harmView = z.object(harmParts);
export type HarmView = z.infer<typeof harmView>;
