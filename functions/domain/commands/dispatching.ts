import type { Instant, OutgoingCase, Reply, ReplyPartTexts } from '../case.ts';
import type { CommandContext, Outcome } from '../command.ts';
import { carryOut } from '../command.ts';
import { InvalidInput, WrongStatus } from '../errors.ts';
import { logged } from '../dispatch.ts';
import { isBefore } from '../instant.ts';
import type { DispatchWay } from '../vocabulary.ts';
import { demandParts, tellOfReply } from './replying.ts';

/** Another paper of the request left: sent once more, or a reminder (H3). @throws InvalidInput, WrongStatus */
export const recordDispatch = (concerned: OutgoingCase, command: { readonly how: DispatchWay; readonly at: Instant; readonly note: string }, context: CommandContext): Outcome<OutgoingCase> => {
  const { request } = concerned;
  if (request === null) throw new WrongStatus('record-dispatch', concerned.status);
  if (isBefore(context.now, command.at)) throw new InvalidInput({ pointer: '/at', code: 'date-in-future' });
  const { how, at, note } = command;
  return carryOut(concerned, 'record-dispatch', context, {
    changes: { dispatches: logged(concerned, { how, at, by: context.actor, unitId: request.unitId, epoch: request.epoch, note }) },
    events: [{ type: 'dispatched', detail: { how, sentAt: at, externalUnitId: request.unitId, note } }],
  });
};

/**
 * A reply that did not come through the link, as somebody typed it in; the same parts are demanded of it, and it can be
 * returned like any other. @throws ReplyIncomplete, InvalidInput, WrongStatus
 */
export const registerReply = (
  concerned: OutgoingCase,
  command: { readonly parts: ReplyPartTexts; readonly respondentTitle: string; readonly receivedAt: Instant; readonly how: Exclude<DispatchWay, 'link'> },
  context: CommandContext,
): Outcome<OutgoingCase> => {
  const { request } = concerned;
  const { now, actor } = context;
  const { parts, respondentTitle, receivedAt, how } = command;
  if (request === null) throw new WrongStatus('register-reply', concerned.status);
  if (isBefore(now, receivedAt)) throw new InvalidInput({ pointer: '/receivedAt', code: 'date-in-future' });
  if (isBefore(receivedAt, request.sentAt)) throw new InvalidInput({ pointer: '/receivedAt', code: 'received-before-happened' });
  demandParts(parts, context);
  const reply: Reply = { number: concerned.replies.length + 1, unitId: request.unitId, parts, respondentTitle, receivedAt, registered: { by: actor, at: now, how } };
  const told = tellOfReply(concerned, reply, context);
  return carryOut(concerned, 'register-reply', context, {
    changes: { request: { ...request, acknowledgedAt: request.acknowledgedAt ?? receivedAt, answeredAt: receivedAt }, replies: [...concerned.replies, reply], ...told.changes },
    events: [{ type: 'replyRegistered', detail: { reply: reply.number, externalUnitId: request.unitId, how, receivedAt } }],
    mails: told.mails,
  });
};
