import type { Case } from '../domain/case.ts';
import type { CommandContext, Outcome } from '../domain/command.ts';
import { Conflict, NotFound, StaleVersion } from '../domain/errors.ts';
import { externalAccess } from './external-access.ts';
import type { CommitOutcome, Idempotency, Json, LoadedCase, RowWrite } from './ports.ts';
import type { ReplyPorts, ReplySession } from './ports-reply.ts';
import { watchersOf } from '../domain/watching.ts';
import type { LinkCaller } from './reply-caller.ts';

const attempts = 6;

/** The case of a session, as `requestOf` and `filedCaseOf` give it. */
export type CaseOfSession<Of extends Case> = (ports: ReplyPorts, session: ReplySession) => Promise<{ readonly loaded: LoadedCase; readonly case: Of }>;
export interface UnitCommand<Of extends Case> {
  readonly caller: LinkCaller;
  readonly session: ReplySession;
  readonly operation: string;
  readonly caseOf: CaseOfSession<Of>;
  /** The domain's command; null when there is nothing to write on the case. */
  readonly decide: (concerned: Of, context: CommandContext) => Outcome | null;
  /** Rows of the link's own stores, in the same transaction. */
  readonly alongside?: readonly RowWrite[];
  readonly idempotency?: (Idempotency & { readonly answer: (concerned: Case) => Json }) | undefined;
}
export type UnitOutcome = { readonly kind: 'written'; readonly case: Case } | { readonly kind: 'replayed'; readonly answer: Json };

/**
 * Carries out a command of whoever is behind a link. They name no version: when somebody else wrote meanwhile, the case is
 * read and decided again, and the domain says whether it still is possible. Everything in one transaction.
 * @throws SessionExpired, the domain's refusals, Conflict after some attempts, Throttled
 */
export async function changeCaseForUnit<Of extends Case>(ports: ReplyPorts, command: UnitCommand<Of>): Promise<UnitOutcome> {
  const { caller, session } = command;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const { loaded, case: concerned } = await command.caseOf(ports, session);
    const routine = await ports.registers.routine(concerned.routine.id, concerned.routine.version);
    if (routine === undefined) throw new NotFound('routine');
    const outcome = command.decide(concerned, { now: caller.now, actor: 'external', principal: null, routine, register: await ports.registers.read() });
    const access = externalAccess({ at: caller.now, unitId: session.unitId, operation: command.operation, kind: 'write' }, loaded);
    if (outcome === null) {
      await ports.cases.record({ caseId: concerned.id, at: caller.now, expected: {}, events: [], outbox: [], alongside: command.alongside, access });
      return { kind: 'written', case: concerned };
    }
    const { idempotency } = command;
    const written = await orStale(ports.cases.commit({
      case: outcome.case, expected: { version: concerned.version, systemRevision: loaded.systemRevision, chain: loaded.chain },
      events: outcome.events, outbox: outcome.outbox, access, alongside: command.alongside,
      assigns: watchersOf(outcome.case).filter((userId) => !watchersOf(concerned).includes(userId)),
      ...(idempotency && { idempotency: { key: idempotency.key, bodyHash: idempotency.bodyHash, scope: session.hash, answer: idempotency.answer(outcome.case) } }),
    }));
    if (written.kind === 'written') return { kind: 'written', case: outcome.case };
    if (written.kind === 'replayed') return written;
  }
  throw new Conflict();
}

const orStale = (commit: Promise<CommitOutcome>): Promise<CommitOutcome> => commit.catch((error: unknown) => {
  if (error instanceof StaleVersion) return { kind: 'superseded' };
  throw error;
});
