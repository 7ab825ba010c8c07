import type { Case } from '../domain/case.ts';
import { groupsWithFolder, isClimbing } from '../domain/escalation/escalation.ts';
import type { RowWrite } from './ports.ts';
import type { GroupCase } from './ports-groups.ts';

/** The rows of a case in the lists of its groups, as a command leaves them; none where nothing of them has changed. */
export const groupCaseRows = (before: Pick<Case, 'escalation' | 'status'>, after: Case, patientKey: string | null): readonly RowWrite[] => {
  const { escalation, status } = after;
  if (escalation === undefined || (escalation === before.escalation && status === before.status)) return [];
  const over = status === 'withdrawn' || status === 'rejected';
  return groupsWithFolder(escalation).map((groupId): RowWrite => {
    const here = isClimbing(escalation) && !over && escalation.groupIds.includes(groupId);
    const row: GroupCase = {
      caseId: after.id, number: after.number, level: escalation.level, state: over ? 'ended' : escalation.state, here, ofPrinciple: escalation.ofPrinciple, dueAt: escalation.dueAt, changedAt: after.updatedAt, patientKey,
    };
    return { kind: 'put', row: { pk: `GROUP#${groupId}`, sk: `CASE#${after.id}`, ...row } };
  });
};
