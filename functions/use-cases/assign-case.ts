import type { output } from 'zod/mini';
import type { CommandReceipt, assignCase as bodyShape } from '../contracts/command.ts';
import { assign } from '../domain/commands/handling.ts';
import { assignIncoming } from '../domain/incoming/people.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Names lead investigator and co-investigators (domain.md 1). */
export const assignCase = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'assign-case', outgoing: assign, incoming: assignIncoming });
