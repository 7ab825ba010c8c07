import type { GroupView } from '../contracts/escalation.ts';
import { localDate } from '../domain/calendar.ts';
import { NotFound } from '../domain/errors.ts';
import { standingIn } from '../domain/groups/membership.ts';
import { isBefore } from '../domain/instant.ts';
import { namesOf } from './names.ts';
import type { GroupCase, GroupPorts } from './ports-groups.ts';
import type { Caller } from './ports.ts';
import { listEntries, signIn } from './staff-access.ts';

/** A group as those who stand in it see it; the list of its cases is logged (L5). @throws UnknownUser, NotFound */
export const readGroup = async (ports: GroupPorts, { caller, groupId }: { readonly caller: Caller; readonly groupId: string }): Promise<GroupView> => {
  const signedIn = await signIn(ports, caller);
  const { user, register } = signedIn;
  const today = localDate(caller.now);
  const group = register.groups.find(({ id }) => id === groupId);
  const as = group && standingIn(register, group, user.id, today);
  if (group === undefined || as === null || as === undefined) throw new NotFound('group');
  const cases = (await ports.groupCases.list(groupId)).toSorted(byDeadline);
  await ports.accessLog.recordAll(listEntries(caller, signedIn, 'read-group', cases.map(({ caseId, number, patientKey }) => ({ id: caseId, number, patientKey }))));
  const names = namesOf(register);
  const mayChangeGuests = as === 'convener';
  return {
    id: group.id, name: group.name, kind: group.kind, now: caller.now, as, convener: names.person(group.convenerUserId), targetGroups: [...(group.targetGroups ?? [])],
    areas: (group.areaIds ?? []).map((areaId) => register.areas.find(({ id }) => id === areaId)?.name ?? areaId),
    members: group.members.filter(({ to }) => to === undefined || to >= today).map(({ userId, from, to }) => ({ person: names.person(userId), from, to: to ?? null })),
    guests: group.guests.map(({ userId, from, to }) => ({ person: names.person(userId), from, to, state: to < today ? 'gone' as const : from > today ? 'coming' as const : 'here' as const })).toSorted((one, other) => (one.to < other.to ? 1 : -1)),
    people: mayChangeGuests ? register.users.filter(({ id, active }) => active !== false && id !== group.convenerUserId && !group.members.some(({ userId }) => userId === id)).map(({ id }) => names.person(id)) : [],
    cases: cases.map(({ caseId, number, level, here, state, ofPrinciple, dueAt, changedAt }) => ({
      caseId, number, level, here, state, ofPrinciple, dueAt: here ? dueAt : null, overdue: here && isBefore(dueAt, caller.now), changedAt,
    })),
    mayChangeGuests,
  };
};
const byDeadline = (one: GroupCase, other: GroupCase): number => {
  if (one.here !== other.here) return one.here ? -1 : 1;
  return one.here ? one.dueAt.localeCompare(other.dueAt) : other.changedAt.localeCompare(one.changedAt);
};
