import type { ExecutionView } from '../contracts/execution.ts';
import { dueAt } from '../domain/command.ts';
import { NotFound } from '../domain/errors.ts';
import { isOpen } from '../domain/transitions.ts';
import { executionSummaryOf } from './list-executions.ts';
import { namesOf } from './names.ts';
import type { Caller } from './ports.ts';
import type { WatchPorts } from './ports-relay.ts';
import { watchedExecution } from './watched-execution.ts';

/** The titles that the machine gives its waits, by what they await; the console marks the state in the graph. */
const waitTitles: Readonly<Record<string, string>> = {
  sending: 'Await sending', acknowledgement: 'Await acknowledgement', reply: 'Await reply', closing: 'Await closing',
};

/** One execution for those who watch over them: state and dates, nothing of what people wrote. @throws UnknownUser, NotAllowed, NotFound */
export async function readExecution(ports: WatchPorts, { caller, executionId }: { readonly caller: Caller; readonly executionId: string }): Promise<ExecutionView> {
  const { loaded, generation, register } = await watchedExecution(ports, caller, executionId);
  const execution = await ports.executions.describe(executionId);
  if (execution === undefined) throw new NotFound('execution');
  const concerned = loaded.case;
  // The wait shown on the case is the newest execution's.
  const waits = execution.status === 'RUNNING' && generation === concerned.generation ? loaded.waits : null;
  const { id, number, status, overdue, stopped, report: { unitId: reportingUnitId } } = concerned;
  const row = { id, number, status, generation, overdue, stopped, reportingUnitId, dueAt: isOpen(status) ? dueAt(concerned) : null, waits };
  const summary = executionSummaryOf(row, namesOf(register), caller.now);
  return {
    ...summary,
    caseVersion: concerned.version,
    status: execution.status,
    stateMachine: execution.stateMachine,
    startedAt: execution.startedAt,
    stoppedAt: execution.stoppedAt,
    error: execution.error,
    currentState: summary.waitsFor === null ? null : waitTitles[summary.waitsFor] ?? null,
    input: execution.input,
    consoleUrl: ports.executions.consoleUrl(executionId),
  };
}
