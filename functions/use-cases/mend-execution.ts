import type { output } from 'zod/mini';
import type { CommandReceipt } from '../contracts/command.ts';
import type { mendExecution as bodyShape } from '../contracts/execution.ts';
import type { Case } from '../domain/case.ts';
import type { CommandContext, Outcome } from '../domain/command.ts';
import type { MendedExecution } from '../domain/commands/mending.ts';
import { NotFound } from '../domain/errors.ts';
import type { StaffCommand } from './ports.ts';
import type { MendPorts } from './ports-relay.ts';
import { runCaseCommand } from './run-case-command.ts';
import { executionOf } from './watched-execution.ts';

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
  const named = executionOf(executionId);
  if (named === undefined) throw new NotFound('execution');
  const described = await ports.executions.describe(executionId);
  return runCaseCommand(ports, { ...command, caseId: named.caseId }, {
    action,
    decide: (concerned, { reason }, context) => {
      if (described === undefined) throw new NotFound('execution');
      return decide(concerned, { reason, execution: { ...described, generation: named.generation } }, context);
    },
  });
};
