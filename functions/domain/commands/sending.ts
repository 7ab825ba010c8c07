import { isBreachMissing } from '../breach.ts';
import type { Ask, OutgoingCase, Instant, ReplyRequest } from '../case.ts';
import type { CommandContext, MailDraft, Outcome } from '../command.ts';
import { carryOut, toUnit } from '../command.ts';
import { acknowledgeBy, linkExpiresAt, replyBy } from '../deadlines.ts';
import type { SendingBlock } from '../errors.ts';
import { InvalidInput, SendingBlocked } from '../errors.ts';
import { localDate } from '../calendar.ts';
import { isPosted, logged } from '../dispatch.ts';
import { isBefore, later } from '../instant.ts';
import { missingOnCall } from '../on-call.ts';
import { blockOf, leftInText } from '../outgoing-text.ts';
import { responsibleHolders } from '../role-holders.ts';
import { lacksConsentForIdentity, lacksConsentFor } from '../secrecy.ts';
import { nextStatus } from '../transitions.ts';
import type { ClockStep, DispatchWay } from '../vocabulary.ts';

/** Why the case cannot be sent now; empty when it can (V10, G1, L8, R4, H2, design.md 1.6). On paper it needs no mailbox (H3). */
export const sendingBlocksOf = (concerned: OutgoingCase, { register, routine }: Pick<CommandContext, 'register' | 'routine'>, how: DispatchWay = 'link'): readonly SendingBlock[] => {
  const unit = register.units.find(({ id }) => id === concerned.externalUnitId);
  const text = concerned.outgoingText;
  const textBlock = text && blockOf(leftInText(text, register));
  return [
    ...(unit ? [] : ['external-unit-missing' as const]),
    ...(unit && !unit.mailbox && how === 'link' ? ['mailbox-missing' as const] : []),
    ...(isBreachMissing(concerned.breach, register.agreements, { counterpartId: concerned.counterpartId, happenedAt: concerned.report.happenedAt }, routine) ? ['breach-missing' as const] : []),
    ...(text?.confirmedAt === undefined ? ['text-not-confirmed' as const] : []),
    ...(textBlock === null ? [] : [textBlock]),
    ...(lacksConsentFor(text, concerned, unit?.organisationId ?? concerned.counterpartId, { routine, register }) ? ['consent-missing' as const] : []),
    ...(missingOnCall(concerned, routine.onCall?.requiredFields).length > 0 ? ['on-call-incomplete' as const] : []),
  ];
};

export interface SendCommand {
  readonly dispatch?: { readonly how: DispatchWay; readonly at?: Instant | undefined; readonly note?: string | undefined } | undefined;
}

/** V9: whoever holds the responsible role leads; where several do, the one who sends. */
const leadOf = (concerned: OutgoingCase, { register, now, actor }: CommandContext): string | null => {
  const holders = responsibleHolders(register, concerned, localDate(now));
  return holders.find((userId) => userId === actor) ?? holders[0] ?? null;
};

export const isUndecided = (ask: Ask): boolean => ask.decision === undefined;
/** What nobody decided falls with the request it was asked in. */
export const decidedAsks = (asks: OutgoingCase['asks']): OutgoingCase['asks'] => asks.filter((ask) => !isUndecided(ask));

/** The request mail of the current link; each epoch has one. */
export const requestMail = (request: Pick<ReplyRequest, 'unitId' | 'epoch'>): MailDraft =>
  ({ mail: 'request', to: toUnit(request.unitId), occasion: `e${request.epoch}`, linkEpoch: request.epoch });

/** Forgets that steps were taken, so that the clock takes them again at their new instants. */
export const withoutSteps = (steps: OutgoingCase['steps'], forgotten: readonly ClockStep[]): OutgoingCase['steps'] =>
  Object.fromEntries(Object.entries(steps).filter(([step]) => !forgotten.some((each) => each === step)));

/**
 * Sending is a disclosure (L6): the confirmed text is frozen as the receiver's copy, the clock both parties see starts.
 * A case sent again (after a wrong recipient or a reopening) gets a new clock. Posted or handed over, it counts from when it
 * left (H3). @throws SendingBlocked, InvalidInput
 */
