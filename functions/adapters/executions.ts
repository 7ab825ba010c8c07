import {
  DescribeExecutionCommand, ExecutionAlreadyExists, ExecutionDoesNotExist, ExecutionNotRedrivable, GetExecutionHistoryCommand, InvalidToken,
  RedriveExecutionCommand, SendTaskHeartbeatCommand, SendTaskSuccessCommand, StartExecutionCommand, StopExecutionCommand, TaskDoesNotExist, TaskTimedOut, type HistoryEvent,
} from '@aws-sdk/client-sfn';
import { CursorInvalid, Throttled } from '../domain/errors.ts';
import type { Machine } from '../domain/vocabulary.ts';
import { stoppedFromConsole, type ExecutionEvent, type Executions } from '../use-cases/ports-relay.ts';
import { sfnClient } from './clients.ts';
import { stateMachineArn } from './environment.ts';
import { isPassingFailure } from './passing-failure.ts';

const throttling: ReadonlySet<string> = new Set(['ThrottlingException', 'TooManyRequestsException', 'ServiceUnavailable', 'ExecutionLimitExceeded', 'TimeoutError', 'KmsThrottlingException']);
const named = <Answer>(answer: Promise<Answer>): Promise<Answer> => answer.catch((error: unknown) => {
  throw error instanceof Error && (throttling.has(error.name) || isPassingFailure(error)) ? new Throttled() : error;
});
const executionArn = (machine: Machine, name: string): string => `${stateMachineArn(machine).replace(':stateMachine:', ':execution:')}:${name}`;
const instant = (date: Date | undefined): string => (date ?? new Date(0)).toISOString();

export const executions: Executions = {
  async start(machine, name, input) {
    try {
      await sfnClient().send(new StartExecutionCommand({ stateMachineArn: stateMachineArn(machine), name, input: JSON.stringify(input) }));
      return 'started';
    } catch (error) {
      if (error instanceof ExecutionAlreadyExists) return 'exists';
      return named(Promise.reject(error));
    }
  },
  async complete(token) {
    try {
      await sfnClient().send(new SendTaskSuccessCommand({ taskToken: token, output: '{}' }));
      return 'completed';
    } catch (error) {
      if (error instanceof TaskTimedOut || error instanceof InvalidToken || error instanceof TaskDoesNotExist) return 'gone';
      return named(Promise.reject(error));
    }
  },
  async isAwaited(token) {
    try {
      await sfnClient().send(new SendTaskHeartbeatCommand({ taskToken: token }));
      return true;
    } catch (error) {
      if (error instanceof TaskTimedOut || error instanceof InvalidToken || error instanceof TaskDoesNotExist) return false;
      return named(Promise.reject(error));
    }
  },
  async stop(machine, name) {
    try {
      await sfnClient().send(new StopExecutionCommand({ executionArn: executionArn(machine, name), error: stoppedFromConsole }));
      return 'stopped';
    } catch (error) {
      if (error instanceof ExecutionDoesNotExist) return 'ended';
      return named(Promise.reject(error));
    }
  },
  async redrive(machine, name, clientToken) {
    try {
      await sfnClient().send(new RedriveExecutionCommand({ executionArn: executionArn(machine, name), clientToken }));
      return 'redriven';
    } catch (error) {
      if (error instanceof ExecutionNotRedrivable || error instanceof ExecutionDoesNotExist) return 'not-redrivable';
      return named(Promise.reject(error));
    }
  },
  async describe(machine, name) {
    try {
      const found = await sfnClient().send(new DescribeExecutionCommand({ executionArn: executionArn(machine, name) }));
      // Waiting for a redrive is waiting for a person: to the case it is stopped.
      const status = found.status === 'PENDING_REDRIVE' || found.status === undefined ? 'FAILED' : found.status;
      return {
        status, stateMachine: found.stateMachineArn?.split(':').at(-1) ?? '', startedAt: instant(found.startDate),
        stoppedAt: found.stopDate ? found.stopDate.toISOString() : null, error: found.error ?? null, input: found.input ?? '{}',
      };
    } catch (error) {
      if (error instanceof ExecutionDoesNotExist) return undefined;
      return named(Promise.reject(error));
    }
  },
  async history(machine, name, cursor) {
    try {
      const page = await sfnClient().send(new GetExecutionHistoryCommand({
        executionArn: executionArn(machine, name), maxResults: 200, reverseOrder: true, includeExecutionData: false, ...(cursor !== undefined && { nextToken: cursor }),
      }));
      return { events: (page.events ?? []).map(eventOf), cursor: page.nextToken ?? null };
    } catch (error) {
      if (error instanceof ExecutionDoesNotExist) return undefined;
      if (error instanceof Error && error.name === 'InvalidToken') throw new CursorInvalid();
      return named(Promise.reject(error));
    }
  },
  consoleUrl(machine, name) {
    const [, , , region, account] = stateMachineArn(machine).split(':');
    // An account of zeros is nobody's: there is no console to link to.
    return region === undefined || account === undefined || /^0*$/.test(account) ? null : `https://${region}.console.aws.amazon.com/states/home?region=${region}#/v2/executions/details/${encodeURIComponent(executionArn(machine, name))}`;
  },
};

/** Names of states and errors; never input, output or cause, which may quote anything. */
function eventOf(event: HistoryEvent): ExecutionEvent {
  const failure = event.executionFailedEventDetails ?? event.taskFailedEventDetails ?? event.taskTimedOutEventDetails ?? event.executionTimedOutEventDetails
    ?? event.executionAbortedEventDetails ?? event.taskSubmitFailedEventDetails ?? event.evaluationFailedEventDetails ?? event.lambdaFunctionFailedEventDetails;
  return {
    id: event.id ?? 0, at: instant(event.timestamp), type: event.type ?? 'Unknown', previousId: event.previousEventId ?? 0,
    state: event.stateEnteredEventDetails?.name ?? event.stateExitedEventDetails?.name ?? null, error: failure?.error ?? null,
  };
}
