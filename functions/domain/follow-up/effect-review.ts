import type { Action, EffectReview } from '../case-parts.ts';
import type { Case } from '../case.ts';
import type { CommandContext, Outcome } from '../command.ts';
import { effectReviewDueAt } from '../deadlines.ts';
import { carryOutOnEither, demandPossible } from '../either-direction.ts';
import { InvalidInput } from '../errors.ts';
import type { ClockStep } from '../vocabulary.ts';
import { newAction, tellResponsible, type NewAction } from './actions.ts';

const effectSteps: readonly ClockStep[] = ['effectReviewDue', 'effectReviewOverdue', 'effectReviewEscalate'];
const withoutEffectSteps = (steps: Case['steps']): Case['steps'] =>
  Object.fromEntries(Object.entries(steps).filter(([step]) => !effectSteps.some((each) => each === step)));
const nextReview = (concerned: Case, { now, routine }: CommandContext): EffectReview =>
  ({ number: concerned.effectReviews.length + 1, dueAt: effectReviewDueAt(now, routine[concerned.direction].deadlines), note: '' });

/** Of an unfinished effect review; there is one at most. */
export const openReviewOf = ({ effectReviews }: Pick<Case, 'effectReviews'>): EffectReview | undefined => effectReviews.find(({ doneAt }) => doneAt === undefined);

/**
 * What closing brings with it (R2); null: nothing to review. A reopened case that is closed again keeps the review that is
 * already under way.
 */
export const reviewOfClosing = (concerned: Case, context: CommandContext): { readonly review: EffectReview; readonly changes: Pick<Case, 'effectReviews' | 'steps'> } | null => {
  const wanted = context.routine[concerned.direction].effectReview;
  if (openReviewOf(concerned) !== undefined || wanted === 'never' || (wanted === 'with-actions' && concerned.actions.length === 0)) return null;
  const review = nextReview(concerned, context);
  return { review, changes: { effectReviews: [...concerned.effectReviews, review], steps: withoutEffectSteps(concerned.steps) } };
};

/** R2, H8: without the wanted result, a new action and a new review. @throws InvalidInput, WrongStatus */
export const recordEffectReview = <Of extends Case>(
  concerned: Of,
  command: { wantedResult: boolean; note: string; action?: { text: string; responsibleUserId: string; due: string } | undefined },
  context: CommandContext,
): Outcome<Of> => {
  demandPossible(concerned, 'record-effect-review');
  const open = openReviewOf(concerned);
  if (!open) throw new InvalidInput({ pointer: '/wantedResult', code: 'already-there' });
  if (!command.wantedResult && !command.action) throw new InvalidInput({ pointer: '/action', code: 'new-action-missing' });
  const done: EffectReview = { ...open, doneAt: context.now, wantedResult: command.wantedResult, note: command.note };
  const reviews = concerned.effectReviews.map((review) => (review.number === open.number ? done : review));
  const next = command.wantedResult ? null : nextReview(concerned, context);
  const action: Action | null = command.action ? newAction(concerned, { ...command.action, kind: 'systematic', doneAt: null }, context) : null;
  return carryOutOnEither(concerned, 'record-effect-review', context, {
    changes: {
      effectReviews: next ? [...reviews, next] : reviews, steps: withoutEffectSteps(concerned.steps),
      ...(action && { actions: [...concerned.actions, action] }),
    },
    events: [
      { type: 'effectReviewed', detail: { review: open.number, wantedResult: command.wantedResult, note: command.note, nextDueAt: next?.dueAt ?? null } },
      ...(action ? [{ type: 'actionAdded', detail: { action: action.id, kind: action.kind, text: action.text, responsibleUserId: action.responsibleUserId, due: action.due, doneAt: null } } as const] : []),
    ],
    mails: action ? tellResponsible(action, context) : [],
  });
};

/** A meeting found that a closed case, whose effect nobody reviews, lacks the wanted result (H8): a new action, and a review of it. @throws InvalidInput, WrongStatus */
export const beginEffectReview = <Of extends Case>(concerned: Of, command: NewAction, context: CommandContext): Outcome<Of> => {
  demandPossible(concerned, 'record-effect-review');
  const action = newAction(concerned, command, context);
  return carryOutOnEither(concerned, 'record-effect-review', context, {
    changes: { effectReviews: [...concerned.effectReviews, nextReview(concerned, context)], steps: withoutEffectSteps(concerned.steps), actions: [...concerned.actions, action] },
    events: [{ type: 'actionAdded', detail: { action: action.id, kind: action.kind, text: action.text, responsibleUserId: action.responsibleUserId, due: action.due, doneAt: null } }],
    mails: tellResponsible(action, context),
  });
};
