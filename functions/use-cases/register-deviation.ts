import type { RegisterDeviation, RegistrationReceipt } from '../contracts/incoming.ts';
import { registrationReceipt } from '../contracts/incoming.ts';
import { localDate } from '../domain/calendar.ts';
import { caseNumber, caseNumbers } from '../domain/case-number.ts';
import { Conflict, InvalidInput } from '../domain/errors.ts';
import { mayRegisterAs } from '../domain/incoming/access.ts';
import { registerDeviation as decide } from '../domain/incoming/filing.ts';
import type { StaffCommand, StaffPorts } from './ports.ts';
import { watchersOf } from '../domain/watching.ts';
import { accessEntry, signIn } from './staff-access.ts';

/** Numbers are drawn by chance: five taken ones in a row mean that something else is wrong. */
const draws = 5;

/**
 * An administrator registers for a principal, or the principal itself, what came by phone, letter or paper form (V2, V3,
 * H6). Case, number, patient reference, first events, watch lists and the start of the clocks are one transaction.
 * @throws UnknownUser, InvalidInput, IdempotencyKeyReused, Conflict, Throttled
 */
export const registerDeviation = async (ports: StaffPorts, request: StaffCommand<RegisterDeviation>): Promise<RegistrationReceipt> => {
  const { caller, idempotency, body } = request;
  const signedIn = await signIn(ports, caller);
  const earlier = await ports.cases.findAnswer(caller.userId, idempotency, caller.now);
  if (earlier !== undefined) return registrationReceipt.parse(earlier);
  const routine = await ports.registers.activeRoutine(signedIn.register, caller.now);
  if (!mayRegisterAs(signedIn.member, body.principal, routine.incoming)) throw new InvalidInput({ pointer: '/principal', code: 'principal-not-registering' });
  const context = { now: caller.now, actor: caller.userId, principal: body.principal, routine, register: signedIn.register };
  const source = { kind: body.paper ? 'paper' : 'administrator', filer: body.filer, ...(body.paper && { paper: body.paper }) } as const;
  const make = () => decide({
    caseId: ports.identifiers.newId(), number: caseNumber(ports.identifiers.newNumber(caseNumbers)), report: body.report,
    hasPatientReference: body.patientReference !== undefined, protectedIdentity: body.patientReference?.protectedIdentity ?? false, source, receivedAt: body.receivedAt,
  }, body.principal, context);
  let outcome = make();
  const patientReference = body.patientReference && { ...body.patientReference, patientKey: await ports.patientReferences.pseudonym(body.patientReference.reference) };
  for (let draw = 0; draw < draws; draw += 1) {
    const { id, number, version, status, replyBy, responsible, receivedAt } = outcome.case;
    const answer: RegistrationReceipt = { caseId: id, number, version, status, receivedAt, replyBy: localDate(replyBy), responsible };
    const committed = await ports.cases.commit({
      case: outcome.case, expected: null, events: outcome.events, outbox: outcome.outbox,
      access: accessEntry(caller, signedIn, 'register-deviation', 'write', { loaded: { case: outcome.case, patientKey: patientReference?.patientKey ?? null }, principal: body.principal }),
      idempotency: { ...idempotency, scope: caller.userId, answer },
      patientReference, assigns: watchersOf(outcome.case),
    });
    if (committed.kind === 'written') return answer;
    if (committed.kind === 'replayed') return registrationReceipt.parse(committed.answer);
    outcome = make();
  }
  throw new Conflict('No case number was free');
};
