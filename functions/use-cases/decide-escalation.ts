import type { output } from 'zod/mini';
import type { CommandReceipt } from '../contracts/command.ts';
import type { decideEscalation as bodyShape } from '../contracts/escalation.ts';
import { decideEscalation as decide } from '../domain/escalation/deciding.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Record the decision of the highest level (R7). */
export const decideEscalation = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'decide-escalation', outgoing: decide, incoming: decide });
