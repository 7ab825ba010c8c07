import type { output } from 'zod/mini';
import type { ExecutionSummary, executionList, listExecutionsQuery } from '../contracts/execution.ts';
import { mayWatchExecutions } from '../domain/access.ts';
import { parseCaseNumber } from '../domain/case-number.ts';
import { dueAt } from '../domain/due.ts';
import { ourUnitOf } from '../domain/parties.ts';
import { NotAllowed } from '../domain/errors.ts';
import { executionName } from '../domain/outbox.ts';
import { tracksOf, type TrackOfCase } from '../domain/tracks.ts';
import { isOpen } from '../domain/transitions.ts';
import { isRowOverdue } from './list-cases.ts';
import type { Names } from './names.ts';
import { namesOf } from './names.ts';
import type { CaseList, CaseRow, LoadedCase, StaffPorts, StaffQuery } from './ports.ts';
import { listEntries, signIn } from './staff-access.ts';

type Query = output<typeof listExecutionsQuery>;
type Watched = Pick<CaseRow, 'id' | 'number' | 'status' | 'generation' | 'reportingUnitId' | 'protectedIdentity' | 'dueAt' | 'overdue' | 'stopped' | 'waits' | 'tracks' | 'patientKey' | 'responsible'>;

const statesOf = (filter: Query['filter']): Extract<CaseList, { by: 'execution' }>['states'] => {
  switch (filter) {
    case 'stopped':
      return [filter];
    case 'ended':
      return ['ended', 'following'];
    case 'overdue':
      return ['open', 'overdue', 'stopped'];
    case 'open':
    case undefined:
      return ['open', 'overdue', 'stopped', 'following'];
  }
};

/** Identifiers, states and instants only, of a protected identity not even the unit (L8): whoever watches executions sees no contents. */
export const executionSummaryOf = (row: Watched, names: Names, now: string): ExecutionSummary => {
  const waits = isOpen(row.status) && !row.stopped ? row.waits : null;
  return {
    id: executionName(row.id, row.generation), caseId: row.id, number: row.number, unit: row.protectedIdentity ? '' : names.unit(row.reportingUnitId).name, caseStatus: row.status,
    waitsFor: waits?.waitsFor ?? null, waitsSince: waits?.waitsSince ?? null, waitsUntil: waits?.waitsUntil ?? null,
    overdue: isRowOverdue(row, now), stopped: row.stopped,
  };
};

/** A wait beside the lifecycle; since when it waits, its own execution says. */
const trackSummaryOf = (row: Watched, track: TrackOfCase, names: Names, now: string): ExecutionSummary => ({
  ...executionSummaryOf(row, names, now), id: executionName(row.id, track.generation, track.machine, track.run),
  waitsFor: track.awaits, waitsSince: null, waitsUntil: track.dueAt, overdue: track.dueAt < now, stopped: false,
});
/** The executions of a case that the list is about: the lifecycle's newest, and those of tracks that wait. */
const executionsOf = (row: Watched, filter: Query['filter'], names: Names, now: string): readonly ExecutionSummary[] => {
  const tracks = filter === undefined || filter === 'open' ? row.tracks.map((track) => trackSummaryOf(row, track, names, now)) : [];
  return filter === 'open' && !isOpen(row.status) ? tracks : [executionSummaryOf(row, names, now), ...tracks];
};

const byNumber = async (ports: StaffPorts, typed: string): Promise<readonly Watched[]> => {
  const number = parseCaseNumber(typed);
  const caseId = number === undefined ? undefined : await ports.cases.findByNumber(number);
  const loaded = caseId === undefined ? undefined : await ports.cases.load(caseId);
  if (!loaded) return [];
  return [watchedCase(loaded)];
};

/** A case that was loaded, as a row of an index. */
export const watchedCase = ({ case: concerned, waits, patientKey }: LoadedCase): Watched => {
  const { id, number, status, generation, overdue, stopped, responsible } = concerned;
  return {
    id, number, status, generation, overdue, stopped, responsible, patientKey, reportingUnitId: ourUnitOf(concerned), protectedIdentity: concerned.protectedIdentity, dueAt: isOpen(status) ? dueAt(concerned) : null, waits, tracks: tracksOf(concerned),
  };
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
  await ports.accessLog.recordAll(listEntries(caller, signedIn, 'list-executions', found.rows));
  const names = namesOf(signedIn.register);
  return { now, executions: found.rows.flatMap((row) => executionsOf(row, query.number === undefined ? query.filter ?? 'open' : undefined, names, now)), cursor: found.cursor };
};
