import * as z from 'zod/mini';
import { categories, languages, onCallFields } from '../domain/vocabulary.ts';
import { date } from './primitives.ts';

export const readPaperFormQuery = z.strictObject({ version: z.optional(z.string().check(z.regex(/^[1-9]\d{0,2}$/))) });

/** The form to write on by hand while the system is down (H6), as a version of the routine says it. Open to everybody, and kept by the page. */
export const paperFormView = z.object({
  version: z.number(),
  /** The newest. */
  current: z.number(),
  /** Every version that can be printed, newest first. */
  versions: z.array(z.number()),
  organisation: z.string(),
  callBackPhone: z.nullable(z.string()),
  title: z.record(z.enum(languages), z.string()),
  documentId: z.string(),
  validFrom: date,
  categories: z.array(z.enum(categories)),
  onCallFields: z.array(z.enum(onCallFields)),
});
export type PaperFormView = z.infer<typeof paperFormView>;
