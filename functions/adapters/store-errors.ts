import type { CancellationReason } from '@aws-sdk/client-dynamodb';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { Conflict, Throttled } from '../domain/errors.ts';
import { isPassingFailure } from './passing-failure.ts';

const busy: ReadonlySet<string> = new Set([
  'ProvisionedThroughputExceededException', 'ThrottlingException', 'RequestLimitExceeded', 'LimitExceededException',
  'InternalServerError', 'ServiceUnavailable', 'TransactionInProgressException', 'TimeoutError',
  'ProvisionedThroughputExceeded', 'ThrottlingError',
]);

/** Runs a call; what the store says of its load becomes `Throttled`, all else goes on as it is. */
export const asking = async <Answer>(call: Promise<Answer>): Promise<Answer> => {
  try {
    return await call;
  } catch (error) {
    if (error instanceof Error && (busy.has(error.name) || isPassingFailure(error))) throw new Throttled('The store asks to slow down');
    throw error;
  }
};

export const isConditionFailure = (error: unknown): boolean =>
  error instanceof Error && error.name === 'ConditionalCheckFailedException';

/** A row of a transaction that failed its condition: its place among the items, and the row as it is. */
export interface FailedCondition {
  readonly index: number;
  readonly row: CancellationReason['Item'];
}

const pauses = [10, 30, 80, 160] as const;
const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => {
  setTimeout(resolve, milliseconds);
});

/**
 * Runs a transaction. Returns the rows whose conditions failed (none: it was written). Another transaction on the same
 * rows at the same moment is waited out a few times. @throws Conflict when it does not pass; Throttled
 */
export const transact = async (run: () => Promise<unknown>, pause: (milliseconds: number) => Promise<void> = wait): Promise<readonly FailedCondition[]> => {
  for (const milliseconds of [...pauses, null]) {
    try {
      await asking(run());
      return [];
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const reasons = error.CancellationReasons ?? [];
      const failed = reasons.flatMap((reason, index) => (reason.Code === 'ConditionalCheckFailed' ? [{ index, row: reason.Item }] : []));
      if (failed.length > 0) return failed;
      if (reasons.some((reason) => reason.Code !== undefined && busy.has(reason.Code))) throw new Throttled('The store asks to slow down');
      if (!reasons.some((reason) => reason.Code === 'TransactionConflict')) throw error;
      if (milliseconds === null) throw new Conflict();
      await pause(milliseconds);
    }
  }
  throw new Conflict();
};
