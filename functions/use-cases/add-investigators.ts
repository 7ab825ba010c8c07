import type { output } from 'zod/mini';
import type { CommandReceipt } from '../contracts/command.ts';
import type { addInvestigators as bodyShape } from '../contracts/incoming.ts';
import { addInvestigators as decide } from '../domain/incoming/people.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Adds co-investigators (V5). */
export const addInvestigators = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'add-investigators', incoming: decide });
