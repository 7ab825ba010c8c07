import type { output } from 'zod/mini';
import type { CommandReceipt, decideAsk as bodyShape } from '../contracts/command.ts';
import { decideAsk as decide } from '../domain/commands/asking.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Decides hand-over or more time; an approval takes effect at once. */
export const decideAsk = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'decide-ask', outgoing: decide });
