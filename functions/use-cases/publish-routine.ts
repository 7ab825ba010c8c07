import type { RoutineReceipt } from '../contracts/routine-administration.ts';
import { routineReceipt } from '../contracts/routine-administration.ts';
import { RoutineFaulty, StaleVersion } from '../domain/errors.ts';
import { routineChanges } from '../domain/routine/changes.ts';
import type { StaffCommand } from './ports.ts';
import type { RoutinePorts } from './ports-routine.ts';
import { administer } from './routine-administration.ts';
import { checkDocument } from './routine-document.ts';

export interface PublishRoutine extends StaffCommand<{ readonly revision: number; readonly validFrom: string }> {
  readonly routineId: string;
}

/**
 * Makes the draft, as it was seen, the next version, in force from a date. Cases that are open then keep the version they
 * were opened under. @throws UnknownUser, NotFound, NotAllowed, StaleVersion, RoutineFaulty, IdempotencyKeyReused, Conflict
 */
export async function publishRoutine(ports: RoutinePorts, { caller, idempotency, routineId, body }: PublishRoutine): Promise<RoutineReceipt> {
  const { user, register, today, publications, active } = await administer(ports, caller, 'change-routine', routineId);
  const earlier = await ports.routines.findAnswer(user.id, idempotency);
  if (earlier !== undefined) return routineReceipt.parse(earlier);
  const draft = await ports.routines.draft(routineId);
  if (draft?.revision !== body.revision) throw new StaleVersion(draft?.revision ?? 0);
  const version = Math.max(active.version, ...publications.map((each) => each.version)) + 1;
  const { faults, routine } = checkDocument({ ...draft.document, version, validFrom: body.validFrom }, routineId, { register, today, validFrom: body.validFrom });
  if (routine === null || faults.some(({ severity }) => severity === 'fault')) throw new RoutineFaulty(faults);
  const publication = { id: routineId, version, validFrom: body.validFrom, publishedAt: caller.now, publishedBy: user.id };
  const entry = { at: caller.now, by: user.id, kind: 'published', version, validFrom: body.validFrom, changes: routineChanges(active, routine) } as const;
  const answer = { routineId, version };
  const outcome = await ports.routines.publish({ routine, publication, draftRevision: draft.revision, entry, answer: { ...idempotency, scope: user.id, answer } });
  if (outcome === 'written') return answer;
  // The same command may have been carried out beside this one.
  const answered = await ports.routines.findAnswer(user.id, idempotency);
  if (answered !== undefined) return routineReceipt.parse(answered);
  throw new StaleVersion((await ports.routines.draft(routineId))?.revision ?? 0);
}
