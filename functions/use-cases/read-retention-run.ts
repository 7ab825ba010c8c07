import type { output } from 'zod/mini';
import type { readRetentionRunQuery, RetentionRunView } from '../contracts/keeping.ts';
import { NotFound } from '../domain/errors.ts';
import { signsOff } from '../domain/keeping/access.ts';
import { keeperOf } from './keeping-access.ts';
import { namesOf } from './names.ts';
import type { RetentionPorts } from './ports-retention.ts';
import type { StaffQuery } from './ports.ts';
import { itemViewOf, runSummaryOf } from './retention-view.ts';
import { listEntries } from './staff-access.ts';

/** A report of what goes, some entries at a time; each case that it names is logged. @throws UnknownUser, NotAllowed, NotFound, CursorInvalid */
export const readRetentionRun = async (ports: RetentionPorts, { caller, query, runId }: StaffQuery<output<typeof readRetentionRunQuery>> & { readonly runId: string }): Promise<RetentionRunView> => {
  const keeper = await keeperOf(ports, caller);
  const { signedIn } = keeper;
  const run = await ports.retention.find(runId);
  if (!run) throw new NotFound('retention-run');
  const page = await ports.retention.items(runId, { limit: 100, cursor: query.cursor, outcome: query.outcome });
  const named = page.rows.flatMap(({ caseId, number }) => (caseId === null ? [] : [{ id: caseId, number: number ?? '', patientKey: null }]));
  await ports.accessLog.recordAll(listEntries(caller, signedIn, 'read-retention-run', named));
  const names = namesOf(signedIn.register);
  const signer = signsOff(signedIn.member, run);
  return {
    ...runSummaryOf(run, names), now: caller.now, version: run.version, routine: run.routine, rules: run.rules.map((rule) => ({ ...rule })), signOffRole: run.signOff, graceDays: run.graceDays,
    items: page.rows.map((item) => itemViewOf(item, names)), cursor: page.cursor,
    mayExempt: run.state === 'awaiting' && keeper.keeps, maySignOff: run.state === 'awaiting' && signer,
    mayWithdraw: run.state === 'waiting' && run.cursor === null && signer && (run.signedOff?.eraseFrom ?? '') > caller.now,
  };
};
