import type { output } from 'zod/mini';
import type { CommandReceipt } from '../contracts/command.ts';
import type { recordStaffSupport as bodyShape } from '../contracts/harm.ts';
import { recordStaffSupport as decide } from '../domain/harm/recording.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Records whether and how staff get support (H9). */
export const recordStaffSupport = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'record-staff-support', outgoing: decide, incoming: decide });
