import type { output } from 'zod/mini';
import type { CaseList as CaseListView, CaseSummary, listCasesQuery } from '../contracts/case.ts';
import { inboxScopes, insightInto, isInScope, managedUnits, personsOf, type StaffMember } from '../domain/access.ts';
import type { Case } from '../domain/case.ts';
import { isRecurring } from '../domain/statistics/recurrence.ts';
import { parseCaseNumber } from '../domain/case-number.ts';
import { dueAt } from '../domain/due.ts';
import { InvalidInput, NotAllowed } from '../domain/errors.ts';
import { otherPartyOf, ourUnitOf } from '../domain/parties.ts';
import { isHiddenInLists } from '../domain/protected-identity.ts';
import { isBefore, milliseconds } from '../domain/instant.ts';
import { endedStatuses, isOpen, openStatuses } from '../domain/transitions.ts';
import type { Status } from '../domain/vocabulary.ts';
import type { CaseList, CaseRow, PageRequest, StaffPorts, StaffQuery } from './ports.ts';
import type { Names } from './names.ts';
import { namesOf } from './names.ts';
import type { SignedIn } from './staff-access.ts';
import { listEntries, routineOf, signIn } from './staff-access.ts';

type Query = output<typeof listCasesQuery>;
const usualLimit = 25;

/** Passing a date counts at once, before the workflow has flagged it. */
export const isRowOverdue = (row: Pick<CaseRow, 'overdue' | 'dueAt'>, now: string): boolean =>
  row.overdue || (row.dueAt !== null && isBefore(row.dueAt, now));

type ListedRow = Omit<CaseRow, 'reporterId' | 'generation' | 'waits' | 'tracks' | 'patientKey'>;
/** L8: number and status alone. */
const hiddenSummaryOf = (row: ListedRow): CaseSummary => ({
  id: row.id, direction: row.direction, number: row.number, status: row.status, responsible: row.responsible, createdAt: row.createdAt, protectedIdentity: true,
  category: null, harm: null, counterpart: '', externalUnit: null, reportingUnit: '', dueAt: null, overdue: false, stopped: false, recurring: false,
});
export const summaryOf = (row: ListedRow, member: StaffMember, names: Names, now: string): CaseSummary => (isHiddenInLists(member, row) ? hiddenSummaryOf(row) : {
  protectedIdentity: row.protectedIdentity, id: row.id, direction: row.direction, number: row.number, status: row.status, category: row.category, harm: row.harm,
  counterpart: row.counterpartId === null ? '' : names.organisation(row.counterpartId).name,
  externalUnit: row.externalUnitId === null ? null : names.unit(row.externalUnitId).name,
  reportingUnit: names.unit(row.reportingUnitId).name,
  responsible: row.responsible, createdAt: row.createdAt, dueAt: row.dueAt, overdue: isRowOverdue(row, now), stopped: row.stopped, recurring: row.recurring,
});

/** The same of a case that was loaded whole. */
export const summaryOfCase = (seen: Case, member: StaffMember, names: Names, now: string): CaseSummary => summaryOf({
  ...seen, reportingUnitId: ourUnitOf(seen), counterpartId: otherPartyOf(seen), externalUnitId: seen.direction === 'outgoing' ? seen.externalUnitId : seen.report.partyUnitId,
  harm: seen.report.harm, category: seen.report.category, dueAt: isOpen(seen.status) ? dueAt(seen) : null, recurring: isRecurring(seen),
}, member, names, now);

/** Statuses to keep, and whether open or ended cases are asked for; `open` where nothing is said. */
const wanted = (status: Query['status']): { readonly open: boolean; readonly statuses?: readonly Status[] } => {
  if (status === undefined || status === 'open') return { open: true };
  return status === 'closed' ? { open: false } : { open: isOpen(status), statuses: [status] };
};
const reporterStatuses = (status: Query['status']): readonly Status[] | undefined => {
  if (status === undefined) return undefined;
  if (status === 'open') return openStatuses;
  return status === 'closed' ? endedStatuses : [status];
};

interface Plan {
  readonly list: CaseList | null;
  readonly statuses?: readonly Status[] | undefined;
  readonly dueBefore?: string;
  /** Cases the user investigates beside those of its roles. */
  readonly withAssigned: boolean;
  /** Those of the user's own roles as well. */
  readonly everyAssigned?: boolean;
  readonly keep?: (row: CaseRow) => boolean;
}

