import type { output } from 'zod/mini';
import type { CommandReceipt } from '../contracts/command.ts';
import type { addAction as bodyShape } from '../contracts/follow-up.ts';
import { addAction as decide } from '../domain/follow-up/actions.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Plans an action, or records one that is done (V6). */
export const addAction = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'add-action', outgoing: decide, incoming: decide });
