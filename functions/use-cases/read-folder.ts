import type { FolderView } from '../contracts/escalation.ts';
import { folderSeen } from '../domain/access.ts';
import { targetGroupOf } from '../domain/classification.ts';
import { NotFound } from '../domain/errors.ts';
import { asksOthers } from '../domain/escalation/access.ts';
import { asOfClimb, groupsWithFolder, ruleOf } from '../domain/escalation/escalation.ts';
import { ladderActions } from '../domain/escalation/words.ts';
import { permit } from '../domain/permission.ts';
import { folderTextOf, ladderPlaceOf } from './ladder-view.ts';
import { namesOf } from './names.ts';
import type { GroupPorts } from './ports-groups.ts';
import type { CaseQuery } from './ports.ts';
import { accessEntry, routineOf, signIn } from './staff-access.ts';

/** A case as its groups see it (R9); the reading is logged before it is shown (L5). Who has no folder of it learns of no case. @throws UnknownUser, NotFound */
export const readFolder = async (ports: GroupPorts, { caller, caseId }: CaseQuery): Promise<FolderView> => {
  const signedIn = await signIn(ports, caller);
  const { member, register } = signedIn;
  const loaded = await ports.cases.load(caseId);
  if (loaded?.case.escalation === undefined) throw new NotFound('case');
  const routine = await routineOf(ports, loaded.case);
  const { escalation: ladder } = routine;
  const seen = folderSeen(member, loaded.case, routine);
  if (seen === null || ladder === null) throw new NotFound('case');
  await ports.accessLog.record(accessEntry(caller, signedIn, 'read-folder', 'read', { loaded, principal: seen.principal }));
  const { extent } = seen;
  const escalation = asOfClimb(loaded.case.escalation, seen.climb);
  const concerned = { ...loaded.case, escalation };
  const names = namesOf(register);
  const had = groupsWithFolder(escalation);
  const { groupIds, consultations, state, stations, number } = escalation;
  const groupOf = (groupId: string): string => register.groups.find(({ id }) => id === groupId)?.name ?? groupId;
  const been = stations.filter(({ climb, level }) => climb === number && level < escalation.level).map(({ level }) => level);
  const view: FolderView = {
    extent, ...ladderPlaceOf({ concerned, routine, register, names, now: caller.now }, ladder, true), now: caller.now, caseId: concerned.id, number: concerned.number, version: concerned.version, targetGroup: targetGroupOf(concerned),
    ...folderTextOf(concerned),
    consultations: consultations.map(({ id, question, by, at, answer }) => ({
      id, question, by: names.person(by), at, answer: answer === undefined ? null : { group: groupOf(answer.groupId), text: answer.text, by: names.person(answer.by), at: answer.at },
    })),
    standing: (member.groups ?? []).filter(({ groupId }) => had.includes(groupId)).map(({ groupId, kind, as }) => ({ group: { id: groupId, name: groupOf(groupId), kind }, as, here: state !== 'ended' && groupIds.includes(groupId) })),
    returnsTo: state === 'climbing' ? [...new Set([1, ...been])].toSorted((one, other) => other - one) : [],
    consults: state === 'climbing' ? asksOthers(register.groups, member, groupIds, ruleOf(ladder, escalation.level)?.prepares) : 'neither',
    units: register.units.filter(({ organisationId, active }) => active !== false && register.organisations.some(({ id, own }) => own && id === organisationId)).map(({ id, name }) => ({ id, name })),
    allowed: ladderActions.filter((action) => permit(member, action, concerned, routine).allowed),
  };
  return extent === 'folder' ? view : decisionOf(view);
};
/** R7: what was decided and told, and nothing of the way there. */
const decisionOf = (view: FolderView): FolderView => ({ ...view, text: '', confirmedAt: null, stations: [], basis: null, consultations: [], standing: [], returnsTo: [], next: { groups: [], choices: [], missing: false }, units: [] });
