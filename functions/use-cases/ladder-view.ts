import type { FolderView, LadderView } from '../contracts/escalation.ts';
import type { CaseInsight } from '../domain/access.ts';
import type { Case, Instant } from '../domain/case.ts';
import { targetGroupOf } from '../domain/classification.ts';
import { isClimbing, ruleOf, topLevel, type EarlierClimb, type Escalation } from '../domain/escalation/escalation.ts';
import { choosableGroups, factsOf, groupsForLevel } from '../domain/escalation/groups.ts';
import { unresolvedFindings } from '../domain/identifying.ts';
import { isBefore } from '../domain/instant.ts';
import { knownNames, leftInText } from '../domain/outgoing-text.ts';
import type { Group, Register } from '../domain/register.ts';
import type { EscalationRoutine, Routine } from '../domain/routine.ts';
import type { Names } from './names.ts';

interface Source {
  readonly concerned: Case;
  readonly routine: Routine;
  readonly register: Register;
  readonly names: Names;
  readonly now: Instant;
}
type Place = Omit<LadderView, 'agreement' | 'folder' | 'targetGroup' | 'earlier'>;

const groupName = ({ id, name, kind }: Group) => ({ id, name, kind });
const namesOfGroups = ({ groups }: Register, ids: readonly string[]): string[] => ids.map((groupId) => groups.find(({ id }) => id === groupId)?.name ?? groupId);
const levelsOf = ({ first, levels }: EscalationRoutine): Place['levels'] => [
  { level: 1, name: first.name, decides: first.decides, kinds: [] },
  ...levels.map(({ name, decides, groups = [] }, index) => ({ level: index + 2, name, decides, kinds: [...groups] })),
];
const nextOf = ({ concerned, register }: Source, ladder: EscalationRoutine, level: number): Place['next'] => {
  const rule = ruleOf(ladder, level);
  if (rule?.groups === undefined) return { groups: [], choices: [], missing: false };
  const groups = groupsForLevel(register, rule, factsOf(concerned, register)).map(groupName);
  return { groups, choices: choosableGroups(register, rule).map(groupName), missing: groups.length < rule.groups.length };
};
const decidedOf = ({ basis, decision, information }: EarlierClimb, { names, register }: Source): Pick<Place, 'basis' | 'decision' | 'information'> => {
  const groupOf = (groupId: string): string => namesOfGroups(register, [groupId])[0] ?? '';
  return {
    basis: basis === undefined ? null : { group: groupOf(basis.groupId), text: basis.text, measures: [...basis.measures], by: names.person(basis.by), at: basis.at },
    decision: decision === undefined ? null
      : { group: groupOf(decision.groupId), text: decision.text, measures: [...decision.measures], workingGroup: decision.workingGroup ?? null, by: names.person(decision.by), at: decision.at },
    information: information === undefined ? null : { text: information.text, units: information.unitIds.map((id) => names.unit(id).name), by: names.person(information.by), at: information.at },
  };
};
/** Who forwarded from where the case is read is named; above, the managers stay unnamed (N2, R9). */
const stationsOf = ({ stations }: Escalation, { names, register }: Source, above: boolean): Place['stations'] => stations.map(({ climb, level, groupIds, from, left }) => ({
  climb, level, groups: namesOfGroups(register, groupIds), from,
  left: left === undefined ? null : { at: left.at, by: above && groupIds.length === 0 ? null : names.person(left.by), outcome: left.outcome, to: left.to, because: left.because ?? null, reason: left.reason },
}));

export const ladderPlaceOf = (source: Source, ladder: EscalationRoutine, above: boolean): Place => {
  const { concerned, register, now } = source;
  const { escalation } = concerned;
  const climbing = isClimbing(escalation);
  const level = climbing ? escalation.level : 1;
  return {
    levels: levelsOf(ladder), state: escalation?.state ?? 'ended', level, ofPrinciple: escalation?.ofPrinciple ?? false,
    dueAt: climbing ? escalation.dueAt : null, overdue: climbing && isBefore(escalation.dueAt, now),
    groups: climbing ? escalation.groupIds.flatMap((groupId) => register.groups.filter(({ id }) => id === groupId).map(groupName)) : [],
    stations: escalation === undefined ? [] : stationsOf(escalation, source, above),
    next: climbing && escalation.state === 'climbing' && level < topLevel(ladder) ? nextOf(source, ladder, level + 1) : { groups: [], choices: [], missing: false },
    ...(escalation === undefined ? { basis: null, decision: null, information: null } : decidedOf(escalation, source)),
  };
};

/** The ladder on the case's own page. `hidden`: of a protected identity nothing that anybody wrote (L8). */
export const ladderViewOf = (source: Source, insight: CaseInsight, hidden: boolean): { readonly ladder: LadderView | null } => {
  const { concerned, routine: { escalation: ladder }, names, register } = source;
  if (ladder === null) return { ladder: null };
  const place = ladderPlaceOf(source, ladder, false);
  const targetGroup = targetGroupOf(concerned);
  if (insight === 'reporter' || hidden) {
    const told = concerned.escalation?.information !== undefined && !hidden;
    const earlier = hidden ? [] : (concerned.escalation?.earlier ?? []).filter(({ information }) => information !== undefined).map((climb) => ({ climb: climb.number, ...decidedOf(climb, source), basis: null, agreement: null }));
    return { ladder: { ...place, targetGroup, earlier, stations: [], next: { groups: [], choices: [], missing: false }, basis: null, ...(!told && { decision: null, information: null }), agreement: null, folder: null } };
  }
  const { folder, earlier = [] } = concerned.escalation ?? { folder: null };
  const agreementOf = (climb: Pick<EarlierClimb, 'agreement'> | undefined) => {
    const agreed = climb?.agreement;
    return agreed === undefined ? null : { who: agreed.who, what: agreed.what, how: agreed.how, by: names.person(agreed.by), at: agreed.at };
  };
  return {
    ladder: {
      ...place, targetGroup,
      agreement: agreementOf(concerned.escalation), earlier: earlier.map((climb) => ({ climb: climb.number, ...decidedOf(climb, source), agreement: agreementOf(climb) })),
      folder: folder && {
        text: folder.text, confirmed: folder.confirmedAt !== undefined, editedAt: folder.editedAt, form: folder.form ?? null, left: leftInText(folder, register).length,
        findings: [...unresolvedFindings(folder.text, folder.resolved, knownNames(register))], resolved: [...folder.resolved],
      },
    },
  };
};

/** What a group reads of the case (R9): never the case. */
export const folderTextOf = ({ escalation }: Pick<Case, 'escalation'>): Pick<FolderView, 'text' | 'confirmedAt'> => {
  const folder = escalation?.folder;
  return folder?.confirmedAt === undefined ? { text: '', confirmedAt: null } : { text: folder.text, confirmedAt: folder.confirmedAt };
};
