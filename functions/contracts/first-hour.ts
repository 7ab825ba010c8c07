import * as z from 'zod/mini';
import { languages, roles } from '../domain/vocabulary.ts';
import { firstHourSteps } from '../domain/first-hour.ts';
import { identifier, instant } from './primitives.ts';

export { firstHourSteps } from '../domain/first-hour.ts';
export type { FirstHourStep } from '../domain/first-hour.ts';

export const stepStates = ['todo', 'waiting', 'done', 'skipped'] as const;
export const firstHour = z.object({
  now: instant,
  /** Nothing is left to do. */
  finished: z.boolean(),
  steps: z.array(z.object({ step: z.enum(firstHourSteps), state: z.enum(stepStates), of: z.int(), ready: z.int() })),
  /** Roles that the routine needs, or would be well served by having held. */
  missingRoles: z.array(z.enum(roles)),
  /** Of those held: nobody is named to stand in. */
  withoutSubstitute: z.array(z.enum(roles)),
  /** Names of own units that have no mailbox. */
  unitsWithoutMailbox: z.array(z.string()),
  /** Names of other organisations that nothing can be sent to. */
  partiesWithoutMailbox: z.array(z.string()),
  routine: z.object({ id: identifier, version: z.int(), title: z.record(z.enum(languages), z.string()), approvedBy: z.nullable(z.string()), approvedAt: z.nullable(instant) }),
  testMail: z.nullable(z.object({ askedAt: instant, fate: z.enum(['waiting', 'sent', 'failed']) })),
  /** Where a test mail would go: one's own address, as far as one recognises it. */
  mailbox: z.string(),
});
export type FirstHour = z.infer<typeof firstHour>;

/** `approve-routine` names the version that was read. */
export const recordFirstHour = z.union([
  z.strictObject({ what: z.literal('approve-routine'), id: identifier, version: z.int().check(z.gte(1)) }),
  z.strictObject({ what: z.literal('skip-test-case') }),
]);
export type RecordFirstHour = z.infer<typeof recordFirstHour>;
