import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Installation } from '../e2e/installation.ts';
import { readAccount, violations, type Account } from './account.ts';
import { Journey, type Acknowledged } from './journey.ts';
import { Seeded } from './seeded.ts';
import { synthesizedApp } from './synthesized-app.ts';

export interface CrashPlan {
  readonly seed: number;
  readonly clients: number;
  /** How often the process is killed at most. */
  readonly kills: number;
  /** Real instant, milliseconds since the epoch, after which it is killed no more. */
  readonly until?: number;
  readonly say?: (text: string) => void;
}
export interface CrashReport {
  readonly kills: number;
  readonly submitted: number;
  readonly sent: number;
  readonly answered: number;
  /** Mails that went out again after a death between the service's answer and our record. */
  readonly repeated: number;
  /** What must never be, in words. */
  readonly violations: readonly string[];
}

/** After so many requests, and so many milliseconds more, the process dies. */
const requestsToDeath = 14;
const millisecondsToDeath = 120;
const millisecondsOfStart = 1500;

/**
 * The real process under load, killed −9 at points that the seed chooses and started again; then the clients finish,
 * sweep and leases do their work, and everything is counted. The seed repeats the points, not what the machine's other
 * work makes of them.
 */
export async function crashRun({ seed, clients, kills, until = Infinity, say = () => undefined }: CrashPlan): Promise<CrashReport> {
  const random = new Seeded(seed);
  const at = new Installation({ now: '2026-11-23T08:00:00Z', assembly: synthesizedApp() });
  const acknowledged: Acknowledged[] = [];
  let up = Promise.withResolvers<void>();
  const load = { going: true };
  let requests = 0;
  let reached: { readonly count: number; readonly resolve: () => void } | undefined;
  const gate = {
    at,
    up: () => up.promise,
    asked: () => {
      requests += 1;
      if (reached !== undefined && requests >= reached.count) reached.resolve();
    },
  };
  const afterRequests = (more: number): Promise<void> => new Promise((resolve) => (reached = { count: requests + more, resolve }));
  const client = async (name: number): Promise<void> => {
    for (let number = 1; load.going; number += 1) {
      const journey = new Journey(gate, `${seed}-${name}-${number}`);
      const entry = await journey.submitted();
      acknowledged.push(entry);
      if (number % 3 === 0) continue;
      await journey.sent();
      entry.step = 'sent';
      if (number % 3 === 2) continue;
      await journey.answered();
      entry.step = 'answered';
    }
  };

  try {
    await at.start();
    up.resolve();
    const working = Promise.all(Array.from({ length: clients }, (_, index) => client(index + 1)));
    // A client that gives up ends the run at once, wherever we are.
    const failed = working.then(() => undefined);
    failed.catch(() => undefined);
    let killed = 0;
    while (killed < kills && Date.now() < until) {
      await Promise.race([afterRequests(1 + random.below(requestsToDeath)), failed]);
      await pause(random.below(millisecondsToDeath));
      up = Promise.withResolvers<void>();
      await at.kill();
      killed += 1;
      // Recovery itself may die as well.
      if (random.next() < 0.2) {
        const starting = at.start().catch(() => undefined);
        await pause(random.below(millisecondsOfStart));
        await at.kill();
        await starting;
        killed += 1;
      }
      await at.start();
      up.resolve();
      say(`killed ${killed} times, ${acknowledged.length} reports acknowledged`);
    }
    load.going = false;
    await working;
    // Beyond the sweep's grace, its period, and the lease of a mail whose delivery died.
    for (let sweep = 0; sweep < 4; sweep += 1) await at.advance('PT6M');
    const account = await readAccount(at);
    const result = {
      kills: killed,
      submitted: acknowledged.length,
      sent: acknowledged.filter(({ step }) => step !== 'submitted').length,
      answered: acknowledged.filter(({ step }) => step === 'answered').length,
      repeated: account.ledger.filter(({ reason }) => reason === 'repeated').length,
      violations: [...lost(acknowledged, account), ...violations(account)],
    };
    await at.kill();
    return { ...result, violations: [...result.violations, ...(await leftBehind(at.folder))] };
  } finally {
    load.going = false;
    await at.stop();
  }
}

/** Processes that still name the folder a moment after its installation was killed. */
async function leftBehind(folder: string): Promise<string[]> {
  let left: string[] = [];
  for (let look = 0; look < 200; look += 1) {
    left = readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && Number(pid) !== process.pid && commandOf(pid).includes(folder));
    if (left.length === 0) return [];
    await pause(10);
  }
  return left.map((pid) => `process ${pid} is left behind: ${commandOf(pid)}`);
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

const reachedBy: Readonly<Record<Acknowledged['step'], readonly string[]>> = {
  submitted: ['received', 'registered', 'sent', 'acknowledged', 'answered'],
  sent: ['sent', 'acknowledged', 'answered'],
  answered: ['answered'],
};

/** Acknowledged = stored: no acknowledgement without its case, no case without one, and none twice. */
function lost(acknowledged: readonly Acknowledged[], { cases }: Account): string[] {
  const stored = new Map(cases.map((concerned) => [concerned.id, concerned]));
  const found = acknowledged.flatMap(({ caseId, number, whatHappened, step }) => {
    const concerned = stored.get(caseId);
    if (concerned === undefined) return [`case ${number} was acknowledged and is not stored`];
    if (concerned.whatHappened !== whatHappened) return [`case ${number} holds another report`];
    return reachedBy[step].includes(concerned.status) ? [] : [`case ${number} was ${step} and is ${concerned.status}`];
  });
  const known = new Set(acknowledged.map(({ caseId }) => caseId));
  return [...found, ...cases.filter(({ id }) => !known.has(id)).map(({ number }) => `case ${number} is stored twice or for nobody`)];
}
