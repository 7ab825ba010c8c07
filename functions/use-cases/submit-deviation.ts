import type { SubmitReceipt } from '../contracts/command.ts';
import { submitReceipt } from '../contracts/command.ts';
import type { SubmitDeviation } from '../contracts/report.ts';
import { mayEnterFromPaper, mayReport } from '../domain/access.ts';
import { localDate } from '../domain/calendar.ts';
import { caseNumber, caseNumbers } from '../domain/case-number.ts';
import { submit } from '../domain/commands/submission.ts';
import { Conflict, NotAllowed } from '../domain/errors.ts';
import type { StaffCommand, StaffPorts } from './ports.ts';
import { accessEntry, signIn } from './staff-access.ts';
import { watchersOf } from '../domain/watching.ts';

/** Numbers are drawn by chance: five taken ones in a row mean that something else is wrong. */
const draws = 5;

/**
 * Who may report, the routine says. Case, number, receipt, patient reference, first event and the start of the lifecycle are one
 * transaction; the draft it was written in goes with it. @throws UnknownUser, NotAllowed, InvalidInput, IdempotencyKeyReused, Conflict, Throttled
 */
export const submitDeviation = async (ports: StaffPorts, request: StaffCommand<SubmitDeviation>): Promise<SubmitReceipt> => {
  const { caller, idempotency, body } = request;
  const signedIn = await signIn(ports, caller);
  const routine = await ports.registers.activeRoutine(signedIn.register, caller.now);
  if (!mayReport(signedIn.member, routine)) throw new NotAllowed('not-in-routine');
  if (body.paper && !mayEnterFromPaper(signedIn.member, body.report.unitId, routine)) throw new NotAllowed('not-in-routine');
  const context = { now: caller.now, actor: caller.userId, principal: null, routine, register: signedIn.register };
  const decide = () => submit({
    caseId: ports.identifiers.newId(),
    number: caseNumber(ports.identifiers.newNumber(caseNumbers)),
    report: body.report,
    hasPatientReference: body.patientReference !== undefined,
    paper: body.paper,
    protectedIdentity: body.patientReference?.protectedIdentity ?? false,
  }, context);
  let outcome: ReturnType<typeof decide>;
  try {
    outcome = decide();
  } catch (error) {
    // What is refused by now may have been accepted when it was first sent. All else the transaction finds out by itself.
    const earlier = await ports.cases.findAnswer(caller.userId, idempotency, caller.now);
    if (earlier !== undefined) return submitReceipt.parse(earlier);
    throw error;
  }
  const patientReference = body.patientReference && {
    ...body.patientReference,
    patientKey: await ports.patientReferences.pseudonym(body.patientReference.reference),
  };
  for (let draw = 0; draw < draws; draw += 1) {
    const { id, number, version, status, handleBy, responsible } = outcome.case;
    const answer: SubmitReceipt = { caseId: id, number, version, status, receivedAt: caller.now, handleBy: localDate(handleBy), responsible };
    const loaded = { case: outcome.case, patientKey: patientReference?.patientKey ?? null };
    const committed = await ports.cases.commit({
      case: outcome.case,
      expected: null,
      events: outcome.events,
      outbox: outcome.outbox,
      access: accessEntry(caller, signedIn, 'submit-deviation', 'write', { loaded, principal: null }),
      idempotency: { ...idempotency, scope: caller.userId, answer },
      patientReference,
      assigns: watchersOf(outcome.case),
      discardDraft: body.draftId === undefined ? undefined : { userId: caller.userId, draftId: body.draftId },
    });
    if (committed.kind === 'written') return answer;
    if (committed.kind === 'replayed') return submitReceipt.parse(committed.answer);
    outcome = decide();
  }
  throw new Conflict('No case number was free');
};
