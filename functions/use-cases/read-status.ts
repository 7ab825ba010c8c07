import type { StatusView } from '../contracts/intake.ts';
import { NotFound } from '../domain/errors.ts';
import type { IncomingCase } from '../domain/incoming-case.ts';
import { isLate } from '../domain/due.ts';
import { externalAccess } from './external-access.ts';
import { senderName } from './mail-recipient.ts';
import type { ReplyPorts } from './ports-reply.ts';
import type { SessionCaller } from './reply-caller.ts';
import { filedCaseOf, openSession } from './reply-session.ts';

/**
 * Where a filed deviation is, for whoever filed it: state, dates, what is asked, what was answered. Nothing of the
 * investigation, and no person. The first reading of a session is on the timeline; each is in the access log.
 * @throws SessionExpired
 */
export async function readStatus(ports: ReplyPorts, { caller }: { readonly caller: SessionCaller }): Promise<StatusView> {
  const { now } = caller;
  const session = await openSession(ports, caller);
  const { loaded, case: concerned } = await filedCaseOf(ports, session);
  const [register, routine, phone] = await Promise.all([
    ports.registers.read(), ports.registers.routine(concerned.routine.id, concerned.routine.version), ports.registers.callBackPhone(),
  ]);
  if (routine === undefined) throw new NotFound('routine');
  const { report, informationRequest: question, answer, rejection } = concerned;
  await ports.accessLog.record(externalAccess({ at: now, unitId: session.unitId, operation: 'read-status', kind: 'read' }, loaded));
  if (!session.opened) {
    await ports.cases.record({
      caseId: concerned.id, at: now, expected: {}, access: null, outbox: [], alongside: [ports.sessions.openedRow({ ...session, lastUsedAt: now })],
      events: [{ id: `opened-${session.hash.slice(0, 16)}`, caseId: concerned.id, at: now, type: 'opened', actor: 'external', detail: { epoch: session.epoch } }],
    });
  }
  const owner = register.units.find(({ id }) => id === concerned.owningUnitId)?.name ?? null;
  const reason = rejection && routine.incoming.rejectionReasons.find(({ code }) => code === rejection.reasonCode)?.text;
  return {
    number: concerned.number,
    organisationName: senderName(register, concerned.owningUnitId),
    phone: phone ?? null,
    language: register.units.find(({ id }) => id === report.partyUnitId)?.language ?? concerned.source.filer.language,
    receivedAt: concerned.receivedAt,
    state: stateOf(concerned),
    owner: concerned.registeredAt === undefined ? null : owner,
    clock: {
      now, registerBy: concerned.handleBy, registeredAt: concerned.registeredAt ?? null, replyBy: concerned.replyBy, answeredAt: answer?.sentAt ?? null,
      overdue: isLate(concerned, now),
    },
    report: { happenedAt: report.happenedAt, whatHappened: report.whatHappened, wishes: report.wishes ?? '' },
    question: question ? { text: question.question, askedAt: question.at, answer: question.answer ?? null } : null,
    reply: answer?.dispatch === 'link' ? { text: answer.text, sentAt: answer.sentAt } : null,
    rejection: rejection ? { reason: reason ?? { sv: rejection.reasonCode, en: rejection.reasonCode }, text: rejection.text, at: rejection.at } : null,
  };
}

function stateOf({ status, answer }: IncomingCase): StatusView['state'] {
  switch (status) {
    case 'received':
    case 'needsInfo':
    case 'rejected':
      return status;
    case 'investigating':
    case 'investigationDone':
    case 'reopened':
      return 'investigating';
    case 'closed':
      return answer === undefined ? 'closed' : 'answered';
    default:
      return 'registered';
  }
}
