import type { output } from 'zod/mini';
import type { CommandReceipt } from '../contracts/command.ts';
import type { returnInvestigation as bodyShape } from '../contracts/incoming.ts';
import { returnInvestigation as decide } from '../domain/incoming/investigating.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Asks the investigators to go on. */
export const returnInvestigation = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'return-investigation', incoming: decide });
