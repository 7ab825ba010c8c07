import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync, type SQLOutputValue, type StatementSync } from 'node:sqlite';

const day = 86_400_000;

type Row = Readonly<Record<string, SQLOutputValue>>;
interface Copy {
  readonly caseId: string;
  readonly number: string;
  readonly token: string;
}

/**
 * Makes so many more waiting executions, each with its case, out of the one that an installation at rest holds: rows of
 * the stopped runtime's and engine's own files, as they wrote them, under other names. Over the wire the cases alone
 * would take longer than all other figures together. Deadlines lie between one and thirty days ahead.
 *
 * @param caseId the one case; its execution awaits sending
 * @returns the ids of the executions' frames, whose deadlines `setDeadlines` moves
 */
export function seedExecutions(folder: string, { caseId, number }: { readonly caseId: string; readonly number: string }, count: number): readonly number[] {
  const states = new DatabaseSync(join(folder, 'state.sqlite'));
  const store = new DatabaseSync(join(folder, 'dynamodb.sqlite'));
  try {
    const token = one(states, 'SELECT f.token FROM sfn_frame f JOIN sfn_execution e ON e.id = f.execution WHERE e.input LIKE ?', `%${caseId}%`)['token'];
    if (typeof token !== 'string') throw new Error('The execution does not wait');
    const original: Copy = { caseId, number, token };
    const copies = Array.from({ length: count }, (_, index): Copy => ({ caseId: randomUUID(), number: `${number.slice(0, -6)}${String(index).padStart(6, '0')}`, token: `${token}-${index}` }));
    copyCases(store, original, copies);
    return copyExecutions(states, original, copies);
  } finally {
    states.close();
    store.close();
  }
}

/** Moves the deadlines of waiting executions, of a stopped runtime. Milliseconds since the epoch. */
export function setDeadlines(folder: string, deadlines: ReadonlyMap<number, number>): void {
  const states = new DatabaseSync(join(folder, 'state.sqlite'));
  try {
    const set = states.prepare('UPDATE sfn_frame SET due = ?, timeout_at = ? WHERE id = ?');
    states.exec('BEGIN');
    for (const [frame, due] of deadlines) set.run(due, due, frame);
    states.exec('COMMIT');
  } finally {
    states.close();
  }
}

function renamed(text: string, from: Copy, to: Copy): string {
  return text.replaceAll(from.caseId, to.caseId).replaceAll(from.number, to.number).replaceAll(from.token, to.token);
}

/**
 * The case and its wait, what the sweep, the console and the clock's steps read, in the table and in each index. The
 * copies were written long ago, as it were: the stream holds nothing of them.
 */
function copyCases(store: DatabaseSync, original: Copy, copies: readonly Copy[]): void {
  const tables = store.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE '%CaseStoreCases%'`).all().map(({ name }) => String(name));
  store.exec('BEGIN');
  for (const table of tables) {
    const [pk, sk] = table.includes('::gsi::') ? ['table_pk', 'table_sk'] : ['pk', 'sk'];
    const rows: readonly Row[] = store.prepare(`SELECT * FROM "${table}" WHERE ${pk} = ? AND ${sk} IN ('S:CASE', 'S:WAIT')`).all(`S:CASE#${original.caseId}`);
    if (pk === 'pk' && rows.length !== 2) throw new Error('The engine keeps its rows otherwise than version 1.2.1: seed over the wire');
    for (const row of rows) {
      const add = inserting(store, table, row);
      for (const copy of copies) add.run(...valuesOf(row, original, copy));
    }
  }
  store.exec('COMMIT');
}

const inserting = (db: DatabaseSync, table: string, row: Row): StatementSync => {
  const names = Object.keys(row);
  return db.prepare(`INSERT INTO "${table}" (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`);
};
const valuesOf = (row: Row, original: Copy, copy: Copy): SQLOutputValue[] => Object.values(row).map((value) => (typeof value === 'string' ? renamed(value, original, copy) : value));

/** Copies the execution, its frame and its history. */
function copyExecutions(states: DatabaseSync, original: Copy, copies: readonly Copy[]): readonly number[] {
  const execution = one(states, 'SELECT * FROM sfn_execution WHERE input LIKE ?', `%${original.caseId}%`);
  const frame = one(states, 'SELECT * FROM sfn_frame WHERE execution = ?', execution['id'] ?? 0);
  const events: readonly Row[] = states.prepare('SELECT * FROM sfn_event WHERE execution = ?').all(execution['id'] ?? 0);
  const without = ({ id: _id, ...rest }: Row): Row => rest;
  const [addExecution, addFrame, addEvent] = [inserting(states, 'sfn_execution', without(execution)), inserting(states, 'sfn_frame', without(frame)), inserting(states, 'sfn_event', events[0] ?? {})];
  const frames: number[] = [];
  states.exec('BEGIN');
  for (const [index, copy] of copies.entries()) {
    const id = Number(addExecution.run(...valuesOf(without(execution), original, copy)).lastInsertRowid);
    const due = Date.now() + day + Math.floor((29 * day * index) / copies.length);
    frames.push(Number(addFrame.run(...valuesOf({ ...without(frame), execution: id, due, timeout_at: due }, original, copy)).lastInsertRowid));
    for (const event of events) addEvent.run(...valuesOf({ ...event, execution: id }, original, copy));
  }
  states.exec('COMMIT');
  return frames;
}

function one(states: DatabaseSync, sql: string, value: SQLOutputValue): Row {
  const row = states.prepare(sql).get(value);
  if (row === undefined) throw new Error(`Nothing found: ${sql}`);
  return row;
}
