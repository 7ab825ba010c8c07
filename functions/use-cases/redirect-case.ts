import type { output } from 'zod/mini';
import type { CommandReceipt } from '../contracts/command.ts';
import type { redirectCase as bodyShape } from '../contracts/incoming.ts';
import { redirectCase as decide } from '../domain/incoming/people.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Passes the case on to the right unit; the clock goes on. */
export const redirectCase = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'redirect-case', incoming: decide });
