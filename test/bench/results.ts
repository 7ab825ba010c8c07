import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';
import type { FirstInvoke } from './first-invoke.ts';
import type { Measured } from './measure.ts';
import type { OpenExecutions } from './open-executions.ts';
import type { QuarterlyReport } from './quarterly-report.ts';
import type { SiteBytes } from './site-bytes.ts';
import type { AggregateLag } from './aggregate-lag.ts';
import type { Submissions } from './submissions.ts';
import type { Times } from './times.ts';

export interface Results {
  readonly submissions?: { readonly floor: readonly Measured[]; readonly figures: readonly Submissions[] };
  readonly invoke?: FirstInvoke;
  readonly executions?: OpenExecutions;
  readonly lag?: AggregateLag;
  readonly report?: QuarterlyReport;
  readonly site?: SiteBytes;
  readonly times?: Times;
}

const ms = (value: number): string => (value >= 1000 ? `${(value / 1000).toFixed(2)} s` : value >= 10 ? `${Math.round(value)} ms` : `${value.toFixed(1)} ms`);
const ratio = (value: number): string => value.toFixed(2);
const rate = (value: number): string => (value >= 100 ? String(Math.round(value)) : value.toFixed(1));
const megabytes = (value: number): string => `${Math.round(value / 1e6)} MB`;
const kilobytes = (value: number): string => `${(value / 1024).toFixed(1)} kB`;
const met = (holds: boolean): string => (holds ? 'met' : '**not met**');
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** The machine as it was when the figures began: other work on it is in every figure. */
export function machine(root: string): string {
  const [processor] = cpus();
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
  return `${cpus().length} × ${processor?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, Linux ${release()}, Node ${process.version}; ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, commit ${commit}; load average at the start ${loadavg().map((load) => load.toFixed(1)).join(' ')}`;
}

