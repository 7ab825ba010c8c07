import { describe, expect, it } from 'vitest';
import { caseActions, type CaseAction } from '../../../functions/contracts/case.ts';
import { staffMember } from '../../../functions/domain/access.ts';
import type { Case } from '../../../functions/domain/case.ts';
import { ladderActions } from '../../../functions/domain/escalation/words.ts';
import { permit } from '../../../functions/domain/permission.ts';
import type { Routine } from '../../../functions/domain/routine.ts';
import type { Role, Status } from '../../../functions/domain/vocabulary.ts';
import { incomingCaseViewOf } from '../../../functions/use-cases/incoming-case-view.ts';
import { caseViewOf } from '../../../functions/use-cases/case-view.ts';
import { ekdala, monday, vaxjo } from '../ekdala.ts';
import { incomingInStatus, incomingStatuses } from './incoming-case.ts';
import { inStatus } from './outgoing-case.ts';

/*
 * Role × action × status × routine, every combination, against tables that are written down here: who may (by what a person
 * is to the case), when (by status), and which of the routine's lists says so.
 */

/** Each is, to the case, one thing only. */
const people = {
  responsible: 'maj', administrator: 'hanna', lead: 'nils', coInvestigator: 'siri', actionHolder: 'frans', manager: 'enok', otherManager: 'rut',
  otherField: 'marta', harmDecider: 'saga', substituteToCome: 'moa', systemAdministrator: 'sixten', stranger: 'nobody',
} as const;
type Person = keyof typeof people;

/** The ladder has a table of its own (escalation/access.test.ts); this routine has no ladder. */
const isOfLadder = (action: string): boolean => ladderActions.some((each) => each === action);

const handlers = ['responsible', 'administrator'] as const satisfies Person[];
const handlersAndLead = [...handlers, 'lead'] as const satisfies Person[];
const investigators = [...handlersAndLead, 'coInvestigator'] as const satisfies Person[];
const list = (name: keyof Routine['incoming'] & `may${string}`) => ({ list: name });
interface Row {
  readonly who: readonly Person[];
  readonly when: readonly Status[];
  /** Handlers may only as a role in this list. */
  readonly list?: keyof Routine['incoming'];
}
const worked: Status[] = ['registered', 'needsInfo', 'handedOver', 'investigating', 'investigationDone', 'reopened'];
const open: Status[] = ['received', ...worked];
const followed: Status[] = [...worked, 'closed'];
// Serious harm is decided on before a report is rejected, so also before it is registered (L3).
const harmed: Status[] = ['received', ...followed];
const all: Status[] = [...incomingStatuses];
const incomingTable: Partial<Record<CaseAction, Row>> = {
  // MAR as well, as long as the assessment of harm waits for a review.
  'read-case': { who: [...investigators, 'actionHolder', 'manager', 'harmDecider'], when: all },
  'read-patient-reference': { who: investigators, when: all },
  'accept-deviation': { who: handlers, when: ['received'], ...list('mayRegister') },
  'assign-case': { who: handlers, when: worked, ...list('mayAssign') },
  'set-concerned-units': { who: handlers, when: worked, ...list('mayAssign') },
  'redirect-case': { who: handlers, when: ['registered', 'investigating', 'needsInfo', 'reopened'], ...list('mayAssign') },
  'add-investigators': { who: investigators, when: worked },
  'save-investigation': { who: investigators, when: ['registered', 'handedOver', 'investigating', 'needsInfo', 'reopened'] },
  'add-action': { who: investigators, when: followed },
  'change-action': { who: investigators, when: followed },
  'complete-action': { who: [...investigators, 'actionHolder'], when: followed },
  'request-information': { who: handlersAndLead, when: ['received', 'registered', 'handedOver', 'investigating'] },
  'provide-information': { who: handlersAndLead, when: ['needsInfo'] },
  'report-investigation-done': { who: handlersAndLead, when: ['investigating', 'reopened'] },
  'return-investigation': { who: handlers, when: ['investigationDone'], ...list('maySend') },
  'classify-case': { who: handlersAndLead, when: harmed },
  'set-breach': { who: handlersAndLead, when: worked },
  'edit-outgoing-text': { who: handlersAndLead, when: worked },
  'confirm-outgoing-text': { who: handlersAndLead, when: worked },
  // V7, V8: never the lead.
  'send-incoming-reply': { who: handlers, when: ['registered', 'handedOver', 'investigating', 'investigationDone', 'reopened'], ...list('maySend') },
  'reject-case': { who: handlers, when: ['received', 'registered', 'handedOver', 'investigating', 'needsInfo', 'reopened'], ...list('mayReject') },
  'record-pharmacy-notification': { who: investigators, when: worked },
  'record-effect-review': { who: handlersAndLead, when: ['closed'] },
  'record-harm-decision': { who: ['harmDecider'], when: harmed },
  'record-patient-information': { who: investigators, when: harmed },
  'assess-harm': { who: [...investigators, 'harmDecider'], when: harmed },
  // By the functions under whose law it is, never by whoever assessed (here the co-investigator).
  'review-harm': { who: ['harmDecider'], when: harmed },
  'record-staff-support': { who: [...investigators, 'manager'], when: followed },
  'record-feedback': { who: [...investigators, 'manager'], when: followed },
  'add-note': { who: investigators, when: all },
  'note-in-record': { who: investigators, when: all },
  'record-consent': { who: investigators, when: all },
  'withdraw-consent': { who: investigators, when: all },
  'set-patient-reference': { who: handlersAndLead, when: all },
  'move-to-patient-reference': { who: handlersAndLead, when: all },
  'reopen-case': { who: handlers, when: ['closed', 'rejected'], ...list('mayReopen') },
  'restart-lifecycle': { who: [...handlers, 'systemAdministrator'], when: open, ...list('maySend') },
  // G7, N4: roles of the routine that may read the case anyway; there is nothing open to change.
  'open-dispute': { who: [...handlers, 'harmDecider'], when: all },
  'change-dispute': { who: [], when: [] },
  'draft-event-description': { who: [...handlers], when: ['closed'] },
};

