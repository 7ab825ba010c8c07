import type { output } from 'zod/mini';
import type { CommandReceipt } from '../contracts/command.ts';
import type { recordPharmacyNotification as bodyShape } from '../contracts/incoming.ts';
import { recordPharmacyNotification as decide } from '../domain/incoming/handling.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Records the dose pharmacy’s reference, or why there is none (V12). */
export const recordPharmacyNotification = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'record-pharmacy-notification', incoming: decide });
