import type { output } from 'zod/mini';
import type { DisputeList, listDisputesQuery } from '../contracts/dispute.ts';
import { namesOf } from './names.ts';
import type { DisputePorts } from './ports-dispute.ts';
import type { LoadedCase, StaffQuery } from './ports.ts';
import { disputeViewsOf } from './dispute-view.ts';
import { visibleDisputes } from './read-dispute.ts';
import { listEntries, routineOf, signIn } from './staff-access.ts';

const atATime = 25;
/** Where most are others' it reads on for as long as this, and says where it stopped. */
const pagesAtMost = 8;

/** Disputes across cases: those that this user owns, and those of cases that it may read. @throws UnknownUser, CursorInvalid */
export const listDisputes = async (ports: DisputePorts, { caller, query }: StaffQuery<output<typeof listDisputesQuery>>): Promise<DisputeList> => {
  const signedIn = await signIn(ports, caller);
  const names = namesOf(signedIn.register);
  const shownOf = async (caseIds: readonly string[]) => (await Promise.all(caseIds.map((caseId) => ports.cases.load(caseId)))).filter((each): each is LoadedCase => each !== undefined).map(async (each) => {
    const concerned = each.case;
    const routine = await routineOf(ports, concerned);
    const seen = visibleDisputes(concerned, signedIn, routine);
    const views = seen === undefined ? [] : disputeViewsOf(seen, names, routine, caller.now, seen.hidden).filter(({ ended }) => (ended === null) === (query.state === 'open'));
    return { each, rows: views.map((view) => ({ ...view, caseId: concerned.id, caseNumber: concerned.number })) };
  });
  const withRows: Awaited<Awaited<ReturnType<typeof shownOf>>[number]>[] = [];
  let { cursor } = query;
  for (let page = 0; page < pagesAtMost && withRows.length < atATime; page += 1) {
    const found = await ports.disputes.list(query.state, { limit: atATime, cursor });
    withRows.push(...(await Promise.all(await shownOf(found.rows))).filter(({ rows }) => rows.length > 0));
    cursor = found.cursor ?? undefined;
    if (cursor === undefined) break;
  }
  await ports.accessLog.recordAll(listEntries(caller, signedIn, 'list-disputes', withRows.map(({ each }) => ({ id: each.case.id, number: each.case.number, patientKey: each.patientKey }))));
  return { now: caller.now, cursor: cursor ?? null, disputes: withRows.flatMap(({ rows }) => rows) };
};
