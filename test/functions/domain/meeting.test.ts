import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../../functions/domain/calendar.ts';
import { demandStanding, standingAt } from '../../../functions/domain/meeting/access.ts';
import { builtAgenda, carriedFrom, forwardedCandidate, putBack, takenUp, type AgendaItem, type Candidate, type Forwarded } from '../../../functions/domain/meeting/agenda.ts';
import { addItem, demandOutcome, recordOutcome, removeItem, restoreItem } from '../../../functions/domain/meeting/agenda-changes.ts';
import { cancelMeeting, inviteToMeeting, isOver, lastAndNext, meetingOnDay, nextMeetingBy, planMeeting, rescheduleMeeting, sinceOf, type Meeting, type MeetingContext } from '../../../functions/domain/meeting/meeting.ts';
import { approveNotes, saveNotes } from '../../../functions/domain/meeting/notes.ts';
import type { Group, Register } from '../../../functions/domain/register.ts';
import { decidesAs, decisionOf, type DeepAnalysis } from '../../../functions/domain/deep-analysis/deep-analysis.ts';
import { seesAnalysis } from '../../../functions/domain/deep-analysis/access.ts';
import { effectiveRoles } from '../../../functions/domain/role-holders.ts';
import { context, inStatus } from './outgoing-case.ts';
import { deidentifiedTextOf } from '../../../functions/domain/meeting/folder.ts';
import { followUpAtMeeting } from '../../../functions/domain/meeting/follow-up.ts';
import { isOwnOrganisationOf } from '../../../functions/domain/meeting/audience.ts';
import { ekdala } from '../ekdala.ts';

/* H8, V13, N5: what a group's meeting is, day by day. */

const group: Group = {
  id: 'motet', name: 'Samverkansmötet', kind: 'collaborationMeeting', convenerUserId: 'enok',
  members: [{ userId: 'maj', from: '2020-01-01' }, { userId: 'rut', from: '2020-01-01', to: '2026-03-31' }], guests: [{ userId: 'ulla', from: '2026-03-15', to: '2026-03-20' }],
};
const other: Group = { ...group, id: 'analysen', name: 'Analysgruppen', kind: 'analysisGroup', guests: [] };
const register: Register = { ...ekdala, onCall: ekdala.onCall ?? { suppliers: [], calendar: [] }, areas: ekdala.areas ?? [], agreements: ekdala.agreements ?? [], mailTexts: [], groups: [group, other] };
const on = (today: LocalDate, actor = 'enok'): MeetingContext => ({ now: `${today}T09:00:00.000Z`, today, actor, register, group });
const of = (number: string): Candidate => ({ source: 'followUp', subject: { kind: 'case', caseId: `case-${number}`, number } });
const plan = { id: 'mote-1', date: '2026-03-20', from: '13:00', to: '14:30', place: 'Kommunhuset', videoLink: null, counterpartIds: [], since: '2025-12-20', inviteDays: 14, notesDueDays: 10 };
const planned = (today: LocalDate = '2026-02-01', candidates = [of('1'), of('2')]): Meeting => planMeeting(plan, candidates, on(today)).meeting;
const told = (outcome: { readonly outbox: readonly unknown[] } | null) => outcome?.outbox.map((entry) => (typeof entry === 'object' && entry !== null && 'mail' in entry && 'userId' in entry ? `${String(entry.mail)} ${String(entry.userId)}` : ''));

