import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { Installation } from '../e2e/installation.ts';
import { percentile } from './measure.ts';
import { treeUse } from './process-tree.ts';
import { reportBody } from './report.ts';
import { seedExecutions, setDeadlines } from './seed-executions.ts';

/** The first deadline comes so long after the restart. */
const leadMilliseconds = 15_000;
const sampleMilliseconds = 200;
const longestWait = 120_000;

export interface OpenExecutions {
  readonly executions: number;
  /** Milliseconds from starting the process until it answers: with one case, and with all of them. */
  readonly readyFloor: number;
  readonly ready: number;
  /** Bytes, whole process tree: at rest with one case; the most while the timers ran. */
  readonly residentFloor: number;
  readonly resident: number;
  readonly spread: Lateness;
  readonly burst: Lateness;
}
/** Timers that came due, in milliseconds after their instant: until the wait timed out, and until its step was taken. */
export interface Lateness {
  readonly timers: number;
  readonly seconds: number;
  readonly p50: number;
  readonly p99: number;
  readonly stepP99: number;
}

/**
 * An installation with so many open executions, each waiting: how soon it is back after a restart, how much memory its
 * processes take, and how late its timers are, some evenly over a time and then as many at one instant.
 */
export async function openExecutions(assembly: string, executions: number, timers: number, seconds: number): Promise<OpenExecutions> {
  const folder = mkdtempSync(join(tmpdir(), 'brygga-bench-executions-'));
  const at = new Installation({ assembly, folder });
  try {
    await at.start();
    const submitted = await at.as('siri', 'submit-deviation', { rawBody: reportBody('vilande ärende'), headers: { 'content-type': 'application/json' } });
    if (submitted.status !== 201) throw new Error(`The case was not taken: ${submitted.status}`);
    await at.rest();
    await at.kill('SIGTERM');
    const readyFloor = await timed(() => at.start());
    await at.rest();
    const residentFloor = treeUse(at.pid).resident;
    await at.kill('SIGTERM');

    const frames = seedExecutions(folder, submitted.body, executions - 1);
    const first = Date.now() + leadMilliseconds;
    const last = first + seconds * 1000;
    const step = Math.floor(frames.length / (2 * timers));
    const chosen = frames.filter((_, index) => index % step === 0).slice(0, 2 * timers);
    const spread = new Map(chosen.slice(0, timers).map((frame, index) => [frame, first + Math.floor((index * seconds * 1000) / timers)]));
    const burst = new Map(chosen.slice(timers).map((frame) => [frame, last + 5000]));
    setDeadlines(folder, new Map([...spread, ...burst]));

    const ready = await timed(() => at.start());
    if (Date.now() > first) throw new Error('The restart took longer than the first timer waits: nothing was measured');
    let resident = 0;
    const sample = setInterval(() => (resident = Math.max(resident, treeUse(at.pid).resident)), sampleMilliseconds);
    try {
      await stepsTaken(folder, [...spread.keys(), ...burst.keys()], last + longestWait);
    } finally {
      clearInterval(sample);
    }
    return { executions, readyFloor, ready, residentFloor, resident, spread: lateness(folder, spread, seconds), burst: lateness(folder, burst, 0) };
  } finally {
    await at.stop();
  }
}

/** Milliseconds. */
async function timed(start: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await start();
  return performance.now() - began;
}

const inHistory = `SELECT max(CASE WHEN v.type = 'TaskTimedOut' THEN v.at END) AS fired, max(CASE WHEN v.type = 'TaskSucceeded' THEN v.at END) AS taken
  FROM sfn_frame f JOIN sfn_event v ON v.execution = f.execution WHERE f.id = ? AND v.at >= ?`;

async function stepsTaken(folder: string, frames: readonly number[], until: number): Promise<void> {
  const states = new DatabaseSync(join(folder, 'state.sqlite'), { readOnly: true });
  try {
    const phase = states.prepare(`SELECT f.phase, f.due, f.entered_event FROM sfn_frame f WHERE f.id = ?`);
    const began = new Map(frames.map((frame) => [frame, Number(phase.get(frame)?.['entered_event'])]));
    for (let waiting = [...frames]; waiting.length > 0;) {
      if (Date.now() > until) throw new Error(`${waiting.length} of ${frames.length} timers did not come`);
      await pause(1000);
      // Taken when the execution waits again, in a state that it entered later.
      waiting = waiting.filter((frame) => {
        const row = phase.get(frame);
        return row?.['phase'] !== 'token' || Number(row['entered_event']) === began.get(frame);
      });
    }
  } finally {
    states.close();
  }
}

function lateness(folder: string, deadlines: ReadonlyMap<number, number>, seconds: number): Lateness {
  const states = new DatabaseSync(join(folder, 'state.sqlite'), { readOnly: true });
  try {
    const history = states.prepare(inHistory);
    const late = [...deadlines].map(([frame, due]) => {
      const row = history.get(frame, due - 1000);
      const [fired, taken] = [row?.['fired'], row?.['taken']];
      if (typeof fired !== 'number' || typeof taken !== 'number') throw new Error('A timer left no trace in its history');
      return { fired: fired - due, taken: taken - due };
    });
    return {
      timers: deadlines.size,
      seconds,
      p50: percentile(late.map(({ fired }) => fired), 0.5),
      p99: percentile(late.map(({ fired }) => fired), 0.99),
      stepP99: percentile(late.map(({ taken }) => taken), 0.99),
    };
  } finally {
    states.close();
  }
}

