import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../functions/domain/command.ts';
import { isKnownError } from '../../../functions/domain/errors.ts';
import type { IncomingCase } from '../../../functions/domain/incoming-case.ts';
import { rejectCase, reopenIncoming, replyBlocksOf, sendIncomingReply } from '../../../functions/domain/incoming/ending.ts';
import { recordEffectReview } from '../../../functions/domain/follow-up/effect-review.ts';
import { acceptDeviation, file, registerDeviation } from '../../../functions/domain/incoming/filing.ts';
import { answerForFiler, askFiler, editIncomingText, recordPharmacyNotification } from '../../../functions/domain/incoming/handling.ts';
import { recordHarmDecision, recordPatientInformation } from '../../../functions/domain/harm/recording.ts';
import { reportInvestigationDone, returnInvestigation, saveInvestigation } from '../../../functions/domain/incoming/investigating.ts';
import { addAction, completeAction } from '../../../functions/domain/follow-up/actions.ts';
import { addInvestigators, assignIncoming, redirectCase, setConcernedUnits } from '../../../functions/domain/incoming/people.ts';
import { takeClockStep } from '../../../functions/domain/clock-step.ts';
import { readLifecycle } from '../../../functions/domain/lifecycle.ts';
import { informationPoints } from '../../../functions/domain/vocabulary.ts';
import { ekdala, monday, vaxjo } from '../ekdala.ts';
import { accepted, closed, dressing, filed, incomingContext, investigating, investigationDone, led, pharmacyNotified, ready, registered, textConfirmed } from './incoming-case.ts';

const mails = (outcome: Outcome) => outcome.outbox.flatMap((entry) => (entry.kind === 'mail'
  ? [`${entry.mail} → ${entry.recipient.kind === 'user' ? entry.recipient.userId : entry.recipient.kind}${entry.linkEpoch === undefined ? '' : ` e${entry.linkEpoch}`}`] : []));
const starts = (outcome: Outcome) => outcome.outbox.flatMap((entry) => (entry.kind === 'start' ? [entry.executionName] : []));
const signals = (outcome: Outcome) => outcome.outbox.flatMap((entry) => (entry.kind === 'signal' ? [entry.machine] : []));
const codeOf = (attempt: () => unknown): string => {
  try {
    attempt();
  } catch (error) {
    if (isKnownError(error)) return error.code;
    throw error;
  }
  return 'done';
};
const asEnok = incomingContext({ actor: 'enok', principal: null });
const identity = { caseId: 'i1', number: 'K7H-4F2K', hasPatientReference: false, receivedAt: monday };
const register = (report: Partial<typeof dressing>, principal: 'mas' | 'investigator' = 'mas', more: { receivedAt?: string; filer?: { mailbox: string | null; language: 'sv' }; actor?: string } = {}) => registerDeviation(
  { ...identity, receivedAt: more.receivedAt ?? monday, report: { ...dressing, ...report }, source: { kind: 'administrator', filer: more.filer ?? { mailbox: null, language: 'sv' } } },
  principal, incomingContext({ actor: more.actor ?? 'hanna', principal }),
);

