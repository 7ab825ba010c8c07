import type { DescriptionStore } from './ports-description.ts';
import type { AccessLog, CaseStore, OutboxStore, RegisterStore, RowWrite, StaffPorts, WaitStore, Identifiers } from './ports.ts';
import type { Instant } from '../domain/case.ts';
import type { Machine, MailKind } from '../domain/vocabulary.ts';
import type { IntakeStore } from './ports-intake.ts';
import type { Log } from './ports-log.ts';
import type { Link, SecretHasher } from './ports-reply.ts';

/** One mail as the ledger knows it: written before and after, so that it is sent once (design.md 1.7). */
export interface LedgerEntry {
  readonly caseId: string;
  readonly mailId: string;
  readonly mail: MailKind;
  /** `sending` without an end is the window in which nobody knows; `retry`: the mail service refused for the moment. */
  readonly status: 'sending' | 'retry' | 'sent' | 'dropped' | 'undeliverable';
  readonly attempts: number;
  /** Of the stream it is when the row was written, which may be long before: a stream that lags has no clock. */
  readonly startedAt: Instant;
  readonly by: DeliveryPath;
  /** When a sweep first found an attempt of the stream unfinished, by the sweep's own clock; null before that. */
  readonly seenAt: Instant | null;
  /** Of the reply link; erased once the mail is sent. */
  readonly secret: string | null;
  readonly reason: string | null;
  readonly messageId: string | null;
}
/** The stream delivers one batch of a case at a time; the sweep runs beside it. */
export type DeliveryPath = 'stream' | 'sweep';
export interface MailLedger {
  find(caseId: string, mailId: string): Promise<LedgerEntry | undefined>;
  /** Writes the entry, and the link that its secret opens, if nobody has begun this mail. */
  begin(entry: LedgerEntry, link: Link | null): Promise<'begun' | 'exists'>;
  /** Replaces the entry if it still is as `previous`. */
  replace(previous: LedgerEntry, next: LedgerEntry): Promise<'replaced' | 'moved-on'>;
  /** The ended entry, for the transaction that writes the event. */
  endedRow(entry: LedgerEntry): RowWrite;
  /** Notes that a mail came back; doing it again changes nothing. */
  bounced(bounce: { readonly caseId: string; readonly mailId: string; readonly at: Instant }): Promise<void>;
}

/** A letter to one address. */
export interface Letter {
  readonly mailId: string;
  readonly caseId: string;
  readonly to: string;
  readonly language: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly at: Instant;
  /** Of the reply link that the letter carries or is about: a bounce brings it back. */
  readonly linkEpoch: number | null;
}
export interface Mailer {
  /** `rejected`: this letter will never be taken. @throws Throttled when the service asks to wait; anything else: outcome unknown */
  send(letter: Letter): Promise<{ readonly kind: 'sent'; readonly messageId: string } | { readonly kind: 'rejected' }>;
}

/** The error that an execution stopped by a command ends with. */
export const stoppedFromConsole = 'StoppedFromConsole';
export interface Executions {
  /** Idempotent by name; of a track `generation` is its number. `exists`: there is or was one of this name. */
  start(machine: Machine, name: string, input: { readonly caseId: string; readonly generation: number }): Promise<'started' | 'exists'>;
  describe(machine: Machine, name: string): Promise<DescribedExecution | undefined>;
  /** Newest first. */
  history(machine: Machine, name: string, cursor: string | undefined): Promise<{ readonly events: readonly ExecutionEvent[]; readonly cursor: string | null } | undefined>;
  /** `gone`: the token's wait has ended already. */
  complete(token: string): Promise<'completed' | 'gone'>;
  /** Whether somebody still waits with the token. */
  isAwaited(token: string): Promise<boolean>;
  /** `ended`: it had ended by itself. */
  stop(machine: Machine, name: string): Promise<'stopped' | 'ended'>;
  /** Goes on where it stopped, once per `clientToken`. `not-redrivable`: it runs, is done, or ended too long ago. */
  redrive(machine: Machine, name: string, clientToken: string): Promise<'redriven' | 'not-redrivable'>;
  /** Page of AWS's own console; null where there is none. */
  consoleUrl(machine: Machine, name: string): string | null;
}
export interface DescribedExecution {
  readonly status: 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';
  readonly stateMachine: string;
  readonly startedAt: Instant;
  readonly stoppedAt: Instant | null;
  readonly error: string | null;
  readonly input: string;
}
export interface ExecutionEvent {
  readonly id: number;
  readonly at: Instant;
  readonly type: string;
  readonly state: string | null;
  readonly error: string | null;
  readonly previousId: number;
}

/** How far the sweep has come through the open cases. */
export interface SweepProgress {
  read(): Promise<string | null>;
  write(cursor: string | null): Promise<void>;
}

export interface MailPorts {
  readonly cases: CaseStore;
  readonly registers: RegisterStore;
  readonly ledger: MailLedger;
  readonly mailer: Mailer;
  readonly secrets: SecretHasher;
  readonly identifiers: Identifiers;
  readonly siteOrigin: () => string;
  readonly log: Log;
}
export interface RelayPorts extends MailPorts {
  readonly outbox: OutboxStore;
  readonly waits: WaitStore;
  readonly executions: Executions;
  readonly intakes: Pick<IntakeStore, 'find'>;
  readonly descriptions: Pick<DescriptionStore, 'findDescription'>;
}
export interface SweepPorts extends RelayPorts {
  readonly progress: SweepProgress;
}
/** What a clock step and a system event need. */
export interface ClockPorts {
  readonly cases: CaseStore;
  readonly registers: RegisterStore;
  readonly identifiers: Identifiers;
  readonly log: Log;
}
export interface WaitPorts {
  readonly cases: Pick<CaseStore, 'load' | 'record'>;
  readonly waits: WaitStore;
  readonly executions: Pick<Executions, 'complete'>;
  readonly log: Log;
}
export interface BouncePorts extends ClockPorts {
  readonly ledger: Pick<MailLedger, 'bounced'>;
}
/** A notice that an execution ended may be older than its redrive. */
export interface StoppedPorts extends ClockPorts {
  readonly executions: Pick<Executions, 'describe'>;
}
/** What the console needs to show an execution. */
export interface WatchPorts {
  readonly cases: CaseStore;
  readonly accessLog: AccessLog;
  readonly waits: Pick<WaitStore, 'find'>;
  readonly registers: RegisterStore;
  readonly executions: Executions;
}
export interface MendPorts extends StaffPorts {
  readonly executions: Pick<Executions, 'describe'>;
}
