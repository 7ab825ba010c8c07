import * as z from 'zod/mini';
import { identifier, instant } from './primitives.ts';

/** Something that hangs, with the execution it belongs to: never whom or what it concerns. */
const hanging = z.object({ executionId: identifier, number: z.string(), what: z.string(), at: instant });
/** `more`: there are at least `count`; counting stops there. */
const tally = z.object({ count: z.number(), more: z.boolean(), newest: z.array(hanging) });
export type Tally = z.infer<typeof tally>;

/** Whether what should happen does happen: read from sparse indexes, so that a healthy system costs next to nothing to ask. */
export const health = z.object({
  now: instant,
  outbox: z.object({ pending: z.number(), more: z.boolean(), oldestAt: z.nullable(instant) }),
  mails: z.object({
    /** Still in the outbox. */
    waiting: z.number(),
    /** Begun and not ended: nobody knows whether they went out. */
    uncertain: tally,
    /** No address, or refused for good; of the last 30 days, as are bounces. */
    failed: tally,
    bounced: tally,
  }),
  /** One queue per source of events; null where the queue did not answer. */
  deadLetters: z.array(z.object({ queue: z.string(), count: z.nullable(z.number()) })),
  timers: z.object({
    /** The next instant an execution waits for. */
    nextAt: z.nullable(instant),
    /** Waits that should have ended: the clock does not run for them. */
    overdue: tally,
  }),
});
export type Health = z.infer<typeof health>;