const harmAssessment = { harm: 'vardskada', seriousRisk: false, consequence: 4, probability: 2, note: '', by: people.coInvestigator, at: monday } as const;
/** A case that has everything that an action could be about. */
const incomingWithAll = (status: Status): Case => ({
  ...incomingInStatus(status), status, leadInvestigatorId: people.lead, coInvestigatorIds: [people.coInvestigator], hasPatientReference: true, stopped: true,
  consents: [{ id: 'consent-1', status: 'given', scope: ['identity'], recipientId: null, byTitle: 't', at: monday, recordedAt: monday }],
  report: { ...incomingInStatus(status).report, whatHappened: 'Gäller 19121212-1212.', harm: 'allvarligVardskada', legalBasis: 'sol', concernedUnitIds: ['hemsjukvard-norr'] },
  owningUnitId: 'mas-funktionen',
  actions: [{ id: 'action-1', kind: 'acute', text: 't', responsibleUserId: people.actionHolder, unitId: 'rehab', due: '2026-04-01', doneAt: null, effect: '' }],
  outgoingText: { text: 't', editedBy: 'maj', editedAt: monday, resolved: [] },
  pharmacy: { dueAt: monday, reference: '', reason: '' }, effectReviews: [{ number: 1, dueAt: monday, note: '' }], harmAssessment,
});

const without = (name: keyof Routine['incoming']): Routine => ({ ...vaxjo, incoming: { ...vaxjo.incoming, [name]: ['mar'] satisfies Role[] } });
const routines: [string, Routine, keyof Routine['incoming'] | null][] = [
  ['vaxjo', vaxjo, null],
  ...(['mayRegister', 'mayAssign', 'maySend', 'mayReject', 'mayReopen'] as const).map((name): [string, Routine, keyof Routine['incoming']] => [`without MAS in ${name}`, without(name), name]),
];

describe.each(routines)('incoming, %s', (_, routine, closedList) => {
  describe.each(incomingStatuses)('%s', (status) => {
    const concerned = incomingWithAll(status);
    it.each(Object.keys(people) as Person[])('%s', (person) => {
      const member = staffMember(ekdala, people[person], monday);
      const known = incomingTable['read-case']!.who.includes(person) && !(person === 'manager' && concerned.direction === 'incoming' && concerned.registeredAt === undefined);
      for (const action of caseActions) {
        const row = incomingTable[action];
        const given = permit(member, action, concerned, routine);
        const viaList = row?.list !== undefined && row.list === closedList && (handlers as readonly Person[]).includes(person);
        const may = row !== undefined && row.who.includes(person) && row.when.includes(status) && !viaList && (action !== 'read-case' || known);
        expect(given.allowed, `${person} ${action} in ${status}`).toBe(may);
        if (!given.allowed) expect(given.reason).toMatch(/^(?:no-need-to-know|not-in-routine|reporter-only|other-direction|wrong-status|nothing-to-do)$/);
        if (!given.allowed && row === undefined && !isOfLadder(action)) expect(given.reason).toBe('other-direction');
        if (!given.allowed && viaList) expect(given.reason).toBe('not-in-routine');
        if (!given.allowed && !known && row !== undefined && person !== 'systemAdministrator') expect(given.reason).toBe('no-need-to-know');
      }
    });
  });
});

