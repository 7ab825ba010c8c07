import type { LocalDate } from '../calendar.ts';
import type { Group, Register } from '../register.ts';
import { presentFor } from '../role-holders.ts';
import type { GroupStanding } from '../vocabulary.ts';

export interface GroupOfUser {
  readonly group: Group;
  readonly as: GroupStanding;
}

type People = Pick<Register, 'users' | 'roles'>;
const isThere = ({ from, to }: { readonly from: LocalDate; readonly to?: LocalDate | undefined }, day: LocalDate): boolean => from <= day && (to === undefined || day <= to);
const isActive = ({ users }: People, userId: string): boolean => users.some(({ id, active }) => id === userId && active !== false);

/** The convener, or the acting substitute of its role as convener; a substitute of another role of that person has no need to know. */
export const convenerOf = (register: Register, group: Pick<Group, 'convenerUserId'>, day: LocalDate): string =>
  presentFor({ ...register, roles: register.roles.filter(({ role }) => role === 'convener') }, group.convenerUserId, day);

/** As what this user stands in the group on a day (Europe/Stockholm; both days of a membership are within it); null: not at all. The convener before the member, the member before the guest. */
export const standingIn = (register: Register, group: Group, userId: string, day: LocalDate): GroupStanding | null => {
  if (group.active === false || !isActive(register, userId)) return null;
  if (group.convenerUserId === userId || convenerOf(register, group, day) === userId) return 'convener';
  const isOf = (list: Group['members']): boolean => list.some((each) => each.userId === userId && isThere(each, day));
  if (isOf(group.members)) return 'member';
  return isOf(group.guests) ? 'guest' : null;
};

/** The groups that a user stands in on a day, and as what. */
export const groupsOf = (register: Register, userId: string, day: LocalDate): readonly GroupOfUser[] => register.groups.flatMap((group) => {
  const as = standingIn(register, group, userId, day);
  return as === null ? [] : [{ group, as }];
});

/** Everybody who stands in a group on a day, each once: convener, members, guests. */
export const peopleOf = (register: Register, group: Group, day: LocalDate): readonly string[] =>
  [...new Set([convenerOf(register, group, day), ...[...group.members, ...group.guests].filter((each) => isThere(each, day)).map(({ userId }) => userId)])]
    .filter((userId) => standingIn(register, group, userId, day) !== null);
