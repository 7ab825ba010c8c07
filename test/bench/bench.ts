import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Installation } from '../e2e/installation.ts';
import { synthesizedApp } from '../crash/synthesized-app.ts';
import { aggregateLag } from './aggregate-lag.ts';
import { firstInvoke } from './first-invoke.ts';
import { openExecutions } from './open-executions.ts';
import { describe, machine, notesIn, type Results } from './results.ts';
import { quarterlyReport } from './quarterly-report.ts';
import { siteBytes } from './site-bytes.ts';
import { storeFloor } from './store-floor.ts';
import { submissions, type Submissions } from './submissions.ts';
import { times } from './times.ts';

/*
 * npm run bench -- [--figure submissions|invoke|executions|lag|report|site|times]… [--seconds N] [--clients 1,8,32]
 *                  [--executions N] [--timers N] [--runs N] [--tests]
 *
 * All figures, each beside its floor, printed. With all of them at full length (no option but --tests) they are also
 * written to test/bench/RESULTS.md, with what NOTES.md says about them; `--write` writes whatever was measured.
 * `--seconds 5` is the short mode: seconds instead of a minute, and a tenth of the executions, timers and runs.
 */
const figures = ['submissions', 'invoke', 'executions', 'lag', 'report', 'site', 'times'] as const;
const fullSeconds = 60;
const root = join(import.meta.dirname, '..', '..');

const { values } = parseArgs({
  options: {
    figure: { type: 'string', multiple: true }, seconds: { type: 'string' }, clients: { type: 'string' }, executions: { type: 'string' },
    timers: { type: 'string' }, runs: { type: 'string' }, tests: { type: 'boolean' }, write: { type: 'boolean' },
  },
});
const chosen = values.figure ?? figures;
const unknown = chosen.find((name) => !figures.some((figure) => figure === name));
if (unknown !== undefined) throw new Error(`There is no figure ${unknown}: ${figures.join(', ')}`);
const seconds = positive('seconds', values.seconds, fullSeconds);
const short = seconds < fullSeconds;
const clients = (values.clients ?? '1,8,32').split(',').map((count) => positive('clients', count, 1));
const place = machine(root);
// The report is measured over the store alone.
const assembly = chosen.some((name) => name !== 'report') ? synthesizedApp() : '';

const results: Results = {
  ...(chosen.includes('site') && { site: await siteBytes(root) }),
  ...(chosen.includes('invoke') && { invoke: await said('first invoke', () => firstInvoke(assembly, positive('runs', values.runs, short ? 5 : 30))) }),
  ...(chosen.includes('submissions') && { submissions: await said('submissions', wholeSubmissions) }),
  ...(chosen.includes('executions') && { executions: await said('open executions', () => openExecutions(assembly, positive('executions', values.executions, short ? 10_000 : 100_000), positive('timers', values.timers, short ? 100 : 1000), short ? 5 : 20)) }),
  ...(chosen.includes('lag') && { lag: await said('lag of the figures', () => aggregateLag(assembly, Math.min(seconds, 30))) }),
  ...(chosen.includes('report') && { report: await said('quarterly report', () => quarterlyReport(1000, 100_000, positive('runs', values.runs, short ? 5 : 30))) }),
  ...(chosen.includes('times') && { times: await said('times', () => times(root, assembly, values.tests === true)) }),
};
const text = describe(place, results, notesIn(join(import.meta.dirname, 'NOTES.md')));
process.stdout.write(text);
const whole = chosen.length === figures.length && [values.seconds, values.clients, values.executions, values.timers, values.runs].every((value) => value === undefined);
if (whole || values.write === true) writeFileSync(join(import.meta.dirname, 'RESULTS.md'), text);

async function wholeSubmissions() {
  // The floor first: what the store does before anything of ours runs beside it.
  const floor = await storeFloor(clients, Math.min(seconds, 15));
  const at = new Installation({ assembly });
  try {
    await at.start();
    // Threads are started on first use, and code is compiled as it warms up: a minute's figure is not about that.
    await submissions(at, Math.max(...clients), Math.min(seconds, 10));
    const measured: Submissions[] = [];
    for (const count of clients) measured.push(await submissions(at, count, seconds));
    return { floor, figures: measured };
  } finally {
    await at.stop();
  }
}

async function said<Result>(what: string, measure: () => Promise<Result>): Promise<Result> {
  process.stderr.write(`${what} …\n`);
  return measure();
}

function positive(name: string, text: string | undefined, otherwise: number): number {
  const value = text === undefined ? otherwise : Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} must be a whole number from 1`);
  return value;
}
