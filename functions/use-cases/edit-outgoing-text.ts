import type { output } from 'zod/mini';
import type { CommandReceipt, editOutgoingText as bodyShape } from '../contracts/command.ts';
import { editOutgoingText as decide } from '../domain/commands/handling.ts';
import { editIncomingText } from '../domain/incoming/handling.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Edits what leaves; never blocked by what it holds (L8). */
export const editOutgoingText = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'edit-outgoing-text', outgoing: decide, incoming: editIncomingText });
