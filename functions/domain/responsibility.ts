import type { Report } from './case.ts';
import type { OutgoingRoutine, ResponsibilityRule } from './routine.ts';
import type { PartyType } from './vocabulary.ts';

const matches = <Value>(allowed: readonly Value[] | undefined, value: Value): boolean => allowed === undefined || allowed.includes(value);

/**
 * Who is responsible for a report and which unit owns it (V9): the first rule that matches. The routine's schema makes
 * sure that the last rule matches everything. @throws RangeError when it does not
 */
export const responsibilityFor = (
  routine: Pick<OutgoingRoutine, 'responsibility'>, partyType: PartyType, report: Pick<Report, 'category' | 'legalBasis'>, unitHasManager: boolean,
): ResponsibilityRule => {
  const rule = routine.responsibility.find((candidate) =>
    (candidate.responsible !== 'unitManager' || unitHasManager) && matches(candidate.partyTypes, partyType) && matches(candidate.categories, report.category) && matches(candidate.legalBases, report.legalBasis));
  if (!rule) throw new RangeError('The routine has no rule for this report');
  return rule;
};
