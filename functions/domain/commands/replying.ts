import { localDate } from '../calendar.ts';
import type { OutgoingCase, Reply, ReplyPartTexts } from '../case.ts';
import type { CommandContext, MailDraft, Outcome } from '../command.ts';
import { carryOut, toHandlers, toUnit, toUser } from '../command.ts';
import { linkExpiresAt, requestSteps } from '../deadlines.ts';
import { InvalidInput, ReplyIncomplete, SendingBlocked, WrongStatus } from '../errors.ts';
import { isPosted } from '../dispatch.ts';
import { isOwnUnitInUse, mayBeNamed } from '../in-use.ts';
import { isBefore, later } from '../instant.ts';
import { demandNothingIdentifying, type SaidHarmless } from '../outgoing-text.ts';
import { holdersOf } from '../role-holders.ts';
import { lacksConsentFor } from '../secrecy.ts';
import { nextStatus } from '../transitions.ts';
import type { ReplyPart } from '../vocabulary.ts';
import { withoutSteps } from './sending.ts';

/** The first verified code acknowledges (domain.md section 5); null when the case was acknowledged before: nothing to write. */
export const acknowledge = (concerned: OutgoingCase, context: CommandContext): Outcome<OutgoingCase> | null => {
  const { request } = concerned;
  if (request === null || (concerned.status !== 'sent' && concerned.status !== 'handedOver')) return null;
  return carryOut(concerned, 'acknowledge', context, {
    changes: { request: { ...request, acknowledgedAt: context.now } },
    events: [{ type: 'acknowledged', detail: { externalUnitId: request.unitId } }],
    mails: toHandlers(concerned, context, { mail: 'acknowledged', occasion: `e${request.epoch}` }),
  });
};

/** All of the routine's required parts must hold something (H7). @throws ReplyIncomplete */
export const demandParts = (parts: ReplyPartTexts, { routine }: CommandContext): void => {
  const missing = routine.outgoing.reply.requiredParts.filter((part) => (parts[part] ?? '').trim() === '');
  if (missing.length > 0) throw new ReplyIncomplete(missing);
};

/**
 * Who hears of a reply: the handler, and whom the routine names besides (H7): the reporting unit's managers, those who hold
 * MAS. They find the case in their watch list from then on.
 */
export const tellOfReply = (concerned: OutgoingCase, reply: Reply, context: CommandContext): { readonly changes: Partial<OutgoingCase>; readonly mails: readonly MailDraft[] } => {
  const { register, routine, now, actor } = context;
  const date = localDate(now);
  const draft = { mail: 'answered', occasion: `r${reply.number}` } as const;
  const besides = routine.outgoing.replyTo.flatMap((to) => (to === 'mas' ? holdersOf(register, 'mas', date) : holdersOf(register, 'unitManager', date, concerned.report.unitId)));
  const replyTo = [...new Set([...concerned.replyTo ?? [], ...besides])];
  return {
    changes: replyTo.length > 0 ? { replyTo } : {},
    mails: [...toHandlers(concerned, context, draft), ...besides.filter((userId) => userId !== actor).map((userId) => ({ ...draft, to: toUser(userId) }))],
  };
};

/** @throws ReplyIncomplete */
export const answer = (concerned: OutgoingCase, command: { parts: Reply['parts']; respondentTitle: string }, context: CommandContext): Outcome<OutgoingCase> => {
  const { request } = concerned;
  nextStatus('answer', concerned.status);
  if (request === null) throw new WrongStatus('answer', concerned.status);
  demandParts(command.parts, context);
  const reply: Reply = {
    number: concerned.replies.length + 1, unitId: request.unitId, parts: command.parts, respondentTitle: command.respondentTitle, receivedAt: context.now,
  };
  const told = tellOfReply(concerned, reply, context);
  return carryOut(concerned, 'answer', context, {
    changes: {
      ...told.changes,
      request: { ...request, acknowledgedAt: request.acknowledgedAt ?? context.now, answeredAt: context.now },
      replies: [...concerned.replies, reply],
    },
    events: [{ type: 'answered', detail: { reply: reply.number, externalUnitId: request.unitId } }],
    mails: told.mails,
  });
};

/**
 * An incomplete reply goes back with a reason and a live link; the clock keeps running (H7). Reminders whose time
 * passed while the reply was here are not sent after it: the returning mail says it already. @throws SendingBlocked, WrongStatus
 */
