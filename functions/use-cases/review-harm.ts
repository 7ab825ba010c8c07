import type { output } from 'zod/mini';
import type { CommandReceipt } from '../contracts/command.ts';
import type { reviewHarm as bodyShape } from '../contracts/harm.ts';
import { reviewHarm as decide } from '../domain/harm/assessment.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Reviews another person’s assessment of harm. */
export const reviewHarm = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'review-harm', outgoing: decide, incoming: decide });
