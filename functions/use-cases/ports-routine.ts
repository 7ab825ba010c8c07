import type { Case, Instant } from '../domain/case.ts';
import type { Publication } from '../domain/publication.ts';
import type { RoutineChange } from '../domain/routine/changes.ts';
import type { Routine } from '../domain/routine.ts';
import type { NoticeEntry } from '../domain/outbox.ts';
import type { Log } from './ports-log.ts';
import type { Idempotency, Json, RegisterStore } from './ports.ts';

/*
 * What administration of the routine needs of the world.
 */

export type RoutineDocument = Readonly<Record<string, unknown>>;
/** What somebody is working on: kept as it was typed, with its mistakes. One for each routine. */
export interface RoutineDraft {
  readonly routineId: string;
  /** Grows with each saving; saving names the one that was seen. */
  readonly revision: number;
  readonly document: RoutineDocument;
  readonly savedAt: Instant;
  readonly savedBy: string;
}
/** R8b. */
export interface RoutineReview {
  readonly at: Instant;
  readonly by: string;
  readonly outcome: 'unchanged' | 'toBeChanged';
  readonly note: string;
}
/** What was done to a routine, by whom, and from what to what. */
export interface RoutineLogEntry {
  readonly at: Instant;
  readonly by: string;
  readonly kind: 'published' | 'withdrawn' | 'reviewed';
  readonly version: number;
  readonly validFrom: string | null;
  readonly changes: readonly RoutineChange[];
  /** Of a review. */
  readonly review?: Pick<RoutineReview, 'outcome' | 'note'> | undefined;
}
/** A command's answer, kept with what it did. */
export interface KeptAnswer extends Idempotency {
  readonly scope: string;
  readonly answer: Json;
}

export interface RoutineStore {
  /** Oldest first; empty before bootstrap. */
  publications(): Promise<readonly Publication[]>;
  draft(routineId: string): Promise<RoutineDraft | undefined>;
  /** `moved`: somebody has saved since `seen` (0: there was none). */
  saveDraft(draft: RoutineDraft, seen: number): Promise<'saved' | 'moved'>;
  /** `moved`: somebody has saved since `seen`. Nothing to discard is discarded. */
  discardDraft(routineId: string, seen: number): Promise<'discarded' | 'moved'>;
  /** Version, its publication, the log and the answer in one transaction; the draft it was is gone. `moved`: draft or version is not as it was seen. */
  publish(what: { readonly routine: Routine; readonly publication: Publication; readonly draftRevision: number; readonly entry: RoutineLogEntry; readonly answer: KeptAnswer }): Promise<'written' | 'moved'>;
  /** `moved`: it is withdrawn already. */
  withdraw(what: { readonly publication: Publication; readonly entry: RoutineLogEntry; readonly answer: KeptAnswer }): Promise<'written' | 'moved'>;
  recordReview(what: { readonly routineId: string; readonly entry: RoutineLogEntry; readonly answer: KeptAnswer }): Promise<'written' | 'moved'>;
  /** Newest first, at most `limit`. */
  log(routineId: string, limit: number): Promise<readonly RoutineLogEntry[]>;
  lastReview(routineId: string): Promise<Instant | null>;
  /** The answer of an earlier command with this key. @throws IdempotencyKeyReused */
  findAnswer(scope: string, idempotency: Idempotency): Promise<Json | undefined>;
}

/** Cases as the routine's administrator needs them: numbers, and what happened when. */
export interface CaseArchive {
  /** How many open cases each version has, by `id/version`; `more`: counting has stopped. */
  openByRoutine(): Promise<{ readonly counts: ReadonlyMap<string, number>; readonly more: boolean }>;
  /** The newest that are answered or have ended. */
  answered(limit: number): Promise<readonly Case[]>;
}

export interface RoutinePorts {
  readonly registers: RegisterStore;
  readonly routines: RoutineStore;
  readonly archive: CaseArchive;
}

/** That somebody was told to go through the routine, once for each occasion. */
export interface ReviewReminders {
  /** Writes the occasion and its mails in one transaction. */
  remind(id: string, occasion: string, at: Instant, notices: readonly NoticeEntry[]): Promise<'reminded' | 'done-before'>;
}
export interface ReviewPorts {
  readonly registers: RegisterStore;
  readonly routines: Pick<RoutineStore, 'publications' | 'lastReview'>;
  readonly reminders: ReviewReminders;
  readonly log: Log;
}
