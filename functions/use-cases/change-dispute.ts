import type { output } from 'zod/mini';
import type { CommandReceipt } from '../contracts/command.ts';
import type { changeDispute as bodyShape } from '../contracts/dispute.ts';
import type { Case } from '../domain/case.ts';
import type { CommandContext } from '../domain/command.ts';
import { changeDispute as decide } from '../domain/dispute/changing.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

type Body = output<typeof bodyShape>;
const change = <Of extends Case>(concerned: Of, body: Body, context: CommandContext) => decide(concerned, body.change, context);

/** Takes a dispute further, gives it another owner, or ends it (G7). */
export const changeDispute = (ports: StaffPorts, request: CaseCommand<Body>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'change-dispute', outgoing: change, incoming: change });
