import { localDate } from '../calendar.ts';
import type { Case } from '../case.ts';
import { toUser, type MailDraft } from '../command.ts';
import { convenerOf, peopleOf } from '../groups/membership.ts';
import { ourUnitsOf } from '../parties.ts';
import { managersOf } from '../recipients.ts';
import type { Group, Register } from '../register.ts';
import { handlersOf } from '../role-holders.ts';
import type { Escalation } from './escalation.ts';
import type { Instant } from '../case.ts';

interface Around {
  readonly now: Instant;
  readonly register: Register;
  readonly actor?: string;
}
/** Where a mail's link leads: the case, the folder, the list of one's groups, or the execution. */
export type LadderPlace = 'case' | 'folder' | 'groups' | 'console';
type Draft = Omit<MailDraft, 'to' | 'data'>;

const groupsOfIds = ({ groups }: Register, ids: readonly string[]): readonly Group[] => groups.filter(({ id }) => ids.includes(id));
export const toThose = (userIds: readonly string[], place: LadderPlace, draft: Draft, { actor }: Pick<Around, 'actor'>): readonly MailDraft[] =>
  [...new Set(userIds)].filter((userId) => userId !== actor).map((userId) => ({ ...draft, to: toUser(userId), data: { place } }));

/** Our managers in the case, and whoever handles it. */
export const casePeople = (concerned: Case, around: Around): readonly string[] =>
  [...managersOf(ourUnitsOf(concerned), around), ...handlersOf(around.register, concerned, localDate(around.now))];
export const convenersOf = (groupIds: readonly string[], { register, now }: Around): readonly string[] =>
  groupsOfIds(register, groupIds).map((group) => convenerOf(register, group, localDate(now)));
export const everybodyIn = (groupIds: readonly string[], { register, now }: Around): readonly string[] =>
  groupsOfIds(register, groupIds).flatMap((group) => peopleOf(register, group, localDate(now)));

/** To who has the case from now on: a level's groups, else managers and handler. */
export const toLevel = (concerned: Case, { groupIds }: Pick<Escalation, 'groupIds'>, around: Around, draft: Draft): readonly MailDraft[] =>
  (groupIds.length === 0 ? toThose(casePeople(concerned, around), 'case', draft, around) : toThose(everybodyIn(groupIds, around), 'folder', draft, around));
