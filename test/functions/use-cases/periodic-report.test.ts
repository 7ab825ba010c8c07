import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseRoutine } from '../../../functions/contracts/routine.ts';
import { DynamoCopyStore } from '../../../functions/adapters/copy-store.ts';
import { DynamoReleaseLedger } from '../../../functions/adapters/release-ledger.ts';
import { DynamoReportStore } from '../../../functions/adapters/report-store.ts';
import { changeReport, editReport, submitReport } from '../../../functions/use-cases/change-report.ts';
import { openReports } from '../../../functions/use-cases/open-reports.ts';
import type { ReportPorts } from '../../../functions/use-cases/ports-report.ts';
import { readReportClock } from '../../../functions/use-cases/read-report-clock.ts';
import { readReport } from '../../../functions/use-cases/read-report.ts';
import { takeReportStep } from '../../../functions/use-cases/take-report-step.ts';
import goteborg from '../../../workflows/routines/goteborg.json' with { type: 'json' };
import { startStores, type Stores } from '../adapters/dynoxide.ts';
import { ekdala } from '../ekdala.ts';

/** A report over the real store, from the schedule to an edition. */
describe('a periodic report', () => {
  let stores: Stores;
  let ports: ReportPorts;
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const id = 'patientsakerhet_2026';
  const caller = (now: string) => ({ userId: 'maj', now, correlationId: 'c' });
  const key = (number: number) => ({ key: `00000000-0000-4000-8000-00000000000${number}`, bodyHash: String(number) });

  beforeAll(async () => {
    stores = await startStores();
    const { documents, registers, aggregates } = stores;
    const routine = parseRoutine(goteborg);
    await registers.write({ ...ekdala, routine, activeRoutine: { id: routine.id, version: routine.version } });
    ports = {
      registers, aggregates, reports: new DynamoReportStore(documents, () => 'Cases'), copies: new DynamoCopyStore(documents, () => 'Cases'), releases: new DynamoReleaseLedger(documents, () => 'Cases'),
      cases: stores.cases, accessLog: { record: async () => undefined, recordAll: async () => undefined },
    } as never;
  });
  afterAll(() => stores.stop());

  it('is opened once, drafted on its day, edited, submitted and locked', async () => {
    const executions = { describe: async () => ({ status: 'RUNNING' }) as never, start: async () => 'started' as const };
    const open = (now: string) => openReports({ ...ports, executions, log: silent }, now);
    expect((await open('2026-12-01T03:15:00.000Z')).opened).toBe(0);
    expect((await open('2027-01-02T03:15:00.000Z')).opened).toBe(2);
    expect((await open('2027-01-03T03:15:00.000Z')).opened).toBe(0);
    const clock = { caseId: id, generation: 1, startedAt: '2027-01-02T03:15:00.000Z' };
    const reading = await readReportClock(ports, { ...clock, now: clock.startedAt });
    expect(reading).toMatchObject({ awaits: 'reportDrafting', next: { step: 'draftReport', at: '2027-01-08T07:00:00.000Z' } });
    const draft = { caseId: id, generation: 1, step: 'draftReport', now: '2027-01-08T07:00:01.000Z' } as const;
    expect(await takeReportStep({ ...ports, log: silent }, draft, 'draftReport')).toEqual({ taken: true });
    expect(await takeReportStep({ ...ports, log: silent }, draft, 'draftReport')).toEqual({ taken: false });
    const now = '2027-01-09T08:00:00.000Z';
    const read = await readReport(ports, { caller: caller(now), reportId: id });
    expect(read).toMatchObject({ status: 'draft', draft: { edition: { sections: [{ section: 'totals' }, { section: 'totals' }] } } });
    const edited = await editReport(ports, { caller: caller(now), idempotency: key(1), reportId: id, body: { version: read.version, summary: 'Inga återkommande händelser.', lines: [] } });
    const submitted = await submitReport(ports, { caller: caller(now), idempotency: key(2), reportId: id, body: { version: edited.version } });
    expect(submitted).toMatchObject({ status: 'done', edition: 1, editions: [{ summary: 'Inga återkommande händelser.' }] });
    // The same again is the same.
    expect((await submitReport(ports, { caller: caller(now), idempotency: key(2), reportId: id, body: { version: edited.version } })).version).toBe(submitted.version);
    expect(await changeReport(ports, { caller: caller(now), idempotency: key(3), reportId: id, body: { change: 'reopen', version: submitted.version, reason: 'Fel år.' } })).toMatchObject({ status: 'draft', editions: [{ edition: 1 }] });
    expect((await stores.outbox.pending('2028-01-01T00:00:00.000Z', 100)).map(({ entry }) => entry.kind)).toContain('start');
  });
});