it('never lets the lead investigator alone send, close or reject, whatever status and routine (V7, V8)', () => {
  for (const [, routine] of routines) for (const status of incomingStatuses) for (const action of ['send-incoming-reply', 'reject-case', 'close-case', 'reopen-case'] as const) {
    expect(permit(staffMember(ekdala, people.lead, monday), action, incomingWithAll(status), routine).allowed).toBe(false);
  }
});
it('lets the acting substitute do what the absent person may, from the first day to the last', () => {
  for (const [now, allowed] of [['2027-06-30T12:00:00Z', false], ['2027-07-01T12:00:00Z', true], ['2027-07-31T12:00:00Z', true], ['2027-08-01T12:00:00Z', false]] as const) {
    const moa = staffMember(ekdala, 'moa', now);
    expect(permit(moa, 'send-incoming-reply', incomingWithAll('investigationDone'), vaxjo).allowed).toBe(allowed);
    // As co-investigator in place of MAS, also of another field's case.
    expect(permit(moa, 'save-investigation', { ...incomingWithAll('investigating'), responsible: 'mar', coInvestigatorIds: ['maj'] } as Case, vaxjo).allowed).toBe(allowed);
  }
});

const outgoingStatuses = ['received', 'registered', 'needsInfo', 'sent', 'handedOver', 'acknowledged', 'replyReturned', 'answered', 'closed', 'reopened', 'withdrawn'] as const satisfies Status[];
const incomingOnly = caseActions.filter((action) => action in incomingTable && !['read-case', 'read-patient-reference', 'assign-case', 'request-information', 'provide-information', 'set-breach', 'classify-case', 'edit-outgoing-text', 'confirm-outgoing-text', 'add-note', 'note-in-record', 'reopen-case', 'restart-lifecycle',
  'add-action', 'change-action', 'complete-action', 'record-effect-review', 'record-harm-decision', 'record-patient-information',
  'record-consent', 'withdraw-consent', 'set-patient-reference', 'move-to-patient-reference', 'assess-harm', 'review-harm', 'record-staff-support', 'record-feedback', 'open-dispute', 'change-dispute', 'draft-event-description'].includes(action));

