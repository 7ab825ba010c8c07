import type { CommandReceipt } from '../contracts/command.ts';
import { commandReceipt } from '../contracts/command.ts';
import type { Case, CaseEvent, OutgoingCase } from '../domain/case.ts';
import type { CommandContext, Outcome } from '../domain/command.ts';
import type { CaseActionName } from '../domain/access.ts';
import { Conflict, NotFound, StaleVersion, WrongStatus } from '../domain/errors.ts';
import { watchersOf } from '../domain/watching.ts';
import type { Action } from '../domain/case-parts.ts';
import type { IncomingCase } from '../domain/incoming-case.ts';
import type { CaseCommand, CaseWrite, LoadedCase, PatientReference, RowWrite, StaffPorts } from './ports.ts';
import { groupCaseRows } from './group-case-rows.ts';
import { accessEntry, demand, routineOf, signIn } from './staff-access.ts';

/** The workflow may write in the moment between reading and writing; more often than this is no coincidence. */
const attempts = 5;

export interface CaseCommandOptions<Body> {
  readonly action: Exclude<CaseActionName, 'read-case' | 'read-folder' | 'read-patient-reference'>;
  /** What the command does to a case of each direction; absent: it is none of that direction's commands. */
  readonly outgoing?: (concerned: OutgoingCase, body: Body, context: CommandContext) => Outcome;
  readonly incoming?: (concerned: IncomingCase, body: Body, context: CommandContext) => Outcome;
  /** Whom the case concerns from now on; written to its own store in the same transaction. */
  readonly patientReference?: (loaded: LoadedCase, body: Body) => Promise<PatientReference>;
  /** Events of before that the command takes something out of. */
  readonly mendedEvents?: (events: readonly CaseEvent[], body: Body) => readonly CaseEvent[];
  /** Rows beside the case, in its transaction. */
  readonly alongside?: (concerned: Case, context: CommandContext) => readonly RowWrite[];
  /** Why; for the access log. */
  readonly reason?: string;
}

/**
 * Every command of a person on a case: who, may it, is it the version that was seen, what does it do, one transaction.
 * The same command again (same key, same body) gets its first answer.
 * @throws UnknownUser, NotFound, NotAllowed, StaleVersion, WrongStatus, IdempotencyKeyReused, Conflict, Throttled, and
 * what the command's own rules refuse
 */
export const runCaseCommand = async <Body extends { readonly version: number }>(
  ports: StaffPorts, request: CaseCommand<Body>, options: CaseCommandOptions<Body>,
): Promise<CommandReceipt> => {
  const { caller, idempotency, body } = request;
  const signedIn = await signIn(ports, caller);
  const earlier = await ports.cases.findAnswer(caller.userId, idempotency, caller.now);
  if (earlier !== undefined) return commandReceipt.parse(earlier);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const loaded = await ports.cases.load(request.caseId);
    if (!loaded) throw new NotFound('case');
    const routine = await routineOf(ports, loaded.case);
    const principal = demand(signedIn.member, options.action, loaded.case, routine);
    if (body.version !== loaded.case.version) {
      // The same command may have been carried out while we looked.
      const answered = await ports.cases.findAnswer(caller.userId, idempotency, caller.now);
      if (answered !== undefined) return commandReceipt.parse(answered);
      throw new StaleVersion(loaded.case.version);
    }
    const context = { now: caller.now, actor: caller.userId, principal, routine, register: signedIn.register };
    const outcome = decide(options, loaded.case, body, context);
    const patientReference = await options.patientReference?.(loaded, body);
    const mendedEvents = options.mendedEvents?.(await ports.cases.events(request.caseId), body);
    const about = { case: loaded.case, patientKey: patientReference?.patientKey ?? loaded.patientKey };
    const answer: CommandReceipt = { caseId: outcome.case.id, number: outcome.case.number, version: outcome.case.version, status: outcome.case.status };
    const committed = await ports.cases.commit(writeOf(loaded, outcome, {
      access: accessEntry(caller, signedIn, options.action, 'write', { loaded: about, principal }, options.reason),
      patientReference,
      mendedEvents,
      alongside: options.alongside?.(loaded.case, context),
      idempotency: { ...idempotency, scope: caller.userId, answer },
    }));
    if (committed.kind === 'written') return answer;
    if (committed.kind === 'replayed') return commandReceipt.parse(committed.answer);
  }
  throw new Conflict();
};

/** @throws WrongStatus */
const decide = <Body extends { readonly version: number }>(options: CaseCommandOptions<Body>, concerned: Case, body: Body, context: CommandContext): Outcome => {
  const outcome = concerned.direction === 'outgoing' ? options.outgoing?.(concerned, body, context) : options.incoming?.(concerned, body, context);
  if (!outcome) throw new WrongStatus(options.action, concerned.status);
  return outcome;
};

const changedActions = (before: Case, after: Case, everyOne: boolean): readonly Action[] => {
  // In whose inbox they are, whom they concern and who may read them in a list follows the case.
  const same = !everyOne && before.responsible === after.responsible && before.owningUnitId === after.owningUnitId
    && before.protectedIdentity === after.protectedIdentity && before.leadInvestigatorId === after.leadInvestigatorId;
  return same ? after.actions.filter((action) => !before.actions.includes(action)) : after.actions;
};

/** An outcome as a write on the case as it was loaded. */
export const writeOf = (loaded: LoadedCase, outcome: Outcome, rest: Omit<CaseWrite, 'case' | 'expected' | 'events' | 'outbox'>): CaseWrite => ({
  case: outcome.case,
  expected: { version: loaded.case.version, systemRevision: loaded.systemRevision, chain: loaded.chain },
  events: outcome.events,
  outbox: outcome.outbox,
  assigns: watchersOf(outcome.case).filter((userId) => !watchersOf(loaded.case).includes(userId)),
  actions: changedActions(loaded.case, outcome.case, rest.patientReference !== undefined),
  ...rest,
  alongside: [...(rest.alongside ?? []), ...groupCaseRows(loaded.case, outcome.case, loaded.patientKey)],
});
