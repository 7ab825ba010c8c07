import type { output } from 'zod/mini';
import type { CommandReceipt } from '../contracts/command.ts';
import type { assessHarm as bodyShape } from '../contracts/harm.ts';
import { assessHarm as decide } from '../domain/harm/assessment.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Assesses the harm; what is serious is told at once (L3). */
export const assessHarm = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'assess-harm', outgoing: decide, incoming: decide });