describe('filing and registration', () => {
  it('by a party: its unit gets the receipt, those responsible are told, the clock starts', () => {
    const outcome = file({ ...identity, report: dressing, source: { kind: 'party', registeredBy: null, principal: null, filer: { mailbox: null, language: 'sv' } } }, incomingContext({ actor: 'external', principal: null }));
    expect(outcome.case).toMatchObject({ status: 'received', responsible: 'mas', owningUnitId: 'mas-funktionen', coInvestigatorIds: [], handleBy: '2026-03-09T22:59:59.000Z', replyBy: '2026-04-01T21:59:59.000Z' });
    expect(mails(outcome)).toEqual(['filed → filer e1', 'incoming → maj']);
    expect(starts(outcome)).toEqual(['i1-1']);
  });
  it('V2, V3: by an administrator for MAS, who becomes co-investigator; both stand in the log', () => {
    const outcome = register({});
    expect(outcome.case).toMatchObject({ status: 'registered', registeredAt: monday, coInvestigatorIds: ['maj'], owningUnitId: 'mas-funktionen', source: { registeredBy: 'hanna', principal: 'mas' } });
    expect(outcome.events[0]).toMatchObject({ type: 'registered', actor: 'hanna', principal: 'mas' });
    expect(mails(outcome)).toEqual(['filed → filer e1', 'assigned → maj']);
    expect(register({}, 'mas', { actor: 'maj' }).case.coInvestigatorIds).toEqual(['maj']);
  });
  it('V4: a contractor with agreement: only Utredare registers, the unit owns at once, MAS is not assigned', () => {
    const linden = { partyOrganisationId: 'linden', partyUnitId: 'linden-hemtjanst', concernedUnitIds: ['nattpatrull'] };
    expect(codeOf(() => register(linden))).toBe('principal-not-registering');
    const outcome = register(linden, 'investigator', { actor: 'ulla' });
    expect(outcome.case).toMatchObject({ responsible: 'investigator', owningUnitId: 'nattpatrull', coInvestigatorIds: ['ulla'], leadInvestigatorId: null });
    expect(mails(outcome).join(' ')).not.toContain('maj');
    // Registered after being filed by the contractor itself: the same.
    const later = acceptDeviation(filed(linden), { principal: 'investigator', legalBasis: 'hsl', category: 'nursingCare', harm: 'risk', seriousRisk: false, concernedUnitIds: ['nattpatrull'] }, incomingContext({ actor: 'ulla', principal: 'investigator' }));
    expect(later.case).toMatchObject({ status: 'registered', responsible: 'investigator', owningUnitId: 'nattpatrull', coInvestigatorIds: ['ulla'] });
  });
  it.each([
    [{ legalBasis: 'unknown' }, 'legal-basis-missing'], [{ concernedUnitIds: [] }, 'concerned-unit-missing'], [{ concernedUnitIds: ['bjorken'] }, 'unit-unknown'],
    [{ partyOrganisationId: 'ekdala', partyUnitId: null }, 'party-unknown'], [{ partyUnitId: 'linden-hemtjanst' }, 'party-unknown'], [{ happenedAt: '2026-03-03T09:00:00.000Z' }, 'happened-in-future'],
  ] as const)('refuses to register %j: %s', (report, code) => expect(codeOf(() => register(report as Partial<typeof dressing>))).toBe(code));
  it.each([
    [{ receivedAt: '2026-03-03T09:00:00.000Z' }, 'date-in-future'], [{ receivedAt: '2026-02-01T09:00:00.000Z' }, 'received-before-happened'],
    [{ filer: { mailbox: 'annan@mejl.example', language: 'sv' as const } }, 'mailbox-wrong'], [{ filer: { mailbox: 'bjorken@bjorken.example', language: 'sv' as const } }, 'done'],
  ])('and %j: %s', (more, code) => expect(codeOf(() => register({}, 'mas', more))).toBe(code));
  it('the clock of what came by post counts from when it came', () => {
    expect(register({}, 'mas', { receivedAt: '2026-02-27T10:00:00.000Z' }).case.replyBy).toBe('2026-03-29T21:59:59.000Z');
  });
  it('L3: serious harm is told at once, to whom the law says', () => {
    expect(mails(register({ harm: 'allvarligVardskada' }, 'mas'))).toContain('seriousHarm → maj');
    expect(mails(register({ seriousRisk: true, legalBasis: 'sol' }, 'mas'))).toContain('seriousHarm → saga');
  });
});

