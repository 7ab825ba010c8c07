import type { RoutineList } from '../contracts/routine-administration.ts';
import { decideRoutineAccess } from '../domain/routine/access.ts';
import { standsUntil, stateOn } from '../domain/publication.ts';
import { namesOf } from './names.ts';
import type { Caller } from './ports.ts';
import type { RoutinePorts } from './ports-routine.ts';
import { administer, reviewOf } from './routine-administration.ts';

const logEntries = 100;

/** Versions of the routine with what hangs on them, the draft, the yearly review and what was done. @throws UnknownUser, NotFound, NotAllowed */
export async function listRoutines(ports: RoutinePorts, { caller }: { readonly caller: Caller }): Promise<RoutineList> {
  const { member, register, today, publications, active } = await administer(ports, caller, 'read-routines');
  const names = namesOf(register);
  const person = (id: string) => ({ id, name: names.person(id).name });
  const may = (action: 'change-routine' | 'review-routine') => decideRoutineAccess(member, action, active).allowed;
  const [{ counts, more }, draft, log, review, documents] = await Promise.all([
    ports.archive.openByRoutine(), ports.routines.draft(active.id), ports.routines.log(active.id, logEntries), reviewOf(ports, active, publications),
    Promise.all(publications.map(({ id, version }) => ports.registers.routine(id, version))),
  ]);
  return {
    routineId: active.id, now: caller.now, today, mayPublish: may('change-routine'), more, areas: register.areas.map(({ id, name }) => ({ id, name })),
    versions: publications.map((each, index) => ({
      routineId: each.id, version: each.version, title: { ...(documents[index] ?? active).title }, documentId: (documents[index] ?? active).documentId,
      state: stateOn(publications, each, today), validFrom: each.validFrom, standsUntil: standsUntil(publications, each), publishedAt: each.publishedAt,
      publishedBy: each.publishedBy === null ? null : person(each.publishedBy), openCases: counts.get(`${each.id}/${each.version}`) ?? 0,
    })).toReversed(),
    draft: draft ? { revision: draft.revision, savedAt: draft.savedAt, savedBy: person(draft.savedBy), document: { ...draft.document } } : null,
    review: { dueOn: review.dueOn, overdue: review.dueOn < today, role: active.review.role, mayRecord: may('review-routine'), lastAt: review.lastAt },
    log: log.map(({ by, changes, review: held, ...entry }) => ({ ...entry, by: person(by), changes: changes.map((change) => ({ ...change })), review: held ?? null })),
  };
}
