import type { output } from 'zod/mini';
import type { CommandReceipt } from '../contracts/command.ts';
import type { recordFeedback as bodyShape } from '../contracts/harm.ts';
import { recordFeedback as decide } from '../domain/harm/recording.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Tells the staff concerned what was done (H9). */
export const recordFeedback = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'record-feedback', outgoing: decide, incoming: decide });
