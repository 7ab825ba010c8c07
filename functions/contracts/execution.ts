import * as z from 'zod/mini';
import { machines } from '../domain/vocabulary.ts';
import { freeText, identifier, instant, textLimit } from './primitives.ts';

export const executionStatuses = ['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'] as const;
export const executionSummary = z.object({
  /** `{caseId}-{generation}`; of a track `{caseId}-pharmacy-{n}` or `{caseId}-effect-{n}`. */
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
  /** Reporting unit; within the filter. */
  unit: z.optional(identifier),
  cursor: z.optional(z.string().check(z.maxLength(2048))),
  limit: z.optional(z.string().check(z.regex(/^(?:[1-9]\d?|100)$/))),
});
export const executionList = z.object({ now: instant, executions: z.array(executionSummary), cursor: z.nullable(z.string()) });

/** Why an execution cannot go on where it stopped; the codes of the refusal. */
export const redriveBlocks = ['execution-running', 'execution-done', 'execution-superseded', 'case-ended', 'redrive-too-late'] as const;
/** What mends a lifecycle: go on where it stopped, begin the next generation, or stop it. */
export const mendings = ['redrive-execution', 'restart-lifecycle', 'stop-execution'] as const;
export type Mending = (typeof mendings)[number];
/** `version` is the case's, as `caseVersion` of the view said it. The reason is written on the case's timeline. */
export const mendExecution = z.strictObject({ version: z.int().check(z.gte(1)), reason: freeText(textLimit.short) });

export const executionView = z.object({
  ...executionSummary.shape,
  /** Of a track: its run. */
  generation: z.number(),
  /** What `restart-lifecycle` must name of a track; null: the lifecycle. */
  track: z.nullable(z.object({ machine: z.enum(machines), number: z.number() })),
  /** What `restart-lifecycle` must name: whoever watches executions may not read the case itself. */
  caseVersion: z.number(),
  status: z.enum(executionStatuses),
  /** Which drawing it moves through. */
  machine: z.enum(machines),
  /** As the service names it. */
  stateMachine: z.string(),
  startedAt: instant,
  stoppedAt: z.nullable(instant),
  error: z.nullable(z.string()),
  currentState: z.nullable(z.string()),
  input: z.string(),
  /** Link into AWS's own console; null where there is none. */
  consoleUrl: z.nullable(z.string()),
  /** Whether this user may open the case itself. */
  mayReadCase: z.boolean(),
  /** What this user may do about it now. */
  mendings: z.array(z.enum(mendings)),
  redriveBlockedBy: z.nullable(z.enum(redriveBlocks)),
  /** Step Functions forgets how to go on 14 days after an execution has ended. */
  redriveUntil: z.nullable(instant),
  /** Of this machine on this case, newest first; what the service no longer keeps has no status. */
  generations: z.array(z.object({ id: identifier, generation: z.number(), status: z.nullable(z.enum(executionStatuses)), startedAt: z.nullable(instant) })),
});
export type ExecutionView = z.infer<typeof executionView>;
/** The service's own cursor, from an earlier page. */
export const executionHistoryQuery = z.strictObject({ cursor: z.optional(z.string().check(z.maxLength(4096))) });
/** Newest first. */
export const executionHistory = z.object({
  events: z.array(z.object({ id: z.number(), at: instant, type: z.string(), state: z.nullable(z.string()), error: z.nullable(z.string()), previousId: z.number() })),
  cursor: z.nullable(z.string()),
});
export type ExecutionHistory = z.infer<typeof executionHistory>;
