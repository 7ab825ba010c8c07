import type { output } from 'zod/mini';
import { deepAnalysisReceipt, type changeDeepAnalysis as bodyShape, type DeepAnalysisReceipt } from '../contracts/deep-analysis.ts';
import { decideAccess } from '../domain/access.ts';
import { localDate } from '../domain/calendar.ts';
import { seesAnalysis } from '../domain/deep-analysis/access.ts';
import { assignAnalysis, decidesAs, finishAnalysis, speakOnAnalysis, type AnalysisContext, type AnalysisOutcome, type DeepAnalysis } from '../domain/deep-analysis/deep-analysis.ts';
import { NotFound, StaleVersion } from '../domain/errors.ts';
import { groupsOf } from '../domain/groups/membership.ts';
import { recordAnalysis } from './record-analysis.ts';
import type { MeetingPorts } from './ports-meeting.ts';
import type { StaffCommand } from './ports.ts';
import { routineOf, signIn } from './staff-access.ts';

/** V13d: a voice of those who decide; then who makes it, and what came of it. @throws UnknownUser, NotFound, NotAllowed, StaleVersion, WrongStatus, InvalidInput, SendingBlocked, Conflict */
export const changeDeepAnalysis = async (ports: MeetingPorts, { caller, idempotency, body, analysisId }: StaffCommand<output<typeof bodyShape>> & { readonly analysisId: string }): Promise<DeepAnalysisReceipt> => {
  const signedIn = await signIn(ports, caller);
  const { register, member } = signedIn;
  const earlier = await ports.cases.findAnswer(caller.userId, idempotency, caller.now);
  if (earlier !== undefined) return deepAnalysisReceipt.parse(earlier);
  const analysis = await ports.deepAnalyses.find(analysisId);
  const loaded = analysis && await ports.cases.load(analysis.caseId);
  if (!analysis || !loaded) throw new NotFound('deep-analysis');
  const decision = decideAccess(member, 'read-case', loaded.case, await routineOf(ports, loaded.case));
  const groups = groupsOf(register, caller.userId, localDate(caller.now)).map(({ group }) => group.kind);
  if (!seesAnalysis({ userId: member.id, roles: member.roles, groups, readsCase: decision.allowed }, analysis)) throw new NotFound('deep-analysis');
  if (analysis.version !== body.version) throw new StaleVersion(analysis.version);
  const outcome = decide(analysis, body.change, { now: caller.now, actor: caller.userId, roles: member.roles, register });
  const principal = body.change.kind === 'speak' ? body.change.role : decidesAs(analysis.rule, member.roles)[0] ?? null;
  return recordAnalysis(ports, { caller, idempotency, signedIn, loaded, principal, operation: 'change-deep-analysis' }, outcome);
};

const decide = (analysis: DeepAnalysis, change: output<typeof bodyShape>['change'], context: AnalysisContext): AnalysisOutcome => {
  switch (change.kind) {
    case 'speak': return speakOnAnalysis(analysis, { role: change.role, approved: change.approved, text: change.reason, notIdentifying: change.notIdentifying }, context);
    case 'assign': return assignAnalysis(analysis, change, context);
    case 'finish': return finishAnalysis(analysis, change, context);
  }
};
