import type { output } from 'zod/mini';
import type { CommandReceipt } from '../contracts/command.ts';
import type { editFolder as bodyShape } from '../contracts/escalation.ts';
import { editFolder as decide } from '../domain/escalation/climbing.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Write the de-identified text that groups read (R6, R7, R9). */
export const editFolder = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'edit-folder', outgoing: decide, incoming: decide });
