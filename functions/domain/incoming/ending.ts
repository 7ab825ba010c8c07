import { isBreachMissing } from '../breach.ts';
import type { CommandContext, Outcome } from '../command.ts';
import { answerBy, filerLinkExpiresAt, registerBy } from '../deadlines.ts';
import type { IncomingBlock } from '../errors.ts';
import { ClosingBlocked, InvalidInput, ReplyBlocked } from '../errors.ts';
import { reviewOfClosing } from '../follow-up/effect-review.ts';
import { endingBlocksOf, harmBlocksOf } from '../harm/serious-harm.ts';
import type { IncomingCase } from '../incoming-case.ts';
import { blockOf, demandNothingIdentifying, leftInText, type SaidHarmless } from '../outgoing-text.ts';
import { managersOf, toPeople } from '../recipients.ts';
import { lacksConsentFor } from '../secrecy.ts';
import type { ClockStep, Dispatch } from '../vocabulary.ts';
import { carryOutIncoming } from './carry-out.ts';
import { filerMailbox, toWhoeverFiled } from './recipients.ts';
import { nextIncomingStatus } from './transitions.ts';

/** Why the reply, which closes the case, cannot be sent now; empty when it can (V8, V12, L3, L4, L8). */
export const replyBlocksOf = (concerned: IncomingCase, { register, routine }: Pick<CommandContext, 'register' | 'routine'>, dispatch: Dispatch = 'link'): readonly IncomingBlock[] => {
  const { outgoingText: text, investigation, pharmacy, report } = concerned;
  const textBlock = text && blockOf(leftInText(text, register));
  return [
    ...(investigation.doneAt === undefined ? ['investigation-not-done' as const] : []),
    ...(text?.confirmedAt === undefined ? ['text-not-confirmed' as const] : []),
    ...(textBlock === null ? [] : [textBlock]),
    ...(lacksConsentFor(text, concerned, report.partyOrganisationId, { routine, register }) ? ['consent-missing' as const] : []),
    ...(dispatch === 'link' && filerMailbox(concerned, register) === null ? ['mailbox-missing' as const] : []),
    ...(pharmacy !== null && pharmacy.doneAt === undefined ? ['pharmacy-not-notified' as const] : []),
    ...harmBlocksOf(concerned, routine),
    ...(isBreachMissing(concerned.report.breach, register.agreements, { counterpartId: concerned.report.partyOrganisationId, happenedAt: concerned.report.happenedAt }, routine) ? ['breach-missing' as const] : []),
  ];
};

const investigatorsOf = ({ leadInvestigatorId, coInvestigatorIds }: IncomingCase): readonly string[] =>
  leadInvestigatorId === null ? coInvestigatorIds : [leadInvestigatorId, ...coInvestigatorIds];

/** V8: sent = closed = the owner moved, in one transaction. @throws ReplyBlocked, WrongStatus */
export const sendIncomingReply = (concerned: IncomingCase, command: { dispatch: Dispatch }, context: CommandContext): Outcome<IncomingCase> => {
  nextIncomingStatus('send-incoming-reply', concerned.status, undefined);
  const { now, routine: { incoming } } = context;
  const [first, ...others] = replyBlocksOf(concerned, context, command.dispatch);
  if (first) throw new ReplyBlocked(first, ...others);
  const { outgoingText } = concerned;
  if (outgoingText === null) throw new ReplyBlocked('text-not-confirmed');
  const owningUnitId = incoming.ownerAfterReply === 'concerned' ? concerned.report.concernedUnitIds[0] ?? concerned.owningUnitId : concerned.owningUnitId;
  const following = reviewOfClosing(concerned, context);
  // H9: managers of the units concerned pass on to their staff what came of it.
  const told = [...investigatorsOf(concerned), ...managersOf(concerned.report.concernedUnitIds, context)];
  return carryOutIncoming(concerned, 'send-incoming-reply', context, {
    changes: {
      answer: { text: outgoingText.text, sentAt: now, sentBy: context.actor, dispatch: command.dispatch },
      closedAt: now, owningUnitId, filerLinkExpiresAt: filerLinkExpiresAt(now, incoming.deadlines),
      ...following?.changes,
    },
    events: [
      { type: 'replySent', detail: { dispatch: command.dispatch } },
      ...(owningUnitId === concerned.owningUnitId ? [] : [{ type: 'ownerMoved', detail: { fromUnitId: concerned.owningUnitId, owningUnitId } } as const]),
      { type: 'closed', detail: { effectReviewDueAt: following?.review.dueAt ?? null } },
    ],
    mails: [
      ...(command.dispatch === 'link' ? toWhoeverFiled(concerned, context, { mail: 'replySent' }) : []),
      ...toPeople(told, context, { mail: 'incomingClosed' }, context.actor),
    ],
  });
};

