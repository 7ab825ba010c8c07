import type { output } from 'zod/mini';
import type { CommandReceipt, recordDispatch as bodyShape } from '../contracts/command.ts';
import { recordDispatch as decide } from '../domain/commands/dispatching.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Logs another paper of the request that left (H3). */
export const recordDispatch = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'record-dispatch', outgoing: decide });
