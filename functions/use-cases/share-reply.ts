import type { output } from 'zod/mini';
import type { CommandReceipt, shareReply as bodyShape } from '../contracts/command.ts';
import { shareReply as decide } from '../domain/commands/replying.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Shares the reply with those concerned, the reporter among them (V11). */
export const shareReply = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'share-reply', outgoing: decide });
