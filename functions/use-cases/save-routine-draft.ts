import { StaleVersion } from '../domain/errors.ts';
import { milliseconds } from '../domain/instant.ts';
import type { Caller } from './ports.ts';
import type { RoutineDocument, RoutinePorts } from './ports-routine.ts';
import { administer } from './routine-administration.ts';

export interface SaveRoutineDraft {
  readonly caller: Caller;
  readonly routineId: string;
  readonly body: { readonly document: RoutineDocument; readonly revision: number };
}

/** Keeps what somebody is working on, with its mistakes. @throws UnknownUser, NotFound, NotAllowed, StaleVersion (somebody else has saved meanwhile) */
export async function saveRoutineDraft(ports: RoutinePorts, { caller, routineId, body }: SaveRoutineDraft): Promise<{ revision: number; savedAt: string }> {
  const { user } = await administer(ports, caller, 'change-routine', routineId);
  // Grows with the clock, so that no draft has a revision that one before it had.
  const draft = { routineId, revision: Math.max(body.revision + 1, milliseconds(caller.now)), document: body.document, savedAt: caller.now, savedBy: user.id };
  if ((await ports.routines.saveDraft(draft, body.revision)) === 'moved') throw new StaleVersion((await ports.routines.draft(routineId))?.revision ?? 0);
  return { revision: draft.revision, savedAt: draft.savedAt };
}
