import type { GroupList } from '../contracts/escalation.ts';
import { localDate } from '../domain/calendar.ts';
import { groupsOf } from '../domain/groups/membership.ts';
import { isBefore } from '../domain/instant.ts';
import type { GroupPorts } from './ports-groups.ts';
import type { Caller } from './ports.ts';
import { signIn } from './staff-access.ts';

/** The groups that the user stands in today, with how many cases wait there. @throws UnknownUser */
export const listGroups = async (ports: GroupPorts, { caller }: { readonly caller: Caller }): Promise<GroupList> => {
  const { user, register } = await signIn(ports, caller);
  const groups = await Promise.all(groupsOf(register, user.id, localDate(caller.now)).map(async ({ group: { id, name, kind }, as }) => {
    const dates = (await ports.groupCases.list(id)).filter(({ here }) => here).map(({ dueAt }) => dueAt).toSorted();
    return { id, name, kind, as, waiting: dates.length, overdue: dates.filter((dueAt) => isBefore(dueAt, caller.now)).length, nextDueAt: dates[0] ?? null };
  }));
  return { now: caller.now, groups };
};
