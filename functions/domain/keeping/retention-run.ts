import type { LocalDate } from '../calendar.ts';
import { addDays, localDate, morning } from '../calendar.ts';
import type { Instant } from '../case.ts';
import { ExemptionRefused, RunNotAwaiting } from '../errors.ts';
import type { RetentionRoutine, RetentionRule } from './retention.ts';
import type { DocumentType, RetentionOutcome, Obstacle, RunState } from './words.ts';

/*
 * A month's report of what will go, and what became of it. The system draws it up; a person goes through it, exempts what
 * must stay and signs it off; the clock carries it out after the days of grace.
 */

export interface RunItem {
  /** `{documentType}_{caseId}`, or `accessLog`. */
  readonly id: string;
  readonly documentType: DocumentType;
  readonly caseId: string | null;
  /** Case number; null: of no case. */
  readonly number: string | null;
  /** The day that time was counted from. */
  readonly since: LocalDate;
  readonly dueOn: LocalDate;
  readonly ending: RetentionRule['ending'];
  readonly outcome: RetentionOutcome;
  readonly obstacle?: Obstacle | undefined;
  readonly exemption?: { readonly by: string; readonly at: Instant; readonly reason: string } | undefined;
  readonly erasedAt?: Instant | undefined;
  /** How many entries there are, or were; of the access log. */
  readonly entries?: number | undefined;
}
export type Tally = Readonly<Record<RetentionOutcome, number>> & { readonly oldest: LocalDate; readonly newest: LocalDate };
export type Tallies = Readonly<Partial<Record<DocumentType, Tally>>>;

export interface RetentionRun {
  /** `2031-03`: one a month. */
  readonly id: string;
  readonly drawnAt: Instant;
  readonly date: LocalDate;
  /** As they were in force on the day, with the routine they stand in. */
  readonly routine: { readonly id: string; readonly version: number };
  readonly rules: readonly RetentionRule[];
  readonly told: RetentionRoutine['told'];
  readonly signOff: RetentionRoutine['signOff'];
  readonly graceDays: number;
  readonly state: RunState;
  readonly version: number;
  /** Where the report, or the erasure, goes on; null: at the beginning. */
  readonly cursor: string | null;
  readonly tallies: Tallies;
  /** Month in which those concerned were last told of it. */
  readonly toldIn: string;
  readonly signedOff?: { readonly by: string; readonly at: Instant; readonly note: string; readonly eraseFrom: Instant } | undefined;
  readonly finishedAt?: Instant | undefined;
}

export const runIdOf = (now: Instant): string => localDate(now).slice(0, 7);
export const newRun = (routine: { readonly id: string; readonly version: number; readonly retention: RetentionRoutine }, now: Instant): RetentionRun => ({
  id: runIdOf(now), drawnAt: now, date: localDate(now), routine: { id: routine.id, version: routine.version },
  rules: routine.retention.rules, told: routine.retention.told, signOff: routine.retention.signOff, graceDays: routine.retention.graceDays,
  state: 'reporting', version: 1, cursor: null, tallies: {}, toldIn: runIdOf(now),
});
export const itemId = (documentType: DocumentType, caseId: string | null): string => (caseId === null ? documentType : `${documentType}_${caseId}`);

const empty = (since: LocalDate): Tally => ({ due: 0, held: 0, blocked: 0, exempted: 0, erased: 0, spared: 0, oldest: since, newest: since });
export const tallied = (tallies: Tallies, items: readonly RunItem[]): Tallies => items.reduce<Tallies>((sum, { documentType, outcome, since }) => {
  const before = sum[documentType] ?? empty(since);
  return { ...sum, [documentType]: {
    ...before, [outcome]: before[outcome] + 1, oldest: since < before.oldest ? since : before.oldest, newest: since > before.newest ? since : before.newest,
  } };
}, tallies);
const moved = (tallies: Tallies, { documentType }: RunItem, from: RetentionOutcome, to: RetentionOutcome): Tallies => {
  const tally = tallies[documentType];
  return tally ? { ...tallies, [documentType]: { ...tally, [from]: tally[from] - 1, [to]: tally[to] + 1 } } : tallies;
};
export const countOf = (tallies: Tallies, outcome: RetentionOutcome): number => Object.values(tallies).reduce((sum, tally) => sum + (tally?.[outcome] ?? 0), 0);

/** Past its time, and stays for no other reason than that no archive has it. */
export const waitsForArchive = ({ outcome, obstacle }: Pick<RunItem, 'outcome' | 'obstacle'>): boolean => outcome === 'blocked' && obstacle === 'not-archived';
/** What an archive has received in the meantime goes with the report that is not signed yet. @throws RunNotAwaiting */
export const archivedSince = (run: RetentionRun, items: readonly RunItem[]): { readonly run: RetentionRun; readonly items: readonly RunItem[] } => {
  if (run.state !== 'awaiting') throw new RunNotAwaiting();
  return {
    run: { ...run, version: run.version + 1, tallies: items.reduce((tallies, item) => moved(tallies, item, 'blocked', 'due'), run.tallies) },
    items: items.map((item) => ({ ...item, outcome: 'due' as const, obstacle: undefined })),
  };
};
/** The report is whole: somebody is to sign it, or to archive what waits for that, unless there is nothing that would go. */
export const reported = (run: RetentionRun, archiveFirst: boolean, now: Instant): RetentionRun => {
  const next = { ...run, version: run.version + 1, cursor: null };
  return countOf(run.tallies, 'due') > 0 || archiveFirst ? { ...next, state: 'awaiting' } : { ...next, state: 'done', finishedAt: now };
};

/** What stays though it is due, or goes after all, with the reason. @throws RunNotAwaiting, ExemptionRefused (it does not go, or is exempted already) */
export const exempt = (run: RetentionRun, item: RunItem, exemption: RunItem['exemption'] | null): { readonly run: RetentionRun; readonly item: RunItem } => {
  if (run.state !== 'awaiting') throw new RunNotAwaiting();
  const [from, to] = exemption ? (['due', 'exempted'] as const) : (['exempted', 'due'] as const);
  if (item.outcome !== from) throw new ExemptionRefused();
  return {
    run: { ...run, version: run.version + 1, tallies: moved(run.tallies, item, from, to) },
    item: { ...item, outcome: to, exemption: exemption ?? undefined },
  };
};
/** Two pairs of eyes: the system drew it up, a person answers for it. @throws RunNotAwaiting */
export const signOffRun = (run: RetentionRun, by: string, note: string, at: Instant): RetentionRun => {
  if (run.state !== 'awaiting') throw new RunNotAwaiting();
  return { ...run, version: run.version + 1, state: 'waiting', signedOff: { by, at, note, eraseFrom: morning(addDays(localDate(at), run.graceDays)) } };
};
/** A person takes the signature back during the days of grace. @throws RunNotAwaiting */
export const withdrawSignOff = (run: RetentionRun, now: Instant): RetentionRun => {
  if (run.state !== 'waiting' || !run.signedOff || run.signedOff.eraseFrom <= now || run.cursor !== null) throw new RunNotAwaiting();
  return { ...run, version: run.version + 1, state: 'awaiting', signedOff: undefined };
};
export const isToBeCarriedOut = ({ state, signedOff }: RetentionRun, now: Instant): boolean => state === 'waiting' && signedOff !== undefined && signedOff.eraseFrom <= now;
