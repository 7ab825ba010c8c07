import type { StaffMember } from '../domain/access.ts';
import { mayWatchExecutions } from '../domain/access.ts';
import { NotAllowed, NotFound } from '../domain/errors.ts';
import type { Register } from '../domain/register.ts';
import type { Caller, LoadedCase } from './ports.ts';
import type { WatchPorts } from './ports-relay.ts';
import { signIn } from './staff-access.ts';

/** Case and generation of `{caseId}-{generation}`; undefined for what is no such name. */
export const executionOf = (executionId: string): { readonly caseId: string; readonly generation: number } | undefined => {
  const [, caseId, generation] = /^(.+)-(\d{1,6})$/.exec(executionId) ?? [];
  return caseId === undefined || Number(generation) < 1 ? undefined : { caseId, generation: Number(generation) };
};

/** An execution by its id `{caseId}-{generation}`, with the case it is the clock of; without the case's contents. */
export interface WatchedExecution {
  readonly loaded: LoadedCase;
  readonly generation: number;
  readonly register: Register;
  readonly member: StaffMember;
}

/** @throws UnknownUser, NotAllowed, NotFound */
export async function watchedExecution(ports: WatchPorts, caller: Caller, executionId: string): Promise<WatchedExecution> {
  const { member, register } = await signIn(ports, caller);
  if (!mayWatchExecutions(member)) throw new NotAllowed('not-a-watcher');
  const execution = executionOf(executionId);
  const loaded = execution && await ports.cases.load(execution.caseId);
  if (loaded === undefined || execution === undefined || execution.generation > loaded.case.generation) throw new NotFound('execution');
  return { loaded, generation: execution.generation, register, member };
}
