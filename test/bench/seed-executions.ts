import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import { startEngine } from '../../infra/local/dynamodb/engine.ts';
import { EngineClient } from '../../infra/local/dynamodb/engine-client.ts';

/** DynamoDB takes so many rows in a batch. */
const rowsAtATime = 25;
const batchesAtATime = 8;
const day = 86_400_000;

type Row = Readonly<Record<string, SQLOutputValue>>;
interface Copy {
  readonly caseId: string;
  readonly number: string;
  readonly token: string;
}

/**
 * Makes so many more waiting executions, each with its case, out of the one that an installation at rest holds: rows of
 * the stopped runtime's own files, as the runtime and its functions wrote them, under other names. Deadlines lie between
 * one and thirty days ahead.
 *
 * @param caseId the one case; its execution awaits sending
 * @returns the ids of the executions' frames, whose deadlines `setDeadlines` moves
 */
export async function seedExecutions(folder: string, caseId: string, count: number): Promise<readonly number[]> {
  const engine = await startEngine({ folder, endpoint: undefined, onLost: (reason) => { throw new Error(reason); } });
  const client = new EngineClient(engine.endpoint);
  try {
    const states = new DatabaseSync(join(folder, 'state.sqlite'));
    try {
      const table = await casesTable(client);
      const rows = await rowsOf(client, table, caseId);
      const number = textAt(rows, 'CASE', ['summary', 'M', 'number', 'S']);
      const original: Copy = { caseId, number, token: textAt(rows, 'WAIT', ['token', 'S']) };
      const copies = Array.from({ length: count }, (_, index): Copy => ({ caseId: randomUUID(), number: `${number.slice(0, -6)}${String(index).padStart(6, '0')}`, token: `${original.token}-${index}` }));
      await copyCases(client, table, rows, original, copies);
      const frames = copyExecutions(states, original, copies);
      return frames;
    } finally {
      states.close();
    }
  } finally {
    client.close();
    await engine.stop();
    forgetStream(folder);
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

async function casesTable(client: EngineClient): Promise<string> {
  const { TableNames } = await client.call('ListTables', {});
  const name = Array.isArray(TableNames) ? TableNames.find((one) => String(one).includes('CaseStoreCases')) : undefined;
  if (typeof name !== 'string') throw new Error('There is no table of cases');
  return name;
}

/** The case, its wait and its number: what the sweep, the console and the clock's steps read. */
async function rowsOf(client: EngineClient, table: string, caseId: string): Promise<readonly string[]> {
  const { Items } = await client.call('Query', { TableName: table, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': { S: `CASE#${caseId}` } } });
  const rows = (Array.isArray(Items) ? Items : []).map((item) => JSON.stringify(item));
  return rows.filter((row) => /"sk":\{"S":"(CASE|WAIT)"\}/.test(row));
}

function textAt(rows: readonly string[], sk: string, path: readonly string[]): string {
  let value: unknown = JSON.parse(rows.find((row) => row.includes(`"sk":{"S":"${sk}"}`)) ?? '{}');
  for (const name of path) value = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  if (typeof value !== 'string') throw new Error(`The case has no ${sk} row with ${path.join('.')}`);
  return value;
}

function renamed(text: string, from: Copy, to: Copy): string {
  return text.replaceAll(from.caseId, to.caseId).replaceAll(from.number, to.number).replaceAll(from.token, to.token);
}

async function copyCases(client: EngineClient, table: string, rows: readonly string[], original: Copy, copies: readonly Copy[]): Promise<void> {
  const requests = copies.flatMap((copy) => rows.map((row) => `{"PutRequest":{"Item":${renamed(row, original, copy)}}}`));
  const batches = Array.from({ length: Math.ceil(requests.length / rowsAtATime) }, (_, index) => requests.slice(index * rowsAtATime, (index + 1) * rowsAtATime));
  await Promise.all(Array.from({ length: batchesAtATime }, async () => {
    for (let batch = batches.pop(); batch !== undefined; batch = batches.pop()) {
      const RequestItems: unknown = JSON.parse(`{${JSON.stringify(table)}:[${batch.join(',')}]}`);
      const answer = await client.call('BatchWriteItem', { RequestItems });
      if (Object.keys(answer['UnprocessedItems'] ?? {}).length > 0) throw new Error('The engine left rows unwritten');
    }
  }));
}

/** Copies the execution, its frame and its history. */
function copyExecutions(states: DatabaseSync, original: Copy, copies: readonly Copy[]): readonly number[] {
  const execution = one(states, 'SELECT * FROM sfn_execution WHERE input LIKE ?', `%${original.caseId}%`);
  const frame = one(states, 'SELECT * FROM sfn_frame WHERE execution = ?', execution['id'] ?? 0);
  const events: readonly Row[] = states.prepare('SELECT * FROM sfn_event WHERE execution = ?').all(execution['id'] ?? 0);
  const insert = (table: string, row: Row) => {
    const names = Object.keys(row);
    return states.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`);
  };
  const without = ({ id: _id, ...rest }: Row): Row => rest;
  const [addExecution, addFrame, addEvent] = [insert('sfn_execution', without(execution)), insert('sfn_frame', without(frame)), insert('sfn_event', events[0] ?? {})];
  const values = (row: Row, copy: Copy) => Object.values(row).map((value) => (typeof value === 'string' ? renamed(value, original, copy) : value));
  const frames: number[] = [];
  states.exec('BEGIN');
  for (const [index, copy] of copies.entries()) {
    const id = Number(addExecution.run(...values(without(execution), copy)).lastInsertRowid);
    const due = Date.now() + day + Math.floor((29 * day * index) / copies.length);
    frames.push(Number(addFrame.run(...values({ ...without(frame), execution: id, due, timeout_at: due }, copy)).lastInsertRowid));
    for (const event of events) addEvent.run(...values({ ...event, execution: id }, copy));
  }
  states.exec('COMMIT');
  return frames;
}

function one(states: DatabaseSync, sql: string, value: SQLOutputValue): Row {
  const row = states.prepare(sql).get(value);
  if (row === undefined) throw new Error(`Nothing found: ${sql}`);
  return row;
}

/** The copies were written long ago, as it were: their stream records have been delivered and trimmed. */
function forgetStream(folder: string): void {
  const db = new DatabaseSync(join(folder, 'dynamodb.sqlite'));
  try {
    db.exec('DELETE FROM _stream_records WHERE id NOT IN (SELECT MAX(id) FROM _stream_records GROUP BY table_name)');
  } finally {
    db.close();
  }
}
