import type { RoutineAction } from '../domain/routine/access.ts';
import { decideRoutineAccess } from '../domain/routine/access.ts';
import { localDate, type LocalDate } from '../domain/calendar.ts';
import { NotAllowed, NotFound } from '../domain/errors.ts';
import { activeOn, type Publication } from '../domain/publication.ts';
import { reviewDueOn } from '../domain/routine/review.ts';
import type { Routine } from '../domain/routine.ts';
import type { Caller } from './ports.ts';
import type { RoutinePorts, RoutineStore } from './ports-routine.ts';
import type { RegisterStore } from './ports.ts';
import { signIn, type SignedIn } from './staff-access.ts';

/** What every operation on the routine begins with. */
export interface Administration extends SignedIn {
  readonly today: LocalDate;
  /** Of this routine, oldest first. */
  readonly publications: readonly Publication[];
  readonly active: Routine;
}

/** Who asks, whether they may, and which versions there are. `routineId` absent: the one in force. @throws UnknownUser, NotFound, NotAllowed */
export const administer = async (ports: RoutinePorts, caller: Caller, action: RoutineAction, routineId?: string): Promise<Administration> => {
  const signedIn = await signIn(ports, caller);
  const today = localDate(caller.now);
  const all = await ports.routines.publications();
  const inForce = activeOn(all, today);
  const active = inForce && (await ports.registers.routine(inForce.id, inForce.version));
  if (!active) throw new NotFound('routine');
  const decision = decideRoutineAccess(signedIn.member, action, active);
  if (!decision.allowed) throw new NotAllowed(decision.reason);
  if (routineId !== undefined && routineId !== active.id) throw new NotFound('routine');
  return { ...signedIn, today, publications: all.filter(({ id }) => id === active.id), active };
};

/** When the routine is to be gone through (R8). */
export const reviewOf = async (ports: { readonly registers: RegisterStore; readonly routines: Pick<RoutineStore, 'lastReview'> }, active: Routine, publications: readonly Publication[]): Promise<{ readonly dueOn: LocalDate; readonly lastAt: string | null }> => {
  const lastAt = await ports.routines.lastReview(active.id);
  const first = Math.min(active.version, ...publications.filter(({ id }) => id === active.id).map(({ version }) => version));
  const began = (await ports.registers.routine(active.id, first))?.validFrom ?? active.validFrom;
  return { dueOn: reviewDueOn(active.review, lastAt === null ? began : localDate(lastAt)), lastAt };
};
