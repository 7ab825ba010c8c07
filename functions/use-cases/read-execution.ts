import type { ExecutionView, Mending } from '../contracts/execution.ts';
import { mendings } from '../contracts/execution.ts';
import type { StaffMember } from '../domain/access.ts';
import { decideAccess } from '../domain/access.ts';
import type { Case } from '../domain/case.ts';
import type { MendedExecution } from '../domain/commands/mending.ts';
import { redriveBlockOf, redriveUntil } from '../domain/commands/mending.ts';
import { NotFound } from '../domain/errors.ts';
import { executionName, isCaseless } from '../domain/outbox.ts';
import type { Routine } from '../domain/routine.ts';
import { runOf, tracksOf } from '../domain/tracks.ts';
import { isOpen } from '../domain/transitions.ts';
import { awaitedEvents, type AwaitedEvent, type Machine } from '../domain/vocabulary.ts';
import { caselessExecution } from './caseless-execution.ts';
import { executionSummaryOf, watchedCase } from './list-executions.ts';
import { namesOf } from './names.ts';
import type { Caller, LoadedCase, Waits } from './ports.ts';
import type { WatchPorts } from './ports-relay.ts';
import { routineOf } from './staff-access.ts';
import { watchedExecution } from './watched-execution.ts';

/** The titles that the machines give their waits, by what they await; the console marks the state in the graph. */
const waitTitles: Readonly<Record<AwaitedEvent, string>> = {
  sending: 'Await sending', acknowledgement: 'Await acknowledgement', reply: 'Await reply', closing: 'Await closing',
  registration: 'Await registration', information: 'Await information', investigation: 'Await investigation', answer: 'Await reply',
  pharmacyNotification: 'Await pharmacy notification', effectReview: 'Await effect review', harmDecision: 'Await harm decision',
  disputeLineManagers: 'Await line managers', disputeHeads: 'Await heads of administration', disputeCourt: 'Await court',
  ladderManagers: 'Await nearest managers', ladderGroup: 'Await group', ladderPreparation: 'Await decision basis', ladderDecision: 'Await steering body', ladderInformation: 'Await information on the decision',
};
const titleOf = (waitsFor: string | null): string | null => {
  const awaited = awaitedEvents.find((each) => each === waitsFor);
  return awaited === undefined ? null : waitTitles[awaited];
};

/** One execution for those who watch over them: state and dates, nothing of what people wrote. @throws UnknownUser, NotAllowed, NotFound */
export async function readExecution(ports: WatchPorts, { caller, executionId }: { readonly caller: Caller; readonly executionId: string }): Promise<ExecutionView> {
  if (isCaseless(executionId)) return caselessExecution(ports, caller, executionId);
  const { loaded, machine, track, generation, run, register, member } = await watchedExecution(ports, caller, executionId, 'read-execution');
  const execution = await ports.executions.describe(machine, executionId);
  if (execution === undefined) throw new NotFound('execution');
  const concerned = loaded.case;
  const routine = await routineOf(ports, concerned);
  const mended = { ...execution, track, generation, run };
  const block = redriveBlockOf(concerned, mended, routine, caller.now);
  const waits = execution.status === 'RUNNING' ? await waitsOf(ports, loaded, track, generation) : null;
  const summary = { ...executionSummaryOf(watchedCase(loaded), namesOf(register), caller.now), id: executionId };
  return {
    ...summary,
    waitsFor: waits?.waitsFor ?? null, waitsSince: waits?.waitsSince ?? null, waitsUntil: waits?.waitsUntil ?? null,
    generation: track === undefined ? generation : run,
    track: track === undefined ? null : { machine: track, number: generation },
    caseVersion: concerned.version,
    status: execution.status,
    machine,
    stateMachine: execution.stateMachine,
    startedAt: execution.startedAt,
    stoppedAt: execution.stoppedAt,
    error: execution.error,
    currentState: titleOf(waits?.waitsFor ?? null),
    input: execution.input,
    consoleUrl: ports.executions.consoleUrl(machine, executionId),
    mayReadCase: decideAccess(member, 'read-case', concerned, routine).allowed,
    mendings: mendingsOf(concerned, member, routine, mended, block === null),
    redriveBlockedBy: block,
    redriveUntil: redriveUntil(mended),
    generations: await generationsOf(ports, concerned, machine, { track, generation, run }),
  };
}

/** The wait shown on the case is its newest lifecycle execution's; a track keeps its own. */
async function waitsOf(ports: WatchPorts, loaded: LoadedCase, track: Machine | undefined, generation: number): Promise<Waits | null> {
  const { case: { id, status, stopped }, waits } = loaded;
  if (track === undefined) return generation === loaded.case.generation && isOpen(status) && !stopped ? waits : null;
  const wait = await ports.waits.find(id, track);
  return wait?.generation === generation ? { waitsFor: wait.awaits, waitsSince: wait.since, waitsUntil: wait.until } : null;
}

/** By role, and by what the execution's state leaves to do. */
function mendingsOf(concerned: Case, member: StaffMember, routine: Routine, execution: MendedExecution, redrivable: boolean): Mending[] {
  const running = execution.status === 'RUNNING';
  const useful: Readonly<Record<Mending, boolean>> = execution.track !== undefined
    ? { 'redrive-execution': redrivable, 'restart-lifecycle': !running && isWaiting(concerned, execution.track, execution), 'stop-execution': running }
    : { 'redrive-execution': redrivable, 'restart-lifecycle': !running || concerned.stopped, 'stop-execution': running && !concerned.stopped };
  if (execution.track === undefined && (!isOpen(concerned.status) || execution.generation !== concerned.generation)) return [];
  return mendings.filter((mending) => useful[mending] && decideAccess(member, mending, concerned, routine).allowed);
}

/** Whether this is the last run of a track that the case still waits for. */
const isWaiting = (concerned: Case, machine: Machine, { generation, run }: MendedExecution): boolean =>
  tracksOf(concerned).some((track) => track.machine === machine && track.generation === generation && track.run === (run ?? 1));

/** Generations of the lifecycle, or runs of the track; the newest ones: a case that has more has a longer story than anybody reads here. */
const shownGenerations = 8;
function generationsOf(ports: WatchPorts, concerned: Case, machine: Machine, { track, generation, run }: { readonly track: Machine | undefined; readonly generation: number; readonly run: number }): Promise<ExecutionView['generations']> {
  const newest = track === undefined ? concerned.generation : Math.max(run, runOf(concerned, { machine: track, generation }));
  const numbers = Array.from({ length: Math.min(newest, shownGenerations) }, (_, index) => newest - index);
  return Promise.all(numbers.map(async (number) => {
    const id = track === undefined ? executionName(concerned.id, number, machine) : executionName(concerned.id, generation, machine, number);
    const described = await ports.executions.describe(machine, id);
    return { id, generation: number, status: described?.status ?? null, startedAt: described?.startedAt ?? null };
  }));
}
