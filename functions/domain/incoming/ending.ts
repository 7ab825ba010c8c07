import type { CommandContext, Outcome } from '../command.ts';
import { answerBy, effectReviewDueAt, filerLinkExpiresAt, registerBy } from '../deadlines.ts';
import type { IncomingBlock } from '../errors.ts';
import { InvalidInput, ReplyBlocked } from '../errors.ts';
import type { Action, EffectReview, IncomingCase } from '../incoming-case.ts';
import { demandNoPersonalNumber } from '../outgoing-text.ts';
import { remainingPersonalNumbers } from '../personal-number.ts';
import type { Register } from '../register.ts';
import type { IncomingRoutine } from '../routine.ts';
import type { ClockStep, Dispatch } from '../vocabulary.ts';
import { carryOutIncoming } from './carry-out.ts';
import { newAction, tellResponsible } from './investigating.ts';
import { filerMailbox, managersOf, toPeople, toWhoeverFiled } from './recipients.ts';
import { harmLawOf, mustInformPatient } from './serious-harm.ts';
import { nextIncomingStatus } from './transitions.ts';

/** Why the reply, which closes the case, cannot be sent now; empty when it can (V8, V12, L3, L4, L8). */
export const replyBlocksOf = (concerned: IncomingCase, register: Register, dispatch: Dispatch = 'link'): readonly IncomingBlock[] => {
  const { outgoingText: text, investigation, pharmacy, report, harmDecision, patientInformation } = concerned;
  const assessedElsewhere = harmDecision?.decision === 'assessedByCareProvider';
  return [
    ...(investigation.doneAt === undefined ? ['investigation-not-done' as const] : []),
    ...(text?.confirmedAt === undefined ? ['text-not-confirmed' as const] : []),
    ...(text && remainingPersonalNumbers(text.text, text.notPersonalNumbers).length > 0 ? ['personal-number-in-text' as const] : []),
    ...(dispatch === 'link' && filerMailbox(concerned, register) === null ? ['mailbox-missing' as const] : []),
    ...(pharmacy !== null && pharmacy.doneAt === undefined ? ['pharmacy-not-notified' as const] : []),
    ...(harmLawOf(report) !== null && harmDecision === undefined ? ['harm-decision-missing' as const] : []),
    // L3: assessed by the responsible care provider, by its reference: then the patient is that one's to tell as well.
    ...(mustInformPatient(report) && patientInformation === undefined && !assessedElsewhere ? ['patient-information-missing' as const] : []),
  ];
};

const effectSteps: readonly ClockStep[] = ['effectReviewDue', 'effectReviewOverdue', 'effectReviewEscalate'];
const withoutEffectSteps = (steps: IncomingCase['steps']): IncomingCase['steps'] =>
  Object.fromEntries(Object.entries(steps).filter(([step]) => !effectSteps.some((each) => each === step)));
const nextReview = (concerned: IncomingCase, { now, routine }: CommandContext): EffectReview =>
  ({ number: concerned.effectReviews.length + 1, dueAt: effectReviewDueAt(now, routine.incoming.deadlines), note: '' });
const wantsReview = (concerned: IncomingCase, routine: IncomingRoutine): boolean =>
  routine.effectReview === 'always' || (routine.effectReview === 'with-actions' && concerned.actions.length > 0);
/** A reopened case that is closed again keeps the review that is already under way. */
const hasOpenReview = ({ effectReviews }: IncomingCase): boolean => effectReviews.some(({ doneAt }) => doneAt === undefined);

const investigatorsOf = ({ leadInvestigatorId, coInvestigatorIds }: IncomingCase): readonly string[] =>
  leadInvestigatorId === null ? coInvestigatorIds : [leadInvestigatorId, ...coInvestigatorIds];

/** V8: sent = closed = the owner moved, in one transaction. @throws ReplyBlocked, WrongStatus */
export const sendIncomingReply = (concerned: IncomingCase, command: { dispatch: Dispatch }, context: CommandContext): Outcome<IncomingCase> => {
  nextIncomingStatus('send-incoming-reply', concerned.status, undefined);
  const { now, register, routine: { incoming } } = context;
  const [first, ...others] = replyBlocksOf(concerned, register, command.dispatch);
  if (first) throw new ReplyBlocked(first, ...others);
  const { outgoingText } = concerned;
  if (outgoingText === null) throw new ReplyBlocked('text-not-confirmed');
  const owningUnitId = incoming.ownerAfterReply === 'concerned' ? concerned.report.concernedUnitIds[0] ?? concerned.owningUnitId : concerned.owningUnitId;
  const review = wantsReview(concerned, incoming) && !hasOpenReview(concerned) ? nextReview(concerned, context) : null;
  // H9: managers of the units concerned pass on to their staff what came of it.
  const told = [...investigatorsOf(concerned), ...managersOf(concerned.report.concernedUnitIds, context)];
  return carryOutIncoming(concerned, 'send-incoming-reply', context, {
    changes: {
      answer: { text: outgoingText.text, sentAt: now, sentBy: context.actor, dispatch: command.dispatch },
      closedAt: now, owningUnitId, filerLinkExpiresAt: filerLinkExpiresAt(now, incoming.deadlines),
      ...(review && { effectReviews: [...concerned.effectReviews, review], steps: withoutEffectSteps(concerned.steps) }),
    },
    events: [
      { type: 'replySent', detail: { dispatch: command.dispatch } },
      ...(owningUnitId === concerned.owningUnitId ? [] : [{ type: 'ownerMoved', detail: { fromUnitId: concerned.owningUnitId, owningUnitId } } as const]),
      { type: 'closed', detail: { effectReviewDueAt: review?.dueAt ?? null } },
    ],
    mails: [
      ...(command.dispatch === 'link' ? toWhoeverFiled(concerned, context, { mail: 'replySent' }) : []),
      ...toPeople(told, context, { mail: 'incomingClosed' }, context.actor),
    ],
    ...(review && { starts: [{ machine: 'effect-review', number: review.number }] }),
  });
};

