import { StaleVersion } from '../domain/errors.ts';
import type { Caller } from './ports.ts';
import type { RoutinePorts } from './ports-routine.ts';
import { administer } from './routine-administration.ts';

export interface DiscardRoutineDraft {
  readonly caller: Caller;
  readonly routineId: string;
  /** Of the draft that was seen. */
  readonly revision: number;
}

/** Throws the draft away, as it was seen; where there is none, nothing happens. @throws UnknownUser, NotFound, NotAllowed, StaleVersion */
export async function discardRoutineDraft(ports: RoutinePorts, { caller, routineId, revision }: DiscardRoutineDraft): Promise<Record<string, never>> {
  await administer(ports, caller, 'change-routine', routineId);
  if ((await ports.routines.discardDraft(routineId, revision)) === 'moved') throw new StaleVersion((await ports.routines.draft(routineId))?.revision ?? 0);
  return {};
}
