/**
 * The sparse index `outbox`: what still has to happen, or went wrong, and nothing else. A row is in it while it carries
 * these attributes; `outboxAt` begins with the instant the partition is read by. Costs a write more while a row is in it,
 * and one when it leaves; asking a healthy system reads next to nothing.
 */
export const pendingPartitions = {
  /** Outbox rows, by when they were written. */
  outbox: 'pending',
  /** Task tokens, by when their wait runs out. */
  wait: 'wait',
  /** Mails begun and not ended, by when they were begun. */
  sending: 'mail-sending',
  /** Mails that will never go out. */
  failed: 'mail-failed',
  bounced: 'mail-bounced',
} as const;
export type PendingPartition = keyof typeof pendingPartitions;

export const inPendingIndex = (partition: PendingPartition, at: string, caseId: string) =>
  ({ outboxKey: pendingPartitions[partition], outboxAt: `${at}#${caseId}` }) as const;
