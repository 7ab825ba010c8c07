import type { Case, CaseEvent } from '../case.ts';
import type { CommandContext, Outcome } from '../command.ts';
import { versionTag } from '../command.ts';
import { forwardCase } from '../escalation/climbing.ts';
import type { ClimbReason } from '../escalation/words.ts';
import { InvalidInput } from '../errors.ts';
import { addAction } from '../follow-up/actions.ts';
import { beginEffectReview, openReviewOf, recordEffectReview } from '../follow-up/effect-review.ts';
import type { SaidHarmless } from '../outgoing-text.ts';
import { isOpen } from '../transitions.ts';
import type { ItemOutcome } from './words.ts';

/** What a meeting says of a case, in its story; the same words as the group reads. */
export interface SaidAtMeeting {
  readonly meetingId: string;
  readonly groupId: string;
  readonly date: string;
  readonly outcome: ItemOutcome;
  readonly note: string;
  readonly toGroupId?: string | undefined;
}
export const meetingDetail = ({ meetingId, groupId, date, outcome, note, toGroupId }: SaidAtMeeting): CaseEvent['detail'] =>
  ({ meeting: meetingId, group: groupId, date, outcome, note, ...(toGroupId !== undefined && { toGroup: toGroupId }) });

export interface FollowUp {
  readonly wantedResult: boolean;
  readonly action?: { readonly text: string; readonly responsibleUserId: string; readonly due: string } | undefined;
}

/** A case whose actions a meeting may follow up. */
export const mayBeFollowedUp = ({ actions, status }: Case): boolean => actions.length > 0 && status !== 'withdrawn' && status !== 'rejected';
/**
 * H8: the actions of a case, followed up at a meeting. Without the wanted result a new action, and a review of its effect: of
 * a closed case at once, of one that is open when it closes, as the routine has it. null: nothing of the case changes but its
 * story. @throws InvalidInput, WrongStatus
 */
export const followUpAtMeeting = (concerned: Case, { wantedResult, action }: FollowUp, said: SaidAtMeeting, context: CommandContext): Outcome | null => {
  if (!wantedResult && action === undefined) throw new InvalidInput({ pointer: '/action', code: 'new-action-missing' });
  const outcome = outcomeOf(concerned, { wantedResult, action }, said.note, context);
  return outcome && withMeeting(outcome, said, context);
};
/** R7: one level up, by the rules of the ladder; the note says why. @throws what `forwardCase` throws */
export const climbAtMeeting = (concerned: Case, command: SaidHarmless & { readonly because: ClimbReason }, said: SaidAtMeeting, context: CommandContext): Outcome =>
  withMeeting(forwardCase(concerned, { ...command, reason: said.note }, context), said, context);

const withMeeting = (outcome: Outcome, said: SaidAtMeeting, context: CommandContext): Outcome => {
  const held: CaseEvent = {
    id: `${versionTag(outcome.case.version)}-${outcome.events.length + 1}`, caseId: outcome.case.id, at: context.now, type: 'meetingHeld', actor: context.actor,
    ...(context.principal !== null && { principal: context.principal }), detail: meetingDetail(said),
  };
  return { ...outcome, events: [...outcome.events, held] };
};
const outcomeOf = (concerned: Case, { wantedResult, action }: FollowUp, note: string, context: CommandContext): Outcome | null => {
  if (concerned.status === 'closed' && openReviewOf(concerned) !== undefined) return recordEffectReview(concerned, { wantedResult, note, ...(action && !wantedResult && { action }) }, context);
  if (wantedResult || action === undefined) return null;
  const planned = { ...action, kind: 'systematic', doneAt: null } as const;
  return isOpen(concerned.status) ? addAction(concerned, planned, context) : beginEffectReview(concerned, planned, context);
};