export const returnReply = (concerned: OutgoingCase, command: SaidHarmless & { readonly reason: string; readonly lacking?: readonly ReplyPart[] | undefined }, context: CommandContext): Outcome<OutgoingCase> => {
  nextStatus('return-reply', concerned.status);
  const { request } = concerned;
  const lacking = [...new Set(command.lacking ?? [])];
  const last = concerned.replies.at(-1);
  if (request === null || last === undefined || last.returnedAt !== undefined || last.unitId !== request.unitId) throw new WrongStatus('return-reply', concerned.status);
  // Who is asked again is who answered, also where a reopened case names another unit by now; its link opens the request again.
  const counterpartId = context.register.units.find(({ id }) => id === request.unitId)?.organisationId ?? concerned.counterpartId;
  if (lacksConsentFor({ text: request.snapshot, form: request.form }, concerned, counterpartId, context)) throw new SendingBlocked('consent-missing');
  const said = demandNothingIdentifying({ ...command, text: command.reason }, context.register);
  const { answeredAt: _noLongerAnswered, ...open } = request;
  const { deadlines } = context.routine.outgoing;
  const expiresAt = isBefore(request.linkExpiresAt, context.now)
    ? linkExpiresAt(later(request.replyBy, context.now), deadlines)
    : request.linkExpiresAt;
  const returned = { ...open, linkExpiresAt: expiresAt };
  const due = requestSteps(returned, deadlines);
  const passed = (['remindBefore', 'remindDue', 'remindAfter'] as const).filter((step) => isBefore(due[step], context.now));
  return carryOut(concerned, 'return-reply', context, {
    changes: {
      request: returned,
      externalUnitId: request.unitId,
      counterpartId,
      replies: concerned.replies.map((reply) => (reply === last ? { ...reply, returnedAt: context.now, returnReason: command.reason, ...(lacking.length > 0 && { lacking }) } : reply)),
      steps: {
        ...Object.fromEntries(passed.map((step) => [step, context.now])),
        ...withoutSteps(concerned.steps, expiresAt === request.linkExpiresAt ? [] : ['expireLink']),
      },
    },
    events: [{ type: 'replyReturned', detail: { reply: last.number, reason: command.reason, ...(lacking.length > 0 && { lacking: lacking.join(' ') }), ...said } }],
    mails: isPosted(request) ? [] : [{ mail: 'returned', to: toUnit(request.unitId), occasion: `r${last.number}`, linkEpoch: request.epoch }],
  });
};

/** The reply goes to the persons concerned in the own organisation, always the reporter among them (V11). @throws InvalidInput */
export const shareReply = (concerned: OutgoingCase, command: { unitIds: readonly string[]; userIds: readonly string[]; message: string }, context: CommandContext): Outcome<OutgoingCase> => {
  const { register } = context;
  nextStatus('share-reply', concerned.status);
  if (concerned.replies.length === 0) throw new WrongStatus('share-reply', concerned.status);
  const [first, ...rest] = [
    ...command.unitIds.flatMap((unitId, index) => (isOwnUnitInUse(register, unitId) ? [] : [{ pointer: `/unitIds/${index}`, code: 'unit-unknown' as const }])),
    ...command.userIds.flatMap((userId, index) =>
      (mayBeNamed(register, userId) ? [] : [{ pointer: `/userIds/${index}`, code: 'user-unknown' as const }])),
  ];
  if (first) throw new InvalidInput(first, ...rest);
  const named = [...new Set([concerned.reporterId, ...command.userIds])];
  const inUnits = register.users.filter((user) => command.unitIds.includes(user.unitId)).map(({ id }) => id);
  return carryOut(concerned, 'share-reply', context, {
    changes: { sharedAt: context.now, sharedWith: [...new Set([...concerned.sharedWith, ...named, ...inUnits])] },
    events: [{ type: 'shared', detail: { userIds: named.join(' '), unitIds: command.unitIds.join(' '), message: command.message } }],
    // A whole unit may read it; its managers are told, and pass it on.
    mails: [...new Set([...named, ...command.unitIds.flatMap((unitId) => holdersOf(register, 'unitManager', localDate(context.now), unitId))])]
      .filter((userId) => userId !== context.actor)
      .map((userId) => ({ mail: 'shared', to: toUser(userId) })),
  });
};
