import type { Case } from '../case.ts';
import { asOfClimb, groupsWithFolder, isClimbing, lastClimbOf } from '../escalation/escalation.ts';
import type { EscalationRoutine } from '../routine.ts';
import type { GroupKind } from '../vocabulary.ts';

/** Whether a group has, or has had, the folder of the case on the ladder. */
export const hasFolder = ({ escalation }: Pick<Case, 'escalation'>, groupId: string): boolean => escalation !== undefined && groupsWithFolder(escalation).includes(groupId);
/** R9: what a group sees of a case: its folder, else a text that somebody has confirmed as de-identified; null: there is none. */
export const deidentifiedTextOf = (concerned: Pick<Case, 'outgoingText' | 'escalation'>, groupId: string): string | null => {
  const { outgoingText, escalation } = concerned;
  const climb = escalation && lastClimbOf(escalation, [groupId]);
  const folder = climb === undefined || escalation === undefined ? null : asOfClimb(escalation, climb).folder;
  if (folder?.confirmedAt !== undefined) return folder.text;
  return outgoingText !== null && outgoingText.confirmedAt !== undefined && outgoingText.form === 'deidentified' ? outgoingText.text : null;
};

/** Whether the group has the case at its level of the ladder now. */
export const isOnLadderAt = ({ escalation }: Pick<Case, 'escalation'>, groupId: string): boolean => isClimbing(escalation) && escalation.groupIds.includes(groupId);
/** R7: to a level of the ladder a case comes by the ladder alone. */
export const isLadderKind = (ladder: EscalationRoutine | null, kind: GroupKind): boolean => ladder?.levels.some(({ groups }) => groups?.includes(kind) === true) === true;