/** RESULTS.md: each figure beside its floor and its aim; what stands in the way is written by hand in NOTES.md. */
export function describe(place: string, results: Results, notes: string | undefined): string {
  const parts = [
    '# Figures', `Written by \`npm run bench\`. Machine: ${place}.`,
    'A floor is what the machine does at best at the same moment; the ratio to it says more than the figure, since it does not change much with the machine.',
    ...(results.submissions ? submissionsPart(results.submissions) : []),
    ...(results.invoke ? invokePart(results.invoke) : []),
    ...(results.executions ? executionsPart(results.executions) : []),
    ...(results.lag ? lagPart(results.lag) : []),
    ...(results.report ? reportPart(results.report) : []),
    ...(results.site ? sitePart(results.site) : []),
    ...(results.times ? timesPart(results.times) : []),
    ...(notes === undefined ? [] : [notes.trim()]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function submissionsPart({ floor, figures }: NonNullable<Results['submissions']>): readonly string[] {
  const seconds = figures[0]?.seconds ?? 0;
  return [
    `## Submissions, whole, over ${seconds} s`,
    'Authorised, validated, stored, execution started, first wait registered; mails to the handler go out beside it. A client that finds too many under way waits, which bounds the backlog. Floor: transactions of three rows, straight to the store, without indexes, stream or SDK, as many clients.',
    table(
      ['Clients', 'submissions/s', 'floor, transactions/s', 'ratio', 'aim ≥ 0.25', 'answer p50', 'p99', 'until it waits p50', 'p99', 'backlog middle → end', 'processor time each', 'floor p50', 'p99'],
      figures.map((figure, index) => {
        const under = floor[index];
        const share = figure.perSecond / (under?.perSecond ?? Number.NaN);
        return [String(figure.clients), rate(figure.perSecond), rate(under?.perSecond ?? Number.NaN), ratio(share), met(share >= 0.25), ms(figure.p50), ms(figure.p99), ms(figure.waitP50), ms(figure.waitP99), `${figure.backlog[0]} → ${figure.backlog[1]}`, ms(figure.processor), ms(under?.p50 ?? Number.NaN), ms(under?.p99 ?? Number.NaN)];
      }),
    ),
  ];
}

function invokePart({ runs, floor, submit }: FirstInvoke): readonly string[] {
  const share = submit.answered / floor.answered;
  return [
    '## First invoke',
    `\`submit-deviation\` in a fresh process, from loading the bundle to the answer; median of ${runs}, in turns with the floor: SDK, middy and zod, bundled the same way, writing three rows.`,
    table(['', 'submit', 'floor', 'ratio', 'aim ≤ 1.15'], [
      ['loaded', ms(submit.loading), ms(floor.loading), ratio(submit.loading / floor.loading), ''],
      ['answered', ms(submit.answered), ms(floor.answered), ratio(share), met(share <= 1.15)],
    ]),
  ];
}

function executionsPart({ executions, ready, readyFloor, resident, residentFloor, spread, burst }: OpenExecutions): readonly string[] {
  return [
    `## ${executions.toLocaleString('en-US')} open executions`,
    'All of them wait; each has its case in the store. Floor: the same installation with one. Resident memory is summed over the whole process tree; the most while the timers ran.',
    table(['', 'figure', 'floor', 'aim', ''], [
      ['ready after a restart', ms(ready), ms(readyFloor), '≤ 5 s', met(ready <= 5000)],
      ['resident memory', megabytes(resident), megabytes(residentFloor), '< 1 GB', met(resident < 1e9)],
      [`${spread.timers} timers over ${spread.seconds} s, late p50 / p99`, `${ms(spread.p50)} / ${ms(spread.p99)}`, '', 'p99 ≤ 1 s', met(spread.p99 <= 1000)],
      [`${burst.timers} timers at one instant, late p50 / p99`, `${ms(burst.p50)} / ${ms(burst.p99)}`, '', 'p99 ≤ 1 s', met(burst.p99 <= 1000)],
      ['their steps taken, late p99 (spread, at one instant)', `${ms(spread.stepP99)}, ${ms(burst.stepP99)}`, '', '', ''],
    ]),
  ];
}

function lagPart({ seconds, asked, perSecond, p50, p99, floorP50, floorP99 }: AggregateLag): readonly string[] {
  return [
    `## Lag of the figures, over ${seconds} s`,
    `Commands that change figures, ${asked} a second whether or not the last are answered; from the request until the figures hold it. Floor: until the same reader of the stream sees the case itself, in the same run.`,
    table(['', 'figure', 'floor (the case in the stream)', 'ratio'], [
      ['commands a second', rate(perSecond), String(asked), ratio(perSecond / asked)],
      ['until the figures hold it, p50', ms(p50), ms(floorP50), ratio(p50 / floorP50)],
      ['p99', ms(p99), ms(floorP99), ratio(p99 / floorP99)],
    ]),
  ];
}

function reportPart({ runs, few, many }: QuarterlyReport): readonly string[] {
  const name = ({ cases }: QuarterlyReport['few']): string => `${cases.toLocaleString('en-US')} cases`;
  const [items, time] = [many.items / few.items, many.p50 / few.p50];
  return [
    '## A quarterly report',
    `The step that drafts it, from the store and into it, over the figures of so many cases of the quarter; median of ${runs}, in turns. The floor is the report over few cases.`,
    table(['', name(many), `${name(few)} (floor)`, 'ratio', 'aim ≤ 1.5'], [
      ['items read', String(many.items), String(few.items), ratio(items), met(items <= 1.5)],
      ['drafted, p50', ms(many.p50), ms(few.p50), ratio(time), met(time <= 1.5)],
      ['p99', ms(many.p99), ms(few.p99), ratio(many.p99 / few.p99), ''],
      ['lines', String(many.lines), String(few.lines), '', ''],
    ]),
  ];
}

function sitePart({ firstView, largestRoute, floor, most }: SiteBytes): readonly string[] {
  return [
    '## First view',
    table(['gzip', 'figure', 'floor (Preact, router, signals)', 'ratio', `aim ≤ ${kilobytes(most)}`], [
      ['first view', kilobytes(firstView), kilobytes(floor), ratio(firstView / floor), met(firstView <= most)],
      ['largest lazy route', kilobytes(largestRoute), '', '', ''],
    ]),
  ];
}

function timesPart({ install, installFloor, start, startFloor, tests }: Times): readonly string[] {
  return [
    '## Times',
    table(['', 'figure', 'floor', 'ratio'], [
      ['`npm ci` with its build (floor: the packages alone)', ms(install), ms(installFloor), ratio(install / installFloor)],
      ['warm start, until it answers (floor: `node -e 0`)', ms(start), ms(startFloor), ratio(start / startFloor)],
      ...(tests === undefined ? [] : [['`npm test`', ms(tests), '', '']]),
    ]),
  ];
}

/** What was written by hand about the figures; it stays when they are measured again. */
export function notesIn(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
