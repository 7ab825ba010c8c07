import { integer, integerOrNull, type Queries, type Row, text, textOrNull } from './row.ts';

/**
 * Where a frame stands:
 * enter (about to enter `state`) · rerun (about to do `state` again, without entering it) · settle (an outcome waits to
 * be worked in) · invoke (a function is to be, or is being, invoked) · token (waits for a task token) · rest (waits for
 * `wake_at`: a Wait state or a retry) · children (waits for its branches or iterations) · done, failed, aborted (ended).
 */
export type Phase = 'enter' | 'rerun' | 'settle' | 'invoke' | 'token' | 'rest' | 'children' | 'done' | 'failed' | 'aborted';

/** One thread of an execution: the execution itself, a branch of a Parallel or an iteration of a Map. JSON is kept as text. */
export interface Frame {
  readonly id: number;
  readonly execution: number;
  readonly parent: number | null;
  /** Index among the branches or iterations. */
  readonly position: number;
  /** From the definition's root to the group this frame runs: [state name, branch index] pairs. */
  readonly path: string;
  readonly item: string | null;
  state: string;
  phase: Phase;
  input: string;
  variables: string;
  output: string | null;
  enteredAt: number;
  enteredEvent: number;
  lastEvent: number;
  retryCount: number;
  /** Tries used up per retrier. */
  retriers: string;
  /** Counts the schedulings of tasks; an answer to an earlier one is dropped. */
  attempt: number;
  call: string | null;
  token: string | null;
  outcome: string | null;
  fork: string | null;
  wakeAt: number | null;
  timeoutAt: number | null;
  heartbeatAt: number | null;
  heartbeatSeconds: number | null;
  /** Order of work within a lane. */
  queued: number;
  revision: number;
}

/** The answer to a task, a Parallel or a Map, waiting to be worked in. */
export type Outcome =
  | { readonly ok: true; readonly result: string }
  | { readonly ok: false; readonly error: string; readonly cause: string | undefined };

export interface Call {
  readonly functionArn: string;
  readonly payload: string;
}

export interface Fork {
  readonly length: number;
  readonly startedEvent: number;
  /** Map only: the items not wrapped by the selector, and how many may run at once. */
  readonly items: string | undefined;
  readonly concurrency: number;
  readonly tolerated: number | undefined;
  next: number;
  pending: number;
  failed: number;
}

const LANES: Partial<Record<Phase, string>> = { enter: 'step', rerun: 'step', settle: 'step', invoke: 'invoke' };

export function insertFrame(
  queries: Queries,
  frame: Pick<Frame, 'execution' | 'parent' | 'position' | 'path' | 'item' | 'state' | 'input' | 'lastEvent' | 'queued'>,
): number {
  return queries.run(
    `INSERT INTO sfn_frame (execution, parent, position, path, item, state, phase, input, variables, entered_at, entered_event, last_event,
       retry_count, retriers, attempt, lane, queued, revision) VALUES (?, ?, ?, ?, ?, ?, 'enter', ?, '{}', 0, 0, ?, 0, '[]', 0, 'step', ?, 0)`,
    frame.execution, frame.parent, frame.position, frame.path, frame.item, frame.state, frame.input, frame.lastEvent, frame.queued,
  );
}

export function saveFrame(queries: Queries, frame: Frame): void {
  const instants = [frame.wakeAt, frame.timeoutAt, frame.heartbeatAt].filter((instant) => instant !== null);
  frame.revision += 1;
  queries.run(
    `UPDATE sfn_frame SET state = ?, phase = ?, input = ?, variables = ?, output = ?, entered_at = ?, entered_event = ?, last_event = ?,
       retry_count = ?, retriers = ?, attempt = ?, call = ?, token = ?, outcome = ?, fork = ?, wake_at = ?, timeout_at = ?, heartbeat_at = ?,
       heartbeat_seconds = ?, due = ?, lane = ?, queued = ?, revision = ? WHERE id = ?`,
    frame.state, frame.phase, frame.input, frame.variables, frame.output, frame.enteredAt, frame.enteredEvent, frame.lastEvent,
    frame.retryCount, frame.retriers, frame.attempt, frame.call, frame.token, frame.outcome, frame.fork, frame.wakeAt, frame.timeoutAt,
    frame.heartbeatAt, frame.heartbeatSeconds, instants.length === 0 ? null : Math.min(...instants), LANES[frame.phase] ?? null,
    frame.queued, frame.revision, frame.id,
  );
}

