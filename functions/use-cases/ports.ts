import type { InboxScope } from '../domain/access.ts';
import type { Case, CaseEvent, Instant } from '../domain/case.ts';
import type { Action } from '../domain/case-parts.ts';
import type { ChainHead } from '../domain/event-chain.ts';
import type { Grant } from '../domain/need.ts';
import type { OutboxEntry, OutboxRow } from '../domain/outbox.ts';
import type { Register, User } from '../domain/register.ts';
import type { Routine } from '../domain/routine.ts';
import type { RecurrenceMark } from '../domain/statistics/recurrence.ts';
import type { TrackOfCase } from '../domain/tracks.ts';
import type { Category, ClockStep, Direction, Harm, Language, Machine, ResponsibleRole, Role, Status } from '../domain/vocabulary.ts';

/*
 * What use cases need of the world. Adapters implement these; use cases take them as a typed argument.
 * A use case is a function `verbNoun(ports, request)` in `verb-noun.ts`, named as its operation.
 */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

// ─── Requests ───────────────────────────────────────────────────────────────────────────────────

/** Who asks, and when. `userId` is the token's `sub`; the register says whether it is a user, and with which roles. */
export interface Caller {
  readonly userId: string;
  /** The request's own time. */
  readonly now: Instant;
  readonly correlationId: string;
}
/** `bodyHash`: SHA-256 (hex) over operation id, path parameters and body; `key`: the `Idempotency-Key` header. */
export interface Idempotency {
  readonly key: string;
  readonly bodyHash: string;
}
export interface StaffQuery<Query> {
  readonly caller: Caller;
  readonly query: Query;
}
export interface StaffCommand<Body> {
  readonly caller: Caller;
  readonly idempotency: Idempotency;
  readonly body: Body;
}
/** Queries and commands on one case; `caseId` from the path. */
export interface CaseQuery {
  readonly caller: Caller;
  readonly caseId: string;
}
export interface CaseCommand<Body> extends StaffCommand<Body> {
  readonly caseId: string;
}

/** Dependencies of the staff use cases. */
export interface StaffPorts {
  readonly cases: CaseStore;
  readonly registers: RegisterStore;
  readonly drafts: DraftStore;
  readonly accessLog: AccessLog;
  readonly patientReferences: PatientReferenceStore;
  readonly identifiers: Identifiers;
}

// ─── Cases ──────────────────────────────────────────────────────────────────────────────────────

export interface LoadedCase {
  /** With the workflow's attributes (`steps`, `overdue`, `stopped`) merged in. */
  readonly case: Case;
  /** Grows with every write of the workflow that a command must know of; `commit` checks it beside the version. */
  readonly systemRevision: number;
  /** Pseudonym of the patient for the access log; null where no patient reference was given. */
  readonly patientKey: string | null;
  readonly waits: Waits | null;
  /** Of the chain of its events; null: none of them is in a chain yet. */
  readonly chain: ChainHead | null;
}
/** What the lifecycle execution waits for; written by `register-wait`, shown in the console. */
export interface Waits {
  readonly waitsFor: string;
  readonly waitsSince: Instant;
  readonly waitsUntil: Instant;
}

/** A row of the Cases table that another store owns and that must be written in a command's transaction. */
export type RowWrite =
  | { readonly kind: 'put'; readonly row: { readonly pk: string; readonly sk: string; readonly [attribute: string]: unknown }; readonly onlyIfAbsent?: boolean; /** Only on top of this `version` of it. */ readonly onVersion?: number }
  | { readonly kind: 'delete'; readonly pk: string; readonly sk: string };

/**
 * One command's whole effect: one transaction. The case is the next one, its `version` already grown by one;
 * its `steps`, `overdue` and `stopped` are written to the workflow's attributes, guarded by `systemRevision`.
 */
