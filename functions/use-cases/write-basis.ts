import type { output } from 'zod/mini';
import type { CommandReceipt } from '../contracts/command.ts';
import type { writeBasis as bodyShape } from '../contracts/escalation.ts';
import { writeBasis as decide } from '../domain/escalation/deciding.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Write the basis of the decision (R7). */
export const writeBasis = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'write-basis', outgoing: decide, incoming: decide });
