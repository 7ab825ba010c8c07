import type { output } from 'zod/mini';
import type { CommandReceipt } from '../contracts/command.ts';
import type { mendExecution as bodyShape } from '../contracts/execution.ts';
import type { Case } from '../domain/case.ts';
import type { CommandContext, Outcome } from '../domain/command.ts';
import type { MendedExecution } from '../domain/commands/mending.ts';
import { NotFound } from '../domain/errors.ts';
import { machineOf, parseExecutionName } from '../domain/outbox.ts';
import type { StaffCommand } from './ports.ts';
import type { MendPorts } from './ports-relay.ts';
import { runCaseCommand } from './run-case-command.ts';

export interface MendRequest extends StaffCommand<output<typeof bodyShape>> {
  readonly executionId: string;
}
type Decide = (concerned: Case, command: { readonly reason: string; readonly execution: MendedExecution }, context: CommandContext) => Outcome;

/**
 * A command on an execution is a command on its case: timeline, access log and outbox in one transaction; the relay then
 * does it to the execution, at least once (design.md 1.2). @throws what `runCaseCommand` throws, MendingRefused
 */
export const mendExecution = async (ports: MendPorts, request: MendRequest, action: 'redrive-execution' | 'stop-execution', decide: Decide): Promise<CommandReceipt> => {
  const { executionId, ...command } = request;
  const named = parseExecutionName(executionId);
  const loaded = named && (await ports.cases.load(named.caseId));
  if (named === undefined || loaded === undefined) throw new NotFound('execution');
  const described = await ports.executions.describe(named.track ?? machineOf(loaded.case), executionId);
  const decideSeen = (concerned: Case, { reason }: { readonly reason: string }, context: CommandContext): Outcome => {
    if (described === undefined) throw new NotFound('execution');
    return decide(concerned, { reason, execution: { ...described, track: named.track, generation: named.generation, run: named.run } }, context);
  };
  return runCaseCommand(ports, { ...command, caseId: named.caseId }, { action, outgoing: decideSeen, incoming: decideSeen });
};
