import type { output } from 'zod/mini';
import type { CommandReceipt, setPatientReference as bodyShape } from '../contracts/command.ts';
import { setPatientReference as decide } from '../domain/secrecy.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Gives or mends the patient reference of a case, in its own store; the reason is in the access log (L5, L8). */
export const setPatientReference = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, {
    action: 'set-patient-reference', outgoing: decide, incoming: decide, reason: request.body.reason,
    patientReference: async (_loaded, { reference, protectedIdentity }) => ({ reference, protectedIdentity, patientKey: await ports.patientReferences.pseudonym(reference) }),
  });
