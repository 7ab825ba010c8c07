import { describe, expect, it } from 'vitest';
import { visitsOf } from '../../web/src/pages/console/visits.ts';

const at = (id: number) => `2026-11-23T08:00:${String(id).padStart(2, '0')}.000Z`;
/** `Type`, `Type@State`, `Type!Error`. */
const events = (...told: string[]) => told.map((one, index) => {
  const [, type = '', state, error] = /^(\w+)(?:@([^!]+))?(?:!(\w+))?$/.exec(one) ?? [];
  return { id: index + 1, at: at(index + 1), type, state: state ?? null, error: error ?? null, previousId: index };
});
const story = (...told: string[]) => visitsOf(events(...told)).map(({ state, outcome, retries, error }) => [state, outcome, retries, error]);
const task = ['TaskScheduled', 'TaskStarted'];

describe('an execution as a story', () => {
  it('is told in stays, newest first', () => {
    expect(story('ExecutionStarted', 'TaskStateEntered@Read', ...task, 'TaskSucceeded', 'TaskStateExited@Read', 'TaskStateEntered@Await', ...task, 'TaskSubmitted')).toEqual([
      ['Await', 'current', 0, null], ['Read', 'done', 0, null], [null, 'note', 0, null],
    ]);
  });
  it('says that a wait ran out, and how often a task was tried', () => {
    expect(story('TaskStateEntered@Await', ...task, 'TaskSubmitted', 'TaskTimedOut!StatesTimeout', 'TaskStateExited@Await', 'TaskStateEntered@Remind', ...task, 'TaskFailed!Throttled', ...task, 'TaskSucceeded', 'TaskStateExited@Remind', 'SucceedStateEntered@End', 'SucceedStateExited@End', 'ExecutionSucceeded')).toEqual([
      [null, 'note', 0, null], ['End', 'done', 0, null], ['Remind', 'done', 1, 'Throttled'], ['Await', 'ranOut', 0, null],
    ]);
  });
  it('shows where it failed, and the same state again after a redrive', () => {
    expect(story('ExecutionStarted', 'TaskStateEntered@Remind', ...task, 'TaskFailed!TypeError', 'ExecutionFailed!TypeError', 'ExecutionRedriven', ...task)).toEqual([
      ['Remind', 'current', 0, null], [null, 'note', 0, null], [null, 'note', 0, 'TypeError'], ['Remind', 'failed', 0, 'TypeError'], [null, 'note', 0, null],
    ]);
  });
  it('begins anywhere, and nowhere', () => {
    expect(story(...task, 'TaskSucceeded', 'TaskStateExited@Read')).toEqual([['Read', 'done', 0, null]]);
    expect(story()).toEqual([]);
  });
});
