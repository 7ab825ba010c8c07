import * as z from 'zod/mini';
import { accessOutcomes } from '../domain/spot-check.ts';
import { accessView } from './access-log.ts';
import { person } from './case-parts.ts';
import { date, instant, optionalText, textLimit } from './primitives.ts';

export const spotCheckStates = ['open', 'done'] as const;
export const listSpotChecksQuery = z.strictObject({ state: z.enum(spotCheckStates), cursor: z.optional(z.string().check(z.maxLength(2048))) });

export const spotCheckSummary = z.object({
  id: z.string(),
  unit: z.string(),
  from: date,
  to: date,
  drawnAt: instant,
  dueAt: instant,
  overdue: z.boolean(),
  drawn: z.number(),
  judged: z.number(),
  toInvestigate: z.number(),
  signedOff: z.nullable(z.object({ by: person, at: instant })),
});
export type SpotCheckSummary = z.infer<typeof spotCheckSummary>;
export const spotCheckList = z.object({ now: instant, checks: z.array(spotCheckSummary), cursor: z.nullable(z.string()) });

export const spotCheckView = z.object({
  ...spotCheckSummary.shape,
  version: z.number(),
  /** How many accesses there were in the period. */
  total: z.number(),
  accesses: z.array(z.object({
    ...accessView.shape,
    judgement: z.nullable(z.object({ outcome: z.enum(accessOutcomes), note: z.string(), by: person, at: instant })),
    /** Its own doing is judged by somebody else. */
    mayJudge: z.boolean(),
  })),
  /** Who has something left to judge, or to sign off; empty once that is done. */
  waitsFor: z.array(person),
  note: z.string(),
  maySignOff: z.boolean(),
});
export type SpotCheckView = z.infer<typeof spotCheckView>;

const version = z.int().check(z.gte(1));
/** `toInvestigate` says in its note what is to be looked into. */
export const judgeAccess = z.strictObject({ version, accessId: z.string().check(z.maxLength(64)), outcome: z.enum(accessOutcomes), note: optionalText(textLimit.short) });
export const signOffSpotCheck = z.strictObject({ version, note: optionalText(textLimit.medium) });
