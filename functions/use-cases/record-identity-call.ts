import type { output } from 'zod/mini';
import type { CommandReceipt, recordIdentityCall as bodyShape } from '../contracts/command.ts';
import { recordIdentityCall as decide } from '../domain/commands/sending.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Records how the identity was given to the external unit (ux.md, link 8). */
export const recordIdentityCall = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'record-identity-call', outgoing: decide });