describe('people, units, information', () => {
  it('V5: the lead is named, the case is under investigation; every investigator adds more; each is told once', () => {
    const named = assignIncoming(registered(), { leadInvestigatorId: 'enok', coInvestigatorIds: ['maj', 'rut'] }, incomingContext());
    expect(named.case.status).toBe('investigating');
    expect(mails(named)).toEqual(['assigned → enok', 'assigned → rut']);
    const more = addInvestigators(named.case, { userIds: ['frans', 'rut'] }, incomingContext({ actor: 'rut', principal: null }));
    expect(more.case.coInvestigatorIds).toEqual(['maj', 'rut', 'frans']);
    expect(mails(more)).toEqual(['assigned → frans']);
    expect(codeOf(() => addInvestigators(more.case, { userIds: ['rut'] }, asEnok))).toBe('already-there');
    expect(codeOf(() => addInvestigators(more.case, { userIds: ['ghost'] }, asEnok))).toBe('user-unknown');
  });
  it('a mail to an absent person goes to the acting substitute', () => {
    const summer = incomingContext({ now: '2027-07-05T08:00:00.000Z', actor: 'hanna' });
    expect(mails(addInvestigators({ ...registered(), coInvestigatorIds: [] }, { userIds: ['maj'] }, summer))).toEqual(['assigned → moa']);
  });
  it('redirected: the right unit’s manager is told, nobody leads, the clock is kept', () => {
    const before = investigating();
    const outcome = redirectCase(before, { toUnitId: 'rehab', reason: 'Rehab lade om.' }, incomingContext({ now: '2026-03-10T09:00:00.000Z' }));
    expect(outcome.case).toMatchObject({ status: 'handedOver', leadInvestigatorId: null, replyBy: before.replyBy, report: { concernedUnitIds: ['rehab'] } });
    expect(outcome.case.coInvestigatorIds).toContain('enok');
    expect(mails(outcome)).toEqual(['redirected → rut']);
    expect(codeOf(() => redirectCase(outcome.case, { toUnitId: 'rehab', reason: 'r' }, incomingContext()))).toBe('already-there');
    expect(codeOf(() => redirectCase(before, { toUnitId: 'bjorken', reason: 'r' }, incomingContext()))).toBe('unit-unknown');
    expect(setConcernedUnits(before, { unitIds: ['rehab', 'rehab'] }, incomingContext()).case.report.concernedUnitIds).toEqual(['rehab']);
  });
  it('asks whoever filed and goes on where it was', () => {
    const asked = askFiler(investigating(), { question: 'När?' }, asEnok);
    expect(asked.case.status).toBe('needsInfo');
    expect(mails(asked)).toEqual(['informationWanted → filer e1']);
    const answered = answerForFiler(asked.case, { answer: 'Klockan nio.' }, incomingContext({ actor: 'external', principal: null }));
    expect(answered.case).toMatchObject({ status: 'investigating', informationRequest: { question: 'När?', answer: 'Klockan nio.' } });
    expect(answered.case).not.toHaveProperty('statusBeforeInfo');
    expect(mails(answered)).toEqual(['informationProvided → enok', 'informationProvided → maj']);
    expect(answerForFiler(askFiler(filed(), { question: 'Q' }, incomingContext()).case, { answer: 'A' }, asEnok).case.status).toBe('received');
  });
});

describe('investigation and actions', () => {
  it('L2: is done when the required parts hold something; V7: the handler is told', () => {
    const begun = led(registered());
    expect(codeOf(() => reportInvestigationDone(begun, { message: '' }, asEnok))).toBe('investigation-incomplete');
    const saved = saveInvestigation(begun, { rootCause: 'Ingen rutin.' }, asEnok).case;
    expect(saved.investigation).toMatchObject({ rootCause: 'Ingen rutin.', courseOfEvents: '' });
    const done = reportInvestigationDone(investigating(), { message: 'Klart' }, asEnok);
    expect(done.case.status).toBe('investigationDone');
    expect(mails(done)).toEqual(['investigationDone → maj']);
    const back = returnInvestigation(done.case, { reason: 'Grundorsaken?' }, incomingContext());
    expect(mails(back)).toEqual(['investigationReturned → enok']);
    expect(back.case.investigation.doneAt).toBeUndefined();
  });
  it('V6, L2: none at all is allowed; one that is not done has a date', () => {
    const action = { kind: 'acute' as const, text: 't', responsibleUserId: 'rut', due: null, doneAt: null };
    expect(codeOf(() => addAction(investigating(), action, asEnok))).toBe('action-date-missing');
    expect(codeOf(() => addAction(investigating(), { ...action, doneAt: '2026-03-03' }, asEnok))).toBe('date-in-future');
    expect(codeOf(() => addAction(investigating(), { ...action, responsibleUserId: 'ghost', due: '2026-04-01' }, asEnok))).toBe('user-unknown');
    const planned = addAction(investigating(), { ...action, due: '2026-04-01' }, asEnok);
    expect(mails(planned)).toEqual(['actionAssigned → rut']);
    expect(planned.case.actions.at(-1)).toMatchObject({ id: 'action-2', unitId: 'rehab' });
    const done = completeAction(planned.case, { actionId: 'action-2', doneAt: '2026-03-02', effect: 'Bra' }, asEnok);
    expect(codeOf(() => completeAction(done.case, { actionId: 'action-2', doneAt: '2026-03-02', effect: '' }, asEnok))).toBe('already-there');
    expect(codeOf(() => completeAction(done.case, { actionId: 'action-9', doneAt: '2026-03-02', effect: '' }, asEnok))).toBe('not-found');
  });
});

