import type { output } from 'zod/mini';
import type { CommandReceipt, completeOnCall as bodyShape } from '../contracts/command.ts';
import { completeOnCall as decide } from '../domain/commands/on-call.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Adds what was done on call, or turns a wrong flag, with the reason (H1, H2). */
export const completeOnCall = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'complete-on-call', outgoing: decide });
