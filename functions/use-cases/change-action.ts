import type { output } from 'zod/mini';
import type { CommandReceipt } from '../contracts/command.ts';
import type { changeAction as bodyShape } from '../contracts/follow-up.ts';
import { changeAction as decide } from '../domain/follow-up/actions.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Changes an action that is not done. */
export const changeAction = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'change-action', outgoing: decide, incoming: decide });
