import { localDate, type LocalDate } from '../domain/calendar.ts';
import { NotFound } from '../domain/errors.ts';
import { isInUse } from '../domain/in-use.ts';
import { demandStanding, standingAt, type MeetingAction } from '../domain/meeting/access.ts';
import type { Meeting, MeetingContext } from '../domain/meeting/meeting.ts';
import type { Group, Register } from '../domain/register.ts';
import type { MeetingRule, Routine } from '../domain/routine.ts';
import type { GroupKind, GroupStanding } from '../domain/vocabulary.ts';
import type { MeetingPorts } from './ports-meeting.ts';
import type { Caller } from './ports.ts';
import { signIn, type SignedIn } from './staff-access.ts';

export interface OpenMeeting {
  readonly signedIn: SignedIn;
  readonly meeting: Meeting;
  readonly group: Group;
  readonly standing: GroupStanding;
  readonly today: LocalDate;
  readonly context: MeetingContext;
}
/** What the routine says of a kind of group; undefined: it does not meet. */
export const meetingRuleOf = ({ meetings }: Pick<Routine, 'meetings'>, kind: GroupKind): MeetingRule | undefined => meetings.groups.find((rule) => rule.kind === kind);
/** A group as it is; one that is no longer in use keeps its meetings, for nobody. @throws NotFound */
export const groupOf = ({ groups }: Pick<Register, 'groups'>, groupId: string): Group => {
  const group = groups.find(({ id }) => id === groupId);
  if (!group || !isInUse(group)) throw new NotFound('group');
  return group;
};

/** A meeting to those of its group; to others there is none. @throws UnknownUser, NotFound, NotAllowed */
export const openMeeting = async (ports: MeetingPorts, caller: Caller, meetingId: string, action: MeetingAction): Promise<OpenMeeting> => {
  const signedIn = await signIn(ports, caller);
  const meeting = await ports.meetings.find(meetingId);
  if (!meeting) throw new NotFound('meeting');
  const group = groupOf(signedIn.register, meeting.groupId);
  const today = localDate(caller.now);
  const standing = demandStanding(standingAt(signedIn.register, group, meeting, caller.userId, today), action);
  return { signedIn, meeting, group, standing, today, context: { now: caller.now, today, actor: caller.userId, register: signedIn.register, group } };
};
