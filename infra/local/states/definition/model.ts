import type { Json } from '../json.ts';

/** Amazon States Language after parsing: only what this interpreter runs. */
export interface StateMachine extends StateGroup {
  readonly timeoutSeconds: number | undefined;
}

export interface StateGroup {
  readonly startAt: string;
  readonly states: ReadonlyMap<string, State>;
}

export type State = TaskState | PassState | WaitState | ChoiceState | ParallelState | MapState | SucceedState | FailState;

interface Named {
  readonly name: string;
  readonly assign: Json | undefined;
  readonly output: Json | undefined;
}

/** `next` undefined: the state ends its group ("End": true). */
interface Continuing extends Named {
  readonly next: string | undefined;
}

interface Failing extends Continuing {
  readonly retry: readonly Retrier[];
  readonly catch: readonly Catcher[];
}

export interface TaskState extends Failing {
  readonly type: 'Task';
  readonly resource: TaskResource;
  readonly arguments: Json | undefined;
  readonly timeoutSeconds: Json | undefined;
  readonly heartbeatSeconds: Json | undefined;
}

export interface PassState extends Continuing {
  readonly type: 'Pass';
  readonly result: Json | undefined;
}

export interface WaitState extends Continuing {
  readonly type: 'Wait';
  readonly until: { readonly field: 'Seconds' | 'Timestamp'; readonly value: Json };
}

export interface ChoiceState extends Named {
  readonly type: 'Choice';
  readonly choices: readonly ChoiceRule[];
  readonly default: string | undefined;
}

interface ChoiceRule {
  readonly condition: Json;
  readonly next: string;
  readonly assign: Json | undefined;
  readonly output: Json | undefined;
}

export interface ParallelState extends Failing {
  readonly type: 'Parallel';
  readonly arguments: Json | undefined;
  readonly branches: readonly StateGroup[];
}

export interface MapState extends Failing {
  readonly type: 'Map';
  readonly items: Json | undefined;
  readonly itemSelector: Json | undefined;
  readonly maxConcurrency: Json | undefined;
  readonly toleratedFailureCount: Json | undefined;
  readonly toleratedFailurePercentage: Json | undefined;
  readonly processor: StateGroup;
}

export interface SucceedState extends Named {
  readonly type: 'Succeed';
}

export interface FailState extends Named {
  readonly type: 'Fail';
  readonly error: Json | undefined;
  readonly cause: Json | undefined;
}

/** `functionArn` undefined: the function is named in the arguments (`lambda:invoke`). */
export interface TaskResource {
  readonly functionArn: string | undefined;
  readonly waitsForToken: boolean;
}

export interface Retrier {
  readonly errors: readonly string[];
  readonly intervalSeconds: number;
  readonly maxAttempts: number;
  readonly backoffRate: number;
  readonly maxDelaySeconds: number | undefined;
  readonly fullJitter: boolean;
}

export interface Catcher {
  readonly errors: readonly string[];
  readonly next: string;
  readonly assign: Json | undefined;
  readonly output: Json | undefined;
}