/** Leaves nothing that could wake the frame. */
export function quieten(frame: Frame): void {
  frame.call = null;
  frame.token = null;
  frame.wakeAt = null;
  frame.timeoutAt = null;
  frame.heartbeatAt = null;
  frame.heartbeatSeconds = null;
}

export function frameById(queries: Queries, id: number): Frame | undefined {
  return found(queries.one('SELECT * FROM sfn_frame WHERE id = ?', id));
}

export function frameByToken(queries: Queries, token: string): Frame | undefined {
  return found(queries.one('SELECT * FROM sfn_frame WHERE token = ?', token));
}

export function nextInLane(queries: Queries, lane: 'step' | 'invoke', limit: number): Frame[] {
  return queries.all('SELECT * FROM sfn_frame WHERE lane = ? ORDER BY queued LIMIT ?', lane, limit).map(toFrame);
}

export function childrenOf(queries: Queries, frame: Frame): Frame[] {
  return queries.all('SELECT * FROM sfn_frame WHERE parent = ? ORDER BY position', frame.id).map(toFrame);
}

export function framesOf(queries: Queries, execution: number): Frame[] {
  return queries.all('SELECT * FROM sfn_frame WHERE execution = ? ORDER BY id', execution).map(toFrame);
}

/** A frame's branches or iterations, and theirs. */
export function deleteChildren(queries: Queries, frame: Frame): void {
  for (const row of queries.all('SELECT * FROM sfn_frame WHERE parent = ?', frame.id)) {
    deleteChildren(queries, toFrame(row));
  }
  queries.run('DELETE FROM sfn_frame WHERE parent = ?', frame.id);
}

export function deleteFramesOf(queries: Queries, execution: number): void {
  queries.run('DELETE FROM sfn_frame WHERE execution = ?', execution);
}

function found(row: Row | undefined): Frame | undefined {
  return row === undefined ? undefined : toFrame(row);
}

const PHASES: readonly Phase[] = ['enter', 'rerun', 'settle', 'invoke', 'token', 'rest', 'children', 'done', 'failed', 'aborted'];

export function toFrame(row: Row): Frame {
  const phase = PHASES.find((name) => name === row['phase']);
  if (phase === undefined) {
    throw new TypeError('a frame is in no known phase');
  }
  return {
    id: integer(row, 'id'), execution: integer(row, 'execution'), parent: integerOrNull(row, 'parent'), position: integer(row, 'position'),
    path: text(row, 'path'), item: textOrNull(row, 'item'), state: text(row, 'state'), phase, input: text(row, 'input'),
    variables: text(row, 'variables'), output: textOrNull(row, 'output'), enteredAt: integer(row, 'entered_at'),
    enteredEvent: integer(row, 'entered_event'), lastEvent: integer(row, 'last_event'), retryCount: integer(row, 'retry_count'),
    retriers: text(row, 'retriers'), attempt: integer(row, 'attempt'), call: textOrNull(row, 'call'), token: textOrNull(row, 'token'),
    outcome: textOrNull(row, 'outcome'), fork: textOrNull(row, 'fork'), wakeAt: integerOrNull(row, 'wake_at'),
    timeoutAt: integerOrNull(row, 'timeout_at'), heartbeatAt: integerOrNull(row, 'heartbeat_at'),
    heartbeatSeconds: integerOrNull(row, 'heartbeat_seconds'), queued: integer(row, 'queued'), revision: integer(row, 'revision'),
  };
}
