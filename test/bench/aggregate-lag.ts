import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { startEngine } from '../../infra/local/dynamodb/engine.ts';
import { EngineClient } from '../../infra/local/dynamodb/engine-client.ts';
import { StreamReader } from '../../infra/local/dynamodb/stream-reader.ts';
import { Installation } from '../e2e/installation.ts';
import { missingMedicationList } from '../e2e/story.ts';
import { percentile } from './measure.ts';

const asked = 50;
const cases = 100;
const warmUpSeconds = 5;
const drainSeconds = 60;
const targetGroups = ['olderPeople', 'childrenYouth'] as const;

export interface AggregateLag {
  readonly seconds: number;
  /** Commands a second that were asked for, and that were answered. */
  readonly asked: number;
  readonly perSecond: number;
  /** Milliseconds from the request until the figures hold what the command changed. */
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds from the request until the same reader of the stream sees the case itself. */
  readonly floorP50: number;
  readonly floorP99: number;
}

interface Running { readonly caseId: string; version: number; busy: boolean; turn: number }
interface Command { readonly at: number; caseSeen?: number; figuresSeen?: number }

/**
 * Commands that change figures (the target group of a case), so many a second whether or not the last are answered, to an
 * installation over an engine whose stream is read here as well: the row of the case is the floor, the row that stands in
 * one transaction with the figures is the lag. Both are seen by the same reader.
 */
export async function aggregateLag(assembly: string, seconds: number): Promise<AggregateLag> {
  const folder = mkdtempSync(join(tmpdir(), 'brygga-bench-lag-'));
  const engine = await startEngine({ folder, endpoint: undefined, onLost: (reason) => { throw new Error(reason); } });
  const client = new EngineClient(engine.endpoint);
  const at = new Installation({ assembly });
  process.env['DYNAMODB_ENDPOINT'] = engine.endpoint;
  const reading = { on: true };
  try {
    await at.start();
    const running: Running[] = [];
    for (let index = 0; index < cases; index += 1) {
      const { status, body } = await at.as('siri', 'submit-deviation', { body: { report: { ...missingMedicationList, happenedAt: new Date(Date.now() - 86_400_000).toISOString(), discoveredAt: new Date(Date.now() - 3_600_000).toISOString() } } });
      if (status !== 201) throw new Error(`A submission was answered with ${status} ${JSON.stringify(body)}`);
      running.push({ caseId: body.caseId, version: body.version, busy: false, turn: 0 });
    }
    await at.rest();
    const { TableNames } = await client.call('ListTables', {}) as { readonly TableNames: readonly string[] };
    const reader = new StreamReader(new DatabaseSync(':memory:'), client, TableNames.find((name) => name.endsWith('cases') || name.endsWith('Cases')) ?? '', 'bench');
    const open = new Map<string, Command>();
    const done: Command[] = [];
    const follow = async (): Promise<void> => {
      while (reading.on) {
        const records = await reader.read();
        const now = performance.now();
        for (const { record } of records) {
          const { Keys } = (record as { readonly dynamodb: { readonly Keys: { readonly pk: { readonly S: string }; readonly sk: { readonly S: string } } } }).dynamodb;
          const command = open.get(Keys.pk.S.replace('CASE#', ''));
          if (command === undefined) continue;
          if (Keys.sk.S === 'CASE') command.caseSeen ??= now;
          if (Keys.sk.S === 'CONTRIBUTION' && command.caseSeen !== undefined && command.figuresSeen === undefined) {
            command.figuresSeen = now;
            open.delete(Keys.pk.S.replace('CASE#', ''));
            done.push(command);
          }
        }
        if (records.length === 0) await pause(2);
      }
    };
    // What was written before is read first.
    while ((await reader.read()).length > 0) await pause(0);
    const following = follow();
    const send = async (one: Running): Promise<void> => {
      one.busy = true;
      const command: Command = { at: performance.now() };
      open.set(one.caseId, command);
      one.turn += 1;
      const answer = await at.as('maj', 'classify-case', { path: { caseId: one.caseId }, body: { version: one.version, targetGroup: targetGroups[one.turn % 2], causeAreas: [] } });
      if (answer.status !== 200) throw new Error(`A command was answered with ${answer.status} ${JSON.stringify(answer.body)}`);
      one.version = answer.body.version;
      one.busy = false;
    };
    const sending: Promise<void>[] = [];
    const start = performance.now();
    const from = start + warmUpSeconds * 1000;
    const until = from + seconds * 1000;
    for (let index = 0; performance.now() < until; index += 1) {
      const one = running[index % cases];
      if (one !== undefined && !one.busy && !open.has(one.caseId)) sending.push(send(one));
      await pause(Math.max(0, start + (index + 1) * (1000 / asked) - performance.now()));
    }
    await Promise.all(sending);
    for (const ended = performance.now(); open.size > 0;) {
      if (performance.now() - ended > drainSeconds * 1000) throw new Error(`The figures of ${open.size} commands were never kept`);
      await pause(20);
    }
    reading.on = false;
    await following;
    const counted = done.filter((command) => command.at >= from && command.at < until);
    const lags = counted.map((command) => (command.figuresSeen ?? Number.NaN) - command.at);
    const floors = counted.map((command) => (command.caseSeen ?? Number.NaN) - command.at);
    return {
      seconds, asked, perSecond: counted.length / seconds,
      p50: percentile(lags, 0.5), p99: percentile(lags, 0.99), floorP50: percentile(floors, 0.5), floorP99: percentile(floors, 0.99),
    };
  } finally {
    reading.on = false;
    delete process.env['DYNAMODB_ENDPOINT'];
    await at.stop();
    client.close();
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
