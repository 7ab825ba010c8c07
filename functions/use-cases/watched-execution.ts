import type { StaffMember } from '../domain/access.ts';
import { mayWatchExecutions } from '../domain/access.ts';
import { NotAllowed, NotFound } from '../domain/errors.ts';
import { machineOf, parseExecutionName } from '../domain/outbox.ts';
import type { Register } from '../domain/register.ts';
import type { Machine } from '../domain/vocabulary.ts';
import type { Caller, LoadedCase } from './ports.ts';
import type { WatchPorts } from './ports-relay.ts';
import { accessEntry, signIn } from './staff-access.ts';

/** An execution by its name, with the case it is a clock of; without the case's contents. */
export interface WatchedExecution {
  readonly loaded: LoadedCase;
  readonly machine: Machine;
  /** Absent: the lifecycle's. */
  readonly track: Machine | undefined;
  /** Of a track: its number. */
  readonly generation: number;
  /** Of a track: which execution of it. */
  readonly run: number;
  readonly register: Register;
  readonly member: StaffMember;
}

/** L5: that somebody looked at a case's clock is in the access log as well. @throws UnknownUser, NotAllowed, NotFound */
export async function watchedExecution(
  ports: WatchPorts, caller: Caller, executionId: string, operation: 'read-execution' | 'read-execution-history',
): Promise<WatchedExecution> {
  const signedIn = await signIn(ports, caller);
  const { member, register } = signedIn;
  if (!mayWatchExecutions(member)) throw new NotAllowed('not-a-watcher');
  const named = parseExecutionName(executionId);
  const loaded = named && (await ports.cases.load(named.caseId));
  if (named === undefined || loaded === undefined) throw new NotFound('execution');
  const { track, generation, run } = named;
  if (track === undefined && generation > loaded.case.generation) throw new NotFound('execution');
  await ports.accessLog.record(accessEntry(caller, signedIn, operation, 'read', { loaded, principal: null }));
  return { loaded, machine: track ?? machineOf(loaded.case), track, generation, run, register, member };
}
