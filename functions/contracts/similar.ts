import * as z from 'zod/mini';
import { likenessBys, recurrencePeriods } from '../domain/statistics/words.ts';
import { languages } from '../domain/vocabulary.ts';
import { caseSummary } from './case.ts';
import { instant } from './primitives.ts';

/** Earlier cases with the same counterpart. `count`: all of the year before; `cases`: the newest of those that the user may read. */
export const similarCases = z.object({
  now: instant,
  /** As many of the same as the routine lets pass, when it was noticed; null: it is none of several. */
  recurrence: z.nullable(z.object({ count: z.number(), threshold: z.number(), per: z.enum(recurrencePeriods) })),
  kinds: z.array(z.object({
    by: z.enum(likenessBys),
    value: z.string(),
    /** null: a category, for which the page has the word. */
    name: z.nullable(z.record(z.enum(languages), z.string())),
    count: z.number(),
    cases: z.array(caseSummary),
  })),
});
export type SimilarCases = z.infer<typeof similarCases>;
