import type { AccessDecision, StaffMember } from '../access.ts';
import type { Case } from '../case.ts';
import type { Group } from '../register.ts';
import type { Routine } from '../routine.ts';
import type { GroupKind, GroupStanding, Role } from '../vocabulary.ts';
import { groupsWithFolder, isClimbing, lastClimbOf, preparingLevel, ruleOf, topLevel, type Escalation } from './escalation.ts';
import type { Forwarder, LadderAction } from './words.ts';

/** A group that a user stands in today. */
export interface StandingOfUser {
  readonly groupId: string;
  readonly kind: GroupKind;
  readonly as: GroupStanding;
}
/** As whom the user has to do with the case itself. */
export interface CasePerson {
  /** The responsible role it handles the case as. */
  readonly handler: Role | undefined;
  readonly leads: boolean;
  readonly managesUnit: boolean;
  readonly readsCase: boolean;
  /** Reads what its people write in it: not who reported and follows it, nor who is kept from the texts of a protected identity (L8). */
  readonly readsTexts: boolean;
}

const yes = (principal: Role | null): AccessDecision => ({ allowed: true, principal });
const no = (reason: Extract<AccessDecision, { allowed: false }>['reason']): AccessDecision => ({ allowed: false, reason });
const roleOf = (as: GroupStanding): Role => (as === 'convener' ? 'convener' : 'groupMember');

const standings = (user: StaffMember, groupIds: readonly string[]): readonly StandingOfUser[] => (user.groups ?? []).filter(({ groupId }) => groupIds.includes(groupId));
/** Below the groups: whoever handles, leads or manages, as far as the routine names them. */
const amongCasePeople = ({ handler, leads, managesUnit, readsCase }: CasePerson, named: readonly Forwarder[]): AccessDecision => {
  if (named.includes('handler') && handler !== undefined) return yes(handler);
  if (named.includes('handler') && leads) return yes(null);
  if (named.includes('unitManager') && managesUnit) return yes('unitManager');
  return no(readsCase ? 'not-in-routine' : 'no-need-to-know');
};
/** In a group: its convener, or where it is open to them its members; a guest reads only. */
const inGroups = (user: StaffMember, groupIds: readonly string[], open: 'convener' | 'members', person: CasePerson): AccessDecision => {
  const held = standings(user, groupIds);
  const convener = held.find(({ as }) => as === 'convener');
  const standing = convener ?? (open === 'members' ? held.find(({ as }) => as === 'member') : undefined);
  if (standing !== undefined) return yes(roleOf(standing.as));
  if (held.length > 0) return no(open === 'convener' ? 'convener-only' : 'guest-reads');
  return no(person.readsCase || (user.groups ?? []).length > 0 ? 'other-group' : 'no-need-to-know');
};

/** Of the groups that have the case, those of a kind (`true`), or of any other. */
const ofKind = (user: StaffMember, groupIds: readonly string[], kind: GroupKind, wanted: boolean): readonly string[] =>
  groupIds.filter((id) => ((user.groups ?? []).find(({ groupId }) => groupId === id)?.kind === kind) === wanted);

/** What a user sees at the folder: all of it, or what was decided and told alone; of which climb. */
export interface FolderSeen {
  readonly extent: 'folder' | 'decision';
  readonly climb: number;
  readonly principal: Role | null;
}
/**
 * R9: those who work with the case see the folder, and so do groups that have or have had it: of their own climb. R7: managers of
 * units that were told of the decision see what was decided and told.
 */
export const folderSeenBy = (user: StaffMember, { escalation }: Pick<Case, 'escalation'>, { handler, managesUnit, readsTexts }: CasePerson): FolderSeen | null => {
  if (escalation === undefined) return null;
  const [first] = standings(user, groupsWithFolder(escalation)).toSorted((one, other) => rank(one) - rank(other));
  const climb = lastClimbOf(escalation, (user.groups ?? []).map(({ groupId }) => groupId));
  if (first !== undefined && climb !== undefined) return { extent: 'folder', climb: readsTexts ? escalation.number : climb, principal: roleOf(first.as) };
  if (readsTexts) return { extent: 'folder', climb: escalation.number, principal: handler ?? (managesUnit ? 'unitManager' : null) };
  const told = [...(escalation.earlier ?? []), escalation].findLast(({ information }) => user.roles.some(({ role, unitId }) => role === 'unitManager' && information?.unitIds.includes(unitId) === true));
  return told === undefined ? null : { extent: 'decision', climb: told.number, principal: 'unitManager' };
};