/** What an outgoing case shares with an incoming one. */
const outgoingOpen: Status[] = ['received', 'registered', 'needsInfo', 'sent', 'handedOver', 'acknowledged', 'replyReturned', 'answered', 'reopened'];
const outgoingFollowed: Status[] = [...outgoingOpen, 'closed'];
const outgoingTable: Partial<Record<CaseAction, Row>> = {
  'read-case': { who: [...investigators, 'actionHolder', 'manager', 'harmDecider'], when: [...outgoingFollowed, 'withdrawn'] },
  'assess-harm': { who: [...investigators, 'harmDecider'], when: outgoingFollowed },
  'review-harm': { who: ['harmDecider'], when: outgoingFollowed },
  'record-staff-support': { who: [...investigators, 'manager'], when: outgoingFollowed },
  'record-feedback': { who: [...investigators, 'manager'], when: outgoingFollowed },
  'classify-case': { who: handlersAndLead, when: outgoingFollowed },
  'set-breach': { who: handlersAndLead, when: outgoingOpen },
  'note-in-record': { who: [...handlersAndLead, 'manager'], when: [...outgoingFollowed, 'withdrawn'] },
  'complete-on-call': { who: [...handlersAndLead, 'manager'], when: ['received', 'registered', 'needsInfo', 'reopened'] },
  // Its owner changes it, who has no other part in the case.
  'open-dispute': { who: [], when: [] },
  'change-dispute': { who: [...handlers, 'harmDecider', 'otherManager'], when: [...outgoingFollowed, 'withdrawn'] },
  'draft-event-description': { who: [...handlers], when: ['closed'] },
  'set-not-ours': { who: handlersAndLead, when: ['received', 'registered', 'needsInfo', 'reopened'] },
  'record-dispatch': { who: handlersAndLead, when: ['sent', 'handedOver', 'acknowledged', 'replyReturned'] },
  'register-reply': { who: handlersAndLead, when: ['sent', 'handedOver', 'acknowledged', 'replyReturned'] },
  'add-action': { who: investigators, when: outgoingFollowed },
  'change-action': { who: investigators, when: outgoingFollowed },
  'complete-action': { who: [...investigators, 'actionHolder'], when: outgoingFollowed },
  'record-effect-review': { who: handlersAndLead, when: ['closed'] },
  'record-harm-decision': { who: ['harmDecider'], when: outgoingFollowed },
  // H9: the unit's manager decides how the patient is told.
  'record-patient-information': { who: [...investigators, 'manager'], when: outgoingFollowed },
  'record-consent': { who: handlersAndLead, when: [...outgoingFollowed, 'withdrawn'] },
  'withdraw-consent': { who: handlersAndLead, when: [...outgoingFollowed, 'withdrawn'] },
  'set-patient-reference': { who: handlersAndLead, when: [...outgoingFollowed, 'withdrawn'] },
  'move-to-patient-reference': { who: handlersAndLead, when: [...outgoingFollowed, 'withdrawn'] },
};
const outgoingWithAll = (status: Status): Case => ({
  ...inStatus(status), status, leadInvestigatorId: people.lead, coInvestigatorIds: [people.coInvestigator], reporterId: 'nobody-else',
  onCall: { automatic: true, applies: true, calendarIds: [], supplierIds: [], nurseOnDuty: 'unknown', doctorConsulted: 'yes', handoverConfirmed: 'yes' },
  report: { ...inStatus(status).report, whatHappened: 'Gäller 19121212-1212.', harm: 'allvarligVardskada', legalBasis: 'sol', unitId: 'hemsjukvard-norr' }, owningUnitId: 'mas-funktionen',
  actions: [{ id: 'action-1', kind: 'acute', text: 't', responsibleUserId: people.actionHolder, unitId: 'rehab', due: '2026-04-01', doneAt: null, effect: '' }],
  disputes: [{
    number: 1, subject: 'cost', about: 'a', counterpartId: 'sjoland', amount: null, owner: { kind: 'user', userId: people.otherManager }, openedAt: monday, openedBy: 'maj',
    visits: [{ number: 1, stage: 'lineManagers', enteredAt: monday, dueAt: monday, by: 'maj', reason: '' }],
  }],
  effectReviews: [{ number: 1, dueAt: monday, note: '' }],
  consents: [{ id: 'consent-1', status: 'given', scope: ['identity'], recipientId: 'sjoland', byTitle: 't', at: monday, recordedAt: monday }], harmAssessment,
});
describe.each(outgoingStatuses)('outgoing, %s', (status) => {
  it.each(Object.keys(people) as Person[])('%s', (person) => {
    const member = staffMember(ekdala, people[person], monday);
    for (const [action, row] of Object.entries(outgoingTable)) {
      expect(permit(member, action as CaseAction, outgoingWithAll(status), vaxjo).allowed, `${person} ${action}`).toBe(row.who.includes(person) && row.when.includes(status));
    }
  });
});

describe('the same table draws the buttons', () => {
  const source = (member: ReturnType<typeof staffMember>) => ({ events: [], member, routine: vaxjo, register: ekdala, now: monday });
  it.each([...outgoingStatuses])('outgoing, %s', (status) => {
    const concerned = inStatus(status);
    for (const userId of ['maj', 'hanna', 'enok', 'siri', 'nils', 'sixten']) {
      const member = staffMember(ekdala, userId, monday);
      const { allowed } = caseViewOf({ ...source(member), concerned });
      expect(allowed).toEqual(caseActions.filter((action) => permit(member, action, concerned, vaxjo).allowed));
      expect(allowed.filter((action) => incomingOnly.includes(action))).toEqual([]);
      for (const action of incomingOnly) expect(permit(member, action, concerned, vaxjo)).toEqual({ allowed: false, reason: 'other-direction' });
    }
  });
  it.each([...incomingStatuses])('incoming, %s', (status) => {
    const concerned = incomingWithAll(status);
    if (concerned.direction !== 'incoming') throw new Error('outgoing');
    for (const userId of Object.values(people)) {
      const member = staffMember(ekdala, userId, monday);
      expect(incomingCaseViewOf({ ...source(member), concerned }).allowed).toEqual(caseActions.filter((action) => permit(member, action, concerned, vaxjo).allowed));
    }
  });
});
