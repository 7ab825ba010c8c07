import type { LocalDate } from '../calendar.ts';
import { isCaseType, retentionFault } from '../keeping/retention.ts';
import type { Register } from '../register.ts';
import { holdersOf } from '../role-holders.ts';
import type { Routine } from '../routine.ts';
import type { Finding } from './faults.ts';

const places = { 'retention-start-wrong': 'from', 'access-log-too-short': 'keepMonths', 'archive-cases-alone': 'ending' } as const;

/** L9: rules that contradict law or each other, and roles that nobody holds. */
export const retentionFaults = ({ retention }: Routine, register: Register, date: LocalDate): readonly Finding[] => {
  if (retention === null) return [];
  const longestCase = Math.max(...retention.rules.filter(({ documentType }) => isCaseType(documentType)).map(({ keepMonths }) => keepMonths));
  return [
    ...(['told', 'signOff'] as const).flatMap((name): readonly Finding[] =>
      (holdersOf(register, retention[name], date).length === 0 ? [[`/retention/${name}`, 'role-unheld', { role: retention[name] }]] : [])),
    ...retention.rules.flatMap((rule, index): readonly Finding[] => {
      const fault = retentionFault(rule);
      if (fault !== null) return [[`/retention/rules/${index}/${places[fault]}`, fault]];
      const isPart = !isCaseType(rule.documentType) && rule.documentType !== 'accessLog';
      return isPart && rule.keepMonths > longestCase && longestCase > 0 ? [[`/retention/rules/${index}/keepMonths`, 'part-outlives-case']] : [];
    }),
  ];
};
