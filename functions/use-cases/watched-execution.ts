import { mayWatchExecutions } from '../domain/access.ts';
import { NotAllowed, NotFound } from '../domain/errors.ts';
import type { Register } from '../domain/register.ts';
import type { Caller, LoadedCase } from './ports.ts';
import type { WatchPorts } from './ports-relay.ts';
import { signIn } from './staff-access.ts';

/** An execution by its id `{caseId}-{generation}`, with the case it is the clock of; without the case's contents. */
export interface WatchedExecution {
  readonly loaded: LoadedCase;
  readonly generation: number;
  readonly register: Register;
}

/** @throws UnknownUser, NotAllowed, NotFound */
export async function watchedExecution(ports: WatchPorts, caller: Caller, executionId: string): Promise<WatchedExecution> {
  const { member, register } = await signIn(ports, caller);
  if (!mayWatchExecutions(member)) throw new NotAllowed('not-a-watcher');
  const [, caseId, generation] = /^(.+)-(\d{1,6})$/.exec(executionId) ?? [];
  const loaded = caseId === undefined ? undefined : await ports.cases.load(caseId);
  if (loaded === undefined || Number(generation) < 1 || Number(generation) > loaded.case.generation) throw new NotFound('execution');
  return { loaded, generation: Number(generation), register };
}
