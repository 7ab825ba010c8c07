import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { operations } from '../../functions/contracts/operations.ts';
import type { Installation } from '../e2e/installation.ts';
import { percentile } from './measure.ts';
import { treeUse } from './process-tree.ts';
import { reportBody } from './report.ts';

/** Submissions that may be under way beyond the clients' own before the clients wait: a backlog that grows is not served. */
const mostUnderWay = 64;
const sampleMilliseconds = 100;
const warmUpSeconds = 3;
const longestDrainSeconds = 120;

export interface Submissions {
  readonly clients: number;
  readonly seconds: number;
  /** Executions whose first wait was registered within the time. */
  readonly perSecond: number;
  /** Milliseconds until the answer. */
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds from the request's arrival until its case's first wait was registered. */
  readonly waitP50: number;
  readonly waitP99: number;
  /** Submitted but not yet waiting: in the middle of the time and at its end. */
  readonly backlog: readonly [number, number];
  /** Milliseconds after the end until the last one waited. */
  readonly drain: number;
  /** Milliseconds of processor time that one submission costs, everything that it sets going included. */
  readonly processor: number;
}

interface Submitted {
  readonly caseId: string;
  readonly at: number;
  readonly milliseconds: number;
}

/** Whole submissions to a running installation: authorised, validated, stored, execution started, first wait registered. */
export async function submissions(at: Installation, clients: number, seconds: number): Promise<Submissions> {
  const states = new DatabaseSync(join(at.folder, 'state.sqlite'), { readOnly: true });
  const waiting = states.prepare(`SELECT count(*) - (SELECT count(*) FROM sfn_frame WHERE lane IS NOT NULL AND token IS NOT NULL) AS count FROM sfn_frame WHERE token IS NOT NULL`);
  const countWaiting = (): number => Number(waiting.get()?.['count']);
  const before = countWaiting();
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const authorization = `Bearer ${await at.token('siri')}`;
  const done: Submitted[] = [];
  let underWay = 0;
  const backlogs: { readonly at: number; readonly count: number }[] = [];
  const processorBefore = treeUse(at.pid).processor;
  const start = Date.now();
  const from = start + warmUpSeconds * 1000;
  const until = from + seconds * 1000;
  const sample = setInterval(() => {
    underWay = done.length - (countWaiting() - before);
    backlogs.push({ at: Date.now(), count: Math.max(0, underWay) });
  }, sampleMilliseconds);
  try {
    await Promise.all(Array.from({ length: clients }, async (_, client) => {
      while (Date.now() < until) {
        if (underWay > mostUnderWay + clients) {
          await pause(sampleMilliseconds / 4);
          continue;
        }
        done.push(await submit(at.origin, agent, authorization, client));
      }
    }));
    const ended = Date.now();
    while (countWaiting() - before < done.length) {
      if (Date.now() - ended > longestDrainSeconds * 1000) throw new Error(`${done.length - (countWaiting() - before)} of ${done.length} submitted cases do not wait`);
      await pause(20);
    }
    const drain = Date.now() - ended;
    await at.rest();
    const processor = (treeUse(at.pid).processor - processorBefore) / done.length;
    const registered = registrations(states);
    const inTime = done.filter(({ at }) => at >= from && at < until);
    const waits = inTime.map(({ caseId, at }) => (registered.get(caseId) ?? Number.NaN) - at);
    if (waits.some((wait) => Number.isNaN(wait))) throw new Error('A submitted case has no execution that waits');
    const registeredInTime = done.filter(({ caseId }) => {
      const instant = registered.get(caseId) ?? 0;
      return instant >= from && instant < until;
    }).length;
    const backlogAt = (instant: number): number => backlogs.findLast(({ at }) => at <= instant)?.count ?? 0;
    return {
      clients,
      seconds,
      perSecond: registeredInTime / seconds,
      p50: percentile(inTime.map(({ milliseconds }) => milliseconds), 0.5),
      p99: percentile(inTime.map(({ milliseconds }) => milliseconds), 0.99),
      waitP50: percentile(waits, 0.5),
      waitP99: percentile(waits, 0.99),
      backlog: [backlogAt((from + until) / 2), backlogAt(until)],
      drain,
      processor,
    };
  } finally {
    clearInterval(sample);
    agent.destroy();
    states.close();
  }
}

/** When each case's first wait was registered: milliseconds since the epoch, by case. */
function registrations(states: DatabaseSync): ReadonlyMap<string, number> {
  const rows = states.prepare(`SELECT e.input, min(v.at) AS at FROM sfn_event v JOIN sfn_execution e ON e.id = v.execution WHERE v.type = 'TaskSubmitted' GROUP BY v.execution`).all();
  return new Map(rows.map(({ input, at }) => {
    const { caseId }: { caseId: string } = JSON.parse(String(input));
    return [caseId, Number(at)];
  }));
}

const { method, path } = operations['submit-deviation'];

function submit(origin: string, agent: Agent, authorization: string, client: number): Promise<Submitted> {
  const body = reportBody(`mätning, klient ${client}`);
  const at = Date.now();
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const outgoing = request(new URL(path, origin), {
      method, agent, headers: { authorization, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'idempotency-key': randomUUID() },
    }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk)).on('error', reject).on('end', () => {
        if (response.statusCode !== 201) {
          reject(new Error(`A submission was answered with ${response.statusCode} ${text}`));
          return;
        }
        const { caseId }: { caseId: string } = JSON.parse(text);
        resolve({ caseId, at, milliseconds: performance.now() - started });
      });
    });
    outgoing.on('error', reject).end(body);
  });
}
