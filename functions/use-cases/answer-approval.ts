import type { output } from 'zod/mini';
import type { answerApproval as bodyShape, ApprovalPage } from '../contracts/event-description.ts';
import { Conflict, NotFound, StaleVersion } from '../domain/errors.ts';
import { answerDescription } from '../domain/event-description/changing.ts';
import { noticeEntry } from '../domain/outbox.ts';
import { demandNothingIdentifying } from '../domain/outgoing-text.ts';
import { approvalOf, logApproval } from './approval-link.ts';
import type { Idempotency } from './ports.ts';
import type { ReplyPorts } from './ports-reply.ts';
import { approvalPageOf } from './read-approval.ts';
import type { SessionCaller } from './reply-caller.ts';
import { openSession } from './reply-session.ts';

const attempts = 5;

/**
 * Approves, refuses, proposes a change, or withdraws what is published, of the revision that was read; whoever asked is told. What
 * it writes is looked through as everything that crosses between the parties. The same command again gets the same answer.
 * @throws SessionExpired, LinkNotValid (edited meanwhile), WrongStatus, InvalidInput, SendingBlocked, IdempotencyKeyReused, Conflict
 */
export async function answerApproval(ports: ReplyPorts, { caller, idempotency, body }: { readonly caller: SessionCaller; readonly idempotency: Idempotency; readonly body: output<typeof bodyShape> }): Promise<ApprovalPage> {
  const session = await openSession(ports, caller);
  const register = await ports.registers.read();
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const description = await approvalOf(ports, session);
    if ((await ports.cases.findAnswer(session.hash, idempotency, caller.now)) !== undefined) return approvalPageOf(description, register);
    const routine = await ports.registers.routine(description.routine.id, description.routine.version);
    if (routine === undefined) throw new NotFound('routine');
    demandNothingIdentifying(body, register);
    const after = answerDescription(description, body, { now: caller.now, actor: 'external', register, rules: routine.eventDescriptions });
    const told = [...new Set([description.draftedBy, ...(description.ours ? [description.ours.by] : [])])];
    const outbox = told.map((userId) => noticeEntry({ caseId: description.id, mail: 'approvalAnswered', userId, occasion: `v${after.version}`, path: `/collaboration/event-descriptions/${description.id}` }));
    if (attempt === 0) await logApproval(ports, description, { at: caller.now, unitId: session.unitId, operation: 'answer-approval', kind: 'write' });
    try {
      await ports.descriptions.change(description, after, { outbox, idempotency: { ...idempotency, scope: session.hash, answer: { version: after.version } } });
      return approvalPageOf(after, register);
    } catch (error) {
      // The clock or our side wrote in the same moment: read and decide again.
      if (!(error instanceof StaleVersion)) throw error;
    }
  }
  throw new Conflict('The description was written by someone else in the same moment');
}
