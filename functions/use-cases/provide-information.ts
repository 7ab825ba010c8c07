import type { output } from 'zod/mini';
import type { CommandReceipt, provideInformation as bodyShape } from '../contracts/command.ts';
import { provideInformation as decide } from '../domain/commands/handling.ts';
import { answerForFiler } from '../domain/incoming/handling.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Answers what was asked. */
export const provideInformation = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'provide-information', outgoing: decide, incoming: answerForFiler });
