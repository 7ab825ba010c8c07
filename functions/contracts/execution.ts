import * as z from 'zod/mini';
import { identifier, instant } from './primitives.ts';

export const executionStatuses = ['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'] as const;
export const executionSummary = z.object({
  /** `{caseId}-{generation}`. */
  id: identifier,
  caseId: identifier,
  number: z.string(),
  unit: z.string(),
  caseStatus: z.string(),
  /** The wait of the lifecycle the case is in: an identifier of the machine's state. */
  waitsFor: z.nullable(z.string()),
  waitsSince: z.nullable(instant),
  waitsUntil: z.nullable(instant),
  overdue: z.boolean(),
  stopped: z.boolean(),
});
export type ExecutionSummary = z.infer<typeof executionSummary>;
export const listExecutionsQuery = z.strictObject({
  filter: z.optional(z.enum(['open', 'stopped', 'overdue', 'ended'])),
  /** Case number, exact. */
  number: z.optional(z.string().check(z.maxLength(20))),
  cursor: z.optional(z.string().check(z.maxLength(2048))),
  limit: z.optional(z.string().check(z.regex(/^(?:[1-9]\d?|100)$/))),
});
export const executionList = z.object({ now: instant, executions: z.array(executionSummary), cursor: z.nullable(z.string()) });
export const executionView = z.object({
  ...executionSummary.shape,
  /** What `restart-lifecycle` must name: whoever watches executions may not read the case itself. */
  caseVersion: z.number(),
  status: z.enum(executionStatuses),
  stateMachine: z.string(),
  startedAt: instant,
  stoppedAt: z.nullable(instant),
  error: z.nullable(z.string()),
  currentState: z.nullable(z.string()),
  input: z.string(),
  /** Link into AWS's own console; null where there is none. */
  consoleUrl: z.nullable(z.string()),
});
export type ExecutionView = z.infer<typeof executionView>;
/** The service's own cursor, from an earlier page. */
export const executionHistoryQuery = z.strictObject({ cursor: z.optional(z.string().check(z.maxLength(4096))) });
export const executionHistory = z.object({
  events: z.array(z.object({ id: z.number(), at: instant, type: z.string(), state: z.nullable(z.string()), error: z.nullable(z.string()), previousId: z.number() })),
  cursor: z.nullable(z.string()),
});
export type ExecutionHistory = z.infer<typeof executionHistory>;
