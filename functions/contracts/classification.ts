import * as z from 'zod/mini';
import { causeAreas, targetGroups } from '../domain/vocabulary.ts';

/** `targetGroup` null: not known. `causeAreas`: of an outgoing case alone; what the reply's root cause comes down to. */
export const classifyCase = z.strictObject({
  version: z.int().check(z.gte(1)),
  targetGroup: z.nullable(z.enum(targetGroups)),
  causeAreas: z.array(z.enum(causeAreas)).check(z.maxLength(causeAreas.length)),
});
/** On the page of a case of either direction. */
export const classificationView = z.object({
  /** As the handler has settled it, else as reported. */
  targetGroup: z.nullable(z.enum(targetGroups)),
  causeAreas: z.array(z.enum(causeAreas)),
});
