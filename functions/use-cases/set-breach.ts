import type { output } from 'zod/mini';
import type { setBreach as bodyShape } from '../contracts/breach.ts';
import type { CommandReceipt } from '../contracts/command.ts';
import { setBreach as decide } from '../domain/commands/handling.ts';
import { setIncomingBreach } from '../domain/incoming/handling.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Sets which clause of which agreement was not followed (G1). */
export const setBreach = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'set-breach', outgoing: decide, incoming: setIncomingBreach });