describe('planning', () => {
  it('invites nobody before the routine says so', () => {
    const { meeting, outbox, events } = planMeeting(plan, [of('1')], on('2026-02-01'));
    expect(outbox).toEqual([]);
    expect(meeting.invited).toEqual([]);
    expect(events.map(({ type }) => type)).toEqual(['planned']);
  });
  it('invites at once within those days: members and guests of the day, and not whoever planned it', () => {
    const outcome = planMeeting(plan, [], on('2026-03-10'));
    expect(told(outcome)).toEqual(['meetingInvitation maj', 'meetingInvitation rut', 'meetingInvitation ulla']);
    expect(outcome.meeting.invited).toEqual(['enok', 'maj', 'rut', 'ulla']);
  });
  it('asks nobody to a meeting that was held before it was entered', () => {
    expect(planMeeting(plan, [], on('2026-03-25')).outbox).toEqual([]);
  });
  it.each([
    ['no meeting before', undefined, '2025-12-20'],
    ['the day after the one before', { date: '2026-01-15' }, '2026-01-16'],
  ])('is about the time since: %s', (_, previous, since) => expect(sinceOf(previous, '2026-03-20', 3)).toBe(since));
  it.each([
    ['none yet', undefined, 6, '2026-03-20'],
    ['half a year', { date: '2025-08-31' }, 6, '2026-02-28'],
    ['a month', { date: '2026-01-31' }, 1, '2026-02-28'],
  ])('is due again: %s', (_, last, months, by) => expect(nextMeetingBy(last, months, '2026-03-20')).toBe(by));
  it('tells the last meeting from the next', () => {
    const [late, soon, cancelled] = [{ ...planned(), date: '2026-01-01' }, planned(), { ...planned(), date: '2026-03-19', state: 'cancelled' as const }];
    expect(lastAndNext([soon, cancelled, late], '2026-03-01')).toEqual({ last: late, next: soon });
  });
});

describe('what time does', () => {
  it.each<[string, LocalDate, Partial<Meeting>, readonly string[] | undefined]>([
    ['nothing yet', '2026-03-05', {}, undefined],
    ['invitations', '2026-03-06', {}, ['meetingInvitation enok', 'meetingInvitation maj', 'meetingInvitation rut', 'meetingInvitation ulla']],
    ['only those who came since', '2026-03-18', { invited: ['enok', 'maj', 'rut'] }, ['meetingInvitation ulla']],
    ['nothing once all are invited', '2026-03-20', { invited: ['enok', 'maj', 'rut', 'ulla'] }, undefined],
    ['nothing while the notes are in time', '2026-03-30', {}, undefined],
    ['a reminder of late notes', '2026-03-31', {}, ['meetingNotesDue enok']],
    ['one reminder alone', '2026-04-05', { notesRemindedAt: '2026-03-31T03:30:00.000Z' }, undefined],
    ['nothing of approved notes', '2026-04-05', { state: 'approved' }, undefined],
    ['nothing of a cancelled meeting', '2026-03-10', { state: 'cancelled' }, undefined],
  ])('%s', (_, today, changes, mails) => expect(told(meetingOnDay({ ...planned(), ...changes }, { ...on(today), actor: 'clock' }))).toEqual(mails));
  it('writes nothing where nobody is left to invite', () => expect(inviteToMeeting({ ...planned(), invited: ['enok', 'maj', 'rut', 'ulla'] }, on('2026-03-10'))).toBeNull());
});

describe('who sees and does what', () => {
  it.each<[string, LocalDate, string | null]>([
    ['enok', '2026-03-01', 'convener'], ['maj', '2026-03-01', 'member'], ['rut', '2026-03-31', 'member'], ['rut', '2026-04-01', null], ['siri', '2026-03-01', null],
    // A guest's access begins and ends by the clock.
    ['ulla', '2026-03-14', null], ['ulla', '2026-03-15', 'guest'], ['ulla', '2026-03-20', 'guest'], ['ulla', '2026-03-21', null],
  ])('%s on %s: %s', (userId, today, standing) => expect(standingAt(register, group, plan, userId, today)).toBe(standing));
  it('shows a guest no meeting of a day on which it is none', () => expect(standingAt(register, group, { date: '2026-03-25' }, 'ulla', '2026-03-16')).toBeNull());
  it.each([['convener', 'change-meeting', null], ['convener', 'record-meeting-outcome', null], ['member', 'read-meeting', null], ['guest', 'read-meeting', null], ['member', 'change-meeting', 'not-allowed'], ['guest', 'record-meeting-outcome', 'not-allowed'], ['member', 'plan-meeting', 'not-allowed'], [null, 'read-meeting', 'not-found'], [null, 'plan-meeting', 'not-found']] as const)('%s, %s: %s', (standing, action, code) => {
    if (code === null) expect(demandStanding(standing, action)).toBe(standing);
    else expect(() => demandStanding(standing, action)).toThrow(expect.objectContaining({ code }));
  });
});