export interface CaseWrite {
  readonly case: Case;
  /** What the command saw; null: a new case (its number must be free). */
  readonly expected: { readonly version: number; readonly systemRevision: number; readonly chain: ChainHead | null } | null;
  readonly events: readonly CaseEvent[];
  /** Events of before that say less from now on: a number that left the case's texts left theirs too (L8). */
  readonly mendedEvents?: readonly CaseEvent[] | undefined;
  readonly outbox: readonly OutboxEntry[];
  readonly access: AccessEntry;
  readonly idempotency?: IdempotentAnswer | undefined;
  readonly patientReference?: PatientReference | undefined;
  readonly discardDraft?: { readonly userId: string; readonly draftId: string } | undefined;
  /** Users who are to find the case by `listAssigned`. */
  readonly assigns?: readonly string[] | undefined;
  /** Actions of the case that are new or changed: their rows in the action register. */
  readonly actions?: readonly Action[] | undefined;
  readonly alongside?: readonly RowWrite[] | undefined;
}
export interface IdempotentAnswer extends Idempotency {
  /** User id, or hash of the link. */
  readonly scope: string;
  readonly answer: Json;
}
export type CommitOutcome =
  | { readonly kind: 'written' }
  /** The same command was carried out before: its answer. */
  | { readonly kind: 'replayed'; readonly answer: Json }
  /** The version stands, but the workflow wrote meanwhile: load, decide and commit again. */
  | { readonly kind: 'superseded' }
  /** New case only: draw another number. */
  | { readonly kind: 'number-taken' };

/**
 * A write of the workflow or the system: sets flags and steps, adds events and outbox, never touches `version` or what
 * people edit. Idempotent through its conditions.
 */
export interface SystemWrite {
  readonly caseId: string;
  readonly at: Instant;
  readonly expected: {
    readonly generation?: number | undefined;
    readonly clockRevision?: number | undefined;
    /** None of these steps has been recorded. */
    readonly stepsNotTaken?: readonly ClockStep[] | undefined;
    readonly stopped?: boolean | undefined;
    /** This run of the track still is its last, and waited for. */
    readonly track?: TrackOfCase | undefined;
    /** The next generation must start from this one. */
    readonly status?: Status | undefined;
  };
  readonly steps?: Readonly<Partial<Record<ClockStep, Instant>>> | undefined;
  readonly overdue?: boolean | undefined;
  readonly stopped?: boolean | undefined;
  /** The case is one of several of the same. */
  readonly recurrence?: RecurrenceMark | undefined;
  /** Bounce of the mail of this link epoch. */
  readonly bounced?: { readonly epoch: number; readonly at: Instant } | undefined;
  /** The sweep: a track of the case goes on under another run. */
  readonly trackRuns?: Readonly<Record<string, number>> | undefined;
  /** `start-next-generation` and the sweep: the case goes on under this generation. */
  readonly generation?: number | undefined;
  readonly events: readonly CaseEvent[];
  readonly outbox: readonly OutboxEntry[];
  readonly alongside?: readonly RowWrite[] | undefined;
  /** Absent: the system's own, named by its first event. Null: whoever caused it is logged already. */
  readonly access?: AccessEntry | null | undefined;
  /** Lets a user without a need to know read the case for a time. */
  readonly grant?: Grant | undefined;
  /** Of a person's command that leaves the version alone. */
  readonly idempotency?: IdempotentAnswer | undefined;
}
/** `moved-on`: a condition no longer holds (done before, or the case went on): nothing was written. */
export type SystemWriteOutcome = 'written' | 'moved-on';

/** What an index row carries: enough for a list, no free text. */
export interface CaseRow {
  readonly id: string;
  readonly direction: Direction;
  readonly number: string;
  readonly status: Status;
  readonly category: Category;
  readonly harm: Harm;
  /** The other organisation; null: an incoming report of the public. */
  readonly counterpartId: string | null;
  readonly externalUnitId: string | null;
  /** Our unit: it reported, or is the most concerned. */
  readonly reportingUnitId: string;
  readonly owningUnitId: string;
  readonly responsible: ResponsibleRole;
  /** L8: the flag alone. */
  readonly protectedIdentity: boolean;
  readonly leadInvestigatorId: string | null;
  /** null: filed without an account. */
  readonly reporterId: string | null;
  readonly createdAt: Instant;
  readonly dueAt: Instant | null;
  readonly generation: number;
  readonly overdue: boolean;
  readonly stopped: boolean;
  readonly recurring: boolean;
  readonly waits: Waits | null;
  /** Waits beside the lifecycle, each an execution of its own. */
  readonly tracks: readonly TrackOfCase[];
  /** Pseudonym of the patient; null where there is none, or the row was last written before rows told. */
  readonly patientKey: string | null;
}
/** Which cases, in which order. Lists of open cases go by due instant, earliest first; the others newest first. */
export type CaseList =
  | { readonly by: 'responsible'; readonly scopes: readonly InboxScope[]; readonly open: boolean }
  | { readonly by: 'unit'; readonly unitIds: readonly string[]; readonly open: boolean }
  | { readonly by: 'reporter'; readonly userId: string }
  | { readonly by: 'party'; readonly organisationId: string; readonly open: boolean }
  | { readonly by: 'execution'; readonly states: readonly ExecutionState[] };
