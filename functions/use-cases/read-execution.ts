import type { ExecutionView } from '../contracts/execution.ts';
import { NotFound } from '../domain/errors.ts';
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
  return {
    id: executionId,
    caseId: concerned.id,
    number: concerned.number,
    unit: register.units.find(({ id }) => id === (concerned.request?.unitId ?? concerned.externalUnitId))?.name ?? '',
    caseStatus: concerned.status,
    waitsFor: waits?.waitsFor ?? null,
    waitsSince: waits?.waitsSince ?? null,
    waitsUntil: waits?.waitsUntil ?? null,
    overdue: concerned.overdue,
    stopped: concerned.stopped,
    caseVersion: concerned.version,
    status: execution.status,
    stateMachine: execution.stateMachine,
    startedAt: execution.startedAt,
    stoppedAt: execution.stoppedAt,
    error: execution.error,
    currentState: waits === null ? null : waitTitles[waits.waitsFor] ?? null,
    input: execution.input,
    consoleUrl: ports.executions.consoleUrl(executionId),
  };
}
