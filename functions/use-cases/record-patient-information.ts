import type { output } from 'zod/mini';
import type { CommandReceipt } from '../contracts/command.ts';
import type { recordPatientInformation as bodyShape } from '../contracts/harm.ts';
import { recordPatientInformation as decide } from '../domain/harm/recording.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Records what the patient was told (L4, R5, H9). */
export const recordPatientInformation = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'record-patient-information', outgoing: decide, incoming: decide });
