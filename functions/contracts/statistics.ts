import * as z from 'zod/mini';
import { lengthOf } from '../domain/statistics/months.ts';
import { longestPeriod, statisticMeasures, statisticViews } from '../domain/statistics/words.ts';
import { directions, languages } from '../domain/vocabulary.ts';
import { identifier, instant } from './primitives.ts';

const month = z.string().check(z.regex(/^20\d\d-(0[1-9]|1[0-2])$/));
/** Whole months, both included; absent: the twelve that end with this one. `audience`: for `outside` nothing below 3 is in the answer (L11). */
export const readStatisticsQuery = z.strictObject({
  from: z.optional(month), to: z.optional(month),
  direction: z._default(z.enum(directions), 'outgoing'),
  by: z._default(z.enum(statisticViews), 'month'),
  unitId: z.optional(identifier),
  audience: z._default(z.enum(['inside', 'outside']), 'inside'),
}).check(z.refine(({ from, to }) => from === undefined || to === undefined || (lengthOf({ from, to }) >= 1 && lengthOf({ from, to }) <= longestPeriod), { error: 'is no period', path: ['to'] }));

/** A count is null where it is kept back (`outside`); a median where there is nothing to take it of. */
const figures = z.object({
  counts: z.record(z.enum(statisticMeasures), z.nullable(z.number())),
  medianDaysToAcknowledge: z.nullable(z.number()),
  medianDaysToAnswer: z.nullable(z.number()),
});
const months = z.object({ from: z.string(), to: z.string() });
export const statisticsView = z.object({
  now: instant,
  period: months,
  /** As many months just before. */
  before: months,
  direction: z.enum(directions),
  by: z.enum(statisticViews),
  audience: z.enum(['inside', 'outside']),
  /** Whose figures; null: the whole organisation's. */
  unitId: z.nullable(z.string()),
  /** Whose may be asked for. */
  units: z.array(z.object({ id: z.string(), name: z.string() })),
  everyUnit: z.boolean(),
  /** `name` null: the page has the word for it. */
  rows: z.array(z.object({ value: z.string(), name: z.nullable(z.record(z.enum(languages), z.string())), now: figures, before: figures })),
  total: z.object({ now: figures, before: figures }),
  /** By the routine in force: working days until acknowledged (incoming: registered), days until answered. */
  limits: z.object({ acknowledge: z.number(), answer: z.number() }),
  /** Figures are being made anew for the first time: they are not whole yet. */
  incomplete: z.boolean(),
  /** How far a recomputation has come: cases gone through; null: none is under way. */
  recomputing: z.nullable(z.object({ done: z.number(), startedAt: instant })),
  recomputedAt: z.nullable(instant),
  mayRecompute: z.boolean(),
});
export type StatisticsView = z.infer<typeof statisticsView>;

export const recomputationReceipt = z.object({ startedAt: instant });
export type RecomputationReceipt = z.infer<typeof recomputationReceipt>;
