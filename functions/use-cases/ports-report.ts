import type { LocalDate } from '../domain/calendar.ts';
import type { Instant } from '../domain/case.ts';
import type { ReportOutcome } from '../domain/periodic-report/report-command.ts';
import type { PeriodicReport, ReportEdition, ReportEvent } from '../domain/periodic-report/periodic-report.ts';
import type { ReleaseLedger } from './ports-release.ts';
import type { AccessLogPorts } from './ports-access-log.ts';
import type { Log } from './ports-log.ts';
import type { Executions } from './ports-relay.ts';
import type { CodeStore, LinkStore, RateLimiter, SecretHasher, SessionStore } from './ports-reply.ts';
import type { OutboxEntry } from '../domain/outbox.ts';
import type { AccessLog, CaseStore, IdempotentAnswer, Identifiers, RegisterStore, RowWrite } from './ports.ts';
import type { AggregateStore } from './ports-statistics.ts';

/** `revision` grows with every write, a person's or the clock's. */
export interface StoredReport {
  readonly report: PeriodicReport;
  readonly revision: number;
}
export interface ReportWriteMore {
  readonly at: Instant;
  readonly actor: string;
  readonly idempotency?: IdempotentAnswer | undefined;
  readonly alongside?: readonly RowWrite[] | undefined;
}
export interface ReportStore {
  find(id: string): Promise<StoredReport | undefined>;
  /** Newest period first. */
  list(): Promise<readonly PeriodicReport[]>;
  /** Writes a new report with its start in the outbox, once. */
  open(outcome: ReportOutcome, at: Instant): Promise<'opened' | 'exists'>;
  /** Report, events, edition and outbox in one transaction, on condition of the revision that was seen. @throws Conflict, IdempotencyKeyReused */
  change(outcome: ReportOutcome, seen: StoredReport, more: ReportWriteMore): Promise<'written' | 'superseded' | 'repeated'>;
  edition(id: string, edition: number): Promise<ReportEdition | undefined>;
  /** Oldest first. */
  events(id: string): Promise<readonly ReportEvent[]>;
  /** From which day on a kind of report is opened: the day the system first saw it in a routine. */
  since(ruleId: string, today: LocalDate): Promise<LocalDate>;
}

export interface CompilePorts {
  readonly registers: RegisterStore;
  readonly aggregates: Pick<AggregateStore, 'recomputation' | 'figures'>;
  readonly releases: ReleaseLedger;
}
export interface ReportPorts extends CompilePorts, Pick<AccessLogPorts, 'cases' | 'accessLog'> {
  readonly reports: ReportStore;
  readonly copies: CopyStore;
}
export interface ReportTaskPorts extends CompilePorts {
  readonly reports: ReportStore;
  readonly log: Log;
}
export interface OpenReportsPorts {
  readonly registers: RegisterStore;
  readonly reports: ReportStore;
  readonly executions: Pick<Executions, 'describe' | 'start'>;
  readonly log: Log;
}
/** Of whoever comes through the link of a submitted report. */
export interface ReportLinkPorts {
  readonly registers: RegisterStore;
  readonly reports: ReportStore;
  readonly accessLog: AccessLog;
  readonly links: LinkStore;
  readonly codes: CodeStore;
  readonly sessions: SessionStore;
  readonly rates: RateLimiter;
  readonly secrets: SecretHasher;
  readonly identifiers: Identifiers;
}
/** G4: a shortfall that has gone to a group instead of the report: de-identified text, and nothing that leads to the case. */
export interface ShortfallCopy {
  readonly id: string;
  readonly groupId: string;
  readonly month: string;
  readonly counterpart: string;
  readonly clause: { readonly sv: string; readonly en: string };
  readonly text: string;
  readonly at: Instant;
}
export interface CopyStore {
  /** Newest first. */
  list(groupId: string): Promise<readonly ShortfallCopy[]>;
  /** Once for each id, with its outbox. @throws Conflict, Throttled */
  put(copy: ShortfallCopy, outbox: readonly OutboxEntry[]): Promise<'put' | 'exists'>;
}
export interface CopyKeepingPorts {
  readonly registers: RegisterStore;
  readonly cases: Pick<CaseStore, 'load'>;
  readonly copies: CopyStore;
  readonly log: Log;
}