describe('the reply', () => {
  it('V8: sent = closed = owner moved, in one outcome; a review of the effect starts', () => {
    const outcome = sendIncomingReply(ready(), { dispatch: 'link' }, incomingContext());
    expect(outcome.case).toMatchObject({ status: 'closed', owningUnitId: 'hemsjukvard-norr', answer: { text: 'Vi beklagar.', dispatch: 'link' }, effectReviews: [{ number: 1, dueAt: '2026-05-31T06:00:00.000Z' }] });
    expect(outcome.events.map(({ type }) => type)).toEqual(['replySent', 'ownerMoved', 'closed']);
    expect(mails(outcome)).toEqual(['replySent → filer e1', 'incomingClosed → enok', 'incomingClosed → rut']);
    expect(starts(outcome)).toEqual(['i1-effect-1']);
    expect(signals(outcome)).toEqual(['incoming-deviation']);
  });
  it('says all that is missing', () => {
    const dose = { ...investigating(), report: { ...investigating().report, harm: 'allvarligVardskada' as const }, pharmacy: { dueAt: monday, reference: '', reason: '' } };
    expect(replyBlocksOf(dose, { register: ekdala, routine: vaxjo })).toEqual(['investigation-not-done', 'text-not-confirmed', 'pharmacy-not-notified', 'harm-decision-missing', 'patient-information-missing']);
    expect(codeOf(() => sendIncomingReply(dose, { dispatch: 'link' }, incomingContext()))).toBe('investigation-not-done');
  });
  it('L8: not with a personal number; by post where there is no mailbox', () => {
    expect(replyBlocksOf(editIncomingText(ready(), { text: '19121212-1212', notPersonalNumbers: [] }, incomingContext()).case, { register: ekdala, routine: vaxjo })).toEqual(['text-not-confirmed', 'personal-number-in-text']);
    const nobody: IncomingCase = { ...ready(), report: { ...ready().report, partyUnitId: null } };
    expect(codeOf(() => sendIncomingReply(nobody, { dispatch: 'link' }, incomingContext()))).toBe('mailbox-missing');
    expect(mails(sendIncomingReply(nobody, { dispatch: 'post' }, incomingContext())).join(' ')).not.toContain('filer');
  });
  it('L8: keeps personal numbers out of what whoever filed reads: a question, the text of a rejection', () => {
    expect(codeOf(() => askFiler(registered(), { question: 'Gäller det 121212-1212?' }, incomingContext()))).toBe('personal-number-in-text');
    expect(codeOf(() => rejectCase(registered(), { reasonCode: 'notOurCare', text: 'Gäller 20121212 1212.' }, incomingContext()))).toBe('personal-number-in-text');
  });
  it('V12: waits for the dose pharmacy’s reference, or the reason why there is none', () => {
    const dose = register({ category: 'doseDispensing' });
    expect(starts(dose)).toEqual(['i1-1', 'i1-pharmacy-1']);
    expect(dose.case.pharmacy?.dueAt).toBe('2026-03-04T22:59:59.000Z');
    const whole = textConfirmed(investigationDone(saveInvestigation(led(dose.case), { courseOfEvents: 'a', causes: [{ area: 'technologyEquipment', text: 'b' }], rootCause: 'c' }, asEnok).case));
    expect(replyBlocksOf(whole, { register: ekdala, routine: vaxjo })).toEqual(['pharmacy-not-notified']);
    for (const command of [{ reference: '', reason: '' }, { reference: 'a', reason: 'b' }]) expect(codeOf(() => recordPharmacyNotification(whole, command, incomingContext()))).toBe('reference-or-reason');
    expect(signals(recordPharmacyNotification(whole, { reference: '', reason: 'Redan anmält' }, incomingContext()))).toEqual(['dose-pharmacy']);
    expect(replyBlocksOf(pharmacyNotified(whole), { register: ekdala, routine: vaxjo })).toEqual([]);
    expect(codeOf(() => recordPharmacyNotification(pharmacyNotified(whole), { reference: 'x', reason: '' }, incomingContext()))).toBe('already-there');
  });
  it('L3, L4: waits for the decision and for what the patient was told, or the care provider’s own assessment', () => {
    const serious: IncomingCase = { ...ready(), report: { ...ready().report, harm: 'allvarligVardskada' } };
    expect(replyBlocksOf(serious, { register: ekdala, routine: vaxjo })).toEqual(['harm-decision-missing', 'patient-information-missing']);
    const decision = { decision: 'notified' as const, reference: 'IVO 1', reason: '', decidedAt: '2026-03-02', notifiedAt: '2026-03-02' };
    expect(codeOf(() => recordHarmDecision(serious, { ...decision, reference: '' }, incomingContext()))).toBe('reference-missing');
    expect(codeOf(() => recordHarmDecision(serious, { ...decision, decision: 'notNotified' }, incomingContext()))).toBe('reason-missing');
    expect(replyBlocksOf(recordHarmDecision(serious, { ...decision, decision: 'assessedByCareProvider' }, incomingContext()).case, { register: ekdala, routine: vaxjo })).toEqual([]);
    const decided = recordHarmDecision(serious, decision, incomingContext()).case;
    const information = { given: true, reason: '', at: '2026-03-02', to: 'patient' as const, byTitle: 'Enhetschef', points: [...informationPoints], notedInRecord: true, patientViews: '', staffSupport: '' };
    expect(codeOf(() => recordPatientInformation(decided, { ...information, points: ['apology'] }, incomingContext()))).toBe('points-missing');
    expect(codeOf(() => recordPatientInformation(decided, { ...information, given: false }, incomingContext()))).toBe('reason-missing');
    expect(replyBlocksOf(recordPatientInformation(decided, information, incomingContext()).case, { register: ekdala, routine: vaxjo })).toEqual([]);
  });
  it('rejects with a reason of the routine only; reopens to where it can go on', () => {
    expect(codeOf(() => rejectCase(filed(), { reasonCode: 'because', text: '' }, incomingContext()))).toBe('reason-code-unknown');
    const rejected = rejectCase(filed(), { reasonCode: 'notOurCare', text: 'Regionens.' }, incomingContext());
    expect(mails(rejected)).toEqual(['rejected → filer e1']);
    const again = reopenIncoming(rejected.case, { reason: 'Ändå vår.' }, incomingContext());
    expect(again.case).toMatchObject({ status: 'received', generation: 2 });
    expect(again.case).not.toHaveProperty('rejection');
    const reopened = reopenIncoming(closed(), { reason: 'Mer kom fram.' }, incomingContext({ now: '2026-04-10T09:00:00.000Z' }));
    expect(reopened.case).toMatchObject({ status: 'reopened', replyBy: '2026-05-10T21:59:59.000Z', earlierAnswers: [{ text: 'Vi beklagar.' }] });
    expect(starts(reopened)).toEqual(['i1-2']);
    // The review that waits already goes on; no second one starts.
    expect(starts(sendIncomingReply(reopened.case, { dispatch: 'link' }, incomingContext()))).toEqual([]);
  });
  it('R2, H8: without the wanted result a new action and a new review', () => {
    expect(codeOf(() => recordEffectReview(closed(), { wantedResult: false, note: '' }, asEnok))).toBe('new-action-missing');
    const no = recordEffectReview({ ...closed(), steps: { effectReviewDue: monday } }, { wantedResult: false, note: 'Hände igen.', action: { text: 'Utbildning', responsibleUserId: 'rut', due: '2026-09-01' } }, incomingContext({ now: '2026-06-20T09:00:00.000Z' }));
    expect(no.case.effectReviews).toMatchObject([{ number: 1, wantedResult: false }, { number: 2, dueAt: '2026-09-18T06:00:00.000Z' }]);
    expect(no.case.actions).toHaveLength(2);
    expect(no.case.steps).toEqual({});
    expect(starts(no)).toEqual(['i1-effect-2']);
    expect(signals(no)).toEqual(['effect-review']);
    expect(mails(no)).toEqual(['actionAssigned → rut']);
  });
});

