import type { output } from 'zod/mini';
import type { CommandReceipt } from '../contracts/command.ts';
import type { consultGroup as bodyShape } from '../contracts/escalation.ts';
import { consultGroup as decide } from '../domain/escalation/deciding.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Ask the other groups of the level, or answer them (R7). */
export const consultGroup = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'consult-group', outgoing: decide, incoming: decide });
