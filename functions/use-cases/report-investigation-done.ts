import type { output } from 'zod/mini';
import type { CommandReceipt } from '../contracts/command.ts';
import type { reportInvestigationDone as bodyShape } from '../contracts/incoming.ts';
import { reportInvestigationDone as decide } from '../domain/incoming/investigating.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Tells those responsible that the investigation is done (V7). */
export const reportInvestigationDone = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'report-investigation-done', incoming: decide });
