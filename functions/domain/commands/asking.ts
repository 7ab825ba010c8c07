import type { Ask, OutgoingCase, ReplyRequest } from '../case.ts';
import type { CommandContext, Outcome } from '../command.ts';
import { carryOut, toHandlers, toUnit } from '../command.ts';
import { acknowledgeBy, handleBy, linkExpiresAt, prolonged } from '../deadlines.ts';
import { AskDecided, AskOpen, InvalidInput, MoreTimeOutOfRange, NotFound, SendingBlocked, WrongStatus } from '../errors.ts';
import { isInUse } from '../in-use.ts';
import { later } from '../instant.ts';
import { demandNothingIdentifying, type SaidHarmless } from '../outgoing-text.ts';
import type { Register, Unit } from '../register.ts';
import { lacksConsentFor } from '../secrecy.ts';
import { nextStatus } from '../transitions.ts';
import type { AskKind } from '../vocabulary.ts';
import { decidedAsks, isUndecided, requestMail, withoutSteps } from './sending.ts';

const noneOpen = ({ asks, request }: OutgoingCase, kind: AskKind): void => {
  if (asks.some((ask) => ask.kind === kind && ask.unitId === request?.unitId && isUndecided(ask))) throw new AskOpen();
};
// Numbered by version, not by count: an ask that fell must not lend its number, and its mail's id, to the next.
const askOf = (concerned: OutgoingCase, context: CommandContext, rest: Pick<Ask, 'kind' | 'reason' | 'toUnitId' | 'days'>): Ask =>
  ({ id: `ask-${concerned.version + 1}`, unitId: concerned.request?.unitId ?? '', askedAt: context.now, ...rest });

/** Units of the register a request can be handed over to: another's, with a mailbox, not the one that has it. */
export const handOverUnits = (concerned: OutgoingCase, register: Register): readonly Unit[] => {
  const external = new Set(register.organisations.filter(({ own }) => !own).map(({ id }) => id));
  return register.units.filter((unit) => external.has(unit.organisationId) && isInUse(unit) && unit.mailbox !== undefined && unit.id !== concerned.request?.unitId);
};

/** @throws InvalidInput, AskOpen */
export const askHandOver = (concerned: OutgoingCase, command: { toUnitId: string; reason: string }, context: CommandContext): Outcome<OutgoingCase> => {
  nextStatus('ask-hand-over', concerned.status);
  noneOpen(concerned, 'handOver');
  if (!context.register.units.some((unit) => unit.id === command.toUnitId && isInUse(unit))) throw new InvalidInput({ pointer: '/toUnitId', code: 'external-unit-unknown' });
  if (!handOverUnits(concerned, context.register).some(({ id }) => id === command.toUnitId)) {
    throw new InvalidInput({ pointer: '/toUnitId', code: 'external-unit-foreign' });
  }
  const ask = askOf(concerned, context, { kind: 'handOver', reason: command.reason, toUnitId: command.toUnitId });
  return carryOut(concerned, 'ask-hand-over', context, {
    changes: { asks: [...concerned.asks, ask] },
    events: [{ type: 'asked', detail: { ask: ask.id, kind: 'handOver', externalUnitId: ask.unitId, toUnitId: command.toUnitId, reason: command.reason } }],
    mails: toHandlers(concerned, context, { mail: 'asked', occasion: ask.id, data: { askKind: 'handOver' } }),
  });
};

/** Calendar days that may still be added to the reply deadline. */
export const moreTimeLeft = (concerned: OutgoingCase, routine: CommandContext['routine']): number =>
  Math.max(0, routine.outgoing.deadlines.moreTimeAtMostDays - (concerned.request?.grantedExtraDays ?? 0));

/** @throws MoreTimeOutOfRange, AskOpen */
export const askMoreTime = (concerned: OutgoingCase, command: { days: number; reason: string }, context: CommandContext): Outcome<OutgoingCase> => {
  nextStatus('ask-more-time', concerned.status);
  noneOpen(concerned, 'moreTime');
  const left = moreTimeLeft(concerned, context.routine);
  if (command.days > left) throw new MoreTimeOutOfRange(left);
  const ask = askOf(concerned, context, { kind: 'moreTime', reason: command.reason, days: command.days });
  return carryOut(concerned, 'ask-more-time', context, {
    changes: { asks: [...concerned.asks, ask] },
    events: [{ type: 'asked', detail: { ask: ask.id, kind: 'moreTime', externalUnitId: ask.unitId, days: command.days, reason: command.reason } }],
    mails: toHandlers(concerned, context, { mail: 'asked', occasion: ask.id, data: { askKind: 'moreTime', days: command.days } }),
  });
};

/**
 * Takes effect at once: the link is revoked (its epoch passes) and the case returns to be registered anew, without a
 * unit; whatever else was asked falls.
 */
