import type { RoutineReceipt } from '../contracts/routine-administration.ts';
import { routineReceipt } from '../contracts/routine-administration.ts';
import { Conflict } from '../domain/errors.ts';
import type { StaffCommand } from './ports.ts';
import type { RoutinePorts, RoutineReview } from './ports-routine.ts';
import { administer } from './routine-administration.ts';

export interface RecordRoutineReview extends StaffCommand<Pick<RoutineReview, 'outcome' | 'note'>> {
  readonly routineId: string;
}

/** R8: the routine in force has been gone through. @throws UnknownUser, NotFound, NotAllowed, IdempotencyKeyReused, Conflict */
export async function recordRoutineReview(ports: RoutinePorts, { caller, idempotency, routineId, body }: RecordRoutineReview): Promise<RoutineReceipt> {
  const { user, active } = await administer(ports, caller, 'review-routine', routineId);
  const earlier = await ports.routines.findAnswer(user.id, idempotency);
  if (earlier !== undefined) return routineReceipt.parse(earlier);
  const answer = { routineId, version: active.version };
  const outcome = await ports.routines.recordReview({
    routineId,
    entry: { at: caller.now, by: user.id, kind: 'reviewed', version: active.version, validFrom: active.validFrom, changes: [], review: { ...body } },
    answer: { ...idempotency, scope: user.id, answer },
  });
  if (outcome === 'moved' && (await ports.routines.findAnswer(user.id, idempotency)) === undefined) throw new Conflict();
  return answer;
}
