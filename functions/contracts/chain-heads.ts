import * as z from 'zod/mini';

/*
 * The daily documents of the locked bucket, and how a chain is checked: shared with `infra/verify-chain.ts`, which reads an
 * installation from outside.
 */
export { chainBreaks, erasingRun, type ChainBreak, type ChainedEvent, type ChainHead, type AnchoredHead } from '../domain/event-chain.ts';
export { addDays, localDate } from '../domain/calendar.ts';

/** No personal data: identifiers, case numbers and digests alone. */
export const headsDocument = z.object({
  format: z.literal('brygga-heads-1'),
  /** The day that has ended, in Europe/Stockholm; also its name in the bucket. */
  date: z.iso.date(),
  madeAt: z.string(),
  /** The document before, with SHA-256 (base64url) of its bytes; null: this is the first. */
  previous: z.nullable(z.object({ date: z.iso.date(), digest: z.string() })),
  /** Heads of the cases that have had events since the document before. */
  heads: z.array(z.object({ caseId: z.string(), number: z.string(), sequence: z.number(), digest: z.string() })),
});
export type HeadsDocument = z.infer<typeof headsDocument>;
export const headsKey = (date: string): string => `heads/${date}.json`;

/** An event row and the case row of the table of cases, as far as a check reads them. */
export const chainedEventRow = z.object({
  event: z.object({
    // Erased with the content: who did it, and what it says.
    id: z.string(), caseId: z.string(), at: z.string(), type: z.string(), actor: z._default(z.string(), ''), principal: z.optional(z.string()),
    detail: z._default(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])), {}),
  }),
  chain: z.optional(z.object({ sequence: z.number(), content: z.string(), previous: z.string(), digest: z.string(), mends: z.optional(z.record(z.string(), z.string())) })),
  salt: z.optional(z.string()),
  mended: z.optional(z.object({ salt: z.string(), content: z.string(), in: z.number() })),
  erasedAt: z.optional(z.string()),
});
export const chainedCaseRow = z.object({
  case: z.object({ id: z.string(), number: z.string() }),
  chain: z.optional(z.object({ sequence: z.number(), digest: z.string() })),
  /** What stands in the place of an erased case. */
  erased: z.optional(z.object({ run: z.string(), clearedAt: z.optional(z.string()) })),
});
/** A run of retention, and its entry of a case, as far as a check reads them. */
export const retentionRunKey = (run: string) => ({ pk: `RETENTION#${run}`, sk: 'RUN' });
export const retentionItemKey = (run: string, documentType: string, caseId: string) => ({ pk: `RETENTION#${run}`, sk: `ITEM#${documentType}_${caseId}` });
export const signedRunRow = z.object({ run: z.object({ signedOff: z.object({ by: z.string(), at: z.string() }) }) });
