import type { output } from 'zod/mini';
import type { CommandReceipt, withdrawCase as bodyShape } from '../contracts/command.ts';
import { withdraw } from '../domain/commands/ending.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Withdraws the case. */
export const withdrawCase = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'withdraw-case', outgoing: withdraw });