/** With a reason of the routine's list; whoever filed is told to look. Of serious harm only once it is decided on (L3). @throws ClosingBlocked, InvalidInput, SendingBlocked, WrongStatus */
export const rejectCase = (concerned: IncomingCase, command: SaidHarmless & { readonly reasonCode: string; readonly text: string }, context: CommandContext): Outcome<IncomingCase> => {
  const { now, routine: { incoming } } = context;
  if (!incoming.rejectionReasons.some(({ code }) => code === command.reasonCode)) throw new InvalidInput({ pointer: '/reasonCode', code: 'reason-code-unknown' });
  nextIncomingStatus('reject-case', concerned.status, undefined);
  const [first, ...others] = endingBlocksOf(concerned, context.routine);
  if (first) throw new ClosingBlocked(first, ...others);
  const said = demandNothingIdentifying(command, context.register);
  const told = investigatorsOf(concerned);
  return carryOutIncoming(concerned, 'reject-case', context, {
    changes: {
      rejection: { reasonCode: command.reasonCode, text: command.text, at: now, by: context.actor }, closedAt: now,
      filerLinkExpiresAt: filerLinkExpiresAt(now, incoming.deadlines),
    },
    events: [{ type: 'rejected', detail: { reasonCode: command.reasonCode, text: command.text, ...said } }],
    mails: [...toWhoeverFiled(concerned, context, { mail: 'rejected' }), ...toPeople(told, context, { mail: 'incomingClosed' }, context.actor)],
  });
};

/** A new clock: the former one was kept. What was never registered is to be registered. */
export const reopenIncoming = (concerned: IncomingCase, command: { reason: string }, context: CommandContext): Outcome<IncomingCase> => {
  const { closedAt: _closedAt, filerLinkExpiresAt: _expires, rejection: _rejection, answer, ...kept } = concerned;
  const { now, routine: { incoming } } = context;
  const lifecycleSteps: readonly ClockStep[] = ['registrationOverdue', 'remindBefore', 'remindDue', 'remindAfter', 'escalate'];
  const told = investigatorsOf(concerned);
  const generation = concerned.generation + 1;
  return carryOutIncoming(kept, 'reopen-case', context, {
    changes: {
      generation, stopped: false,
      ...(concerned.registeredAt === undefined && { status: 'received' }),
      handleBy: registerBy(now, incoming.deadlines), replyBy: answerBy(now, incoming.deadlines),
      earlierAnswers: answer ? [...concerned.earlierAnswers, answer] : concerned.earlierAnswers,
      steps: Object.fromEntries(Object.entries(concerned.steps).filter(([step]) => !lifecycleSteps.some((each) => each === step))),
    },
    events: [{ type: 'reopened', detail: { reason: command.reason } }],
    mails: toPeople(told, context, { mail: 'reopened' }, context.actor),
    starts: true,
  });
};

export const restartIncoming = (concerned: IncomingCase, command: { reason: string }, context: CommandContext): Outcome<IncomingCase> =>
  carryOutIncoming(concerned, 'restart-lifecycle', context, {
    changes: { generation: concerned.generation + 1, stopped: false },
    events: [{ type: 'lifecycleRestarted', detail: { generation: concerned.generation + 1, reason: command.reason } }],
    starts: true,
  });
