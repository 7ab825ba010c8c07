import type { output } from 'zod/mini';
import type { exemptFromRetention as body, RetentionReceipt } from '../contracts/keeping.ts';
import { InvalidInput, NotAllowed, NotFound } from '../domain/errors.ts';
import { exempt } from '../domain/keeping/retention-run.ts';
import { changeRun } from './keeping-access.ts';
import type { RetentionPorts } from './ports-retention.ts';
import type { StaffCommand } from './ports.ts';

/** What stays this time, and why; or goes after all. @throws UnknownUser, NotAllowed, NotFound, StaleVersion, InvalidInput, RunNotAwaiting, ExemptionRefused */
export const exemptFromRetention = (ports: RetentionPorts, command: StaffCommand<output<typeof body>> & { readonly runId: string }): Promise<RetentionReceipt> =>
  changeRun(ports, { ...command, operation: 'exempt-from-retention' }, async (run, keeper) => {
    const { caller, body: { itemId, stays, reason } } = command;
    if (!keeper.keeps) throw new NotAllowed('not-in-routine');
    if (stays && reason === '') throw new InvalidInput({ pointer: '/reason', code: 'reason-missing' });
    const item = await ports.retention.item(run.id, itemId);
    if (!item) throw new NotFound('retention-run');
    const changed = exempt(run, item, stays ? { by: caller.userId, at: caller.now, reason } : null);
    return { run: changed.run, change: { items: [changed.item] }, about: item, ...(reason !== '' && { reason }) };
  });
