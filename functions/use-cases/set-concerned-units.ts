import type { output } from 'zod/mini';
import type { CommandReceipt } from '../contracts/command.ts';
import type { setConcernedUnits as bodyShape } from '../contracts/incoming.ts';
import { setConcernedUnits as decide } from '../domain/incoming/people.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Names our units that the report concerns. */
export const setConcernedUnits = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'set-concerned-units', incoming: decide });
