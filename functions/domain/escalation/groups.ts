import { addDays, endOfDay, localDate } from '../calendar.ts';
import type { Case } from '../case.ts';
import { targetGroupOf } from '../classification.ts';
import { ourUnitOf } from '../parties.ts';
import type { Group, Register } from '../register.ts';
import type { EscalationRoutine, LadderLevel } from '../routine.ts';
import type { AwaitedEvent, TargetGroup } from '../vocabulary.ts';
import { ruleOf, topLevel } from './escalation.ts';

/** What groups are chosen by: whom the care is for, and where. */
export interface ChoiceFacts {
  readonly targetGroup: TargetGroup | null;
  readonly areaIds: readonly string[];
}
/** Areas of our unit, else of its organisation. */
const areasOf = (concerned: Case, { units, organisations }: Pick<Register, 'units' | 'organisations'>): readonly string[] => {
  const unit = units.find(({ id }) => id === ourUnitOf(concerned));
  return unit?.areas ?? organisations.find(({ id }) => id === unit?.organisationId)?.areas ?? [];
};

/** How well a group is made for the case: null where it is for others. What it names and fits counts; what it leaves open fits all. */
const fitOf = ({ targetGroups, areaIds }: Group, facts: ChoiceFacts): number | null => {
  if (targetGroups !== undefined && (facts.targetGroup === null || !targetGroups.includes(facts.targetGroup))) return null;
  if (areaIds !== undefined && !areaIds.some((id) => facts.areaIds.includes(id))) return null;
  return (targetGroups === undefined ? 0 : 2) + (areaIds === undefined ? 0 : 1);
};
/** The groups of a level for this case: of each kind the one that fits best (R6); a kind without a group is left out. */
export const groupsForLevel = ({ groups }: Pick<Register, 'groups'>, { groups: kinds = [], choice }: Pick<LadderLevel, 'groups' | 'choice'>, facts: ChoiceFacts): readonly Group[] => kinds.flatMap((kind) => {
  const fitting = groups.filter((group) => group.kind === kind && group.active !== false)
    .flatMap((group) => {
      const fit = choice === 'any' ? 0 : fitOf(group, facts);
      return fit === null ? [] : [{ group, fit }];
    })
    .toSorted((one, other) => other.fit - one.fit);
  return fitting[0] === undefined ? [] : [fitting[0].group];
});
/** Every group of the kinds of a level: one of them may be chosen in place of the one that fits best. */
export const choosableGroups = ({ groups }: Pick<Register, 'groups'>, { groups: kinds = [] }: Pick<LadderLevel, 'groups'>): readonly Group[] =>
  groups.filter((group) => group.active !== false && kinds.includes(group.kind));

export const factsOf = (concerned: Case, register: Register): ChoiceFacts => ({ targetGroup: targetGroupOf(concerned), areaIds: areasOf(concerned, register) });

/** What the machine waits for at a level. */
export const awaitedAt = (ladder: EscalationRoutine, level: number): AwaitedEvent => {
  const rule = ruleOf(ladder, level);
  if (rule?.groups === undefined) return 'ladderManagers';
  if (level === topLevel(ladder)) return 'ladderDecision';
  return rule.prepares === undefined ? 'ladderGroup' : 'ladderPreparation';
};
/** Kept all of its last day. */
export const levelDueAt = (now: string, { deadlineDays }: Pick<LadderLevel, 'deadlineDays'>): string => endOfDay(addDays(localDate(now), deadlineDays));
