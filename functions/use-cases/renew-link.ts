import type { output } from 'zod/mini';
import type { CommandReceipt, renewLink as bodyShape } from '../contracts/command.ts';
import { renewLink as decide } from '../domain/commands/sending.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Sends a new link; the old ones die (ux.md, link 5). */
export const renewLink = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'renew-link', outgoing: (concerned, _body, context) => decide(concerned, context) });
