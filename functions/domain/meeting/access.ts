import type { LocalDate } from '../calendar.ts';
import { NotAllowed, NotFound } from '../errors.ts';
import { standingIn } from '../groups/membership.ts';
import type { Group, Register } from '../register.ts';
import type { GroupStanding } from '../vocabulary.ts';
import type { Meeting } from './meeting.ts';

/**
 * As what a user may see a meeting: as it stands in the group today; a guest only meetings of days on which it is one (R7).
 * null: there is no such meeting for it.
 */
export const standingAt = (register: Register, group: Group, meeting: Pick<Meeting, 'date'>, userId: string, today: LocalDate): GroupStanding | null => {
  const standing = standingIn(register, group, userId, today);
  return standing === 'guest' && standingIn(register, group, userId, meeting.date) === null ? null : standing;
};
export type MeetingAction = 'read-meeting' | 'plan-meeting' | 'change-meeting' | 'record-meeting-outcome';

/** All who stand in the group read; the convener alone plans, changes, records and forwards (R7). @throws NotFound, NotAllowed */
export const demandStanding = (standing: GroupStanding | null, action: MeetingAction): GroupStanding => {
  if (standing === null) throw new NotFound('meeting');
  if (action !== 'read-meeting' && standing !== 'convener') throw new NotAllowed('convener-only');
  return standing;
};
