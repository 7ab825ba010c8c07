import type { output } from 'zod/mini';
import type { CommandReceipt, requestInformation as bodyShape } from '../contracts/command.ts';
import { requestInformation as decide } from '../domain/commands/handling.ts';
import { askFiler } from '../domain/incoming/handling.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Asks the reporter for more. */
export const requestInformation = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'request-information', outgoing: decide, incoming: askFiler });
