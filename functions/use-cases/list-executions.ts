import type { output } from 'zod/mini';
import type { ExecutionSummary, executionList, listExecutionsQuery } from '../contracts/execution.ts';
import { mayWatchExecutions } from '../domain/access.ts';
import { parseCaseNumber } from '../domain/case-number.ts';
import { dueAt } from '../domain/due.ts';
import { ourUnitOf } from '../domain/parties.ts';
import { NotAllowed } from '../domain/errors.ts';
import { executionName } from '../domain/outbox.ts';
import { isOpen } from '../domain/transitions.ts';
import { isRowOverdue } from './list-cases.ts';
import type { Names } from './names.ts';
import { namesOf } from './names.ts';
import type { CaseList, CaseRow, LoadedCase, StaffPorts, StaffQuery } from './ports.ts';
import { accessEntry, signIn } from './staff-access.ts';

type Query = output<typeof listExecutionsQuery>;
type Watched = Pick<CaseRow, 'id' | 'number' | 'status' | 'generation' | 'reportingUnitId' | 'dueAt' | 'overdue' | 'stopped' | 'waits'>;

const statesOf = (filter: Query['filter']): Extract<CaseList, { by: 'execution' }>['states'] => {
  switch (filter) {
    case 'stopped':
      return [filter];
    case 'ended':
      return ['ended', 'following'];
    case 'open':
    case 'overdue':
    case undefined:
      return ['open', 'overdue', 'stopped'];
  }
};

/** Identifiers, states and instants only: whoever watches executions sees no contents. */
export const executionSummaryOf = (row: Watched, names: Names, now: string): ExecutionSummary => {
  const waits = isOpen(row.status) && !row.stopped ? row.waits : null;
  return {
    id: executionName(row.id, row.generation), caseId: row.id, number: row.number, unit: names.unit(row.reportingUnitId).name, caseStatus: row.status,
    waitsFor: waits?.waitsFor ?? null, waitsSince: waits?.waitsSince ?? null, waitsUntil: waits?.waitsUntil ?? null,
    overdue: isRowOverdue(row, now), stopped: row.stopped,
  };
};

const byNumber = async (ports: StaffPorts, typed: string): Promise<readonly Watched[]> => {
  const number = parseCaseNumber(typed);
  const caseId = number === undefined ? undefined : await ports.cases.findByNumber(number);
  const loaded = caseId === undefined ? undefined : await ports.cases.load(caseId);
  if (!loaded) return [];
  return [watchedCase(loaded)];
};

/** A case that was loaded, as a row of an index. */
export const watchedCase = ({ case: concerned, waits }: LoadedCase): Watched => {
  const { id, number, status, generation, overdue, stopped } = concerned;
  const reportingUnitId = concerned.direction === 'outgoing' ? ourUnitOf(concerned) : concerned.report.concernedUnitIds[0] ?? concerned.owningUnitId;
  return { id, number, status, generation, overdue, stopped, reportingUnitId, dueAt: isOpen(status) ? dueAt(concerned) : null, waits };
};

/** The console's list, from the case store's index (design.md 5). @throws UnknownUser, NotAllowed, CursorInvalid */
export const listExecutions = async (ports: StaffPorts, { caller, query }: StaffQuery<Query>): Promise<output<typeof executionList>> => {
  const signedIn = await signIn(ports, caller);
  if (!mayWatchExecutions(signedIn.member)) throw new NotAllowed('executions-not-watched');
  const { now } = caller;
  const list: CaseList = query.unit === undefined
    ? { by: 'execution', states: statesOf(query.filter) }
    : { by: 'unit', unitIds: [query.unit], open: query.filter !== 'ended' };
  const found: { readonly rows: readonly Watched[]; readonly cursor: string | null } = query.number === undefined
    ? await ports.cases.list(list, {
      limit: query.limit === undefined ? 50 : Number(query.limit), cursor: query.cursor, ...(query.filter === 'overdue' && { dueBefore: now }),
      ...(query.filter === 'stopped' && query.unit !== undefined && { stopped: true }),
    })
    : { rows: await byNumber(ports, query.number), cursor: null };
  await ports.accessLog.record(accessEntry(caller, signedIn, 'list-executions', 'list', null));
  const names = namesOf(signedIn.register);
  return { now, executions: found.rows.map((row) => executionSummaryOf(row, names, now)), cursor: found.cursor };
};
