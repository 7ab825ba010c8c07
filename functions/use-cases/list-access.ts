import type { output } from 'zod/mini';
import type { AccessPage, listAccessQuery } from '../contracts/access-log.ts';
import { logScopeOf, mayReadLog, seesEntry, type LogScope } from '../domain/access-log.ts';
import { parseCaseNumber } from '../domain/case-number.ts';
import { NotAllowed } from '../domain/errors.ts';
import { accessViewOf, periodOf } from './access-view.ts';
import { namesOf } from './names.ts';
import type { AccessListing, AccessLogPorts, AccessRecord } from './ports-access-log.ts';
import type { StaffQuery } from './ports.ts';
import { accessedCase, accessEntry, signIn, type SignedIn } from './staff-access.ts';

type Query = output<typeof listAccessQuery>;
const pageSize = 50;
/** What a reader may not see is passed over; an answer comes after so many pages of it, with a cursor to go on from. */
const pagesAtMost = 10;

/** Which question answers it. Null: nothing can. */
const listingFor = async (ports: AccessLogPorts, query: Query, { register }: SignedIn, scope: LogScope): Promise<AccessListing | null> => {
  if (query.number !== undefined) {
    const number = parseCaseNumber(query.number);
    const caseId = number === undefined ? undefined : await ports.cases.findByNumber(number);
    return caseId === undefined ? null : { by: 'case', caseId };
  }
  if (query.user !== undefined) return { by: 'user', userId: query.user };
  if (query.unit !== undefined) return { by: 'unit', unitIds: [query.unit] };
  const own = new Set(register.organisations.filter((organisation) => organisation.own).map(({ id }) => id));
  const ourUnits = register.units.filter(({ organisationId }) => own.has(organisationId)).map(({ id }) => id);
  return { by: 'unit', unitIds: scope.everything || scope.fields.length > 0 ? ourUnits : scope.unitIds };
};

/** Reading a case's log is reading of the case. */
const aboutCase = async (ports: AccessLogPorts, listing: AccessListing | null) => {
  const loaded = listing?.by === 'case' ? await ports.cases.load(listing.caseId) : undefined;
  return loaded && { caseId: loaded.case.id, patientKey: loaded.patientKey, ...accessedCase(loaded.case) };
};

/**
 * L5: who looked at or changed which case, newest first. Without a case number it is what our own staff did. That somebody
 * reads the log is in the log. @throws UnknownUser, NotAllowed, CursorInvalid
 */
export const listAccess = async (ports: AccessLogPorts, { caller, query }: StaffQuery<Query>): Promise<AccessPage> => {
  const signedIn = await signIn(ports, caller);
  const scope = logScopeOf(signedIn.member);
  if (!mayReadLog(scope)) throw new NotAllowed('no-need-to-know');
  const listing = await listingFor(ports, query, signedIn, scope);
  await ports.accessLog.record({ ...accessEntry(caller, signedIn, 'list-access', 'list', null), ...(await aboutCase(ports, listing)) });
  if (listing === null) return { now: caller.now, accesses: [], cursor: null };
  const wanted = (entry: AccessRecord): boolean => seesEntry(scope, entry)
    && (query.user === undefined || entry.userId === query.user) && (query.unit === undefined || entry.unitId === query.unit);
  const found: AccessRecord[] = [];
  let { cursor }: { cursor?: string | undefined } = query;
  for (let page = 0; page < pagesAtMost; page += 1) {
    const answer = await ports.accessReader.list(listing, { ...periodOf(query), limit: pageSize, cursor });
    found.push(...answer.rows.filter(wanted));
    cursor = answer.cursor ?? undefined;
    if (cursor === undefined || found.length >= pageSize) break;
  }
  const names = namesOf(signedIn.register);
  return { now: caller.now, accesses: found.map((entry) => accessViewOf(entry, names, scope)), cursor: cursor ?? null };
};
