import type { output } from 'zod/mini';
import type { CommandReceipt, confirmOutgoingText as bodyShape } from '../contracts/command.ts';
import { confirmOutgoingText as decide } from '../domain/commands/handling.ts';
import { confirmIncomingText } from '../domain/incoming/handling.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Confirms what leaves, after the checks (design.md 1.6). */
export const confirmOutgoingText = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, {
    action: 'confirm-outgoing-text',
    outgoing: (concerned, { form }, context) => decide(concerned, context, form),
    incoming: (concerned, { form }, context) => confirmIncomingText(concerned, context, form),
  });