export const reportWrongRecipient = (concerned: OutgoingCase, command: { reason: string }, context: CommandContext): Outcome<OutgoingCase> => {
  nextStatus('report-wrong-recipient', concerned.status);
  const { request } = concerned;
  if (request === null) throw new WrongStatus('report-wrong-recipient', concerned.status);
  return carryOut(concerned, 'report-wrong-recipient', context, {
    changes: {
      request: { ...request, epoch: request.epoch + 1 },
      externalUnitId: null,
      asks: decidedAsks(concerned.asks),
      handleBy: handleBy(context.now, context.routine.outgoing.deadlines),
      steps: {},
    },
    events: [{ type: 'wrongRecipient', detail: { externalUnitId: request.unitId, reason: command.reason } }],
    mails: toHandlers(concerned, context, { mail: 'asked', occasion: `wrong-e${request.epoch}`, data: { askKind: 'wrongRecipient' } }),
  });
};

/** Hand-over and more time take effect when MAS approves. @throws NotFound, AskDecided, SendingBlocked, MoreTimeOutOfRange, InvalidInput */
export const decideAsk = (concerned: OutgoingCase, command: SaidHarmless & { readonly askId: string; readonly approved: boolean; readonly reason: string }, context: CommandContext): Outcome<OutgoingCase> => {
  nextStatus('decide-ask', concerned.status);
  const { request } = concerned;
  const ask = concerned.asks.find(({ id }) => id === command.askId);
  if (!ask) throw new NotFound('ask');
  if (!isUndecided(ask)) throw new AskDecided();
  if (request === null) throw new WrongStatus('decide-ask', concerned.status);
  const said = demandNothingIdentifying({ ...command, text: command.reason }, context.register);
  const decided: Ask = { ...ask, decision: { approved: command.approved, by: context.actor, at: context.now, reason: command.reason } };
  const asks = concerned.asks.map((each) => (each.id === ask.id ? decided : each));
  const decidedEvent = { type: 'decided', detail: { ask: ask.id, kind: ask.kind, approved: command.approved, reason: command.reason, ...said } } as const;
  const decidedMail = (linkEpoch?: number) => ({
    mail: 'decided', to: toUnit(request.unitId), occasion: ask.id, data: { askKind: ask.kind, approved: command.approved },
    ...(linkEpoch !== undefined && { linkEpoch }),
  } as const);
  if (command.approved && ask.kind === 'handOver') {
    const unit = handOverUnits(concerned, context.register).find(({ id }) => id === ask.toUnitId);
    if (!unit) throw new InvalidInput({ pointer: '/askId', code: 'external-unit-unknown' });
    // R4: the text that identifies goes to another organisation.
    if (lacksConsentFor({ text: request.snapshot, form: request.form }, concerned, unit.organisationId, context)) throw new SendingBlocked('consent-missing');
    const { acknowledgedAt: _oldUnits, bouncedAt: _oldMails, ...kept } = request;
    const handedOver: ReplyRequest = {
      ...kept, epoch: request.epoch + 1, unitId: unit.id, acknowledgeBy: acknowledgeBy(context.now, context.routine.outgoing.deadlines),
      linkExpiresAt: later(request.linkExpiresAt, linkExpiresAt(later(request.replyBy, context.now), context.routine.outgoing.deadlines)),
    };
    return carryOut(concerned, 'hand-over', context, {
      changes: {
        // What else the former unit asked is not the next one's to wait for.
        asks: decidedAsks(asks), request: handedOver, externalUnitId: unit.id, counterpartId: unit.organisationId,
        steps: withoutSteps(concerned.steps, ['notAcknowledged', 'expireLink']),
      },
      events: [decidedEvent, { type: 'handedOver', detail: { fromUnitId: request.unitId, externalUnitId: unit.id, epoch: handedOver.epoch } }],
      mails: [decidedMail(), requestMail(handedOver)],
    });
  }
  if (command.approved && ask.kind === 'moreTime') {
    const days = ask.days ?? 0;
    const left = moreTimeLeft(concerned, context.routine);
    if (days > left) throw new MoreTimeOutOfRange(left);
    const due = prolonged(request.replyBy, days);
    const longer: ReplyRequest = {
      ...request, replyBy: due, grantedExtraDays: request.grantedExtraDays + days,
      linkExpiresAt: later(request.linkExpiresAt, linkExpiresAt(due, context.routine.outgoing.deadlines)),
    };
    return carryOut(concerned, 'grant-more-time', context, {
      changes: { asks, request: longer, steps: withoutSteps(concerned.steps, ['remindBefore', 'remindDue', 'remindAfter', 'escalate', 'expireLink']) },
      events: [{ ...decidedEvent, detail: { ...decidedEvent.detail, days, replyBy: due } }],
      mails: [decidedMail(longer.epoch)],
    });
  }
  return carryOut(concerned, 'decide-ask', context, { changes: { asks }, events: [decidedEvent], mails: [decidedMail(request.epoch)] });
};
