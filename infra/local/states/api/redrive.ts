import { AwsError } from '../aws-error.ts';
import { announceStatus, redrivability } from '../machine/ending.ts';
import type { Transition } from '../machine/transition.ts';
import { childrenOf, deleteChildren, type Fork, type Frame, framesOf, saveFrame } from '../store/frame.ts';
import { integer, type Queries } from '../store/row.ts';
import { type Input, invalid, optionalText, seconds } from './input.ts';
import { type Action, executionIn } from './surroundings.ts';

/** Goes on from where the execution failed, on the definition it was started with; retries count anew. */
export const redriveExecution: Action = (input, around) => {
  const found = executionIn(input, around);
  const token = clientTokenIn(input);
  const earlier = token === undefined ? undefined : redriveBy(around.queries, found.id, token, around.now());
  if (earlier !== undefined) {
    return { redriveDate: seconds(earlier) };
  }
  const { redriveStatus, redriveStatusReason } = redrivability(found, around.now());
  if (redriveStatus !== 'REDRIVABLE') {
    throw new AwsError('ExecutionNotRedrivable', `Execution Not Redrivable: '${redriveStatusReason ?? ''}'`);
  }
  const { queries, interpreter } = around;
  const now = around.now();
  queries.transaction(() => {
    const execution = executionIn(input, around);
    const { timeoutSeconds } = interpreter.definitions.byHash(execution.definition);
    Object.assign(execution, {
      status: 'RUNNING', error: null, cause: null, stopped: null, redrives: execution.redrives + 1, redriven: now,
      timeoutAt: timeoutSeconds === undefined ? null : now + timeoutSeconds * 1000,
    } satisfies Partial<typeof execution>);
    if (token !== undefined) {
      queries.run('INSERT OR REPLACE INTO sfn_redrive (execution, token, at) VALUES (?, ?, ?)', execution.id, token, now);
    }
    interpreter.inTransaction(execution, (transition) => {
      transition.append('ExecutionRedriven', execution.nextEvent - 1, { executionRedrivenEventDetails: { redriveCount: execution.redrives } });
      framesOf(queries, execution.id).filter((frame) => frame.parent === null).forEach((root) => { resume(transition, root); });
      announceStatus(queries, execution);
    });
  });
  around.announce();
  interpreter.pump();
  return { redriveDate: seconds(now) };
};

function clientTokenIn(input: Input): string | undefined {
  const token = optionalText(input, 'clientToken', 64);
  if (token !== undefined && !/^[!-~]+$/.test(token)) {
    throw invalid("Value at 'clientToken' failed to satisfy constraint: Member must satisfy regular expression pattern: [!-~]+");
  }
  return token;
}

const TOKEN_PERIOD_MS = 15 * 60 * 1000;
const KEPT_TOKENS = 10;

/** AWS: the last ten tokens that redrove the execution answer the same for 15 minutes. */
function redriveBy(queries: Queries, execution: number, token: string, now: number): number | undefined {
  const kept = queries.all('SELECT token, at FROM sfn_redrive WHERE execution = ? AND at > ? ORDER BY at DESC LIMIT ?', execution, now - TOKEN_PERIOD_MS, KEPT_TOKENS);
  const row = kept.find((one) => one['token'] === token);
  return row === undefined ? undefined : integer(row, 'at');
}

/** Of branches and iterations only those that did not succeed run again; a state that failed by itself runs again whole. */
function resume(transition: Transition, frame: Frame): void {
  if (frame.phase === 'done') {
    return;
  }
  const children = childrenOf(transition.queries, frame);
  frame.retryCount = 0;
  frame.retriers = '[]';
  frame.outcome = null;
  if (frame.fork !== null && children.some((child) => child.phase !== 'done')) {
    children.forEach((child) => { resume(transition, child); });
    const fork: Fork = JSON.parse(frame.fork);
    fork.pending = children.filter((child) => child.phase !== 'done').length;
    fork.failed = 0;
    frame.fork = JSON.stringify(fork);
    frame.phase = 'children';
    saveFrame(transition.queries, frame);
    return;
  }
  deleteChildren(transition.queries, frame);
  frame.fork = null;
  // The new attempt follows the state's own entering, not the redrive.
  frame.lastEvent = frame.enteredEvent === 0 ? frame.lastEvent : frame.enteredEvent;
  transition.move(frame, frame.enteredEvent === 0 ? 'enter' : 'rerun');
}
