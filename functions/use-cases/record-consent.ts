import type { output } from 'zod/mini';
import type { CommandReceipt, recordConsent as bodyShape } from '../contracts/command.ts';
import { recordConsent as decide } from '../domain/secrecy.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Records a consent that lifts secrecy, or why there is none (L7). */
export const recordConsent = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'record-consent', outgoing: decide, incoming: decide });
