import type { Instant } from '../domain/case.ts';
import type { Contribution } from '../domain/statistics/contribution.ts';
import type { Counts } from '../domain/statistics/figures.ts';
import type { Months } from '../domain/statistics/months.ts';
import type { Recomputation } from '../domain/statistics/recomputation.ts';
import type { LikeCase, Likeness } from '../domain/statistics/similar.ts';
import type { FigureKey } from '../domain/statistics/words.ts';
import type { ReleaseLedger } from './ports-release.ts';
import type { CaseStore, RegisterStore } from './ports.ts';

/** What a case has added to the figures so far, by generation, and where it is found as a similar one. */
export interface KeptContribution {
  /** 0: nothing yet. */
  readonly revision: number;
  readonly generations: ReadonlyMap<number, Contribution>;
  readonly likeCases: readonly LikeCase[];
}
export interface ContributionWrite {
  readonly caseId: string;
  /** Written only on top of this. */
  readonly seen: KeptContribution;
  readonly generations: ReadonlyMap<number, Contribution>;
  readonly likeCases: readonly LikeCase[];
  /** By generation: what is added to the figures in the same transaction; at most `rowsPerWrite` rows in all. */
  readonly changes: ReadonlyMap<number, Contribution>;
}
/** Figures of cases that have been erased (L9): in every reading, in no recomputation. */
export const settledGeneration = 0;
/** Rows of figures that one transaction changes at most. */
export const rowsPerWrite = 80;

/** A row of figures, of one month. */
export interface KeptFigures {
  readonly month: string;
  readonly value: string;
  readonly counts: Counts;
}

/** All of it @throws Throttled. Reads are strongly consistent but for `figures`. */
export interface AggregateStore {
  contribution(caseId: string): Promise<KeptContribution>;
  /** Whether it was written: not if somebody else has written the contribution since it was seen. @throws Conflict */
  write(change: ContributionWrite): Promise<boolean>;
  recomputation(): Promise<Recomputation | undefined>;
  /** Puts it in place of the one with the revision before; whether it did. */
  putRecomputation(next: Recomputation): Promise<boolean>;
  /** Some of all cases; `cursor` null: from the beginning, and in the answer: no more. */
  someCases(cursor: string | null): Promise<{ readonly caseIds: readonly string[]; readonly cursor: string | null }>;
  /** Removes a month of a generation that is no longer read. */
  clear(generation: number, month: string): Promise<void>;
  figures(generation: number, months: Months, of: Omit<FigureKey, 'month' | 'value'>): Promise<readonly KeptFigures[]>;
  /** Created between these instants (both included), newest first. `count`: all; `cases`: at most `limit` of them. */
  like(likeness: Likeness, between: { readonly from: Instant; readonly to: Instant }, limit: number): Promise<{ readonly count: number; readonly cases: readonly Pick<LikeCase, 'caseId' | 'createdAt'>[] }>;
}

export interface KeepingPorts {
  readonly aggregates: AggregateStore;
  readonly cases: Pick<CaseStore, 'load' | 'record'>;
  readonly registers: RegisterStore;
}
export interface StatisticsPorts {
  readonly releases: ReleaseLedger;
  readonly registers: RegisterStore;
  readonly aggregates: AggregateStore;
}
