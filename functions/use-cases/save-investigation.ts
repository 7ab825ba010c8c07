import type { output } from 'zod/mini';
import type { CommandReceipt } from '../contracts/command.ts';
import type { saveInvestigation as bodyShape } from '../contracts/incoming.ts';
import { saveInvestigation as decide } from '../domain/incoming/investigating.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Writes parts of the investigation down (L2). */
export const saveInvestigation = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'save-investigation', incoming: decide });
