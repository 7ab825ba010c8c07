import type { ChainHead } from '../domain/event-chain.ts';
import type { CaseEvent, Instant } from '../domain/case.ts';
import type { LegalHold } from '../domain/keeping/legal-hold.ts';
import type { RetentionRun, RunItem } from '../domain/keeping/retention-run.ts';
import type { DocumentType, RetentionOutcome } from '../domain/keeping/words.ts';
import type { OutboxEntry } from '../domain/outbox.ts';
import type { Direction } from '../domain/vocabulary.ts';
import type { Log } from './ports-log.ts';
import type { KeepingPorts } from './ports-statistics.ts';
import type { AccessLog, CaseStore, ExecutionState, Identifiers, IdempotentAnswer, LoadedCase, Page, RegisterStore } from './ports.ts';

/** What a list of cases tells of one, as far as its keeping goes. */
export interface KeptCase {
  readonly id: string;
  readonly number: string;
  readonly direction: Direction;
  readonly counterpartId: string | null;
  readonly patientKey: string | null;
  readonly createdAt: Instant;
  /** null: it is open. */
  readonly endedAt: Instant | null;
  /** Parts that have been erased since the case was last worked at. */
  readonly retired: readonly DocumentType[];
}
export interface RunChange {
  readonly at: Instant;
  readonly items?: readonly RunItem[] | undefined;
  readonly outbox?: readonly OutboxEntry[] | undefined;
  readonly idempotency?: IdempotentAnswer | undefined;
}
/** All of it @throws Throttled. */
export interface RetentionStore {
  find(id: string): Promise<RetentionRun | undefined>;
  /** Those that are not done: at most one, unless two were drawn in the same moment. */
  open(): Promise<readonly RetentionRun[]>;
  /** Newest first. */
  done(page: { readonly limit: number; readonly cursor?: string | undefined }): Promise<Page<RetentionRun>>;
  draw(run: RetentionRun): Promise<'drawn' | 'exists'>;
  /** The next version with some of its entries, in one transaction. @throws StaleVersion, NotFound, Conflict */
  change(next: RetentionRun, change: RunChange): Promise<void>;
  /** Entries of a report that is being drawn up; a repetition writes the same. */
  putItems(runId: string, items: readonly RunItem[]): Promise<void>;
  item(runId: string, id: string): Promise<RunItem | undefined>;
  items(runId: string, page: { readonly limit: number; readonly cursor?: string | undefined; readonly outcome?: RetentionOutcome | undefined }): Promise<Page<RunItem>>;
  /** Some cases of a state, of ended ones those that ended before an instant. */
  keptCases(state: ExecutionState, before: Instant | null, cursor: string | null): Promise<{ readonly cases: readonly KeptCase[]; readonly cursor: string | null }>;
  /** Ids of cases that ended before an instant, erased ones among them, some at a time. */
  endedBefore(before: Instant, cursor: string | null): Promise<{ readonly caseIds: readonly string[]; readonly cursor: string | null }>;
  /** Whether a case has parts of this kind. */
  hasPart(caseId: string, part: 'attachment' | 'mailLedger'): Promise<boolean>;
  /** Whether the case as it stands (its chain has not grown since) has left for an archive. */
  isArchived(caseId: string, head: ChainHead | null): Promise<boolean>;
  /** How many entries of the access log these units have made before an instant. */
  countAccess(unitIds: readonly string[], before: Instant): Promise<number>;
}

export interface LegalHoldStore {
  find(id: string): Promise<LegalHold | undefined>;
  /** All there are, newest first, and the revision that grows with each change. */
  all(): Promise<{ readonly holds: readonly LegalHold[]; readonly revision: number }>;
  /** A new hold, or one that was released. @throws Conflict */
  put(hold: LegalHold, idempotency: IdempotentAnswer): Promise<void>;
}

/** What is left of a case that was erased. */
export interface Tombstone {
  readonly caseId: string;
  readonly number: string;
  readonly runId: string;
  readonly at: Instant;
  readonly clearedAt: Instant | null;
}
export type PartOfCase = Exclude<DocumentType, 'outgoingCase' | 'incomingCase' | 'accessLog'>;
export interface ErasureBegin {
  readonly loaded: LoadedCase;
  readonly runId: string;
  readonly at: Instant;
  /** Of the holds, as they were looked at. */
  readonly holdsRevision: number;
  /** What vouches for the erasure in the chain. */
  readonly event: CaseEvent;
}
/** All of it @throws Throttled; each can be repeated. */
export interface ErasureStore {
  tombstone(caseId: string): Promise<Tombstone | undefined>;
  /** Puts the tombstone in the case's place, on condition that case and holds still are as they were seen. */
  begin(begin: ErasureBegin): Promise<'begun' | 'changed'>;
  /** Takes away all that hung on the case, in lists of these users and groups too; of its events what the chain needs stays. */
  clear(tombstone: Tombstone, at: Instant, lists: { readonly userIds: readonly string[]; readonly groupIds: readonly string[] }): Promise<void>;
  /** Writes down that a part of a case that stays goes, with the event that says so, on the same conditions; from then on it is only to be finished. */
  retire(begin: ErasureBegin, part: PartOfCase): Promise<'begun' | 'changed'>;
  /** Whether a part was begun to be erased, and not finished. */
  isRetiring(caseId: string, part: PartOfCase): Promise<boolean>;
  /** Takes the rows of such a part away. */
  finishRetiring(caseId: string, part: PartOfCase, groupIds: readonly string[]): Promise<void>;
}
export interface FileEraser {
  /** Every version of every file of a case. */
  eraseFiles(caseId: string, now: Instant): Promise<void>;
}
export interface AccessEraser {
  /** Takes entries of a partition of the log away, but those of cases and patients that are held; how many went. */
  erase(partition: { readonly userId: string } | { readonly caseId: string }, before: Instant, held: { readonly caseIds: ReadonlySet<string>; readonly patientKeys: ReadonlySet<string> }): Promise<number>;
}

export interface RetentionPorts {
  readonly cases: CaseStore;
  readonly registers: RegisterStore;
  readonly accessLog: AccessLog;
  readonly retention: RetentionStore;
  readonly holds: LegalHoldStore;
  readonly identifiers: Identifiers;
}
export interface ReportPorts extends Pick<RetentionPorts, 'registers' | 'retention' | 'holds'> {
  readonly cases: Pick<CaseStore, 'load'>;
  readonly log: Log;
}
export interface ErasePorts extends Pick<RetentionPorts, 'registers' | 'retention' | 'holds' | 'accessLog'>, KeepingPorts {
  readonly cases: CaseStore;
  readonly erasure: ErasureStore;
  readonly files: FileEraser;
  readonly access: AccessEraser;
  readonly log: Log;
}
