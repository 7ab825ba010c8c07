import * as z from 'zod/mini';
import { countedThings } from '../domain/vocabulary.ts';
import { instant } from './primitives.ts';

export const readStatisticsQuery = z.strictObject({ year: z.optional(z.string().check(z.regex(/^20\d\d$/))) });

/** Counts by month and unit of one year, for those who handle cases: internal, also where a count is small (L11). */
export const statisticsView = z.object({
  now: instant,
  year: z.string(),
  /** Years that can be asked for, newest first. */
  years: z.array(z.string()),
  units: z.array(z.object({ id: z.string(), name: z.string() })),
  rows: z.array(z.object({
    /** ISO month. */
    month: z.string(),
    unitId: z.string(),
    counts: z.record(z.enum(countedThings), z.number()),
  })),
});
export type StatisticsView = z.infer<typeof statisticsView>;
