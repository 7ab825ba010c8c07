import type { Machine } from '../domain/vocabulary.ts';
import type { Instant } from '../domain/case.ts';
import type { RegisterStore } from './ports.ts';

/** Something that hangs; `what`: a mail's kind, or what a wait is for. */
export interface Hanging {
  readonly caseId: string;
  /** Of a track; absent: the lifecycle. */
  readonly machine?: Machine;
  readonly number: string;
  readonly generation: number;
  readonly what: string;
  readonly at: Instant;
}
export interface HangingTally {
  readonly count: number;
  /** Counting stopped: there are at least `count`. */
  readonly more: boolean;
  /** Some of them, newest first. */
  readonly newest: readonly Hanging[];
}
export interface HealthStore {
  outbox(): Promise<{ readonly pending: number; readonly mails: number; readonly more: boolean; readonly oldestAt: Instant | null }>;
  /** Mails begun before `before` that never ended. */
  uncertainMails(before: Instant): Promise<HangingTally>;
  failedMails(since: Instant): Promise<HangingTally>;
  bouncedMails(since: Instant): Promise<HangingTally>;
  /** The earliest instant after `now` that an execution waits for. */
  nextWait(now: Instant): Promise<Instant | null>;
  /** Waits of cases that are neither stopped nor ended, which should have run out before `before`. */
  overdueWaits(before: Instant): Promise<HangingTally>;
}
export interface DeadLetterCounts {
  /** One per queue, `null` where it does not answer. */
  count(): Promise<readonly { readonly queue: string; readonly count: number | null }[]>;
}
export interface HealthPorts {
  readonly registers: RegisterStore;
  readonly health: HealthStore;
  readonly deadLetters: DeadLetterCounts;
}
