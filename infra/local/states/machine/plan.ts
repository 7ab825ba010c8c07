import type { State } from '../definition/model.ts';
import { QueryEvaluationError } from '../evaluation/expression.ts';
import type { Frame } from '../store/frame.ts';
import { DATA_LIMIT_EXCEEDED, QUERY_EVALUATION } from './errors.ts';
import { failFrame, placed, raise, recordEntered } from './flow.ts';
import { planFork } from './plan-fork.ts';
import { planSimple } from './plan-simple.ts';
import { DataLimitExceeded, planSettle } from './plan-settle.ts';
import { planTask } from './plan-task.ts';
import type { Situation } from './situation.ts';
import type { Commit, Transition } from './transition.ts';

/** Works out one step of a frame: evaluates what has to be evaluated, and returns what to write. Writes nothing itself. */
export async function planStep(state: State, situation: Situation): Promise<Commit> {
  const { frame } = situation;
  const entering = frame.phase === 'enter';
  const commit = await guarded(state, frame.phase === 'settle', () => (frame.phase === 'settle' ? planSettle(state, situation) : planDoing(state, situation)));
  return (transition, fresh) => {
    if (entering) {
      recordEntered(transition, fresh, state, situation.now);
    }
    commit(transition, fresh);
  };
}

function planDoing(state: State, situation: Situation): Promise<Commit> {
  switch (state.type) {
    case 'Task':
      return planTask(state, situation);
    case 'Parallel':
    case 'Map':
      return planFork(state, situation);
    default:
      return planSimple(state, situation);
  }
}

/** Errors of evaluation become the state's own errors, with the event that tells where. */
async function guarded(state: State, settling: boolean, plan: () => Promise<Commit>): Promise<Commit> {
  try {
    return await plan();
  } catch (error) {
    if (error instanceof QueryEvaluationError) {
      return (transition, frame) => { failEvaluation(transition, frame, state, error); };
    }
    if (error instanceof DataLimitExceeded) {
      return (transition, frame) => {
        const caught = settling && error.fromCatcher;
        (caught ? failFrame : raiseIn(state))(transition, frame, DATA_LIMIT_EXCEEDED, placed(frame, error.message));
      };
    }
    throw error;
  }
}

function failEvaluation(transition: Transition, frame: Frame, state: State, error: QueryEvaluationError): void {
  transition.record(frame, 'EvaluationFailed', {
    evaluationFailedEventDetails: { error: QUERY_EVALUATION, cause: error.message, location: error.field, state: state.name },
  });
  const inCatcher = error.field.startsWith('Catch[');
  (inCatcher ? failFrame : raiseIn(state))(transition, frame, QUERY_EVALUATION, placed(frame, error.message));
}

function raiseIn(state: State) {
  return (transition: Transition, frame: Frame, error: string, cause: string | undefined): void => { raise(transition, frame, state, error, cause); };
}
