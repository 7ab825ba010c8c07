import type { output } from 'zod/mini';
import type { CommandReceipt } from '../contracts/command.ts';
import type { recordHarmDecision as bodyShape } from '../contracts/harm.ts';
import { recordHarmDecision as decide } from '../domain/harm/recording.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Records the decision on lex Maria or lex Sarah (L3). */
export const recordHarmDecision = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'record-harm-decision', outgoing: decide, incoming: decide });
