import type { RoutineReceipt } from '../contracts/routine-administration.ts';
import { routineReceipt } from '../contracts/routine-administration.ts';
import { NotFound, RoutineInForce } from '../domain/errors.ts';
import { stateOn } from '../domain/publication.ts';
import type { StaffCommand } from './ports.ts';
import type { RoutinePorts } from './ports-routine.ts';
import { administer } from './routine-administration.ts';

export interface WithdrawRoutine extends StaffCommand<Readonly<Record<string, never>>> {
  readonly routineId: string;
  readonly version: string;
}

/** Takes back a version before its date; one that has come into force is followed by another instead. @throws UnknownUser, NotFound, NotAllowed, RoutineInForce, IdempotencyKeyReused */
export async function withdrawRoutine(ports: RoutinePorts, { caller, idempotency, routineId, version }: WithdrawRoutine): Promise<RoutineReceipt> {
  const { user, today, publications } = await administer(ports, caller, 'change-routine', routineId);
  const earlier = await ports.routines.findAnswer(user.id, idempotency);
  if (earlier !== undefined) return routineReceipt.parse(earlier);
  const publication = publications.find((each) => String(each.version) === version);
  if (!publication) throw new NotFound('routine');
  if (stateOn(publications, publication, today) !== 'coming') throw new RoutineInForce();
  const answer = { routineId, version: publication.version };
  const outcome = await ports.routines.withdraw({
    publication: { ...publication, withdrawn: { at: caller.now, by: user.id } },
    entry: { at: caller.now, by: user.id, kind: 'withdrawn', version: publication.version, validFrom: publication.validFrom, changes: [] },
    answer: { ...idempotency, scope: user.id, answer },
  });
  if (outcome === 'moved' && (await ports.routines.findAnswer(user.id, idempotency)) === undefined) throw new RoutineInForce();
  return answer;
}
