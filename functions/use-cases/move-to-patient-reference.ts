import type { output } from 'zod/mini';
import type { CommandReceipt, moveToPatientReference as bodyShape } from '../contracts/command.ts';
import { InvalidInput } from '../domain/errors.ts';
import { eventsWithoutNumber, moveToPatientReference as decide, numberOfMark } from '../domain/secrecy.ts';
import type { CaseCommand, LoadedCase, PatientReference, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

type Body = output<typeof bodyShape>;
/** A transaction takes a hundred rows. */
const eventsAtMost = 60;

/**
 * A personal number that stands in a text of the case goes to the patient reference's own store (L8). A case concerns one
 * patient: another's number is taken out of the text by whoever wrote it. @throws InvalidInput
 */
export const moveToPatientReference = (ports: StaffPorts, request: CaseCommand<Body>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, {
    action: 'move-to-patient-reference', outgoing: decide, incoming: decide, patientReference: (loaded, body) => referenceFrom(ports, loaded, body),
    mendedEvents: (events, { mark }) => eventsWithoutNumber(events, mark).slice(0, eventsAtMost),
  });

async function referenceFrom(ports: StaffPorts, loaded: LoadedCase, { mark, protectedIdentity }: Body): Promise<PatientReference> {
  const reference = numberOfMark(loaded.case, mark);
  if (reference === undefined) throw new InvalidInput({ pointer: '/mark', code: 'finding-unknown' });
  const patientKey = await ports.patientReferences.pseudonym(reference);
  if (loaded.patientKey !== null && loaded.patientKey !== patientKey) throw new InvalidInput({ pointer: '/mark', code: 'patient-reference-other' });
  return { reference, protectedIdentity: loaded.case.protectedIdentity || protectedIdentity, patientKey };
}
