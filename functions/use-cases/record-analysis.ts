import type { DeepAnalysisReceipt } from '../contracts/deep-analysis.ts';
import type { CaseEvent } from '../domain/case.ts';
import type { AnalysisOutcome } from '../domain/deep-analysis/deep-analysis.ts';
import type { Role } from '../domain/vocabulary.ts';
import type { MeetingPorts } from './ports-meeting.ts';
import type { Caller, Idempotency, LoadedCase } from './ports.ts';
import { accessEntry, type SignedIn } from './staff-access.ts';

interface Doing {
  readonly caller: Caller;
  readonly idempotency: Idempotency;
  readonly signedIn: SignedIn;
  readonly loaded: LoadedCase;
  readonly principal: Role | null;
  readonly operation: string;
}

/** A step of a deep analysis, with its line in the case's story where it has one; the case itself stays as it is. @throws Conflict, StaleVersion */
export const recordAnalysis = async (ports: MeetingPorts, { caller, idempotency, signedIn, loaded, principal, operation }: Doing, { analysis, event, outbox }: AnalysisOutcome): Promise<DeepAnalysisReceipt> => {
  const answer = { id: analysis.id, version: analysis.version, state: analysis.state };
  const answering = { ...idempotency, scope: caller.userId, answer };
  const access = accessEntry(caller, signedIn, operation, 'write', { loaded, principal });
  if (event === null) {
    await ports.accessLog.record(access);
    await ports.deepAnalyses.write(analysis, { at: caller.now, outbox, idempotency: answering });
    return answer;
  }
  const line: CaseEvent = { id: `analysis-${analysis.number}-${analysis.version}`, caseId: loaded.case.id, at: caller.now, type: event.type, actor: caller.userId, ...(principal !== null && { principal }), detail: event.detail };
  await ports.cases.record({ caseId: loaded.case.id, at: caller.now, expected: {}, events: [line], outbox, access, idempotency: answering, alongside: ports.deepAnalyses.rows(analysis) }, loaded);
  return answer;
};
