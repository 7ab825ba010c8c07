import type { Catcher, Retrier } from '../definition/model.ts';

/** Ends the execution whatever Retry and Catch say. */
export const RUNTIME = 'States.Runtime';
export const TIMEOUT = 'States.Timeout';
/** Shown as States.Timeout, as AWS does; a rule may name either. */
export const HEARTBEAT_TIMEOUT = 'States.HeartbeatTimeout';
export const DATA_LIMIT_EXCEEDED = 'States.DataLimitExceeded';
export const QUERY_EVALUATION = 'States.QueryEvaluationError';
export const NO_CHOICE_MATCHED = 'States.NoChoiceMatched';
export const THRESHOLD_EXCEEDED = 'States.ExceedToleratedFailureThreshold';

/** Whether a rule's ErrorEquals covers an error, wildcards included (AWS: "Error names"). */
function covers(names: readonly string[], error: string): boolean {
  if (error === RUNTIME) {
    return false;
  }
  if (names.includes(error) || (error === HEARTBEAT_TIMEOUT && names.includes(TIMEOUT))) {
    return true;
  }
  const timedOut = error === TIMEOUT || error === HEARTBEAT_TIMEOUT;
  return error !== DATA_LIMIT_EXCEEDED && (names.includes('States.ALL') || (names.includes('States.TaskFailed') && !timedOut));
}

export function shownError(error: string): string {
  return error === HEARTBEAT_TIMEOUT ? TIMEOUT : error;
}

export interface Retry {
  readonly index: number;
  readonly delayMs: number;
}

/** The first retrier that covers the error decides; when its attempts are used up nothing is retried. */
export function chooseRetry(retriers: readonly Retrier[], used: readonly number[], error: string): Retry | undefined {
  const index = retriers.findIndex((retrier) => covers(retrier.errors, error));
  const retrier = retriers[index];
  const attempts = used[index] ?? 0;
  if (retrier === undefined || attempts >= retrier.maxAttempts) {
    return undefined;
  }
  const seconds = Math.min(retrier.intervalSeconds * retrier.backoffRate ** attempts, retrier.maxDelaySeconds ?? Infinity);
  return { index, delayMs: Math.round(seconds * 1000 * (retrier.fullJitter ? Math.random() : 1)) };
}

export function chooseCatcher(catchers: readonly Catcher[], error: string): Catcher | undefined {
  return catchers.find((catcher) => covers(catcher.errors, error));
}
