import type { OutgoingCase } from '../case.ts';
import type { CommandContext, MailDraft, Outcome } from '../command.ts';
import { carryOut, toUnit, toUser } from '../command.ts';
import { handleBy } from '../deadlines.ts';
import { ClosingBlocked, InvalidInput } from '../errors.ts';
import { reviewOfClosing } from '../follow-up/effect-review.ts';
import { endingBlocksOf, harmBlocksOf } from '../harm/serious-harm.ts';
import { isPosted } from '../dispatch.ts';
import { isUnderway, nextStatus } from '../transitions.ts';
import { decidedAsks, withoutSteps } from './sending.ts';

const toTheUnit = (concerned: OutgoingCase, mail: 'closed' | 'withdrawn'): MailDraft[] =>
  concerned.request && !isPosted(concerned.request) && (isUnderway(concerned.status) || concerned.status === 'answered') ? [{ mail, to: toUnit(concerned.request.unitId) }] : [];
const toReporter = (concerned: OutgoingCase, mail: MailDraft['mail'], context: CommandContext): MailDraft[] =>
  concerned.reporterId === context.actor ? [] : [{ mail, to: toUser(concerned.reporterId) }];

/**
 * Whoever reported hears what came of it (V11): a reply that was not shared yet is shared with the reporter by closing,
 * and a case that closes without a reply says why. What harm leaves to record comes first (L3, L4).
 * @throws ClosingBlocked, InvalidInput `closing-note-missing`
 */
export const close = (concerned: OutgoingCase, command: { note: string }, context: CommandContext): Outcome<OutgoingCase> => {
  nextStatus('close-case', concerned.status);
  const [first, ...others] = harmBlocksOf(concerned, context.routine);
  if (first) throw new ClosingBlocked(first, ...others);
  if (concerned.replies.length === 0 && command.note.trim() === '') throw new InvalidInput({ pointer: '/note', code: 'closing-note-missing' });
  const shares = concerned.replies.length > 0 && concerned.sharedAt === undefined;
  const following = reviewOfClosing(concerned, context);
  return carryOut(concerned, 'close-case', context, {
    changes: {
      ...following?.changes,
      closedAt: context.now,
      closingNote: command.note,
      asks: decidedAsks(concerned.asks),
      ...(shares && { sharedAt: context.now, sharedWith: [...new Set([...concerned.sharedWith, concerned.reporterId])] }),
    },
    events: [
      ...(shares ? [{ type: 'shared', detail: { userIds: concerned.reporterId, unitIds: '', message: '' } } as const] : []),
      { type: 'closed', detail: { note: command.note, effectReviewDueAt: following?.review.dueAt ?? null } },
    ],
    mails: [...toReporter(concerned, 'closed', context), ...toTheUnit(concerned, 'closed')],
  });
};

/** The lifecycle starts again as the next generation; what was sent and answered stays. */
export const reopen = (concerned: OutgoingCase, command: { reason: string }, context: CommandContext): Outcome<OutgoingCase> => {
  const { closedAt: _closedAt, closingNote: _closingNote, withdrawnReason: _withdrawn, ...kept } = concerned;
  return carryOut(kept, 'reopen-case', context, {
    changes: {
      generation: concerned.generation + 1,
      handleBy: handleBy(context.now, context.routine.outgoing.deadlines),
      steps: withoutSteps(concerned.steps, ['handlingOverdue']),
      stopped: false,
    },
    events: [{ type: 'reopened', detail: { reason: command.reason } }],
    mails: toReporter(concerned, 'reopened', context),
    starts: true,
  });
};

/** Of serious harm only once it is decided on (L3). @throws ClosingBlocked, WrongStatus */
export const withdraw = (concerned: OutgoingCase, command: { reason: string }, context: CommandContext): Outcome<OutgoingCase> => {
  nextStatus('withdraw-case', concerned.status);
  const [first, ...others] = endingBlocksOf(concerned, context.routine);
  if (first) throw new ClosingBlocked(first, ...others);
  return carryOut(concerned, 'withdraw-case', context, {
    changes: { withdrawnReason: command.reason, asks: decidedAsks(concerned.asks) },
    events: [{ type: 'withdrawn', detail: { reason: command.reason } }],
    mails: [...toReporter(concerned, 'withdrawn', context), ...toTheUnit(concerned, 'withdrawn')],
  });
};

/** design.md 1.4: a stopped lifecycle goes on as the next generation, from the case. */
export const restartLifecycle = (concerned: OutgoingCase, command: { reason: string }, context: CommandContext): Outcome<OutgoingCase> =>
  carryOut(concerned, 'restart-lifecycle', context, {
    changes: { generation: concerned.generation + 1, stopped: false },
    events: [{ type: 'lifecycleRestarted', detail: { generation: concerned.generation + 1, reason: command.reason } }],
    starts: true,
  });
