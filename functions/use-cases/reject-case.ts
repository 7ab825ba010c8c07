import type { output } from 'zod/mini';
import type { CommandReceipt } from '../contracts/command.ts';
import type { rejectCase as bodyShape } from '../contracts/incoming.ts';
import { rejectCase as decide } from '../domain/incoming/ending.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Rejects the case with a reason of the routine. */
export const rejectCase = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'reject-case', incoming: decide });
