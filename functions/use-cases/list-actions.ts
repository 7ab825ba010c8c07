import type { output } from 'zod/mini';
import type { ActionList, listActionsQuery } from '../contracts/follow-up.ts';
import { inboxScopes, managedUnits, personsOf } from '../domain/access.ts';
import { localDate } from '../domain/calendar.ts';
import { NotAllowed } from '../domain/errors.ts';
import { isHiddenInLists } from '../domain/protected-identity.ts';
import { actionViewOf } from './case-parts-view.ts';
import { namesOf } from './names.ts';
import type { ActionListing, StaffPorts, StaffQuery } from './ports.ts';
import type { SignedIn } from './staff-access.ts';
import { listEntries, signIn } from './staff-access.ts';

type Query = output<typeof listActionsQuery>;
const usualLimit = 25;

/** Which of the register's lists answers, within what this user has a need to know. @throws NotAllowed */
const listingFor = (query: Query, { member }: SignedIn, now: string): ActionListing => {
  const done = query.state === 'done';
  // A manager's list is the units'.
  const scopes = inboxScopes(member).filter(({ role }) => role !== 'unitManager');
  const units = managedUnits(member).filter((unitId) => query.key === undefined || unitId === query.key);
  switch (query.view) {
    case 'mine':
      return { by: 'user', userIds: personsOf(member), done };
    case 'unit':
      if (units.length === 0) throw new NotAllowed('no-need-to-know');
      return { by: 'unit', unitIds: units, done };
    case 'overdue': {
      const dueBefore = localDate(now);
      if (scopes.length > 0) return { by: 'responsible', scopes, done: false, dueBefore };
      return units.length > 0 ? { by: 'unit', unitIds: units, done: false, dueBefore } : { by: 'user', userIds: personsOf(member), done: false, dueBefore };
    }
  }
};

/**
 * Actions across cases: mine, my units', or what is past its date among my roles' cases (a manager: among the units'; anyone
 * else: among one's own). @throws UnknownUser, NotAllowed, CursorInvalid
 */
export const listActions = async (ports: StaffPorts, { caller, query }: StaffQuery<Query>): Promise<ActionList> => {
  const signedIn = await signIn(ports, caller);
  const listing = listingFor(query, signedIn, caller.now);
  const found = await ports.cases.listActions(listing, { limit: query.limit === undefined ? usualLimit : Number(query.limit), cursor: query.cursor });
  await ports.accessLog.recordAll(listEntries(caller, signedIn, 'list-actions', found.rows.map(({ caseId, caseNumber, patientKey }) => ({ id: caseId, number: caseNumber, patientKey }))));
  const names = namesOf(signedIn.register);
  return {
    now: caller.now, cursor: found.cursor,
    actions: found.rows.map((row) => {
      const { caseId, caseNumber, action } = row;
      const hidden = isHiddenInLists(signedIn.member, row);
      return { ...actionViewOf(hidden ? { ...action, text: '', effect: '' } : action, names, caller.now), caseId, caseNumber, hidden };
    }),
  };
};
