import type { RecomputationReceipt } from '../contracts/statistics.ts';
import { mayAdministerRegisters } from '../domain/access.ts';
import { Conflict, NotAllowed } from '../domain/errors.ts';
import { firstRecomputation, nextRecomputation } from '../domain/statistics/recomputation.ts';
import type { StaffCommand } from './ports.ts';
import type { StatisticsPorts } from './ports-statistics.ts';
import { signIn } from './staff-access.ts';

const attempts = 5;

/**
 * Makes the figures anew from the cases, beside those in force; the stream does the work, step by step. While one is under
 * way it gets a push instead of another beginning. @throws UnknownUser, NotAllowed, Conflict, Throttled
 */
export const recomputeStatistics = async (ports: StatisticsPorts, { caller }: Pick<StaffCommand<unknown>, 'caller'>): Promise<RecomputationReceipt> => {
  const { member } = await signIn(ports, caller);
  if (!mayAdministerRegisters(member)) throw new NotAllowed('no-need-to-know');
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const last = await ports.aggregates.recomputation();
    const next = last === undefined ? firstRecomputation(caller.now) : last.building === null ? nextRecomputation(last, caller.now) : { ...last, revision: last.revision + 1 };
    if (await ports.aggregates.putRecomputation(next)) return { startedAt: next.startedAt };
  }
  throw new Conflict();
};
