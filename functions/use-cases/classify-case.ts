import type { output } from 'zod/mini';
import type { classifyCase as bodyShape } from '../contracts/classification.ts';
import type { CommandReceipt } from '../contracts/command.ts';
import { classifyCase as decide } from '../domain/classification.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Settles target group and causes, for ladder, reports and figures. */
export const classifyCase = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'classify-case', outgoing: decide, incoming: decide });
