import type { ExecutionView, Mending } from '../contracts/execution.ts';
import { mendings } from '../contracts/execution.ts';
import type { StaffMember } from '../domain/access.ts';
import { decideAccess } from '../domain/access.ts';
import type { Case } from '../domain/case.ts';
import type { MendedExecution } from '../domain/commands/mending.ts';
import { redriveBlockOf, redriveUntil } from '../domain/commands/mending.ts';
import { dueAt } from '../domain/command.ts';
import { NotFound } from '../domain/errors.ts';
import { executionName } from '../domain/outbox.ts';
import type { Routine } from '../domain/routine.ts';
import { isOpen } from '../domain/transitions.ts';
import { executionSummaryOf } from './list-executions.ts';
import { namesOf } from './names.ts';
import type { Caller } from './ports.ts';
import type { WatchPorts } from './ports-relay.ts';
import { routineOf } from './staff-access.ts';
import { watchedExecution } from './watched-execution.ts';

/** The titles that the machine gives its waits, by what they await; the console marks the state in the graph. */
const waitTitles: Readonly<Record<string, string>> = {
  sending: 'Await sending', acknowledgement: 'Await acknowledgement', reply: 'Await reply', closing: 'Await closing',
};

/** One execution for those who watch over them: state and dates, nothing of what people wrote. @throws UnknownUser, NotAllowed, NotFound */
export async function readExecution(ports: WatchPorts, { caller, executionId }: { readonly caller: Caller; readonly executionId: string }): Promise<ExecutionView> {
  const { loaded, generation, register, member } = await watchedExecution(ports, caller, executionId);
  const execution = await ports.executions.describe(executionId);
  if (execution === undefined) throw new NotFound('execution');
  const concerned = loaded.case;
  const routine = await routineOf(ports, concerned);
  // The wait shown on the case is the newest execution's.
  const mended = { ...execution, generation };
  const block = redriveBlockOf(concerned, mended, caller.now);
  const waits = execution.status === 'RUNNING' && generation === concerned.generation ? loaded.waits : null;
  const { id, number, status, overdue, stopped, report: { unitId: reportingUnitId } } = concerned;
  const row = { id, number, status, generation, overdue, stopped, reportingUnitId, dueAt: isOpen(status) ? dueAt(concerned) : null, waits };
  const summary = executionSummaryOf(row, namesOf(register), caller.now);
  return {
    ...summary,
    // The case's newest generation is the summary's; this one may be an earlier one.
    id: executionId,
    generation,
    caseVersion: concerned.version,
    status: execution.status,
    stateMachine: execution.stateMachine,
    startedAt: execution.startedAt,
    stoppedAt: execution.stoppedAt,
    error: execution.error,
    currentState: summary.waitsFor === null ? null : waitTitles[summary.waitsFor] ?? null,
    input: execution.input,
    consoleUrl: ports.executions.consoleUrl(executionId),
    mayReadCase: decideAccess(member, 'read-case', concerned, routine.outgoing).allowed,
    mendings: mendingsOf(concerned, member, routine, mended, block === null),
    redriveBlockedBy: block,
    redriveUntil: redriveUntil(mended),
    generations: await generationsOf(ports, concerned),
  };
}

/** By role, and by what the execution's state leaves to do. */
function mendingsOf(concerned: Case, member: StaffMember, routine: Routine, execution: MendedExecution, redrivable: boolean): Mending[] {
  if (!isOpen(concerned.status) || execution.generation !== concerned.generation) return [];
  const running = execution.status === 'RUNNING';
  const useful: Readonly<Record<Mending, boolean>> = { 'redrive-execution': redrivable, 'restart-lifecycle': !running || concerned.stopped, 'stop-execution': running && !concerned.stopped };
  return mendings.filter((mending) => useful[mending] && decideAccess(member, mending, concerned, routine.outgoing).allowed);
}

/** The newest ones: a case that has more has a longer story than anybody reads here. */
const shownGenerations = 8;
function generationsOf(ports: WatchPorts, concerned: Case): Promise<ExecutionView['generations']> {
  const numbers = Array.from({ length: Math.min(concerned.generation, shownGenerations) }, (_, index) => concerned.generation - index);
  return Promise.all(numbers.map(async (generation) => {
    const id = executionName(concerned.id, generation);
    const described = await ports.executions.describe(id);
    return { id, generation, status: described?.status ?? null, startedAt: described?.startedAt ?? null };
  }));
}
