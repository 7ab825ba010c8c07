import { intakeReceipt, type IntakeReceipt, type SubmitIntake } from '../contracts/intake.ts';
import { localDate } from '../domain/calendar.ts';
import { caseNumber, caseNumbers } from '../domain/case-number.ts';
import type { CommandContext } from '../domain/command.ts';
import { Conflict, SessionExpired } from '../domain/errors.ts';
import { file } from '../domain/incoming/filing.ts';
import { maskMailbox } from '../domain/masking.ts';
import type { Idempotency } from './ports.ts';
import type { IntakePorts, IntakeSession } from './ports-intake.ts';
import { openIntake } from './intake-session.ts';
import type { SessionCaller } from './reply-caller.ts';
import { watchersOf } from '../domain/watching.ts';

/** Numbers are drawn by chance: five taken ones in a row mean that something else is wrong. */
const draws = 5;

/**
 * Files what a party or the public reports. Case, number, receipt with the status link, patient reference, first event and
 * the start of the lifecycle are one transaction, and the session is spent by it.
 * @throws SessionExpired, InvalidInput, IdempotencyKeyReused, Conflict, Throttled
 */
export async function submitIntake(
  ports: IntakePorts, { caller, idempotency, body }: { readonly caller: SessionCaller; readonly idempotency: Idempotency; readonly body: SubmitIntake },
): Promise<IntakeReceipt> {
  const { now } = caller;
  const session = await openIntake(ports, caller);
  const earlier = await ports.cases.findAnswer(session.hash, idempotency, now);
  if (earlier !== undefined) return intakeReceipt.parse(earlier);
  if (session.filed) throw new SessionExpired();
  const register = await ports.registers.read();
  const routine = await ports.registers.activeRoutine(register, now);
  const context: CommandContext = { now, actor: 'external', principal: null, routine, register };
  const patientReference = body.patientReference && {
    ...body.patientReference, patientKey: await ports.patientReferences.pseudonym(body.patientReference.reference),
  };
  for (let draw = 0; draw < draws; draw += 1) {
    const { case: filed, events, outbox } = file({
      caseId: ports.identifiers.newId(),
      number: caseNumber(ports.identifiers.newNumber(caseNumbers)),
      report: { ...body.report, ...partyOf(session, context) },
      hasPatientReference: patientReference !== undefined,
      protectedIdentity: patientReference?.protectedIdentity ?? false,
      source: sourceOf(session, body),
      receivedAt: now,
    }, context);
    const answer: IntakeReceipt = {
      number: filed.number, receivedAt: now, registerBy: localDate(filed.handleBy), replyBy: localDate(filed.replyBy), sentTo: maskMailbox(session.mailbox),
    };
    const committed = await ports.cases.commit({
      case: filed, expected: null, events, outbox, patientReference,
      access: { at: now, userId: 'external', principal: null, unitId: session.unitId, operation: 'submit-intake', kind: 'write', caseId: filed.id, patientKey: patientReference?.patientKey ?? null },
      idempotency: { ...idempotency, scope: session.hash, answer },
      assigns: watchersOf(filed),
      alongside: [ports.intakes.filedRow({ ...session, lastUsedAt: now })],
    });
    if (committed.kind === 'written') return answer;
    if (committed.kind === 'replayed') return intakeReceipt.parse(committed.answer);
  }
  throw new Conflict('No case number was free');
}

/** From the code, never from the form: whoever can read the unit's mailbox files as the unit. */
const partyOf = ({ unitId }: IntakeSession, { register }: CommandContext) => ({
  partyUnitId: unitId, partyOrganisationId: register.units.find(({ id }) => id === unitId)?.organisationId ?? null,
});
const sourceOf = ({ kind, mailbox, language }: IntakeSession, { relation }: SubmitIntake) => ({
  kind, registeredBy: null, principal: null,
  // A unit's mailbox is the register's, which may change.
  filer: { mailbox: kind === 'public' ? mailbox : null, language, ...(kind === 'public' && relation !== undefined && { relation }) },
});