/** Which index answers the question, within what this user has a need to know. @throws NotAllowed, InvalidInput */
const planFor = (query: Query, { member }: SignedIn, now: string): Plan => {
  const scopes = inboxScopes(member);
  const { open, statuses } = wanted(query.status);
  switch (query.view) {
    case 'inbox':
      return { list: scopes.length > 0 ? { by: 'responsible', scopes, open } : null, statuses, withAssigned: true };
    case 'overdue':
      return { list: scopes.length > 0 ? { by: 'responsible', scopes, open: true } : null, statuses, dueBefore: now, withAssigned: true };
    case 'mine':
      return { list: { by: 'reporter', userId: member.id }, statuses: reporterStatuses(query.status), withAssigned: false };
    // V3: no index of its own; the cases that the user investigates are its first and only page.
    case 'watch':
      return { list: null, statuses, withAssigned: true, everyAssigned: true };
    case 'unit': {
      const { key } = query;
      const managed = managedUnits(member);
      // Whoever handles cases narrows its own by unit; a unit's whole list is its manager's.
      if (key !== undefined && !managed.includes(key) && scopes.some(({ unitIds }) => unitIds?.includes(key) ?? true)) {
        return { list: { by: 'unit', unitIds: [key], open }, statuses, withAssigned: false, keep: (row) => isInScope(scopes, row) };
      }
      const units = managed.filter((unitId) => key === undefined || unitId === key);
      if (units.length === 0) throw new NotAllowed('no-need-to-know');
      return { list: { by: 'unit', unitIds: units, open }, statuses, withAssigned: false };
    }
    case 'party': {
      if (scopes.length === 0) throw new NotAllowed('no-need-to-know');
      if (query.key === undefined) throw new InvalidInput({ pointer: '/key', code: 'counterpart-unknown' });
      return { list: { by: 'party', organisationId: query.key, open }, statuses, withAssigned: false, keep: (row) => isInScope(scopes, row) };
    }
  }
};

/** By the next date, those without one last; ended cases newest first. */
const inOrder = (rows: readonly CaseRow[], open: boolean): readonly CaseRow[] => rows.toSorted((one, other) => open
  ? (one.dueAt === null ? Infinity : milliseconds(one.dueAt)) - (other.dueAt === null ? Infinity : milliseconds(other.dueAt)) || 0
  : milliseconds(other.createdAt) - milliseconds(one.createdAt));

/** Cases this user leads or co-investigates, and those of whom it is acting substitute for. */
const assignedTo = async (ports: Pick<StaffPorts, 'cases' | 'registers'>, { member }: SignedIn): Promise<readonly CaseRow[]> => {
  const found = await Promise.all(personsOf(member).map((userId) => ports.cases.listAssigned(userId)));
  const each = [...new Map(found.flat().map((assigned) => [assigned.row.id, assigned])).values()];
  // Whoever was told of a reply in a role that has ended since has no need to know of it any more.
  const needed = await Promise.all(each.map(async (assigned) => insightInto(member, assigned.case, await routineOf(ports, assigned.case)) !== 'none'));
  return each.filter((_, index) => needed[index]).map(({ row }) => row);
};

/** At most one case, whatever the view, and only one that this user may see; others' numbers find nothing. */
const findByNumber = async (ports: StaffPorts, { caller }: StaffQuery<Query>, signedIn: SignedIn, typed: string): Promise<CaseListView> => {
  const number = parseCaseNumber(typed);
  const caseId = number === undefined ? undefined : await ports.cases.findByNumber(number);
  const loaded = caseId === undefined ? undefined : await ports.cases.load(caseId);
  const seen = loaded && insightInto(signedIn.member, loaded.case, await routineOf(ports, loaded.case)) !== 'none' ? loaded.case : undefined;
  await ports.accessLog.recordAll(listEntries(caller, signedIn, 'list-cases', seen && loaded ? [{ ...seen, patientKey: loaded.patientKey, reportingUnitId: ourUnitOf(seen) }] : []));
  const cases = seen ? [summaryOfCase(seen, signedIn.member, namesOf(signedIn.register), caller.now)] : [];
  return { now: caller.now, cases, cursor: null };
};

/**
 * Cases of a role (inbox, overdue), of oneself, of a unit or with a party; only what the user has a need to know. The
 * cases a user investigates outside its roles come with the first page. @throws UnknownUser, NotAllowed, InvalidInput, CursorInvalid
 */
export const listCases = async (ports: StaffPorts, { caller, query }: StaffQuery<Query>): Promise<CaseListView> => {
  const { now } = caller;
  const signedIn = await signIn(ports, caller);
  if (query.number !== undefined) return findByNumber(ports, { caller, query }, signedIn, query.number);
  const plan = planFor(query, signedIn, now);
  const page: PageRequest = { limit: query.limit === undefined ? usualLimit : Number(query.limit), cursor: query.cursor, statuses: plan.statuses, direction: query.direction, dueBefore: plan.dueBefore };
  const found = plan.list ? await ports.cases.list(plan.list, page) : { rows: [], cursor: null };
  const { open } = wanted(query.status);
  const scopes = inboxScopes(signedIn.member);
  const assigned = plan.withAssigned && query.cursor === undefined
    ? (await assignedTo(ports, signedIn)).filter((row) => (plan.everyAssigned === true || !isInScope(scopes, row))
      && (query.direction === undefined || row.direction === query.direction)
      && isOpen(row.status) === open && (plan.statuses?.includes(row.status) ?? true)
      && (plan.dueBefore === undefined || isRowOverdue(row, now)))
    : [];
  const kept = plan.keep ? found.rows.filter(plan.keep) : found.rows;
  const names = namesOf(signedIn.register);
  const rows = assigned.length > 0 ? inOrder([...assigned, ...kept], open) : kept;
  await ports.accessLog.recordAll(listEntries(caller, signedIn, 'list-cases', rows));
  return { now, cases: rows.map((row) => summaryOf(row, signedIn.member, names, now)), cursor: found.cursor };
};
