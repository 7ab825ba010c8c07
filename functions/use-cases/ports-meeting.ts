import type { DeepAnalysis } from '../domain/deep-analysis/deep-analysis.ts';
import type { DeepAnalysisState } from '../domain/deep-analysis/words.ts';
import type { Forwarded } from '../domain/meeting/agenda.ts';
import type { Meeting, MeetingEvent } from '../domain/meeting/meeting.ts';
import type { OutboxEntry } from '../domain/outbox.ts';
import type { GroupCaseStore } from './ports-groups.ts';
import type { Log } from './ports-log.ts';
import type { IdempotentAnswer, RowWrite, StaffPorts } from './ports.ts';
import type { AggregateStore } from './ports-statistics.ts';

/** The rows of one step of a meeting. */
export interface MeetingRows {
  readonly meeting: Meeting;
  readonly events: readonly MeetingEvent[];
  /** What waits for another group from now on. */
  readonly forwarded?: readonly Forwarded[] | undefined;
  /** What waited, and now stands on this agenda. */
  readonly taken?: readonly Forwarded[] | undefined;
}
export interface MeetingWrite extends MeetingRows {
  readonly at: string;
  readonly outbox: readonly OutboxEntry[];
  readonly idempotency?: IdempotentAnswer | undefined;
}
export interface MeetingStore {
  find(id: string): Promise<Meeting | undefined>;
  /** Its story, oldest first. */
  events(id: string): Promise<readonly MeetingEvent[]>;
  /** Newest first, at most so many. */
  ofGroup(groupId: string, limit: number): Promise<readonly Meeting[]>;
  /** What other groups have forwarded to it, oldest first. */
  waitingFor(groupId: string): Promise<readonly Forwarded[]>;
  /** One transaction, on condition that version 1 is new and any other follows the one that stands. @throws StaleVersion, Conflict, IdempotencyKeyReused */
  write(write: MeetingWrite): Promise<void>;
  /** The same rows, to be written in the transaction of a case. */
  rows(rows: MeetingRows): readonly RowWrite[];
  /** A convener is told once of an occasion (that no meeting is planned). */
  tellOnce(groupId: string, occasion: string, at: string, outbox: readonly OutboxEntry[]): Promise<'told' | 'told-before'>;
}

export interface DeepAnalysisStore {
  find(id: string): Promise<DeepAnalysis | undefined>;
  /** Of a case, oldest first. */
  ofCase(caseId: string): Promise<readonly DeepAnalysis[]>;
  /** Newest first, at most so many. */
  inState(state: DeepAnalysisState, limit: number): Promise<readonly DeepAnalysis[]>;
  /** To be written in the transaction of its case; version 1 is new, any other follows the one that stands. */
  rows(analysis: DeepAnalysis): readonly RowWrite[];
  /** Without a line in the case's story. @throws StaleVersion */
  write(analysis: DeepAnalysis, more: { readonly at: string; readonly outbox: readonly OutboxEntry[]; readonly idempotency?: IdempotentAnswer | undefined }): Promise<void>;
}

export interface MeetingPorts extends StaffPorts {
  readonly meetings: MeetingStore;
  readonly deepAnalyses: DeepAnalysisStore;
  readonly aggregates: AggregateStore;
  readonly groupCases: GroupCaseStore;
}
export interface MeetingClockPorts extends Pick<StaffPorts, 'registers'> {
  readonly meetings: MeetingStore;
  readonly deepAnalyses: DeepAnalysisStore;
  readonly log: Log;
}
