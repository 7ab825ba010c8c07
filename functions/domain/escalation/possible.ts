import type { StaffMember } from '../access.ts';
import type { Case } from '../case.ts';
import type { Routine } from '../routine.ts';
import { isClimbing, ruleOf, topLevel } from './escalation.ts';

/** Whether there is something for this action where the case stands on the ladder; true of what has nothing to do with the ladder. */
export const isPossibleOnLadder = (action: string, user: Pick<StaffMember, 'groups'>, { escalation }: Pick<Case, 'escalation'>, { escalation: ladder }: Pick<Routine, 'escalation'>): boolean => {
  if (ladder === null) return true;
  const climbing = isClimbing(escalation) ? escalation : undefined;
  const isAt = climbing !== undefined && climbing.state === 'climbing';
  const withManagers = isAt && climbing.groupIds.length === 0;
  const prepares = isAt ? ruleOf(ladder, climbing.level)?.prepares : undefined;
  const isPreparer = (): boolean => (user.groups ?? []).some(({ groupId, kind }) => kind === prepares && climbing?.groupIds.includes(groupId) === true);
  switch (action) {
    case 'raise-case': return climbing === undefined;
    case 'record-agreement':
    case 'edit-folder': return withManagers;
    case 'forward-case': return isAt && climbing.level < topLevel(ladder) && (prepares === undefined || climbing.basis !== undefined) && (!withManagers || climbing.folder !== null);
    case 'return-case': return isAt && !withManagers;
    case 'consult-group': return prepares !== undefined && (isPreparer() || climbing?.consultations.some(({ answer }) => answer === undefined) === true);
    case 'write-basis': return prepares !== undefined && isPreparer();
    case 'decide-escalation': return isAt && climbing.level === topLevel(ladder);
    case 'inform-of-decision': return climbing?.state === 'informing';
    default: return true;
  }
};
