import type { output } from 'zod/mini';
import type { CommandReceipt, sendCase as bodyShape } from '../contracts/command.ts';
import { send } from '../domain/commands/sending.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Sends the case to the external unit; the clock both parties see starts. */
export const sendCase = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'send-case', outgoing: (concerned, body, context) => send(concerned, context, body) });
