import type { output } from 'zod/mini';
import type { CommandReceipt } from '../contracts/command.ts';
import type { informOfDecision as bodyShape } from '../contracts/escalation.ts';
import { informOfDecision as decide } from '../domain/escalation/deciding.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Tell the units concerned of the decision (R7). */
export const informOfDecision = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'inform-of-decision', outgoing: decide, incoming: decide });
