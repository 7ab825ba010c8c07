import type { DeepAnalysisView } from '../contracts/deep-analysis.ts';
import { decideAccess, staffMember } from '../domain/access.ts';
import { localDate } from '../domain/calendar.ts';
import { decidesAs, type DeepAnalysis } from '../domain/deep-analysis/deep-analysis.ts';
import { namesOf } from './names.ts';
import type { LoadedCase } from './ports.ts';
import type { Routine } from '../domain/routine.ts';
import type { SignedIn } from './staff-access.ts';

export const deepAnalysisViewOf = (analysis: DeepAnalysis, { case: concerned }: Pick<LoadedCase, 'case'>, caseRoutine: Routine, { register, member }: SignedIn, now: string): DeepAnalysisView => {
  const names = namesOf(register);
  const mayRead = (userId: string): boolean => decideAccess(userId === member.id ? member : staffMember(register, userId, now), 'read-case', concerned, caseRoutine).allowed;
  const roles = decidesAs(analysis.rule, member.roles);
  const { state, ownerUserId, due, result } = analysis;
  return {
    id: analysis.id, version: analysis.version, state,
    case: { id: concerned.id, number: concerned.number, category: concerned.report.category, mayRead: mayRead(member.id) },
    reason: analysis.reason, proposedBy: names.person(analysis.proposedBy), proposedAt: analysis.proposedAt, voting: analysis.rule.voting, decidedBy: [...analysis.rule.decidedBy],
    voices: analysis.voices.map(({ by, ...voice }) => ({ ...voice, by: names.person(by) })),
    decidedAt: analysis.decidedAt ?? null, owner: ownerUserId === null ? null : names.person(ownerUserId), ownerReadsCase: ownerUserId !== null && mayRead(ownerUserId), due,
    late: state === 'accepted' && due !== null && due < localDate(now),
    result: result ? { text: result.text, at: result.at, by: names.person(result.by) } : null,
    maySpeakAs: state === 'proposed' ? roles.filter((role) => !analysis.voices.some((voice) => voice.role === role)) : [],
    mayAssign: state === 'accepted' && roles.length > 0, mayFinish: state === 'accepted' && (ownerUserId === member.id || roles.length > 0),
  };
};
