import type { output } from 'zod/mini';
import type { CommandReceipt, withdrawConsent as bodyShape } from '../contracts/command.ts';
import { withdrawConsent as decide } from '../domain/secrecy.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Records that a consent was withdrawn (L7). */
export const withdrawConsent = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'withdraw-consent', outgoing: decide, incoming: decide });
