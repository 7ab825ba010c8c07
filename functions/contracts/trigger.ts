import * as z from 'zod/mini';
import { instant } from './primitives.ts';
import { organisationDocument } from './register.ts';

/*
 * Events that AWS services send to the relay, as far as it reads them.
 */

/** AWS writes whole seconds here; ours are compared as texts in places, and have milliseconds. */
const instantOf = z.pipe(instant, z.transform((text) => new Date(text).toISOString()));

/** A batch of the case table's stream; the event source mapping lets pending outbox rows through only. */
export const outboxBatch = z.object({
  Records: z.array(z.object({
    dynamodb: z.object({ SequenceNumber: z.string(), Keys: z.object({ pk: z.object({ S: z.string() }), sk: z.object({ S: z.string() }) }) }),
  })),
});
export type OutboxBatch = z.infer<typeof outboxBatch>;

/** Of the same stream, rows of cases and the steps of a recomputation. The creation is in epoch seconds. */
export const aggregateBatch = z.object({
  Records: z.array(z.object({
    dynamodb: z.object({
      SequenceNumber: z.string(), ApproximateCreationDateTime: z.number(), Keys: z.object({ pk: z.object({ S: z.string() }), sk: z.object({ S: z.string() }) }),
    }),
  })),
});
export type AggregateBatch = z.infer<typeof aggregateBatch>;

/** EventBridge Scheduler's own event. */
export const scheduledEvent = z.object({ time: instantOf });

/** EventBridge: "Step Functions Execution Status Change". */
export const executionStatusChange = z.object({
  time: instantOf,
  detail: z.object({ name: z.string(), status: z.enum(['FAILED', 'TIMED_OUT', 'ABORTED']) }),
});

/** EventBridge: S3's "Object Created", of a bucket with attachments. */
export const objectCreated = z.object({
  time: instantOf,
  detail: z.object({ object: z.object({ key: z.string(), 'version-id': z.string() }) }),
});

/**
 * EventBridge: "GuardDuty Malware Protection Object Scan Result". Only `COMPLETED` was looked into; AWS gives `SKIPPED` no
 * `NO_THREATS_FOUND`, a place without a scanner does.
 */
export const objectScanned = z.object({
  time: instantOf,
  detail: z.object({
    scanStatus: z.enum(['COMPLETED', 'SKIPPED', 'FAILED']),
    s3ObjectDetails: z.object({ objectKey: z.string(), versionId: z.string() }),
    scanResultDetails: z.object({ scanResultStatus: z.enum(['NO_THREATS_FOUND', 'THREATS_FOUND', 'UNSUPPORTED', 'ACCESS_DENIED', 'FAILED']) }),
  }),
});
export type ObjectScanned = z.infer<typeof objectScanned>;

/** SNS notices of SES event publishing; `Message` is JSON of `mailNotice`. */
export const mailNotices = z.object({ Records: z.array(z.object({ Sns: z.object({ Message: z.string() }) })) });
const tag = z.optional(z.array(z.string()));
export const mailNotice = z.object({
  eventType: z.string(),
  mail: z.object({ timestamp: z.string(), tags: z.object({ caseId: tag, mailId: tag, linkEpoch: tag }) }),
  bounce: z.optional(z.object({ bounceType: z.optional(z.string()), timestamp: z.optional(z.string()) })),
  complaint: z.optional(z.object({ timestamp: z.optional(z.string()) })),
});
export type MailNotice = z.infer<typeof mailNotice>;

/** `bootstrap-organisation` is invoked with this. `renew`: change the rows that a store which was begun with holds. `at`: now. */
export const bootstrapRequest = z.strictObject({ organisation: organisationDocument, routine: z.string().check(z.regex(/^[a-z][a-z-]{1,40}$/)), at: instant, renew: z.optional(z.boolean()) });
export type BootstrapRequest = z.infer<typeof bootstrapRequest>;
/** `written`: how many rows. `routine`: the one it begins with; null: it was begun with before. */
export const bootstrapReceipt = z.object({ written: z.number(), routine: z.nullable(z.object({ id: z.string(), version: z.number() })) });
export type BootstrapReceipt = z.infer<typeof bootstrapReceipt>;
