import type { output } from 'zod/mini';
import type { CommandReceipt } from '../contracts/command.ts';
import type { raiseCase as bodyShape } from '../contracts/escalation.ts';
import { raiseCase as decide } from '../domain/escalation/climbing.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Take the case to the nearest managers (R6, R7, R9). */
export const raiseCase = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'raise-case', outgoing: decide, incoming: decide });
