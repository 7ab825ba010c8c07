import type { MeetingList } from '../contracts/meeting.ts';
import { localDate } from '../domain/calendar.ts';
import { groupsOf } from '../domain/groups/membership.ts';
import { standingAt } from '../domain/meeting/access.ts';
import { lastAndNext, nextMeetingBy } from '../domain/meeting/meeting.ts';
import { meetingSummaryOf } from './meeting-view.ts';
import { meetingRuleOf } from './open-meeting.ts';
import type { MeetingPorts } from './ports-meeting.ts';
import type { Caller } from './ports.ts';
import { signIn } from './staff-access.ts';

/** Of each group the newest; older ones are found in the groups' own papers. */
const meetingsAtMost = 50;

/** The groups that the user stands in, and their meetings, newest first. @throws UnknownUser */
export const listMeetings = async (ports: MeetingPorts, { caller }: { readonly caller: Caller }): Promise<MeetingList> => {
  const { register } = await signIn(ports, caller);
  const today = localDate(caller.now);
  const routine = await ports.registers.activeRoutine(register, caller.now);
  const each = await Promise.all(groupsOf(register, caller.userId, today).map(async ({ group, as }) => ({ group, as, meetings: await ports.meetings.ofGroup(group.id, meetingsAtMost) })));
  return {
    now: caller.now,
    groups: each.map(({ group, as, meetings }) => {
      const rule = meetingRuleOf(routine, group.kind);
      const { last, next } = lastAndNext(meetings, today);
      return { id: group.id, name: group.name, kind: group.kind, as, nextBy: rule ? nextMeetingBy(last, rule.intervalMonths, today) : null, planned: next !== undefined };
    }),
    meetings: each.flatMap(({ group, meetings }) => meetings.filter((meeting) => standingAt(register, group, meeting, caller.userId, today) !== null).map((meeting) => meetingSummaryOf(meeting, group)))
      .toSorted((one, other) => (one.date < other.date ? 1 : -1)),
    deepAnalyses: routine.meetings.deepAnalysis !== null,
  };
};