describe('the agenda', () => {
  it('holds each subject once, leaves what stands, and says how many did not fit', () => {
    const first = builtAgenda([], [of('1'), of('2'), { ...of('1'), source: 'sinceLast' }]);
    expect(first.items.map(({ id, source }) => [id, source])).toEqual([['i1', 'followUp'], ['i2', 'followUp']]);
    const many = builtAgenda(first.items, Array.from({ length: 80 }, (_, index) => of(String(index))));
    expect([many.items.length, many.left, many.added]).toEqual([60, 20, 58]);
  });
  it('takes back from the meeting before what was put off or not taken up, and nothing that was removed', () => {
    const said = { by: 'enok', at: '2026-03-20T13:00:00.000Z', note: '' };
    const items: readonly AgendaItem[] = [
      { ...of('1'), id: 'i1', outcome: { ...said, outcome: 'carried' } }, { ...of('2'), id: 'i2' }, { ...of('3'), id: 'i3', outcome: { ...said, outcome: 'handled' } }, { ...of('4'), id: 'i4', removed: { ...said, reason: 'x' } },
    ];
    expect(carriedFrom(items).map(({ subject }) => subject)).toEqual([of('1').subject, of('2').subject]);
  });
  it('loses nothing that another group forwarded: what found no room, was struck or was said of waits, and what stands already says why it came', () => {
    const waiting = (number: string): Forwarded => ({ groupId: 'motet', meetingId: 'mote-0', itemId: 'i1', subject: of(number).subject, fromGroupId: 'analysen', reason: 'Vår fråga', by: 'maj', at: '2026-02-01T08:00:00.000Z' });
    const [one, two, third] = [waiting('1'), waiting('2'), waiting('3')];
    const { items } = builtAgenda([{ ...of('1'), id: 'i1' }, { ...of('2'), id: 'i2', removed: { by: 'enok', at: '2026-02-01T08:00:00.000Z', reason: 'x' } }], [one, two, third].map(forwardedCandidate));
    expect(items[0]).toMatchObject({ source: 'followUp', reason: 'Vår fråga', fromGroupId: 'analysen' });
    expect(takenUp(items, [one, two, third])).toEqual([one, third]);
    const full = builtAgenda(Array.from({ length: 60 }, (_, index) => ({ ...of(`f${index}`), id: `i${index + 1}` })), [forwardedCandidate(third)]);
    expect([full.left, takenUp(full.items, [third])]).toEqual([1, []]);
  });
  it('puts back what was forwarded or added when the meeting is cancelled', () => {
    const added = addItem(planned('2026-02-01', [of('1'), { ...of('2'), source: 'forwarded', reason: 'Vår fråga', by: 'maj', fromGroupId: 'analysen' }]), { subject: { kind: 'matter', title: 'Ny rutin' }, reason: 'Efter semestern' }, on('2026-02-02')).meeting;
    const back = putBack(added, '2026-02-03T09:00:00.000Z');
    expect(back.map(forwardedCandidate)).toEqual([
      { source: 'forwarded', subject: of('2').subject, reason: 'Vår fråga', by: 'maj', fromGroupId: 'analysen' }, { source: 'added', subject: { kind: 'matter', title: 'Ny rutin' }, reason: 'Efter semestern', by: 'enok' },
    ]);
  });
  it('has nothing left over from a meeting whose day has not passed', () => {
    expect([isOver({ date: '2026-03-20', state: 'planned' }, '2026-03-20'), isOver({ date: '2026-03-20', state: 'planned' }, '2026-03-21'), isOver({ date: '2026-03-20', state: 'approved' }, '2026-03-20')]).toEqual([false, true, true]);
  });
  it('is added to and removed from with a reason, and what was removed does not come back by itself', () => {
    const added = addItem(planned(), { subject: { kind: 'matter', title: 'Ny rutin' }, reason: 'Efter semestern' }, on('2026-02-02')).meeting;
    expect(added.items.at(-1)).toMatchObject({ id: 'i3', source: 'added', by: 'enok', reason: 'Efter semestern' });
    expect(() => addItem(added, { subject: of('1').subject, reason: 'x' }, on('2026-02-02'))).toThrow(expect.objectContaining({ code: 'already-there' }));
    const removed = removeItem(added, 'i1', 'Redan klart', on('2026-02-03')).meeting;
    expect(builtAgenda(removed.items, [of('1')]).added).toBe(0);
    expect(() => removeItem(removed, 'i1', 'igen', on('2026-02-03'))).toThrow(expect.objectContaining({ code: 'already-there' }));
    expect(restoreItem(removed, 'i1', on('2026-02-03')).meeting.items[0]).not.toHaveProperty('removed');
    expect(() => removeItem(removed, 'i9', 'x', on('2026-02-03'))).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});

describe('an outcome', () => {
  const held = planned();
  const says = (outcome: 'wantedResult' | 'notWantedResult' | 'handled' | 'carried' | 'forwarded', more = {}) => ({ itemId: 'i1', outcome, note: 'Klart.', ...more });
  it.each([
    ['before the day', held, says('handled'), '2026-03-19', 'wrong-status'],
    ['of a cancelled meeting', { ...held, state: 'cancelled' as const }, says('handled'), '2026-03-20', 'wrong-status'],
    ['of approved notes', { ...held, state: 'approved' as const }, says('handled'), '2026-03-20', 'wrong-status'],
    ['of no item', held, { ...says('handled'), itemId: 'i7' }, '2026-03-20', 'not-found'],
    ['forwarded to nobody', held, says('forwarded'), '2026-03-20', 'unit-unknown'],
    ['forwarded to itself', held, says('forwarded', { toGroup: group }), '2026-03-20', 'unit-unknown'],
    ['forwarded without a reason', held, says('forwarded', { toGroup: other, note: '' }), '2026-03-20', 'reason-missing'],
    ['a result of what is no case', { ...held, items: [{ id: 'i1', source: 'added' as const, subject: { kind: 'matter' as const, title: 'x' } }] }, says('wantedResult'), '2026-03-20', 'already-there'],
  ])('is refused %s', (_, meeting, command, today, code) => expect(() => demandOutcome(meeting, command, today)).toThrow(expect.objectContaining({ code })));
  it('may be said anew while nothing has begun by it', () => {
    const once = recordOutcome(held, says('carried'), on('2026-03-20')).meeting;
    expect(recordOutcome(once, says('handled'), on('2026-03-20')).meeting.items[0]?.outcome).toMatchObject({ outcome: 'handled' });
    const final = recordOutcome(held, says('notWantedResult', { actionId: 'action-2', reviewDueAt: '2026-06-18T06:00:00.000Z' }), on('2026-03-20')).meeting;
    expect(() => recordOutcome(final, says('handled'), on('2026-03-20'))).toThrow(expect.objectContaining({ code: 'already-there' }));
  });
  it('forwarded, waits for the other group', () => {
    const { forwarded, meeting } = recordOutcome(held, says('forwarded', { toGroup: other }), on('2026-03-20'));
    expect(forwarded).toMatchObject({ groupId: 'analysen', fromGroupId: 'motet', reason: 'Klart.', subject: of('1').subject });
    expect(meeting.items[0]?.outcome).toMatchObject({ outcome: 'forwarded', toGroupId: 'analysen' });
  });
});

describe('an outcome of a case', () => {
  const said = { meetingId: 'mote-1', groupId: 'motet', date: '2026-06-20', outcome: 'notWantedResult', note: 'Hände igen.' } as const;
  const asConvener = context({ now: '2026-06-20T09:00:00.000Z', actor: 'enok', principal: 'convener' });
  const action = { text: 'Utbildning', responsibleUserId: 'rut', due: '2026-09-01' };
  const closed = { ...inStatus('closed'), steps: { effectReviewDue: '2026-06-01T07:00:00.000Z' } };
  const reviewed = { ...closed, effectReviews: [{ number: 1, dueAt: '2026-06-01T07:00:00.000Z', note: '' }] };
  it('without the wanted result needs a new action', () => {
    expect(() => followUpAtMeeting(reviewed, { wantedResult: false }, said, asConvener)).toThrow(expect.objectContaining({ code: 'new-action-missing' }));
  });
  it('ends the review under way and starts the next, with the new action', () => {
    const outcome = followUpAtMeeting(reviewed, { wantedResult: false, action }, said, asConvener);
    expect(outcome?.case).toMatchObject({ effectReviews: [{ number: 1, wantedResult: false, note: 'Hände igen.' }, { number: 2 }], actions: [{ text: 'Utbildning', responsibleUserId: 'rut', due: '2026-09-01' }], steps: {} });
    expect(outcome?.events.map(({ type, principal }) => [type, principal])).toEqual([['effectReviewed', 'convener'], ['actionAdded', 'convener'], ['meetingHeld', 'convener']]);
    expect(new Set(outcome?.events.map(({ id }) => id)).size).toBe(3);
    expect(outcome?.outbox).toContainEqual(expect.objectContaining({ kind: 'start', machine: 'effect-review', generation: 2 }));
  });
  it('ends the review under way with the wanted result', () => {
    expect(followUpAtMeeting(reviewed, { wantedResult: true }, { ...said, outcome: 'wantedResult' }, asConvener)?.case.effectReviews).toMatchObject([{ number: 1, wantedResult: true }]);
  });
  it('starts a review where nobody reviewed the effect', () => {
    const outcome = followUpAtMeeting(closed, { wantedResult: false, action }, said, asConvener);
    expect(outcome?.case.effectReviews).toMatchObject([{ number: 1 }]);
    expect(outcome?.outbox).toContainEqual(expect.objectContaining({ kind: 'start', machine: 'effect-review' }));
  });
  it('adds the action to an open case, whose closing starts the review', () => {
    const outcome = followUpAtMeeting(inStatus('answered'), { wantedResult: false, action }, said, asConvener);
    expect(outcome?.case).toMatchObject({ status: 'answered', actions: [{ text: 'Utbildning' }], effectReviews: [] });
  });
  it('leaves a case as it is where nothing is to be done', () => expect(followUpAtMeeting(closed, { wantedResult: true }, said, asConvener)).toBeNull());
  it('is refused of a case that was withdrawn', () => expect(() => followUpAtMeeting(inStatus('withdrawn'), { wantedResult: false, action }, said, asConvener)).toThrow(expect.objectContaining({ code: 'wrong-status' })));
});

describe('what a group sees of a case', () => {
  const text = { text: 'Listan saknades.', editedBy: 'maj', editedAt: '2026-03-02T09:00:00.000Z', resolved: [] };
  it.each([
    ['nothing written', null, null], ['not confirmed', text, null], ['confirmed as identified', { ...text, confirmedAt: '2026-03-02T09:10:00.000Z', form: 'identified' as const }, null],
    ['confirmed as de-identified', { ...text, confirmedAt: '2026-03-02T09:10:00.000Z', form: 'deidentified' as const }, 'Listan saknades.'],
  ])('%s', (_, outgoingText, shown) => expect(deidentifiedTextOf({ outgoingText }, 'motet')).toBe(shown));
  it('tells ours from others', () => expect([isOwnOrganisationOf(register, 'maj'), isOwnOrganisationOf({ ...register, users: [{ ...ekdala.users[0]!, id: 'utifran', unitId: 'bjorken' }] }, 'utifran')]).toEqual([true, false]));
});

describe('time, place and end', () => {
  it('tells those who are invited of another time, also whoever is not to come then', () => {
    const invited = { ...planned(), invited: ['enok', 'maj', 'rut', 'ulla'] };
    expect(told(rescheduleMeeting(invited, { ...plan, date: '2026-04-10' }, on('2026-03-10')))).toEqual(['meetingChanged maj', 'meetingChanged rut', 'meetingChanged ulla']);
  });
  it('is cancelled with word to the invited, but not once it has been held', () => {
    expect(told(cancelMeeting({ ...planned(), invited: ['enok', 'maj'] }, 'Sjukdom', on('2026-03-10')))).toEqual(['meetingCancelled maj']);
    const held = recordOutcome(planned(), { itemId: 'i1', outcome: 'handled', note: '' }, on('2026-03-20')).meeting;
    expect(() => cancelMeeting(held, 'x', on('2026-03-21'))).toThrow(expect.objectContaining({ code: 'wrong-status' }));
  });
});

describe('notes', () => {
  it('are saved whatever they say, and approved only when nothing tells who somebody is', () => {
    expect(() => approveNotes(planned(), on('2026-03-20'))).toThrow(expect.objectContaining({ code: 'text-not-confirmed' }));
    const named = saveNotes(planned(), { text: 'Patienten 19121212-1212 togs upp.' }, on('2026-03-20')).meeting;
    expect(() => approveNotes(named, on('2026-03-20'))).toThrow(expect.objectContaining({ code: 'personal-number-in-text' }));
    const neutral = saveNotes(named, { text: 'Listan saknades igen.' }, on('2026-03-20')).meeting;
    expect(() => approveNotes(neutral, on('2026-03-19'))).toThrow(expect.objectContaining({ code: 'wrong-status' }));
    const approved = approveNotes(neutral, on('2026-03-20'));
    expect(approved.meeting).toMatchObject({ state: 'approved', approved: { by: 'enok' } });
    expect(told(approved)).toEqual(['meetingNotesApproved maj', 'meetingNotesApproved rut', 'meetingNotesApproved ulla']);
    // Locked.
    expect(() => saveNotes(approved.meeting, { text: 'Annat.' }, on('2026-03-21'))).toThrow(expect.objectContaining({ code: 'wrong-status' }));
    expect(() => addItem(approved.meeting, { subject: { kind: 'matter', title: 'x' }, reason: 'x' }, on('2026-03-21'))).toThrow(expect.objectContaining({ code: 'wrong-status' }));
  });
});

describe('a deep analysis', () => {
  const roles = ['mas', 'mar', 'sas'] as const;
  const voices = (...said: readonly boolean[]) => said.map((approved, index) => ({ role: roles[index] ?? 'mas', approved }));
  it.each([
    ['first', [], null], ['first', [true], true], ['first', [false, true], false],
    ['majority', [true], null], ['majority', [true, true], true], ['majority', [false, false], false], ['majority', [true, false], null], ['majority', [true, false, true], true],
    ['all', [true, true], null], ['all', [true, true, true], true], ['all', [true, false], false],
  ] as const)('by %s of %j: %s', (voting, said, decision) => expect(decisionOf({ voting }, voices(...said), roles)).toBe(decision));
  it('is not kept waiting by a role that nobody holds', () => {
    expect(decisionOf({ voting: 'all' }, voices(true, true), ['mas', 'mar'])).toBe(true);
    expect(decisionOf({ voting: 'majority' }, voices(false), ['mas', 'mar'])).toBe(false);
  });
  const rule = { decidedBy: roles, voting: 'majority', dueDays: 60 } as const;
  const rolesOf = (userId: string) => effectiveRoles(register, userId, '2026-03-20');
  it.each([['maj', ['mas']], ['saga', ['sas']], ['hanna', ['mas', 'mar']], ['siri', []], ['ulla', []]])('is decided by %s as %j', (userId, as) => expect(decidesAs(rule, rolesOf(userId))).toEqual(as));
  const analysis: Pick<DeepAnalysis, 'rule' | 'proposedBy' | 'ownerUserId' | 'state'> = { rule, proposedBy: 'siri', ownerUserId: 'frans', state: 'proposed' };
  it.each([
    ['siri', [], false, 'proposed', true], ['frans', [], false, 'accepted', true], ['maj', [], false, 'proposed', true], ['nils', [], true, 'proposed', true], ['nils', [], false, 'accepted', false],
    ['rut', ['analysisGroup'], false, 'proposed', false], ['rut', ['analysisGroup'], false, 'accepted', true], ['rut', ['deviationGroup'], false, 'done', false],
  ] as const)('is seen by %s (%j, reads the case: %s) when %s: %s', (userId, groups, readsCase, state, sees) =>
    expect(seesAnalysis({ userId, roles: rolesOf(userId), groups, readsCase }, { ...analysis, state })).toBe(sees));
});
