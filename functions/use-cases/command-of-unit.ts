import { replyReceipt, type ReplyReceipt } from '../contracts/reply.ts';
import type { Case, OutgoingCase } from '../domain/case.ts';
import type { CommandContext, Outcome } from '../domain/command.ts';
import { changeCaseForUnit, type CaseOfSession } from './change-case-for-unit.ts';
import type { Idempotency, RowWrite } from './ports.ts';
import type { ReplyPorts, ReplySession } from './ports-reply.ts';
import type { SessionCaller } from './reply-caller.ts';
import { openSession, requestOf } from './reply-session.ts';

export interface SessionCommand<Body> {
  readonly caller: SessionCaller;
  readonly idempotency: Idempotency;
  readonly body: Body;
}
type Bodiless = Omit<SessionCommand<unknown>, 'body'>;

/**
 * A command through a session, once a key: the same command again gets the same receipt, even if it ended the request.
 * @throws SessionExpired, IdempotencyKeyReused, the domain's refusals, Conflict, Throttled
 */
export async function commandThroughLink<Of extends Case>(
  ports: ReplyPorts,
  { caller, idempotency }: Bodiless,
  command: {
    readonly operation: string;
    readonly caseOf: CaseOfSession<Of>;
    readonly decide: (concerned: Of, context: CommandContext) => Outcome;
    readonly alongside?: (session: ReplySession) => readonly RowWrite[];
  },
): Promise<ReplyReceipt> {
  const session = await openSession(ports, caller);
  const earlier = await ports.cases.findAnswer(session.hash, idempotency, caller.now);
  if (earlier !== undefined) return replyReceipt.parse(earlier);
  const receipt = (concerned: Case) => ({ number: concerned.number, receivedAt: caller.now, state: concerned.status });
  const outcome = await changeCaseForUnit(ports, {
    caller, session, operation: command.operation, caseOf: command.caseOf, decide: command.decide, alongside: command.alongside?.(session) ?? [],
    idempotency: { ...idempotency, answer: receipt },
  });
  return outcome.kind === 'replayed' ? replyReceipt.parse(outcome.answer) : receipt(outcome.case);
}

/** A command of the external unit that has a request. @throws as commandThroughLink */
export const commandOfUnit = (
  ports: ReplyPorts, given: Bodiless, operation: string, decide: (concerned: OutgoingCase, context: CommandContext) => Outcome,
  alongside: (session: ReplySession) => readonly RowWrite[] = () => [],
): Promise<ReplyReceipt> => commandThroughLink(ports, given, { operation, caseOf: requestOf, decide, alongside });
