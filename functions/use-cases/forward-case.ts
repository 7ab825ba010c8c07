import type { output } from 'zod/mini';
import type { CommandReceipt } from '../contracts/command.ts';
import type { forwardCase as bodyShape } from '../contracts/escalation.ts';
import { forwardCase as decide } from '../domain/escalation/climbing.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Forward the case one level up the ladder (R6, R7, R9). */
export const forwardCase = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'forward-case', outgoing: decide, incoming: decide });
