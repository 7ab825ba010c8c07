import { AwsError } from '../aws-error.ts';
import { announceStatus, redrivability } from '../machine/ending.ts';
import type { Transition } from '../machine/transition.ts';
import { childrenOf, deleteChildren, type Fork, type Frame, framesOf, saveFrame } from '../store/frame.ts';
import { seconds } from './input.ts';
import { type Action, executionIn } from './surroundings.ts';

/** Goes on from where the execution failed, on the definition it was started with; retries count anew. */
export const redriveExecution: Action = (input, around) => {
  const found = executionIn(input, around);
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