/** `overdue` and `stopped` win over `open`; a stopped case is `stopped`. `following`: ended, but a track of it still waits. */
export type ExecutionState = 'open' | 'stopped' | 'overdue' | 'following' | 'ended';
export interface PageRequest {
  readonly limit: number;
  /** Opaque, bound to its list; another list's answers `CursorInvalid`. */
  readonly cursor?: string | undefined;
  /** Only rows in one of these statuses. */
  readonly statuses?: readonly Status[] | undefined;
  /** Only rows of this direction. */
  readonly direction?: Direction | undefined;
  /** Only cases whose execution has stopped. */
  readonly stopped?: boolean | undefined;
  /** Only rows due before this instant. */
  readonly dueBefore?: Instant | undefined;
}
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly cursor: string | null;
}

/** A row of the action register: an action, and the case it stands in. */
export interface ActionRow {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly patientKey: string | null;
  readonly responsible: ResponsibleRole;
  readonly owningUnitId: string;
  readonly leadInvestigatorId: string | null;
  readonly protectedIdentity: boolean;
  readonly action: Action;
}
/** Whose actions. `dueBefore`: ISO date; open ones past it. */
export type ActionListing = { readonly done: boolean; readonly dueBefore?: string | undefined } & (
  | { readonly by: 'user'; readonly userIds: readonly string[] }
  | { readonly by: 'unit'; readonly unitIds: readonly string[] }
  | { readonly by: 'responsible'; readonly scopes: readonly InboxScope[] });

/** A case with its row. */
export interface AssignedCase {
  readonly row: CaseRow;
  readonly case: Case;
}
export interface CaseStore {
  /** Strongly consistent. */
  load(caseId: string): Promise<LoadedCase | undefined>;
  /** The case's story, oldest first. */
  events(caseId: string): Promise<readonly CaseEvent[]>;
  findByNumber(number: string): Promise<string | undefined>;
  /** @throws StaleVersion, IdempotencyKeyReused, Conflict (an `alongside` condition, or contention), Throttled */
  commit(write: CaseWrite): Promise<CommitOutcome>;
  /** @throws Conflict, Throttled */
  record(write: SystemWrite, seen?: LoadedCase): Promise<SystemWriteOutcome>;
  /** The answer of an earlier command with this key. @throws IdempotencyKeyReused (other body) */
  findAnswer(scope: string, idempotency: Idempotency, now: Instant): Promise<Json | undefined>;
  /** @throws CursorInvalid */
  list(list: CaseList, page: PageRequest): Promise<Page<CaseRow>>;
  /** What lets this user read the case though it has no need to know it, while it holds. */
  findGrant(caseId: string, userId: string, now: Instant): Promise<Grant | undefined>;
  /** Cases this user leads, co-investigates or was told of a reply in, any status. */
  listAssigned(userId: string): Promise<readonly AssignedCase[]>;
  /** Actions across cases, by their date, earliest first; done ones newest first. @throws CursorInvalid */
  listActions(list: ActionListing, page: Pick<PageRequest, 'limit' | 'cursor'>): Promise<Page<ActionRow>>;
}

// ─── Outbox and waits (case store side; used by relay and tasks) ────────────────────────────────

export interface OutboxStore {
  /** Pending rows written before `before`, oldest first (sparse index). */
  pending(before: Instant, limit: number): Promise<readonly OutboxRow[]>;
  /** Of these rows (at most 100) those that are still pending, in the same order, strongly consistent. @throws Throttled */
  findAll(keys: readonly Pick<OutboxRow, 'caseId' | 'id'>[]): Promise<readonly OutboxRow[]>;
  /** Marks rows delivered; doing it again changes nothing. @throws Throttled: some may not be marked */
  deliveredAll(rows: readonly Pick<OutboxRow, 'caseId' | 'id'>[]): Promise<void>;
}
export interface Wait {
  readonly caseId: string;
  /** Of a track; absent: the case's lifecycle. Each has a wait of its own. */
  readonly machine?: Machine | undefined;
  /** Of a track: its number. */
  readonly generation: number;
  readonly awaits: string;
  readonly clockRevision: number;
  readonly token: string;
  readonly retryCount: number;
  readonly since: Instant;
  readonly until: Instant;
}
export interface WaitStore {
  /**
   * Puts the wait and (a lifecycle's) shows it on the case row, in one transaction, on condition that the case still has
   * this `clockRevision` and, for a lifecycle, generation. `moved-on`: it has not: complete the token at once. `outnumbered`: a token of a
   * later retry or generation stands already. `stopped`: the case is marked so, though this
   * execution is its lifecycle's and at work.
   */
  register(wait: Wait): Promise<'registered' | 'moved-on' | 'outnumbered' | 'stopped'>;
  find(caseId: string, machine?: Machine): Promise<Wait | undefined>;
  /** Forgets the wait, if it is still this token's. */
  clear(wait: Pick<Wait, 'caseId' | 'machine' | 'token'>): Promise<void>;
}