export const send = (concerned: OutgoingCase, context: CommandContext, { dispatch = { how: 'link' } }: SendCommand = {}): Outcome<OutgoingCase> => {
  nextStatus('send-case', concerned.status);
  const { how, note = '' } = dispatch;
  const sentAt = dispatch.at ?? context.now;
  const [first, ...others] = sendingBlocksOf(concerned, context, how);
  if (first) throw new SendingBlocked(first, ...others);
  const { outgoingText, externalUnitId } = concerned;
  if (outgoingText === null || externalUnitId === null) throw new SendingBlocked('external-unit-missing');
  if (isBefore(context.now, sentAt)) throw new InvalidInput({ pointer: '/dispatch/at', code: 'date-in-future' });
  if (isBefore(sentAt, concerned.report.discoveredAt) || (how === 'link' && dispatch.at !== undefined)) throw new InvalidInput({ pointer: '/dispatch/at', code: 'received-before-happened' });
  const { deadlines } = context.routine.outgoing;
  const due = replyBy(sentAt, deadlines);
  const request: ReplyRequest = {
    epoch: (concerned.request?.epoch ?? 0) + 1,
    unitId: externalUnitId,
    snapshot: outgoingText.text,
    ...(outgoingText.form === 'identified' && { form: outgoingText.form }),
    sentAt,
    acknowledgeBy: acknowledgeBy(sentAt, deadlines),
    replyBy: due,
    linkExpiresAt: linkExpiresAt(due, deadlines),
    grantedExtraDays: 0,
    ...(how !== 'link' && { how }),
  };
  return carryOut(concerned, 'send-case', context, {
    changes: {
      request, asks: decidedAsks(concerned.asks), steps: {}, leadInvestigatorId: concerned.leadInvestigatorId ?? leadOf(concerned, context),
      dispatches: logged(concerned, { how, at: sentAt, by: context.actor, unitId: externalUnitId, epoch: request.epoch, note }),
    },
    events: [{ type: 'sent', detail: { externalUnitId, epoch: request.epoch, replyBy: due, how, ...(how !== 'link' && { sentAt, note }) } }],
    mails: how === 'link' ? [requestMail(request)] : [],
  });
};

const lifeOfNewLink = (request: ReplyRequest, now: Instant, context: CommandContext): Instant =>
  later(request.linkExpiresAt, linkExpiresAt(later(request.replyBy, now), context.routine.outgoing.deadlines));

/** A new link by the same clock; every older one is dead (ux.md, link 5). */
export const renewLink = (concerned: OutgoingCase, context: CommandContext): Outcome<OutgoingCase> => {
  nextStatus('renew-link', concerned.status);
  const { request } = concerned;
  if (request === null) throw new SendingBlocked('external-unit-missing');
  // A new link is a new disclosure.
  const asked = context.register.units.find(({ id }) => id === request.unitId);
  if (lacksConsentFor({ text: request.snapshot, form: request.form }, concerned, asked?.organisationId ?? concerned.counterpartId, context)) throw new SendingBlocked('consent-missing');
  // What was posted goes on by link once the unit has a mailbox.
  if (isPosted(request) && !asked?.mailbox) throw new SendingBlocked('mailbox-missing');
  const { bouncedAt: _bounceOfTheOldMail, how: _onPaper, ...kept } = request;
  const renewed: ReplyRequest = { ...kept, epoch: request.epoch + 1, linkExpiresAt: lifeOfNewLink(request, context.now, context) };
  return carryOut(concerned, 'renew-link', context, {
    changes: {
      request: renewed, steps: withoutSteps(concerned.steps, ['expireLink']),
      dispatches: logged(concerned, { how: 'link', at: context.now, by: context.actor, unitId: renewed.unitId, epoch: renewed.epoch, note: '' }),
    },
    events: [{ type: 'linkRenewed', detail: { epoch: renewed.epoch } }],
    mails: [requestMail(renewed)],
  });
};

/** ux.md, link 8: how, when and by whom the unit learnt whom it concerns; never the identity itself. @throws SendingBlocked (R4) */
export const recordIdentityCall = (concerned: OutgoingCase, command: { how: string; at: Instant; receiverTitle: string }, context: CommandContext): Outcome<OutgoingCase> => {
  nextStatus('record-identity-call', concerned.status);
  const asked = context.register.units.find(({ id }) => id === concerned.request?.unitId);
  if (lacksConsentForIdentity(concerned, asked?.organisationId ?? concerned.counterpartId, context.routine)) throw new SendingBlocked('consent-missing');
  return carryOut(concerned, 'record-identity-call', context, {
    events: [{ type: 'identityGiven', detail: { how: command.how, givenAt: command.at, receiverTitle: command.receiverTitle } }],
  });
};
