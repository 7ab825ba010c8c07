import { replyReceipt, type ReplyReceipt } from '../contracts/reply.ts';
import type { Case } from '../domain/case.ts';
import type { CommandContext, Outcome } from '../domain/command.ts';
import { changeCaseForUnit } from './change-case-for-unit.ts';
import type { Idempotency, RowWrite } from './ports.ts';
import type { ReplyPorts, ReplySession } from './ports-reply.ts';
import type { SessionCaller } from './reply-caller.ts';
import { openSession } from './reply-session.ts';

export interface SessionCommand<Body> {
  readonly caller: SessionCaller;
  readonly idempotency: Idempotency;
  readonly body: Body;
}

/**
 * A command through a session, once a key: the same command again gets the same receipt, even if it ended the request.
 * @throws SessionExpired, IdempotencyKeyReused, the domain's refusals, Conflict, Throttled
 */
export async function commandOfUnit(
  ports: ReplyPorts,
  { caller, idempotency }: Omit<SessionCommand<unknown>, 'body'>,
  operation: string,
  decide: (concerned: Case, context: CommandContext) => Outcome,
  alongside: (session: ReplySession) => readonly RowWrite[] = () => [],
): Promise<ReplyReceipt> {
  const session = await openSession(ports, caller);
  const earlier = await ports.cases.findAnswer(session.hash, idempotency, caller.now);
  if (earlier !== undefined) return replyReceipt.parse(earlier);
  const receipt = (concerned: Case) => ({ number: concerned.number, receivedAt: caller.now, state: concerned.status });
  const outcome = await changeCaseForUnit(ports, {
    caller, session, operation, decide, alongside: alongside(session), idempotency: { ...idempotency, answer: receipt },
  });
  return outcome.kind === 'replayed' ? replyReceipt.parse(outcome.answer) : receipt(outcome.case);
}
