import { addDays, localDate } from '../domain/calendar.ts';
import type { Instant } from '../domain/case.ts';
import { analysisOnDay } from '../domain/deep-analysis/deep-analysis.ts';
import { convenerOf } from '../domain/groups/membership.ts';
import { isInUse } from '../domain/in-use.ts';
import { lastAndNext, meetingOnDay, nextMeetingBy } from '../domain/meeting/meeting.ts';
import { noticeEntry } from '../domain/outbox.ts';
import { meetingRuleOf } from './open-meeting.ts';
import { errorFields } from './ports-log.ts';
import type { MeetingClockPorts } from './ports-meeting.ts';

/** What is older has been approved, or nobody will. */
const meetingsAtMost = 20;
const analysesAtMost = 200;

/**
 * Once a day: invites to meetings that are near, reminds of notes and deep analyses that are late, and tells a convener that the
 * routine asks for a meeting that nobody has planned. Each is written with its mails, so that a repetition tells nobody twice.
 */
export async function remindOfMeetings(ports: MeetingClockPorts, now: Instant): Promise<{ readonly meetings: number; readonly toPlan: number; readonly analyses: number }> {
  const register = await ports.registers.read();
  const done = { meetings: 0, toPlan: 0, analyses: 0 };
  // Before bootstrap nobody meets.
  if (register.organisations.length === 0) return done;
  const today = localDate(now);
  const routine = await ports.registers.activeRoutine(register, now);
  const written = async (write: () => Promise<void>): Promise<boolean> => {
    try {
      await write();
      return true;
    } catch (error) {
      // Somebody was at work with it just now: the next run sees what is left to do.
      ports.log.warn('meeting-passed-over', errorFields(error));
      return false;
    }
  };
  for (const group of register.groups.filter(isInUse)) {
    const meetings = await ports.meetings.ofGroup(group.id, meetingsAtMost);
    for (const meeting of meetings) {
      const outcome = meetingOnDay(meeting, { now, today, actor: 'clock', register, group });
      if (outcome && await written(() => ports.meetings.write({ ...outcome, at: now }))) done.meetings += 1;
    }
    const rule = meetingRuleOf(routine, group.kind);
    const { last, next } = lastAndNext(meetings, today);
    if (!rule || next !== undefined) continue;
    const by = nextMeetingBy(last, rule.intervalMonths, today);
    // As early as its invitations would go out. Of a group that has never met the convener is told once.
    if (addDays(by, -rule.inviteDays) > today) continue;
    const occasion = last === undefined ? 'first' : by;
    const notice = noticeEntry({ caseId: `group-${group.id}`, mail: 'meetingToPlan', userId: convenerOf(register, group, today), occasion, path: `/collaboration/meetings/plan?group=${group.id}` });
    if (await ports.meetings.tellOnce(group.id, occasion, now, [notice]) === 'told') done.toPlan += 1;
  }
  for (const analysis of await ports.deepAnalyses.inState('accepted', analysesAtMost)) {
    const outcome = analysisOnDay(analysis, today, { now, register });
    if (outcome && await written(() => ports.deepAnalyses.write(outcome.analysis, { at: now, outbox: outcome.outbox }))) done.analyses += 1;
  }
  ports.log.info('meetings-reminded', { count: done.meetings + done.toPlan + done.analyses });
  return done;
}
