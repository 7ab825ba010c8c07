import type { output } from 'zod/mini';
import type { CommandReceipt, reopenCase as bodyShape } from '../contracts/command.ts';
import { reopen } from '../domain/commands/ending.ts';
import { reopenIncoming } from '../domain/incoming/ending.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Reopens a case as the next generation of its lifecycle. */
export const reopenCase = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'reopen-case', outgoing: reopen, incoming: reopenIncoming });
