import type { ExecutionView } from '../contracts/execution.ts';
import { mayWatchExecutions } from '../domain/access.ts';
import { NotAllowed, NotFound } from '../domain/errors.ts';
import { parseExecutionName } from '../domain/outbox.ts';
import type { Caller } from './ports.ts';
import type { WatchPorts } from './ports-relay.ts';
import { signIn } from './staff-access.ts';


/** Characters of an import's id by which people tell it from another. */
const shownCharacters = 8;

/**
 * The execution of a register's import, of a package or of a report, which is of no case: nothing of it is logged as read, and it is
 * mended by doing the whole again. @throws UnknownUser, NotAllowed, NotFound
 */
export async function caselessExecution(ports: Pick<WatchPorts, 'registers' | 'executions'>, caller: Caller, executionId: string): Promise<ExecutionView> {
  const { member } = await signIn(ports, caller);
  if (!mayWatchExecutions(member)) throw new NotAllowed('not-a-watcher');
  const { caseId: importId, track: machine, generation = 1 } = parseExecutionName(executionId) ?? {};
  const execution = machine === undefined ? undefined : await ports.executions.describe(machine, executionId);
  if (importId === undefined || machine === undefined || execution === undefined) throw new NotFound('execution');
  const { status, stateMachine, startedAt, stoppedAt, error, input } = execution;
  return {
    id: executionId, caseId: importId, track: null, number: machine === 'periodic-report' ? importId : importId.slice(0, shownCharacters), unit: '', caseStatus: '', waitsFor: null, waitsSince: null, waitsUntil: null, overdue: false, stopped: false,
    generation, caseVersion: 0, status, machine, stateMachine, startedAt, stoppedAt, error, input, currentState: null, consoleUrl: ports.executions.consoleUrl(machine, executionId),
    mayReadCase: false, mendings: [], redriveBlockedBy: null, redriveUntil: null, generations: [{ id: executionId, generation, status, startedAt }],
  };
}
