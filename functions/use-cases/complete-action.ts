import type { output } from 'zod/mini';
import type { CommandReceipt } from '../contracts/command.ts';
import type { completeAction as bodyShape } from '../contracts/follow-up.ts';
import { completeAction as decide } from '../domain/follow-up/actions.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Says that an action is done. */
export const completeAction = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'complete-action', outgoing: decide, incoming: decide });