/**
 * R6–R9: who does what with a case on the ladder. A group's people act on the folder and never read the case.
 */
export const decideLadderAccess = (user: StaffMember, action: LadderAction, { escalation }: Pick<Case, 'escalation'>, person: CasePerson, { escalation: ladder }: Pick<Routine, 'escalation'>): AccessDecision => {
  if (ladder === null) return no(person.readsCase ? 'not-in-routine' : 'no-need-to-know');
  const below = !isClimbing(escalation) ? ladder.first : ruleOf(ladder, escalation.level);
  switch (action) {
    case 'read-folder': {
      const seen = folderSeenBy(user, { escalation }, person);
      return seen === null ? no('no-need-to-know') : yes(seen.principal);
    }
    case 'raise-case':
      return amongCasePeople(person, ladder.first.forwardedBy);
    case 'record-agreement':
    case 'edit-folder':
      return amongCasePeople(person, ['handler', 'unitManager']);
    default:
  }
  if (!isClimbing(escalation)) return person.readsCase ? no('not-in-routine') : decideAfter(user, escalation);
  const { groupIds, level } = escalation;
  const prepares = ruleOf(ladder, level)?.prepares;
  switch (action) {
    case 'forward-case': {
      const named = below?.forwardedBy ?? [];
      if (groupIds.length === 0) return amongCasePeople(person, named);
      // In parallel: whoever prepares has the last word.
      return inGroups(user, preparersOf(user, groupIds, prepares), named.includes('member') ? 'members' : 'convener', person);
    }
    case 'return-case':
      return groupIds.length === 0 ? amongCasePeople(person, ['handler', 'unitManager']) : inGroups(user, preparersOf(user, groupIds, prepares), 'convener', person);
    case 'consult-group':
      return inGroups(user, groupIds, 'members', person);
    case 'write-basis':
      return inGroups(user, preparersOf(user, groupIds, prepares), 'members', person);
    case 'decide-escalation':
      return level === topLevel(ladder) ? inGroups(user, groupIds, 'convener', person) : no(standings(user, groupIds).length > 0 || person.readsCase ? 'not-in-routine' : 'no-need-to-know');
    case 'inform-of-decision':
      return inGroups(user, preparersOf(user, groupIds, ruleOf(ladder, preparingLevel(ladder) ?? level)?.prepares), 'convener', person);
  }
};
const rank = ({ as }: StandingOfUser): number => ['convener', 'member', 'guest'].indexOf(as);
/** Of several groups at a level the one that prepares; of one, that one. A user who stands in none of that kind stands outside. */
const preparersOf = (user: StaffMember, groupIds: readonly string[], prepares: GroupKind | undefined): readonly string[] =>
  (prepares === undefined || groupIds.length < 2 ? groupIds : ofKind(user, groupIds, prepares, true));
/** The climb is over: who had the folder learns that it is too late, others nothing. */
const decideAfter = (user: StaffMember, escalation: Escalation | undefined): AccessDecision =>
  no(escalation !== undefined && standings(user, groupsWithFolder(escalation)).length > 0 ? 'not-in-routine' : 'no-need-to-know');

/** Whose question it is, and who answers it (R7): the group that prepares asks, the others of its level answer. */
export const asksOthers = (groups: readonly Group[], user: StaffMember, groupIds: readonly string[], prepares: GroupKind | undefined): 'asks' | 'answers' | 'neither' => {
  const mine = groups.filter(({ id }) => groupIds.includes(id) && (user.groups ?? []).some(({ groupId, as }) => groupId === id && as !== 'guest'));
  if (prepares === undefined) return 'neither';
  if (mine.some(({ kind }) => kind === prepares)) return 'asks';
  return mine.length > 0 ? 'answers' : 'neither';
};