/** With a reason of the routine's list; whoever filed is told to look. @throws InvalidInput, SendingBlocked, WrongStatus */
export const rejectCase = (concerned: IncomingCase, command: { reasonCode: string; text: string }, context: CommandContext): Outcome<IncomingCase> => {
  const { now, routine: { incoming } } = context;
  if (!incoming.rejectionReasons.some(({ code }) => code === command.reasonCode)) throw new InvalidInput({ pointer: '/reasonCode', code: 'reason-code-unknown' });
  demandNoPersonalNumber(command.text);
  const told = investigatorsOf(concerned);
  return carryOutIncoming(concerned, 'reject-case', context, {
    changes: {
      rejection: { reasonCode: command.reasonCode, text: command.text, at: now, by: context.actor }, closedAt: now,
      filerLinkExpiresAt: filerLinkExpiresAt(now, incoming.deadlines),
    },
    events: [{ type: 'rejected', detail: { reasonCode: command.reasonCode, text: command.text } }],
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
  const pharmacyWaits = concerned.status === 'rejected' && concerned.pharmacy !== null && concerned.pharmacy.doneAt === undefined;
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
    starts: [{ machine: 'incoming-deviation', number: generation }, ...(pharmacyWaits ? [{ machine: 'dose-pharmacy', number: generation } as const] : [])],
  });
};

export const restartIncoming = (concerned: IncomingCase, command: { reason: string }, context: CommandContext): Outcome<IncomingCase> =>
  carryOutIncoming(concerned, 'restart-lifecycle', context, {
    changes: { generation: concerned.generation + 1, stopped: false },
    events: [{ type: 'lifecycleRestarted', detail: { generation: concerned.generation + 1, reason: command.reason } }],
    starts: [{ machine: 'incoming-deviation', number: concerned.generation + 1 }],
  });

/** R2, H8: without the wanted result, a new action and a new review. @throws InvalidInput, WrongStatus */
export const recordEffectReview = (
  concerned: IncomingCase,
  command: { wantedResult: boolean; note: string; action?: { text: string; responsibleUserId: string; due: string } | undefined },
  context: CommandContext,
): Outcome<IncomingCase> => {
  nextIncomingStatus('record-effect-review', concerned.status, undefined);
  const open = concerned.effectReviews.find(({ doneAt }) => doneAt === undefined);
  if (!open) throw new InvalidInput({ pointer: '/wantedResult', code: 'already-there' });
  if (!command.wantedResult && !command.action) throw new InvalidInput({ pointer: '/action', code: 'new-action-missing' });
  const done: EffectReview = { ...open, doneAt: context.now, wantedResult: command.wantedResult, note: command.note };
  const reviews = concerned.effectReviews.map((review) => (review.number === open.number ? done : review));
  const next = command.wantedResult ? null : nextReview(concerned, context);
  const action: Action | null = command.action ? newAction(concerned, { ...command.action, kind: 'systematic', doneAt: null }, context) : null;
  return carryOutIncoming(concerned, 'record-effect-review', context, {
    changes: {
      effectReviews: next ? [...reviews, next] : reviews, steps: withoutEffectSteps(concerned.steps),
      ...(action && { actions: [...concerned.actions, action] }),
    },
    events: [
      { type: 'effectReviewed', detail: { review: open.number, wantedResult: command.wantedResult, note: command.note, nextDueAt: next?.dueAt ?? null } },
      ...(action ? [{ type: 'actionAdded', detail: { action: action.id, kind: action.kind, text: action.text, responsibleUserId: action.responsibleUserId, due: action.due, doneAt: null } } as const] : []),
    ],
    mails: action ? tellResponsible(action, context) : [],
    ...(next && { starts: [{ machine: 'effect-review', number: next.number }] }),
  });
};
