import type { output } from 'zod/mini';
import { meetingReceipt, type MeetingReceipt, type planMeeting as bodyShape } from '../contracts/meeting.ts';
import { localDate } from '../domain/calendar.ts';
import { InvalidInput, NotAllowed } from '../domain/errors.ts';
import { standingIn } from '../domain/groups/membership.ts';
import { takenUp } from '../domain/meeting/agenda.ts';
import { demandStanding } from '../domain/meeting/access.ts';
import { meetingBefore, planMeeting as decide, sinceOf } from '../domain/meeting/meeting.ts';
import { buildAgenda } from './build-agenda.ts';
import { groupOf, meetingRuleOf } from './open-meeting.ts';
import type { MeetingPorts } from './ports-meeting.ts';
import type { StaffCommand } from './ports.ts';
import { accessEntry, signIn } from './staff-access.ts';

const meetingsAtMost = 50;

/** Plans a meeting of a group that the routine lets meet, with its agenda; by its convener (H8, V13b, N5). @throws UnknownUser, NotFound, NotAllowed, InvalidInput */
export const planMeeting = async (ports: MeetingPorts, { caller, idempotency, body }: StaffCommand<output<typeof bodyShape>>): Promise<MeetingReceipt> => {
  const signedIn = await signIn(ports, caller);
  const { register } = signedIn;
  const earlier = await ports.cases.findAnswer(caller.userId, idempotency, caller.now);
  if (earlier !== undefined) return meetingReceipt.parse(earlier);
  const today = localDate(caller.now);
  const group = groupOf(register, body.groupId);
  demandStanding(standingIn(register, group, caller.userId, today), 'plan-meeting');
  const routine = await ports.registers.activeRoutine(register, caller.now);
  const rule = meetingRuleOf(routine, group.kind);
  if (!rule) throw new NotAllowed('not-in-routine');
  body.counterpartIds.forEach((id, index) => {
    if (!register.organisations.some((organisation) => organisation.id === id && !organisation.own)) throw new InvalidInput({ pointer: `/counterpartIds/${index}`, code: 'counterpart-unknown' });
  });
  const [meetings, waiting] = await Promise.all([ports.meetings.ofGroup(group.id, meetingsAtMost), ports.meetings.waitingFor(group.id)]);
  const previous = meetingBefore(meetings, body.date);
  const since = sinceOf(previous, body.date, rule.intervalMonths);
  const candidates = await buildAgenda(ports, { group, routine, counterpartIds: body.counterpartIds, since, date: body.date, today, previous, waiting });
  const { groupId: _groupId, ...plan } = body;
  const outcome = decide({ ...plan, id: ports.identifiers.newId(), since, inviteDays: rule.inviteDays, notesDueDays: rule.notesDueDays }, candidates, { now: caller.now, today, actor: caller.userId, register, group });
  const answer = { id: outcome.meeting.id, version: outcome.meeting.version };
  await ports.accessLog.record(accessEntry(caller, signedIn, 'plan-meeting', 'write', null));
  await ports.meetings.write({ ...outcome, at: caller.now, taken: takenUp(outcome.meeting.items, waiting), idempotency: { ...idempotency, scope: caller.userId, answer } });
  return answer;
};
