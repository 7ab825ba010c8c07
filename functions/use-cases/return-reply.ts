import type { output } from 'zod/mini';
import type { CommandReceipt, returnReply as bodyShape } from '../contracts/command.ts';
import { returnReply as decide } from '../domain/commands/replying.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Returns an incomplete reply; the clock keeps running (H7). */
export const returnReply = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'return-reply', outgoing: decide });
