import type { output } from 'zod/mini';
import type { CommandReceipt, registerReply as bodyShape } from '../contracts/command.ts';
import { registerReply as decide } from '../domain/commands/dispatching.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Registers a reply that came on paper or by hand. */
export const registerReply = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'register-reply', outgoing: decide });
