import type { ExecutionHistory } from '../contracts/execution.ts';
import { NotFound } from '../domain/errors.ts';
import { isCaseless } from '../domain/outbox.ts';
import { caselessExecution } from './caseless-execution.ts';
import type { Caller } from './ports.ts';
import type { WatchPorts } from './ports-relay.ts';
import { watchedExecution } from './watched-execution.ts';

/** What an execution did, newest first: names of states and errors, never input or output. @throws UnknownUser, NotAllowed, NotFound, CursorInvalid */
export async function readExecutionHistory(
  ports: WatchPorts,
  { caller, executionId, query }: { readonly caller: Caller; readonly executionId: string; readonly query: { readonly cursor?: string | undefined } },
): Promise<ExecutionHistory> {
  const { machine } = isCaseless(executionId) ? await caselessExecution(ports, caller, executionId) : await watchedExecution(ports, caller, executionId, 'read-execution-history');
  const history = await ports.executions.history(machine, executionId, query.cursor);
  if (history === undefined) throw new NotFound('execution');
  return { events: [...history.events], cursor: history.cursor };
}
