import type { output } from 'zod/mini';
import type { CommandReceipt } from '../contracts/command.ts';
import type { sendIncomingReply as bodyShape } from '../contracts/incoming.ts';
import { sendIncomingReply as decide } from '../domain/incoming/ending.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Sends the reply, which closes the case and moves its owner (V8). */
export const sendIncomingReply = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'send-incoming-reply', incoming: decide });
