import * as z from 'zod/mini';
import { deepAnalysisStates, votingRules } from '../domain/deep-analysis/words.ts';
import { categories, responsibleRoles } from '../domain/vocabulary.ts';
import { person } from './case-parts.ts';
import { notIdentifying } from './command.ts';
import { date, freeText, identifier, instant, textLimit } from './primitives.ts';

/** V13c. */
export const proposeDeepAnalysis = z.strictObject({ caseId: identifier, reason: freeText(textLimit.medium), notIdentifying });
/** Of a case: those of it. Absent: all that the user has to do with. */
export const listDeepAnalysesQuery = z.strictObject({ caseId: z.optional(identifier) });

const version = z.int().check(z.gte(1));
export const changeDeepAnalysis = z.strictObject({
  version,
  change: z.discriminatedUnion('kind', [
    /** V13d: a voice of MAS, MAR or SAS. */
    z.strictObject({ kind: z.literal('speak'), role: z.enum(responsibleRoles), approved: z.boolean(), reason: freeText(textLimit.medium), notIdentifying }),
    z.strictObject({ kind: z.literal('assign'), ownerUserId: identifier, due: date }),
    z.strictObject({ kind: z.literal('finish'), text: freeText(textLimit.long), notIdentifying }),
  ]),
});

export const deepAnalysisView = z.object({
  id: z.string(), version: z.number(), state: z.enum(deepAnalysisStates),
  case: z.object({ id: z.string(), number: z.string(), category: z.enum(categories), mayRead: z.boolean() }),
  reason: z.string(), proposedBy: person, proposedAt: instant,
  voting: z.enum(votingRules), decidedBy: z.array(z.enum(responsibleRoles)),
  voices: z.array(z.object({ role: z.enum(responsibleRoles), by: person, approved: z.boolean(), reason: z.string(), at: instant })),
  decidedAt: z.nullable(instant), owner: z.nullable(person), ownerReadsCase: z.boolean(), due: z.nullable(date), late: z.boolean(),
  result: z.nullable(z.object({ text: z.string(), by: person, at: instant })),
  /** Roles as which this user may speak now. */
  maySpeakAs: z.array(z.enum(responsibleRoles)),
  mayAssign: z.boolean(), mayFinish: z.boolean(),
});
export type DeepAnalysisView = z.infer<typeof deepAnalysisView>;
export const deepAnalysisList = z.object({
  now: instant,
  analyses: z.array(deepAnalysisView),
  /** Of the case that was asked for: whether one may be proposed. */
  mayPropose: z.boolean(),
  inRoutine: z.boolean(),
});
export type DeepAnalysisList = z.infer<typeof deepAnalysisList>;
export const deepAnalysisReceipt = z.object({ id: z.string(), version: z.number(), state: z.enum(deepAnalysisStates) });
export type DeepAnalysisReceipt = z.infer<typeof deepAnalysisReceipt>;
