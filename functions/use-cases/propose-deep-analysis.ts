import type { output } from 'zod/mini';
import { deepAnalysisReceipt, type DeepAnalysisReceipt, type proposeDeepAnalysis as bodyShape } from '../contracts/deep-analysis.ts';
import { proposeAnalysis } from '../domain/deep-analysis/deep-analysis.ts';
import { NotAllowed, NotFound } from '../domain/errors.ts';
import { admitReader } from './admit-reader.ts';
import { recordAnalysis } from './record-analysis.ts';
import type { MeetingPorts } from './ports-meeting.ts';
import type { StaffCommand } from './ports.ts';
import { routineOf, signIn } from './staff-access.ts';

/** V13c: anyone who may read a case proposes it for a deep analysis, with a reason. @throws UnknownUser, NotFound, NeedNotStated, NotAllowed, InvalidInput, SendingBlocked, Conflict */
export const proposeDeepAnalysis = async (ports: MeetingPorts, { caller, idempotency, body }: StaffCommand<output<typeof bodyShape>>): Promise<DeepAnalysisReceipt> => {
  const signedIn = await signIn(ports, caller);
  const earlier = await ports.cases.findAnswer(caller.userId, idempotency, caller.now);
  if (earlier !== undefined) return deepAnalysisReceipt.parse(earlier);
  const loaded = await ports.cases.load(body.caseId);
  if (!loaded) throw new NotFound('case');
  const { principal, member } = await admitReader(ports, signedIn.member, loaded, await routineOf(ports, loaded.case), caller.now);
  const rule = (await ports.registers.activeRoutine(signedIn.register, caller.now)).meetings.deepAnalysis;
  if (rule === null) throw new NotAllowed('not-in-routine');
  const outcome = proposeAnalysis(loaded.case, { text: body.reason, notIdentifying: body.notIdentifying }, await ports.deepAnalyses.ofCase(body.caseId), rule,
    { now: caller.now, actor: caller.userId, roles: member.roles, register: signedIn.register });
  return recordAnalysis(ports, { caller, idempotency, signedIn, loaded, principal, operation: 'propose-deep-analysis' }, outcome);
};
