import type { output } from 'zod/mini';
import type { CommandReceipt, noteInRecord as bodyShape } from '../contracts/command.ts';
import { noteInRecord as ofOutgoing } from '../domain/commands/handling.ts';
import { noteInRecord as ofIncoming } from '../domain/incoming/handling.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Ticks that the case number stands in the patient's record (H4). */
export const noteInRecord = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, {
    action: 'note-in-record',
    outgoing: (concerned, _body, context) => ofOutgoing(concerned, context),
    incoming: (concerned, _body, context) => ofIncoming(concerned, context),
  });
