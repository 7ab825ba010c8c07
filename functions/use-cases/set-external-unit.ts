import type { output } from 'zod/mini';
import type { CommandReceipt, setExternalUnit as bodyShape } from '../contracts/command.ts';
import { setExternalUnit as decide } from '../domain/commands/handling.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Sets which unit is asked (V10). */
export const setExternalUnit = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'set-external-unit', outgoing: decide });
