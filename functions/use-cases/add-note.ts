import type { output } from 'zod/mini';
import type { CommandReceipt, addNote as bodyShape } from '../contracts/command.ts';
import { addNote as decide } from '../domain/commands/handling.ts';
import { addIncomingNote } from '../domain/incoming/handling.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Writes an internal note; it never leaves. */
export const addNote = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'add-note', outgoing: decide, incoming: addIncomingNote });
