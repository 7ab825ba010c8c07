import type { Routine } from '../routine.ts';
import type { Finding } from './faults.ts';

/** Working days as calendar days, at most: a week holds five. */
const calendarDays = (workingDays: number): number => Math.ceil((workingDays * 7) / 5);
const monthDays = 30;

interface Reminders {
  readonly replyDays: number;
  readonly remindBeforeDays: number;
  readonly remindAfterDays: number;
  readonly escalateAfterDays: number;
  readonly effectReviewRemindAfterDays: number;
  readonly effectReviewEscalateAfterDays: number;
}
const inOrder = (at: string, deadlines: Reminders): readonly Finding[] => [
  ...(deadlines.remindBeforeDays >= deadlines.replyDays ? [[`${at}/remindBeforeDays`, 'reminds-before-start'] as const] : []),
  ...(deadlines.escalateAfterDays < deadlines.remindAfterDays ? [[`${at}/escalateAfterDays`, 'escalates-before-reminder'] as const] : []),
  ...(deadlines.effectReviewEscalateAfterDays <= deadlines.effectReviewRemindAfterDays ? [[`${at}/effectReviewEscalateAfterDays`, 'review-escalates-before-reminder'] as const] : []),
];

const outgoingOrder = ({ outgoing }: Routine): readonly Finding[] => {
  const { deadlines } = outgoing;
  const at = '/outgoing/deadlines';
  const acknowledged = calendarDays(deadlines.acknowledgeWorkingDays);
  return [
    ...inOrder(at, deadlines),
    ...(deadlines.linkExpiresAfterDays <= deadlines.escalateAfterDays ? [[`${at}/linkExpiresAfterDays`, 'link-dies-before-escalation'] as const] : []),
    ...(acknowledged >= deadlines.replyDays
      ? [[`${at}/acknowledgeWorkingDays`, 'acknowledged-after-reply'] as const]
      : acknowledged > deadlines.replyDays - deadlines.remindBeforeDays ? [[`${at}/acknowledgeWorkingDays`, 'acknowledged-after-reminder'] as const] : []),
    ...(deadlines.moreTimeAtMostDays > deadlines.replyDays ? [[`${at}/moreTimeAtMostDays`, 'more-time-above-reply'] as const] : []),
  ];
};
const incomingOrder = ({ incoming, harm }: Routine): readonly Finding[] => {
  const { deadlines } = incoming;
  const at = '/incoming/deadlines';
  return [
    ...inOrder(at, deadlines),
    ...(calendarDays(deadlines.registerWorkingDays) >= deadlines.replyDays ? [[`${at}/registerWorkingDays`, 'registered-after-reply'] as const] : []),
    ...(incoming.pharmacy !== null && calendarDays(deadlines.pharmacyWorkingDays) >= deadlines.replyDays ? [[`${at}/pharmacyWorkingDays`, 'pharmacy-after-reply'] as const] : []),
    ...(calendarDays(harm.decideWorkingDays) >= deadlines.replyDays ? [['/harm/decideWorkingDays', 'decided-after-reply'] as const] : []),
  ];
};

/** The order in which time takes its steps (domain.md section 5). */
export const deadlineFaults = (routine: Routine): readonly Finding[] => {
  const { outgoing, access } = routine;
  const asksForActions = outgoing.reply.requiredParts.some((part) => part === 'acuteActions' || part === 'systematicActions');
  return [
    ...outgoingOrder(routine),
    ...incomingOrder(routine),
    ...(outgoing.effectReview === 'with-actions' && !asksForActions ? [['/outgoing/effectReview', 'effect-review-unreachable'] as const] : []),
    ...(access.spotCheckRemindDays >= access.spotCheckMonths * monthDays ? [['/access/spotCheckRemindDays', 'spot-check-reminder-too-late'] as const] : []),
  ];
};
