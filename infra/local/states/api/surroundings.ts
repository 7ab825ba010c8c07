import { AwsError } from '../aws-error.ts';
import type { Interpreter } from '../machine/interpreter.ts';
import { type Execution, executionByArn } from '../store/execution.ts';
import { type DeployedMachine, machineByArn } from '../store/machine.ts';
import type { Queries } from '../store/row.ts';
import { type Input, requiredText } from './input.ts';

/** What every action works with. */
export interface Surroundings {
  readonly queries: Queries;
  readonly interpreter: Interpreter;
  readonly now: () => number;
  readonly region: string;
  readonly accountId: string;
  readonly announce: () => void;
}

export type Action = (input: Input, around: Surroundings) => unknown;

export function machineArn(around: Surroundings, name: string): string {
  return `arn:aws:states:${around.region}:${around.accountId}:stateMachine:${name}`;
}

/** @throws AwsError InvalidArn, StateMachineDoesNotExist */
export function machineIn(input: Input, around: Surroundings, field = 'stateMachineArn'): DeployedMachine {
  const arn = requiredText(input, field, 256);
  checkArn(arn, 'stateMachine');
  const machine = machineByArn(around.queries, arn);
  if (machine === undefined) {
    throw new AwsError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
  }
  return machine;
}

/** @throws AwsError InvalidArn, ExecutionDoesNotExist */
export function executionIn(input: Input, around: Surroundings): Execution {
  const arn = requiredText(input, 'executionArn', 256);
  checkArn(arn, 'execution');
  const execution = executionByArn(around.queries, arn);
  if (execution === undefined) {
    throw new AwsError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
  }
  return execution;
}

function checkArn(arn: string, kind: 'stateMachine' | 'execution'): void {
  if (!new RegExp(`^arn:aws[a-z-]*:states:[a-z0-9-]+:\\d{12}:${kind}:`).test(arn)) {
    throw new AwsError('InvalidArn', `Invalid Arn: 'Resource type not valid in this context: ${arn}'`);
  }
}
