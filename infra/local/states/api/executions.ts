import { randomUUID } from 'node:crypto';
import { AwsError } from '../aws-error.ts';
import { exceedsDataLimit, parseJson } from '../json.ts';
import { announceStatus, endExecution, redrivability } from '../machine/ending.ts';
import { type Execution, executionByArn, insertExecution, STATUSES, toExecution } from '../store/execution.ts';
import { insertFrame } from '../store/frame.ts';
import { definitionByHash, type DeployedMachine, keepDefinition } from '../store/machine.ts';
import { checkName, decodePlace, encodePlace, type Input, invalid, oneOf, optionalText, pageSize, seconds } from './input.ts';
import { shownSettings } from './state-machines.ts';
import { type Action, executionIn, machineIn, type Surroundings } from './surroundings.ts';

const startExecution: Action = (input, around) => {
  const machine = machineIn(input, around);
  const name = checkName(optionalText(input, 'name') ?? randomUUID());
  const given = optionalText(input, 'input') ?? '{}';
  checkInput(given);
  if (machine.status === 'DELETING') {
    throw new AwsError('StateMachineDeleting', `State Machine is being deleted: '${machine.arn}'`);
  }
  const arn = `${machine.arn.replace(':stateMachine:', ':execution:')}:${name}`;
  const known = executionByArn(around.queries, arn);
  if (known !== undefined) {
    // Starting the same again while it runs is the same start: callers may repeat it after a lost answer.
    if (known.status === 'RUNNING' && known.input === given) {
      return { executionArn: arn, startDate: seconds(known.started) };
    }
    throw new AwsError('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`);
  }
  const started = begin(machine, arn, name, given, optionalText(input, 'traceHeader', 256) ?? null, around);
  around.announce();
  around.interpreter.pump();
  return { executionArn: arn, startDate: seconds(started) };
};

function begin(machine: DeployedMachine, arn: string, name: string, input: string, trace: string | null, around: Surroundings): number {
  const { queries, interpreter } = around;
  const now = around.now();
  queries.transaction(() => {
    const definition = keepDefinition(queries, machine.definition);
    const { startAt, timeoutSeconds } = interpreter.definitions.byHash(definition);
    const fresh: Omit<Execution, 'id'> = {
      arn, machine: machine.arn, name, definition, role: machine.role, revisionId: machine.revisionId, settings: machine.settings,
      machineUpdated: machine.updated, trace, input, started: now, status: 'RUNNING', output: null, error: null, cause: null, stopped: null,
      redrives: 0, redriven: null, timeoutAt: timeoutSeconds === undefined ? null : now + timeoutSeconds * 1000, nextEvent: 1,
    };
    const execution: Execution = { ...fresh, id: insertExecution(queries, fresh) };
    interpreter.inTransaction(execution, (transition) => {
      transition.append('ExecutionStarted', 0, {
        executionStartedEventDetails: { input, inputDetails: { truncated: false }, roleArn: machine.role },
      });
      insertFrame(queries, {
        execution: execution.id, parent: null, position: 0, path: '[]', item: null, state: startAt, input, lastEvent: 0, queued: transition.nextNumber(),
      });
      announceStatus(queries, execution);
    });
  });
  return now;
}

const describeExecution: Action = (input, around) => {
  const execution = executionIn(input, around);
  const { redriveStatus, redriveStatusReason } = redrivability(execution, around.now());
  return {
    ...listed(execution), input: execution.input, inputDetails: { included: true },
    ...(execution.output === null ? {} : { output: execution.output, outputDetails: { included: true } }),
    ...(execution.error === null ? {} : { error: execution.error }), ...(execution.cause === null ? {} : { cause: execution.cause }),
    ...(execution.trace === null ? {} : { traceHeader: execution.trace }),
    redriveStatus, ...(redriveStatusReason === null ? {} : { redriveStatusReason }),
  };
};

/** The machine as it was when the execution started. */
const describeForExecution: Action = (input, around) => {
  const execution = executionIn(input, around);
  return {
    stateMachineArn: execution.machine, name: execution.machine.slice(execution.machine.lastIndexOf(':') + 1),
    definition: definitionByHash(around.queries, execution.definition), roleArn: execution.role, updateDate: seconds(execution.machineUpdated),
    ...shownSettings(execution.settings), ...(execution.revisionId === null ? {} : { revisionId: execution.revisionId }),
  };
};

/** Newest first. */
const listExecutions: Action = (input, around) => {
  if (input['mapRunArn'] !== undefined) {
    throw invalid("Value at 'mapRunArn' failed to satisfy constraint: distributed Map states are not served");
  }
  const machine = machineIn(input, around);
  const size = pageSize(input);
  const status = oneOf(input, 'statusFilter', [...STATUSES, 'PENDING_REDRIVE']);
  const redrive = oneOf(input, 'redriveFilter', ['REDRIVEN', 'NOT_REDRIVEN']);
  const [started = Number.MAX_SAFE_INTEGER, id = Number.MAX_SAFE_INTEGER] = (decodePlace(input) ?? []).map(Number);
  const rows = around.queries.all(
    `SELECT * FROM sfn_execution WHERE machine = ? ${status === undefined ? '' : 'AND status = ?'} AND (started, id) < (?, ?)
       ${redrive === undefined ? '' : redrive === 'REDRIVEN' ? 'AND redrives > 0' : 'AND redrives = 0'} ORDER BY started DESC, id DESC LIMIT ?`,
    machine.arn, ...(status === undefined ? [] : [status]), started, id, size + 1,
  ).map(toExecution);
  const last = rows.length > size ? rows[size - 1] : undefined;
  return {
    executions: rows.slice(0, size).map(listed),
    ...(last === undefined ? {} : { nextToken: encodePlace([last.started, last.id]) }),
  };
};

const stopExecution: Action = (input, around) => {
  const execution = executionIn(input, around);
  const error = optionalText(input, 'error', 256);
  const cause = optionalText(input, 'cause', 32_768);
  // Stopping what has ended changes nothing and tells when it ended.
  around.interpreter.change(execution.id, (transition) => { endExecution(transition, { status: 'ABORTED', error, cause }, 0); });
  return { stopDate: seconds(executionIn(input, around).stopped ?? around.now()) };
};

export const EXECUTION_ACTIONS: Readonly<Record<string, Action>> = {
  StartExecution: startExecution,
  DescribeExecution: describeExecution,
  DescribeStateMachineForExecution: describeForExecution,
  ListExecutions: listExecutions,
  StopExecution: stopExecution,
};

function listed(execution: Execution) {
  return {
    executionArn: execution.arn, stateMachineArn: execution.machine, name: execution.name, status: execution.status,
    startDate: seconds(execution.started), ...(execution.stopped === null ? {} : { stopDate: seconds(execution.stopped) }),
    redriveCount: execution.redrives, ...(execution.redriven === null ? {} : { redriveDate: seconds(execution.redriven) }),
  };
}

function checkInput(input: Input[string]): void {
  if (typeof input !== 'string' || exceedsDataLimit(input)) {
    throw invalid("Value at 'input' failed to satisfy constraint: Member must have length less than or equal to 262144");
  }
  try {
    parseJson(input);
  } catch (error) {
    const reason = input.trim() === '' ? 'Invalid execution input.' : error instanceof Error ? error.message : '';
    throw new AwsError('InvalidExecutionInput', `Invalid State Machine Execution Input: '${reason}'`);
  }
}
