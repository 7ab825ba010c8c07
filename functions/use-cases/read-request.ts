import type { RequestView } from '../contracts/reply.ts';
import { isBefore } from '../domain/instant.ts';
import type { OutgoingCase, Reply } from '../domain/case.ts';
import { handOverUnits, moreTimeLeft } from '../domain/commands/asking.ts';
import { NotFound } from '../domain/errors.ts';
import { isUnderway } from '../domain/transitions.ts';
import { externalAccess } from './external-access.ts';
import { senderName } from './mail-recipient.ts';
import type { ReplyPorts } from './ports-reply.ts';
import type { SessionCaller } from './reply-caller.ts';
import { openSession, requestOf } from './reply-session.ts';

/**
 * All that the external unit sees: the snapshot that was sent, the clock, its own answer. Nothing of the case beside it
 * (level A, ux.md, link 8). The first reading of a session is on the timeline; each is in the access log.
 * @throws SessionExpired
 */
export async function readRequest(ports: ReplyPorts, { caller }: { readonly caller: SessionCaller }): Promise<RequestView> {
  const { now } = caller;
  const session = await openSession(ports, caller);
  const { loaded, case: concerned, request } = await requestOf(ports, session);
  const [register, routine, draft, phone] = await Promise.all([
    ports.registers.read(),
    ports.registers.routine(concerned.routine.id, concerned.routine.version),
    ports.replyDrafts.find(session.caseId, session.unitId, now),
    ports.registers.callBackPhone(),
  ]);
  if (routine === undefined) throw new NotFound('routine');
  await ports.accessLog.record(externalAccess({ at: now, unitId: session.unitId, operation: 'read-request', kind: 'read' }, loaded));
  if (!session.opened) {
    await ports.cases.record({
      caseId: concerned.id, at: now, expected: {}, access: null, outbox: [], alongside: [ports.sessions.openedRow({ ...session, lastUsedAt: now })],
      events: [{ id: `opened-${session.hash.slice(0, 16)}`, caseId: concerned.id, at: now, type: 'opened', actor: 'external', detail: { epoch: request.epoch, externalUnitId: request.unitId } }],
    });
  }
  // What another unit answered or asked before is none of this one's business.
  const own = { replies: concerned.replies.filter(({ unitId }) => unitId === request.unitId), asks: concerned.asks.filter(({ unitId }) => unitId === request.unitId) };
  const state = stateOf(concerned.status, own.replies);
  const unit = register.units.find(({ id }) => id === request.unitId);
  const last = own.replies.at(-1);
  const organisationOf = (id: string) => register.organisations.find((organisation) => organisation.id === id)?.name ?? '';
  return {
    number: concerned.number,
    sender: { organisation: senderName(register, concerned.report.unitId), callBackPhone: phone ?? null },
    unit: unit?.name ?? '',
    language: unit?.language,
    text: request.snapshot,
    clock: {
      now, handleBy: concerned.handleBy, sentAt: request.sentAt, acknowledgeBy: request.acknowledgeBy, acknowledgedAt: request.acknowledgedAt ?? null,
      replyBy: request.replyBy, answeredAt: request.answeredAt ?? null, linkExpiresAt: request.linkExpiresAt, overdue: isUnderway(concerned.status) && isBefore(request.replyBy, now),
    },
    requiredParts: [...routine.outgoing.reply.requiredParts],
    state,
    returnReason: state === 'returned' ? last?.returnReason ?? null : null,
    lacking: state === 'returned' ? [...last?.lacking ?? []] : [],
    // A returned reply is where the next one starts from.
    draft: draft ?? (state === 'returned' && last ? { parts: partsOf(last), respondentTitle: last.respondentTitle } : null),
    answer: last && (state === 'answered' || state === 'closed') ? { parts: partsOf(last), respondentTitle: last.respondentTitle, receivedAt: last.receivedAt } : null,
    asks: own.asks.map(({ id, kind, askedAt, decision }) => ({
      id, kind, askedAt, decision: decision ? { approved: decision.approved, at: decision.at, reason: decision.reason } : null,
    })),
    moreTimeAtMostDays: moreTimeLeft(concerned, routine),
    handOverUnits: isUnderway(concerned.status)
      ? handOverUnits(concerned, register).map(({ id, name, organisationId }) => ({ id, name, organisationName: organisationOf(organisationId) }))
      : [],
  };
}

const partsOf = ({ parts }: Reply) => ({ ...parts });

function stateOf(status: OutgoingCase['status'], replies: readonly Reply[]): RequestView['state'] {
  if (status === 'replyReturned') return 'returned';
  if (isUnderway(status)) return 'open';
  if (status === 'closed' || status === 'withdrawn' || status === 'rejected') return 'closed';
  return replies.length > 0 ? 'answered' : 'closed';
}
