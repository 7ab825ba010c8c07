import type { output } from 'zod/mini';
import type { CommandReceipt } from '../contracts/command.ts';
import type { openDispute as bodyShape } from '../contracts/dispute.ts';
import { openDispute as decide } from '../domain/dispute/opening.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Opens a dispute on responsibility or cost beside the case (G7). */
export const openDispute = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'open-dispute', outgoing: decide, incoming: decide });
