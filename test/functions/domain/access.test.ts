import { describe, expect, it } from 'vitest';
import { decideAccess, inboxScopes, insightInto, managedUnits, mayWatchExecutions, staffMember, type CaseActionName } from '../../../functions/domain/access.ts';
import { holdersOf } from '../../../functions/domain/role-holders.ts';
import { ekdala, monday, vaxjo } from '../ekdala.ts';
import { answered } from './outgoing-case.ts';

const concerned = { ...answered(), leadInvestigatorId: 'frans', coInvestigatorIds: ['rut'], sharedWith: ['nils'] };
const handling: CaseActionName[] = ['assign-case', 'set-external-unit', 'edit-outgoing-text', 'confirm-outgoing-text', 'request-information', 'renew-link', 'record-identity-call', 'return-reply', 'add-note', 'read-patient-reference'];
const deciding: CaseActionName[] = ['send-case', 'share-reply', 'close-case', 'reopen-case', 'decide-ask', 'withdraw-case', 'restart-lifecycle'];
const mending: CaseActionName[] = ['redrive-execution', 'stop-execution'];
const all: CaseActionName[] = ['read-case', 'provide-information', ...handling, ...deciding, ...mending];

/** User, what it is to this case, what it may do, as whom. */
const table: [string, string, CaseActionName[], string | null][] = [
  ['maj', 'MAS, responsible', ['read-case', ...handling, ...deciding], 'mas'],
  ['hanna', 'administrator on behalf of MAS', ['read-case', ...handling, ...deciding], 'mas'],
  ['frans', 'lead investigator', ['read-case', ...handling], null],
  ['rut', 'co-investigator', ['read-case', 'add-note'], null],
  ['enok', 'manager of the reporting unit', ['read-case', 'provide-information'], 'unitManager'],
  ['siri', 'reporter', ['read-case', 'provide-information'], null],
  ['nils', 'shared with', ['read-case'], null],
  ['marta', 'MAR, not her field', [], null],
  ['saga', 'SAS, not her field', [], null],
  ['ulla', 'investigator, not her field', [], null],
  ['moa', 'substitute, not yet acting', [], null],
  ['sixten', 'system administrator', ['redrive-execution', 'restart-lifecycle', 'stop-execution'], 'systemAdministrator'],
  ['stranger', 'nobody', [], null],
];

describe.each(table)('%s (%s)', (userId, _, allowed, principal) => {
  it.each(all)('%s', (action) => {
    const decision = decideAccess(staffMember(ekdala, userId, monday), action, concerned, vaxjo);
    expect(decision.allowed).toBe(allowed.includes(action));
    if (decision.allowed) expect(decision.principal).toBe(principal);
    else expect(decision.reason).toMatch(/^(no-need-to-know|not-in-routine|reporter-only)$/);
  });
});

describe('access follows routine, dates and substitutes', () => {
  it.each(['maySend', 'mayShare', 'mayClose', 'mayReopen', 'mayDecide'] as const)('%s is the routine’s', (list) => {
    const action = { maySend: 'send-case', mayShare: 'share-reply', mayClose: 'close-case', mayReopen: 'reopen-case', mayDecide: 'decide-ask' } as const;
    const routine = { ...vaxjo, outgoing: { ...vaxjo.outgoing, [list]: ['mar'] as const } };
    expect(decideAccess(staffMember(ekdala, 'maj', monday), action[list], concerned, routine)).toEqual({ allowed: false, reason: 'not-in-routine' });
  });
  it.each([
    ['moa', '2027-06-30T12:00:00Z', 'none'], ['moa', '2027-06-30T22:00:00Z', 'full'], ['moa', '2027-07-31T21:59:59Z', 'full'], ['moa', '2027-07-31T22:00:00Z', 'none'],
    ['maj', '2019-12-31T12:00:00Z', 'none'], ['maj', '2027-07-10T12:00:00Z', 'full'],
  ] as const)('%s at %s: %s', (userId, now, insight) => expect(insightInto(staffMember(ekdala, userId, now), { ...concerned, leadInvestigatorId: null }, vaxjo)).toBe(insight));
  it('tells the acting substitute instead of the holder', () => {
    expect(holdersOf(ekdala, 'mas', '2026-03-02')).toEqual(['maj']);
    expect(holdersOf(ekdala, 'mas', '2027-07-01')).toEqual(['moa']);
  });
  it('lets a reporter take back only what nobody has begun to handle', () => {
    const siri = staffMember(ekdala, 'siri', monday);
    expect(decideAccess(siri, 'withdraw-case', { ...concerned, status: 'received' }, vaxjo).allowed).toBe(true);
    expect(decideAccess(siri, 'withdraw-case', { ...concerned, status: 'registered' }, vaxjo).allowed).toBe(false);
  });
  it.each([
    ['hanna', ['mas', 'mar', 'investigator'], [], true], ['maj', ['mas'], [], false], ['enok', ['unitManager'], ['hemsjukvard-norr', 'nattpatrull'], false], ['sixten', [], [], true], ['siri', [], [], false],
  ] as const)('%s has the inboxes %j, the units %j, watches executions: %s', (userId, roles, units, watches) => {
    const member = staffMember(ekdala, userId, monday);
    expect(inboxScopes(member).map(({ role }) => role)).toEqual(roles);
    expect(managedUnits(member)).toEqual(units);
    expect(mayWatchExecutions(member)).toBe(watches);
  });
});
