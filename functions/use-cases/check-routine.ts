import type { RoutineCheck } from '../contracts/routine-administration.ts';
import { routineChanges } from '../domain/routine/changes.ts';
import type { Caller } from './ports.ts';
import type { RoutineDocument, RoutinePorts } from './ports-routine.ts';
import { administer } from './routine-administration.ts';
import { checkDocument } from './routine-document.ts';

export interface CheckRoutine {
  readonly caller: Caller;
  readonly routineId: string;
  readonly body: { readonly document: RoutineDocument; readonly validFrom?: string | undefined };
}

/** Every fault of a draft at once, and what it changes; nothing is kept. @throws UnknownUser, NotFound, NotAllowed */
export async function checkRoutine(ports: RoutinePorts, { caller, routineId, body }: CheckRoutine): Promise<RoutineCheck> {
  const { register, today, active } = await administer(ports, caller, 'change-routine', routineId);
  const { faults } = checkDocument(body.document, routineId, { register, today, validFrom: body.validFrom });
  return { faults: faults.map((fault) => ({ ...fault, reason: { ...fault.reason } })), changes: routineChanges(active, body.document).map((change) => ({ ...change })) };
}
