import type { output } from 'zod/mini';
import type { CommandReceipt, closeCase as bodyShape } from '../contracts/command.ts';
import { close } from '../domain/commands/ending.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Closes the case. */
export const closeCase = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'close-case', outgoing: close });