// ─── Registers ──────────────────────────────────────────────────────────────────────────────────

export interface RegisterStore {
  /** All registers together. Cheap when nothing changed since the last read (one small get). */
  read(): Promise<Register>;
  /** A published version; undefined where there is none. */
  routine(id: string, version: number): Promise<Routine | undefined>;
  /** The routine that cases opened at `now` get, as of the register as it was read; costs nothing while that is the same. @throws NotFound('routine') before bootstrap */
  activeRoutine(register: Register, now: Instant): Promise<Routine>;
  /** Whether an organisation was written here, whole: the routine it began with is written last. */
  hasBegun(): Promise<boolean>;
  /** Shown to external units; undefined before bootstrap. */
  callBackPhone(): Promise<string | undefined>;
  /** Returns the changed user; undefined where there is none. */
  setLanguage(userId: string, language: Language): Promise<User | undefined>;
  /** Writes register rows, a routine version and settings; grows the register's revision. Published routine versions are never overwritten. */
  write(changes: RegisterChanges): Promise<void>;
}
export interface RegisterChanges extends Partial<Register> {
  readonly routine?: Routine;
  readonly activeRoutine?: { readonly id: string; readonly version: number };
}

// ─── Drafts, patient references, access log, randomness ─────────────────────────────────────────

export interface StoredDraft {
  readonly id: string;
  readonly savedAt: Instant;
  readonly values: Readonly<Record<string, string | boolean | null>>;
}
export interface DraftStore {
  list(userId: string, now: Instant): Promise<readonly StoredDraft[]>;
  save(userId: string, draft: StoredDraft): Promise<void>;
  discard(userId: string, draftId: string): Promise<void>;
}

export interface PatientReference {
  readonly reference: string;
  readonly protectedIdentity: boolean;
  /** Keyed hash of the reference; see `PatientReferenceStore.pseudonym`. */
  readonly patientKey: string;
}
export interface PatientReferenceStore {
  read(caseId: string): Promise<PatientReference | undefined>;
  /** HMAC-SHA-256 of the reference in its normal form, under a key that never leaves the store. */
  pseudonym(reference: string): Promise<string>;
  /** The same, for who only looks: undefined while no patient has ever been given a pseudonym. */
  knownPseudonym(reference: string): Promise<string | undefined>;
}

/** L5: who, when, what, as whom, from which unit, about which patient; reads as well. Kept at least five years. */
export interface AccessEntry {
  readonly at: Instant;
  /** User id, `external` or `system`. */
  readonly userId: string;
  readonly principal: Role | null;
  readonly unitId: string | null;
  /** Operation id. */
  readonly operation: string;
  readonly kind: 'read' | 'write' | 'list';
  readonly caseId: string | null;
  readonly patientKey: string | null;
  /** Of the case, as they were at that moment; what a write of a case leaves out is taken from the case. */
  readonly caseNumber?: string | undefined;
  readonly caseUnitId?: string | undefined;
  readonly field?: ResponsibleRole | undefined;
  readonly reason?: string | undefined;
}
export interface AccessLog {
  record(entry: AccessEntry): Promise<void>;
  /** Of a list: one entry for each case shown. All are written when it returns. @throws Throttled */
  recordAll(entries: readonly AccessEntry[]): Promise<void>;
}

export interface Identifiers {
  /** Time-free, unguessable, fits the contracts' `identifier`. */
  newId(): string;
  /** 256 bits, base64url (43 characters). */
  newSecret(): string;
  /** Uniform integer, 0 ≤ n < below. */
  newNumber(below: number): number;
}
