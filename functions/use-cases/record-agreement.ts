import type { output } from 'zod/mini';
import type { CommandReceipt } from '../contracts/command.ts';
import type { recordAgreement as bodyShape } from '../contracts/escalation.ts';
import { recordAgreement as decide } from '../domain/escalation/climbing.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Record what the nearest managers agree on (R6, R7, R9). */
export const recordAgreement = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'record-agreement', outgoing: decide, incoming: decide });
