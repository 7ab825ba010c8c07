import type { Case, Instant } from '../case.ts';
import type { CommandContext, Outcome } from '../command.ts';
import { carryOut } from '../command.ts';
import { MendingRefused } from '../errors.ts';
import { addMilliseconds, isBefore } from '../instant.ts';
import { executionName } from '../outbox.ts';
import { isOpen } from '../transitions.ts';

/** An execution as the service describes it, with the generation its name says. */
export interface MendedExecution {
  readonly generation: number;
  readonly status: 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';
  readonly stoppedAt: Instant | null;
}
interface Mending {
  readonly reason: string;
  readonly execution: MendedExecution;
}

/** Step Functions keeps what a redrive needs for 14 days after the end. */
const redrivableMilliseconds = 14 * 86_400_000;
export const redriveUntil = ({ status, stoppedAt }: MendedExecution): Instant | null =>
  stoppedAt === null || status === 'RUNNING' || status === 'SUCCEEDED' ? null : addMilliseconds(stoppedAt, redrivableMilliseconds);

/** Why this execution cannot go on where it stopped; null: it can. */
export const redriveBlockOf = (concerned: Pick<Case, 'status' | 'generation'>, execution: MendedExecution, now: Instant): Exclude<MendingRefused['code'], 'execution-not-running'> | null => {
  if (execution.generation !== concerned.generation) return 'execution-superseded';
  if (!isOpen(concerned.status)) return 'case-ended';
  if (execution.status === 'RUNNING') return 'execution-running';
  if (execution.status === 'SUCCEEDED') return 'execution-done';
  const until = redriveUntil(execution);
  return until !== null && isBefore(until, now) ? 'redrive-too-late' : null;
};

/** design.md 1.4: the execution goes on where it stopped, on the definition it was started with. @throws MendingRefused */
export const redriveExecution = (concerned: Case, { reason, execution }: Mending, context: CommandContext): Outcome => {
  const block = redriveBlockOf(concerned, execution, context.now);
  if (block !== null && block !== 'case-ended') throw new MendingRefused(block);
  const { generation } = execution;
  return carryOut(concerned, 'redrive-execution', context, {
    changes: { stopped: false },
    events: [{ type: 'lifecycleRedriven', detail: { generation, reason } }],
    mends: { kind: 'redrive', executionName: executionName(concerned.id, generation), caseId: concerned.id, clientToken: `v${concerned.version + 1}` },
  });
};

/** Somebody has seen that this must not go on; the case is marked at once, the relay stops the execution. @throws MendingRefused */
export const stopExecution = (concerned: Case, { reason, execution }: Mending, context: CommandContext): Outcome => {
  const { generation } = execution;
  if (generation !== concerned.generation) throw new MendingRefused('execution-superseded');
  if (execution.status !== 'RUNNING') throw new MendingRefused('execution-not-running');
  return carryOut(concerned, 'stop-execution', context, {
    changes: { stopped: true },
    events: [{ type: 'lifecycleStopped', detail: { generation, reason } }],
    mends: { kind: 'stop', executionName: executionName(concerned.id, generation), caseId: concerned.id },
  });
};
