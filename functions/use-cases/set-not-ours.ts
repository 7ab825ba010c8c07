import type { output } from 'zod/mini';
import type { CommandReceipt, setNotOurs as bodyShape } from '../contracts/command.ts';
import { setNotOurs as decide } from '../domain/commands/on-call.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Says that another organisation is responsible (H3). */
export const setNotOurs = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'set-not-ours', outgoing: decide });
