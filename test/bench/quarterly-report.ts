import { contributionOf, type Contribution } from '../../functions/domain/statistics/contribution.ts';
import { firstRecomputation } from '../../functions/domain/statistics/recomputation.ts';
import type { OutgoingCase } from '../../functions/domain/case.ts';
import { targetGroups } from '../../functions/domain/vocabulary.ts';
import { DynamoReleaseLedger } from '../../functions/adapters/release-ledger.ts';
import { DynamoReportStore } from '../../functions/adapters/report-store.ts';
import { openReport } from '../../functions/domain/periodic-report/open-report.ts';
import { takeReportStep } from '../../functions/use-cases/take-report-step.ts';
import { rowsPerWrite } from '../../functions/use-cases/ports-statistics.ts';
import { startStores, type Stores } from '../functions/adapters/dynoxide.ts';
import { demoOf } from '../functions/demo.ts';
import { answered, received, sent } from '../functions/domain/outgoing-case.ts';
import { pick, seeded } from '../functions/seeded.ts';
import { percentile } from './measure.ts';

export interface ReportOver {
  readonly cases: number;
  /** Items that the store gave while the report was drafted: register, routine, figures, releases, the report itself. */
  readonly items: number;
  readonly lines: number;
  /** Milliseconds of drafting, stored. */
  readonly p50: number;
  readonly p99: number;
}
export interface QuarterlyReport {
  readonly runs: number;
  readonly few: ReportOver;
  readonly many: ReportOver;
}

const quarter = { from: '2026-01', to: '2026-03' } as const;
const draftAt = '2026-04-09T06:00:00.000Z';
/** Figures stand as so many rows each: a case's letter says which of them it adds to. */
const writers = ['a', 'b', 'c', 'd'] as const;
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Sums `added` into `into`: what many cases add, without a transaction for each. */
const add = (into: Map<string, Record<string, number>>, added: Contribution): void => {
  for (const [row, counts] of added) {
    const sums = into.get(row) ?? {};
    for (const [name, count] of Object.entries(counts)) sums[name] = (sums[name] ?? 0) + count;
    into.set(row, sums);
  }
};

/** So many cases of a quarter, as a municipality has them: with few counterparts much, most of them sent, some of each target group. */
function* someCases(count: number, counterparts: readonly string[], clauses: readonly { readonly agreementId: string; readonly agreementVersion: number; readonly clauseId: string }[]): Generator<OutgoingCase> {
  const random = seeded(count);
  const lives = [received(), sent(), answered(), answered()];
  for (let index = 0; index < count; index += 1) {
    const life = pick(random, lives);
    const day = String(1 + Math.floor(random() * 28)).padStart(2, '0');
    const sentAt = `2026-0${1 + Math.floor(random() * 3)}-${day}T09:00:00.000Z`;
    yield {
      ...life, createdAt: sentAt, counterpartId: pick(random, counterparts), breach: { kind: 'agreement', text: '', ...pick(random, clauses) },
      classification: { targetGroup: random() < 0.5 ? null : pick(random, targetGroups), causeAreas: [] },
      ...(life.request !== null && { request: { ...life.request, sentAt } }),
    };
  }
}

async function keep(stores: Stores, cases: Iterable<OutgoingCase>): Promise<void> {
  const sums = writers.map(() => new Map<string, Record<string, number>>());
  let index = 0;
  for (const concerned of cases) {
    const sum = sums[index % writers.length];
    if (sum !== undefined) add(sum, contributionOf(concerned));
    index += 1;
  }
  const first = firstRecomputation(draftAt);
  await stores.aggregates.putRecomputation({ ...first, building: null, finishedAt: draftAt, firstMonth: quarter.from });
  for (const [writer, sum] of sums.entries()) {
    const rows = [...sum];
    for (let start = 0; start < rows.length; start += rowsPerWrite) {
      const caseId = writers[writer] ?? '';
      const seen = await stores.aggregates.contribution(caseId);
      if (!(await stores.aggregates.write({ caseId, seen, generations: new Map(), likeCases: [], changes: new Map([[first.current, new Map(rows.slice(start, start + rowsPerWrite))]]) }))) throw new Error('A figure was not written');
    }
  }
}

/** How many items the store gives, from now on. */
const countItems = ({ documents }: Stores): { items: number } => {
  const counted = { items: 0 };
  documents.middlewareStack.add((next) => async (args) => {
    const answer = await next(args);
    const { Items, Item, Responses } = answer.output as { readonly Items?: readonly unknown[]; readonly Item?: unknown; readonly Responses?: object };
    counted.items += (Items?.length ?? 0) + (Item === undefined ? 0 : 1) + Object.values(Responses ?? {}).flat().length;
    return answer;
  }, { step: 'initialize', name: 'countItems', priority: 'high' });
  return counted;
};

async function reportOver(cases: number): Promise<{ readonly draft: () => Promise<ReportOver>; readonly stop: () => Promise<void> }> {
  const stores = await startStores();
  const { register, routine } = demoOf('goteborg');
  await stores.registers.write({ ...register, routine, activeRoutine: { id: routine.id, version: routine.version } });
  const agreements = register.agreements.filter(({ validTo }) => validTo === undefined);
  const clauses = agreements.flatMap(({ id, version, clauses: each }) => each.map((clause) => ({ agreementId: id, agreementVersion: version, clauseId: clause.id })));
  const counterparts = register.organisations.filter(({ own }) => !own).map(({ id }) => id);
  await keep(stores, someCases(cases, counterparts, clauses));
  const rule = routine.reports.find(({ content }) => content === 'shortfalls');
  if (rule === undefined) throw new Error('The routine asks for no report of shortfalls');
  const reports = new DynamoReportStore(stores.documents, () => 'Cases');
  const counted = countItems(stores);
  const milliseconds: number[] = [];
  const draft = async (): Promise<ReportOver> => {
    const outcome = openReport({ ...rule, id: `${rule.id}-${milliseconds.length}` }, quarter, draftAt);
    await reports.open(outcome, draftAt);
    counted.items = 0;
    const began = performance.now();
    const { taken } = await takeReportStep({ registers: stores.registers, aggregates: stores.aggregates, releases: new DynamoReleaseLedger(stores.documents, () => 'Cases'), reports, log: silent }, { caseId: outcome.report.id, generation: 1, step: 'draftReport', now: draftAt }, 'draftReport');
    milliseconds.push(performance.now() - began);
    const { items } = counted;
    const lines = (await reports.find(outcome.report.id))?.report.body?.lines.length ?? 0;
    if (!taken || lines === 0) throw new Error('Nothing was drafted');
    return { cases, items, lines, p50: percentile(milliseconds, 0.5), p99: percentile(milliseconds, 0.99) };
  };
  return { draft, stop: stores.stop };
}

/**
 * The real step that drafts a quarterly report, over a real store, where the figures of few and of many cases stand: in
 * turns, so that whatever else the machine does is in both. What each case adds is the real contribution; it is summed
 * before it is written, as the stream would have left it.
 */
export async function quarterlyReport(few: number, many: number, runs: number): Promise<QuarterlyReport> {
  const [ofFew, ofMany] = [await reportOver(few), await reportOver(many)];
  try {
    // The first of each loads code and registers.
    await ofFew.draft();
    await ofMany.draft();
    let last: readonly [ReportOver, ReportOver] | undefined;
    for (let run = 0; run < runs; run += 1) last = [await ofFew.draft(), await ofMany.draft()];
    if (last === undefined) throw new Error('Nothing was measured');
    return { runs, few: last[0], many: last[1] };
  } finally {
    await ofFew.stop();
    await ofMany.stop();
  }
}
