import { integer, integerOrNull, type Queries, type Row, text, textOrNull } from './row.ts';

export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';
export const STATUSES: readonly ExecutionStatus[] = ['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'];

/** Instants in ms since the epoch; JSON as text. `definition` is the hash under which the definition is kept. */
export interface Execution {
  readonly id: number;
  readonly arn: string;
  readonly machine: string;
  readonly name: string;
  readonly definition: string;
  readonly role: string;
  readonly revisionId: string | null;
  readonly settings: string;
  readonly machineUpdated: number;
  readonly trace: string | null;
  readonly input: string;
  readonly started: number;
  status: ExecutionStatus;
  output: string | null;
  error: string | null;
  cause: string | null;
  stopped: number | null;
  redrives: number;
  redriven: number | null;
  timeoutAt: number | null;
  nextEvent: number;
}

export function insertExecution(queries: Queries, execution: Omit<Execution, 'id'>): number {
  return queries.run(
    `INSERT INTO sfn_execution (arn, machine, name, definition, role, revision, settings, machine_updated, trace, status, input, started, redrives, timeout_at, next_event)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    execution.arn, execution.machine, execution.name, execution.definition, execution.role, execution.revisionId, execution.settings,
    execution.machineUpdated, execution.trace, execution.status, execution.input, execution.started, execution.redrives, execution.timeoutAt,
    execution.nextEvent,
  );
}

export function saveExecution(queries: Queries, execution: Execution): void {
  queries.run(
    `UPDATE sfn_execution SET status = ?, output = ?, error = ?, cause = ?, stopped = ?, redrives = ?, redriven = ?, timeout_at = ?, next_event = ? WHERE id = ?`,
    execution.status, execution.output, execution.error, execution.cause, execution.stopped, execution.redrives, execution.redriven,
    execution.timeoutAt, execution.nextEvent, execution.id,
  );
}

export function executionById(queries: Queries, id: number): Execution {
  const row = queries.one('SELECT * FROM sfn_execution WHERE id = ?', id);
  if (row === undefined) {
    throw new TypeError('a frame belongs to no execution');
  }
  return toExecution(row);
}

export function executionByArn(queries: Queries, arn: string): Execution | undefined {
  const row = queries.one('SELECT * FROM sfn_execution WHERE arn = ?', arn);
  return row === undefined ? undefined : toExecution(row);
}

export function toExecution(row: Row): Execution {
  const status = STATUSES.find((name) => name === row['status']);
  if (status === undefined) {
    throw new TypeError('an execution has no known status');
  }
  return {
    id: integer(row, 'id'), arn: text(row, 'arn'), machine: text(row, 'machine'), name: text(row, 'name'), definition: text(row, 'definition'),
    role: text(row, 'role'), revisionId: textOrNull(row, 'revision'), settings: text(row, 'settings'), machineUpdated: integer(row, 'machine_updated'),
    trace: textOrNull(row, 'trace'), input: text(row, 'input'), started: integer(row, 'started'), status, output: textOrNull(row, 'output'),
    error: textOrNull(row, 'error'), cause: textOrNull(row, 'cause'), stopped: integerOrNull(row, 'stopped'), redrives: integer(row, 'redrives'),
    redriven: integerOrNull(row, 'redriven'), timeoutAt: integerOrNull(row, 'timeout_at'), nextEvent: integer(row, 'next_event'),
  };
}
