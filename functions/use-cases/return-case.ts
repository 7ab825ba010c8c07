import type { output } from 'zod/mini';
import type { CommandReceipt } from '../contracts/command.ts';
import type { returnCase as bodyShape } from '../contracts/escalation.ts';
import { returnCase as decide } from '../domain/escalation/climbing.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Return the case down the ladder (R6, R7, R9). */
export const returnCase = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'return-case', outgoing: decide, incoming: decide });
