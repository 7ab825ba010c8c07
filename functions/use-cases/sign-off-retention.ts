import type { output } from 'zod/mini';
import type { RetentionReceipt, signOffRetention as body } from '../contracts/keeping.ts';
import { NotAllowed } from '../domain/errors.ts';
import { signsOff } from '../domain/keeping/access.ts';
import { signOffRun, withdrawSignOff } from '../domain/keeping/retention-run.ts';
import { changeRun } from './keeping-access.ts';
import type { RetentionPorts } from './ports-retention.ts';
import type { StaffCommand } from './ports.ts';

/** Somebody of the role that the run names answers for what goes, or takes that back in time. @throws UnknownUser, NotAllowed, NotFound, StaleVersion, RunNotAwaiting */
export const signOffRetention = (ports: RetentionPorts, command: StaffCommand<output<typeof body>> & { readonly runId: string }): Promise<RetentionReceipt> =>
  changeRun(ports, { ...command, operation: 'sign-off-retention' }, async (run, { signedIn: { member } }) => {
    const { caller, body: { kind, note } } = command;
    if (!signsOff(member, run)) throw new NotAllowed('not-in-routine');
    return { run: kind === 'sign' ? signOffRun(run, caller.userId, note, caller.now) : withdrawSignOff(run, caller.now), ...(note !== '' && { reason: note }) };
  });