describe('what time does', () => {
  const execution = { generation: 1, startedAt: monday };
  const step = (concerned: IncomingCase, machine?: 'dose-pharmacy' | 'effect-review') => readLifecycle(concerned, vaxjo, { ...execution, machine }, monday);
  it.each([
    ['filed', filed, 'registration', 'registrationOverdue', '2026-03-09T22:59:59.000Z'], ['registered', registered, 'investigation', 'remindBefore', '2026-03-25T07:00:00.000Z'],
    ['accepted', accepted, 'investigation', 'remindBefore', '2026-03-25T07:00:00.000Z'],
    ['asked', () => askFiler(investigating(), { question: 'q' }, asEnok).case, 'information', 'remindBefore', '2026-03-25T07:00:00.000Z'],
    ['done', ready, 'answer', 'remindBefore', '2026-03-25T07:00:00.000Z'],
  ] as const)('%s: awaits %s', (_, make, awaits, next, at) => expect(step(make())).toMatchObject({ awaits, next: { step: next, at } }));
  it('awaits nothing more once closed or rejected, but the tracks go on', () => {
    expect(step(closed()).awaits).toBe('nothing');
    expect(step(closed(), 'effect-review')).toMatchObject({ awaits: 'effectReview', next: { step: 'effectReviewDue', at: '2026-06-18T06:00:00.000Z' } });
    expect(step(closed(), 'dose-pharmacy').awaits).toBe('nothing');
    expect(step(register({ category: 'doseDispensing' }).case, 'dose-pharmacy')).toMatchObject({ awaits: 'pharmacyNotification', next: { step: 'pharmacyOverdue', at: '2026-03-04T22:59:59.000Z' } });
    expect(step({ ...closed(), effectReviews: [{ number: 1, dueAt: monday, doneAt: monday, note: '' }] }, 'effect-review').awaits).toBe('nothing');
  });
  const take = (concerned: IncomingCase, name: Parameters<typeof takeClockStep>[1], now: string, machine?: 'dose-pharmacy' | 'effect-review') => {
    const outcome = takeClockStep(concerned, name, { now, routine: vaxjo, register: ekdala }, { generation: 1, machine });
    return outcome && { late: outcome.overdue, mails: outcome.outbox.flatMap((entry) => (entry.kind === 'mail' && entry.recipient.kind === 'user' ? [`${entry.mail} → ${entry.recipient.userId}`] : [])) };
  };
  it.each([
    ['registrationOverdue', filed, '2026-03-10T09:00:00.000Z', undefined, true, ['registrationOverdue → maj']],
    ['remindBefore', investigating, '2026-03-25T07:00:00.000Z', undefined, false, ['investigationReminder → enok']],
    ['remindAfter', registered, '2026-04-08T07:00:00.000Z', undefined, true, ['investigationReminder → maj']],
    ['escalate', investigating, '2026-04-15T07:00:00.000Z', undefined, true, ['investigationEscalation → enok', 'investigationEscalation → rut', 'investigationEscalation → maj']],
    ['pharmacyOverdue', () => led(register({ category: 'doseDispensing' }).case), '2026-03-05T07:00:00.000Z', 'dose-pharmacy', false, ['pharmacyReminder → enok', 'pharmacyReminder → maj']],
    ['effectReviewDue', closed, '2026-06-18T07:00:00.000Z', 'effect-review', false, ['effectReviewDue → enok', 'effectReviewDue → maj']],
    ['effectReviewOverdue', closed, '2026-06-25T07:00:00.000Z', 'effect-review', false, ['effectReviewReminder → enok', 'effectReviewReminder → maj']],
    ['effectReviewEscalate', closed, '2026-07-09T07:00:00.000Z', 'effect-review', false, ['effectReviewEscalation → enok', 'effectReviewEscalation → rut', 'effectReviewEscalation → maj']],
  ] as const)('%s', (name, make, now, machine, late, expected) => {
    expect(take(make(), name, now, machine)).toEqual({ late, mails: expected });
    expect(take(make(), name, monday, machine)).toBeNull();
  });
});
