import type { Instant } from '../case.ts';

/** Grows with every change of what a case adds: figures of before are then made anew by themselves. */
export const figuresShape = 3;

/**
 * Which figures are in force, and how far a making anew has come. Figures stand under a generation; a recomputation fills
 * the next one beside that in force, which the stream keeps too meanwhile, and then puts it in force.
 */
export interface Recomputation {
  /** Grows with each step. */
  readonly revision: number;
  /** Of the figures in force, or of those being made. */
  readonly shape: number;
  readonly current: number;
  /** null: nothing is being made anew. The same as `current`: the first time, when there is nothing to show instead. */
  readonly building: number | null;
  /** Where the walk through the cases goes on; null: at the beginning. */
  readonly cursor: string | null;
  /** Cases gone through. */
  readonly done: number;
  readonly startedAt: Instant;
  readonly finishedAt: Instant | null;
  /** The first month with figures; null: none yet. */
  readonly firstMonth: string | null;
  /** Figures that nobody reads any more, and the next month of them to go. */
  readonly clearing: { readonly generation: number; readonly month: string } | null;
}

export const firstRecomputation = (now: Instant): Recomputation =>
  ({ revision: 1, shape: figuresShape, current: 1, building: 1, cursor: null, done: 0, startedAt: now, finishedAt: null, firstMonth: null, clearing: null });
export const nextRecomputation = (last: Recomputation, now: Instant): Recomputation =>
  ({ ...last, revision: last.revision + 1, shape: figuresShape, building: last.current + 1, cursor: null, done: 0, startedAt: now, finishedAt: null, clearing: null });

/** Whether figures stand that were made of cases by other rules than today's. */
export const isOutdated = ({ shape, building }: Recomputation): boolean => shape !== figuresShape && building === null;

export const generationsOf = ({ current, building }: Recomputation): readonly number[] => [...new Set([current, ...(building === null ? [] : [building])])];

export const steppedOn = (before: Recomputation, { cursor, done, firstMonth }: { readonly cursor: string | null; readonly done: number; readonly firstMonth: string | null }, now: Instant): Recomputation => {
  const first = [before.firstMonth, firstMonth].filter((month) => month !== null).toSorted()[0] ?? null;
  const stepped = { ...before, revision: before.revision + 1, cursor, done: before.done + done, firstMonth: first };
  if (cursor !== null || before.building === null) return stepped;
  return {
    ...stepped, current: before.building, building: null, finishedAt: now,
    clearing: before.building === before.current || first === null ? null : { generation: before.current, month: first },
  };
};
