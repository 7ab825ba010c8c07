import { NotAllowed, NotFound, StaleVersion } from '../domain/errors.ts';
import { keeps, seesKeeping } from '../domain/keeping/access.ts';
import type { RetentionRoutine } from '../domain/keeping/retention.ts';
import type { RetentionRun } from '../domain/keeping/retention-run.ts';
import type { RetentionReceipt } from '../contracts/keeping.ts';
import { retentionReceipt } from '../contracts/keeping.ts';
import type { RetentionPorts, RunChange } from './ports-retention.ts';
import type { Caller, StaffCommand } from './ports.ts';
import { accessEntry, signIn, type SignedIn } from './staff-access.ts';

export interface Keeper {
  readonly signedIn: SignedIn;
  readonly retention: RetentionRoutine | null;
  readonly keeps: boolean;
}
/** Whoever keeps, or sees what is kept. @throws UnknownUser, NotAllowed */
export const keeperOf = async (ports: RetentionPorts, caller: Caller): Promise<Keeper> => {
  const signedIn = await signIn(ports, caller);
  const { retention } = await ports.registers.activeRoutine(signedIn.register, caller.now);
  if (!seesKeeping(signedIn.member, retention)) throw new NotAllowed('keeping-not-seen');
  return { signedIn, retention, keeps: keeps(signedIn.member, retention) };
};

/** A command on a run: who, may it, is it the version that was seen, one transaction. @throws UnknownUser, NotAllowed, NotFound, StaleVersion, what `decide` throws */
export const changeRun = async <Body extends { readonly version: number }>(
  ports: RetentionPorts, { caller, idempotency, body, runId, operation }: StaffCommand<Body> & { readonly runId: string; readonly operation: string },
  decide: (run: RetentionRun, keeper: Keeper) => Promise<{ readonly run: RetentionRun; readonly change?: Pick<RunChange, 'items'>; readonly about?: { readonly caseId: string | null; readonly number: string | null }; readonly reason?: string }>,
): Promise<RetentionReceipt> => {
  const keeper = await keeperOf(ports, caller);
  const earlier = await ports.cases.findAnswer(caller.userId, idempotency, caller.now);
  if (earlier !== undefined) return retentionReceipt.parse(earlier);
  const run = await ports.retention.find(runId);
  if (!run) throw new NotFound('retention-run');
  if (run.version !== body.version) throw new StaleVersion(run.version);
  const { run: next, change = {}, about, reason } = await decide(run, keeper);
  const answer: RetentionReceipt = { runId, version: next.version, state: next.state };
  await ports.accessLog.record({ ...accessEntry(caller, keeper.signedIn, operation, 'write', null, reason), ...(about && about.caseId !== null && { caseId: about.caseId, caseNumber: about.number ?? '' }) });
  await ports.retention.change(next, { at: caller.now, ...change, idempotency: { ...idempotency, scope: caller.userId, answer: { ...answer } } });
  return answer;
};
