import type { ExecutionView } from '../contracts/execution.ts';
import { NotFound } from '../domain/errors.ts';
import { isOpen } from '../domain/transitions.ts';
import { awaitedEvents, type AwaitedEvent, type Machine } from '../domain/vocabulary.ts';
import { executionSummaryOf, watchedCase } from './list-executions.ts';
import { namesOf } from './names.ts';
import type { Caller, LoadedCase, Waits } from './ports.ts';
import type { WatchPorts } from './ports-relay.ts';
import { watchedExecution } from './watched-execution.ts';

/** The titles that the machines give their waits, by what they await; the console marks the state in the graph. */
const waitTitles: Readonly<Record<AwaitedEvent, string>> = {
  sending: 'Await sending', acknowledgement: 'Await acknowledgement', reply: 'Await reply', closing: 'Await closing',
  registration: 'Await registration', information: 'Await information', investigation: 'Await investigation', answer: 'Await reply',
  pharmacyNotification: 'Await pharmacy notification', effectReview: 'Await effect review',
};
const titleOf = (waitsFor: string | null): string | null => {
  const awaited = awaitedEvents.find((each) => each === waitsFor);
  return awaited === undefined ? null : waitTitles[awaited];
};

/** One execution for those who watch over them: state and dates, nothing of what people wrote. @throws UnknownUser, NotAllowed, NotFound */
export async function readExecution(ports: WatchPorts, { caller, executionId }: { readonly caller: Caller; readonly executionId: string }): Promise<ExecutionView> {
  const { loaded, machine, track, generation, register } = await watchedExecution(ports, caller, executionId);
  const execution = await ports.executions.describe(machine, executionId);
  if (execution === undefined) throw new NotFound('execution');
  const concerned = loaded.case;
  const waits = execution.status === 'RUNNING' ? await waitsOf(ports, loaded, track, generation) : null;
  const summary = { ...executionSummaryOf(watchedCase(loaded), namesOf(register), caller.now), id: executionId };
  return {
    ...summary,
    waitsFor: waits?.waitsFor ?? null, waitsSince: waits?.waitsSince ?? null, waitsUntil: waits?.waitsUntil ?? null,
    caseVersion: concerned.version,
    status: execution.status,
    stateMachine: execution.stateMachine,
    startedAt: execution.startedAt,
    stoppedAt: execution.stoppedAt,
    error: execution.error,
    currentState: titleOf(waits?.waitsFor ?? null),
    input: execution.input,
    consoleUrl: ports.executions.consoleUrl(machine, executionId),
  };
}

/** The wait shown on the case is its newest lifecycle execution's; a track keeps its own. */
async function waitsOf(ports: WatchPorts, loaded: LoadedCase, track: Machine | undefined, generation: number): Promise<Waits | null> {
  const { case: { id, status, stopped }, waits } = loaded;
  if (track === undefined) return generation === loaded.case.generation && isOpen(status) && !stopped ? waits : null;
  const wait = await ports.waits.find(id, track);
  return wait?.generation === generation ? { waitsFor: wait.awaits, waitsSince: wait.since, waitsUntil: wait.until } : null;
}
