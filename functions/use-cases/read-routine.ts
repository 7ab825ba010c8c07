import { routine as shape } from '../contracts/routine.ts';
import type { RoutineVersion } from '../contracts/routine-administration.ts';
import { NotFound } from '../domain/errors.ts';
import { routineChanges } from '../domain/routine/changes.ts';
import type { Caller } from './ports.ts';
import type { RoutinePorts } from './ports-routine.ts';
import { administer } from './routine-administration.ts';

export interface ReadRoutine {
  readonly caller: Caller;
  readonly routineId: string;
  readonly version: string;
  readonly query: { readonly against?: string | undefined };
}

/** One published version, and what sets it apart from another. @throws UnknownUser, NotFound, NotAllowed */
export async function readRoutine(ports: RoutinePorts, { caller, routineId, version, query }: ReadRoutine): Promise<RoutineVersion> {
  await administer(ports, caller, 'read-routines', routineId);
  const published = async (text: string) => {
    const found = /^\d{1,8}$/.test(text) ? await ports.registers.routine(routineId, Number(text)) : undefined;
    if (!found) throw new NotFound('routine');
    return found;
  };
  const routine = await published(version);
  const changes = query.against === undefined ? [] : routineChanges(await published(query.against), routine);
  return { routine: shape.parse(routine), changes: changes.map((change) => ({ ...change })) };
}
