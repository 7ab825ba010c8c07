import type { Case, Instant } from './case.ts';
import { awaitedAt, openDisputeOf, visitOf } from './dispute/dispute.ts';
import { isClimbing } from './escalation/escalation.ts';
import { harmLawOf } from './harm/serious-harm.ts';
import type { OutboxEntry } from './outbox.ts';
import { executionName, startEntry } from './outbox.ts';
import { isOpen } from './transitions.ts';
import type { AwaitedEvent, Machine } from './vocabulary.ts';

/** A wait beside the lifecycle, by its machine and number. */
export interface TrackOfCase {
  readonly machine: Machine;
  readonly generation: number;
  /** From 1: which execution of this track; another one where it was restarted, or began again with its case. */
  readonly run: number;
  readonly awaits: AwaitedEvent;
  readonly dueAt: Instant;
}
type Name = Pick<TrackOfCase, 'machine' | 'generation'>;

const trackKey = ({ machine, generation }: Name): string => `${machine}-${generation}`;
const isSame = (one: Name, other: Name): boolean => one.machine === other.machine && one.generation === other.generation;

/** Which execution of a track is its last. */
export const runOf = ({ trackRuns }: Pick<Case, 'trackRuns'>, track: Name): number => trackRuns[trackKey(track)] ?? 1;
/** The counts of runs once this track begins again. */
export const nextRun = ({ trackRuns }: Pick<Case, 'trackRuns'>, track: TrackOfCase): Case['trackRuns'] => ({ ...trackRuns, [trackKey(track)]: track.run + 1 });
/** Ends the run that another takes over from. */
export const stopEntry = (caseId: string, { machine, generation, run }: TrackOfCase): OutboxEntry =>
  ({ kind: 'stop', executionName: executionName(caseId, generation, machine, run), caseId, machine });

/** The tracks of a case that still wait for somebody: each has an execution of its own (V12, R2, L3, G7). What starts, ends and heals goes by this list alone. */
export const tracksOf = (concerned: Case): readonly TrackOfCase[] => {
  const { effectReviews, harmTrack, harmDecision, escalation, status } = concerned;
  const pharmacy = concerned.direction === 'incoming' ? concerned.pharmacy : null;
  const waiting: readonly Omit<TrackOfCase, 'run'>[] = [
    ...(pharmacy !== null && pharmacy.doneAt === undefined && isOpen(status) ? [{ machine: 'dose-pharmacy', generation: 1, awaits: 'pharmacyNotification', dueAt: pharmacy.dueAt } as const] : []),
    ...effectReviews.filter(({ doneAt }) => doneAt === undefined).map(({ number, dueAt }) => ({ machine: 'effect-review', generation: number, awaits: 'effectReview', dueAt }) as const),
    ...(harmTrack && harmDecision === undefined && harmLawOf(concerned) !== null && status !== 'rejected' && status !== 'withdrawn'
      ? [{ machine: 'harm-decision', generation: 1, awaits: 'harmDecision', dueAt: harmTrack.dueAt } as const] : []),
    // G7: an execution for each step that a dispute is taken to: a court may take longer than one may last.
    ...[openDisputeOf(concerned)].filter((open) => open !== undefined).map(visitOf).map(({ number, stage, dueAt }) => ({ machine: 'dispute', generation: number, awaits: awaitedAt[stage], dueAt }) as const),
    ...(isClimbing(escalation) && status !== 'rejected' && status !== 'withdrawn'
      // As of a dispute: the levels together may take longer than one execution may last.
      ? [{ machine: 'escalation', generation: escalation.stations.length, awaits: escalation.awaits, dueAt: escalation.dueAt } as const] : []),
  ];
  return waiting.map((track) => ({ ...track, run: runOf(concerned, track) }));
};
/** An ended case whose effect is still to be reviewed. */
export const isFollowed = (concerned: Case): boolean => !isOpen(concerned.status) && tracksOf(concerned).length > 0;

/** Counts the run of each track that begins, or begins again, by a command. `before`: null for a new case. */
export const withRuns = <Of extends Case>(before: Case | null, after: Of): Of => {
  const waited = before === null ? [] : tracksOf(before);
  const begun = tracksOf(after).filter((track) => !waited.some((each) => isSame(each, track)));
  return begun.length === 0 ? after : { ...after, trackRuns: { ...after.trackRuns, ...Object.fromEntries(begun.map((track) => [trackKey(track), (after.trackRuns[trackKey(track)] ?? 0) + 1])) } };
};
/** What a command leaves for the executions of tracks: waits that changed are completed, runs that are new are started. */
export const trackEntries = (before: Case | null, after: Case): readonly OutboxEntry[] => {
  const waited = before === null ? [] : tracksOf(before);
  const waiting = tracksOf(after);
  const changed = waited.filter((track) => !waiting.some((each) => isSame(each, track) && each.dueAt === track.dueAt && each.awaits === track.awaits));
  const begun = waiting.filter((track) => !waited.some((each) => isSame(each, track) && each.run === track.run));
  return [
    ...[...new Set(changed.map(({ machine }) => machine))].map((machine): OutboxEntry => ({ kind: 'signal', caseId: after.id, machine })),
    ...begun.map(({ machine, generation, run }) => startEntry(after.id, generation, machine, run)),
  ];
};
